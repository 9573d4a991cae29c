/** The names of numbers, `token_spend`, `demands[3]`, `tiers[2].rate`, and of what a function answers, `TAAS_PNL[EBIT]`. */
import fc from 'fast-check';
import {
  parseColumn,
  parseLine,
  parsePath,
  printColumn,
  printLine,
  printPath,
  type LinePath,
  type Path,
} from '../../src/catalogue/path';
import './seed';

test.each<[string, Path]>([
  ['token_spend', { name: 'token_spend' }],
  [' Token_Spend ', { name: 'token_spend' }],
  ['demands[3]', { name: 'demands', at: 3 }],
  ['demands[ 03 ]', { name: 'demands', at: 3 }],
  ['TIERS[2].Rate', { name: 'tiers', at: 2, part: 'rate' }],
  ['tiers [2] . from', { name: 'tiers', at: 2, part: 'from' }],
  ['demands[0]', { name: 'demands', at: 0 }],
])('%s', (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

test.each(['', ' ', 'token spend', 'demands[]', 'demands[-1]', 'demands[1.5]', 'demands[99999999]', 'tiers[2].'])(
  '"%s" is no path',
  (text) => {
    expect(parsePath(text)).toBeUndefined();
  },
);

test('what is printed is read back', () => {
  const paths = fc.record<Path>(
    {
      name: fc.constantFrom('token_spend', 'tiers', 'revenues0'),
      at: fc.nat({ max: 9_999_999 }),
      part: fc.constantFrom('from', 'rate'),
    },
    { requiredKeys: ['name'] },
  );
  fc.assert(
    fc.property(paths, (path) => {
      fc.pre(path.part === undefined || path.at !== undefined);
      expect(parsePath(printPath(path))).toEqual(path);
    }),
  );
});

describe('as the name of a column', () => {
  test.each<[Path, string]>([
    [{ name: 'token_spend' }, 'token_spend'],
    [{ name: 'demands', at: 3 }, 'demands_3'],
    [{ name: 'tiers', at: 2, part: 'rate' }, 'tiers_2_rate'],
  ])('%j is %s', (path, column) => {
    expect(printColumn(path)).toBe(column);
    expect(parseColumn(column)).toContainEqual(path);
    expect(parseColumn(` ${column.toUpperCase()} `)).toContainEqual(path);
  });

  test('as a path it is one all the same, and a name that ends in a number may be either', () => {
    expect(parseColumn('Tiers[2].Rate')).toEqual([{ name: 'tiers', at: 2, part: 'rate' }]);
    expect(parseColumn('mix_1_2')).toEqual([{ name: 'mix_1_2' }, { name: 'mix_1', at: 2 }]);
    expect(parseColumn('net revenue')).toEqual([]);
  });
});

describe('a line of an answer', () => {
  test.each<[string, LinePath]>([
    ['TAAS_PNL[EBIT]', { of: 'TAAS_PNL', label: 'EBIT' }],
    [' TAAS_PNL [ Gross profit ] ', { of: 'TAAS_PNL', label: 'Gross profit' }],
    ['TAAS_GROSS_NET[EBIT, Principal (gross)]', { of: 'TAAS_GROSS_NET', label: 'EBIT', header: 'Principal (gross)' }],
    ['TAAS_PEERS[AWS, QoQ, bp]', { of: 'TAAS_PEERS', label: 'AWS', header: 'QoQ, bp' }],
    ['TAAS_MARGIN_BRIDGE["Core, IaaS",Mix]', { of: 'TAAS_MARGIN_BRIDGE', label: 'Core, IaaS', header: 'Mix' }],
    ['TAAS_PNL(1,,{0,20%})[EBIT]', { of: 'TAAS_PNL(1,,{0,20%})', label: 'EBIT' }],
    ['TAAS_PNL(Deals[Spend])["a ""b"" [c]"]', { of: 'TAAS_PNL(Deals[Spend])', label: 'a "b" [c]' }],
  ])('%s', (text, line) => {
    expect(parseLine(text)).toEqual(line);
    expect(parseLine(printLine(line))).toEqual(line);
  });

  test.each(['', 'TAAS_PNL', '[EBIT]', 'TAAS_PNL[]', 'TAAS_PNL[EBIT', 'TAAS_PNL[EBIT,]', 'TAAS_PNL(Deals[Spend])'])(
    '"%s" is none',
    (text) => {
      expect(parseLine(text)).toBeUndefined();
    },
  );

  test('what is printed is read back, whatever the labels are', () => {
    const words = fc.string({ minLength: 1, maxLength: 12 });
    const lines = fc.record<LinePath>(
      { of: fc.constantFrom('TAAS_PNL', 'TAAS_PNL(1)'), label: words, header: words },
      { requiredKeys: ['of', 'label'] },
    );
    fc.assert(fc.property(lines, (line) => expect(parseLine(printLine(line))).toEqual(line)));
  });
});
