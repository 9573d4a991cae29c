/** The names of numbers, `token_spend`, `demands[3]`, `tiers[2].rate`, and of what a function answers, `TAAS_PNL[EBIT]`. */
import fc from 'fast-check';
import {
  parseColumn,
  parseFunction,
  parsePath,
  printColumn,
  printPath,
  printResult,
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
  test.each<[string, ReturnType<typeof parseFunction>]>([
    ['TAAS_PNL', { name: 'TAAS_PNL' }],
    [' TAAS_PNL[EBIT] ', { name: 'TAAS_PNL', line: 'EBIT' }],
    ['TAAS_GROSS_NET[EBIT, Principal (gross)]', { name: 'TAAS_GROSS_NET', line: 'EBIT, Principal (gross)' }],
    ['TAAS_PEERS["a, b [c]", QoQ, bp]', { name: 'TAAS_PEERS', line: '"a, b [c]", QoQ, bp' }],
    ['TAAS_PNL[EBIT', { name: 'TAAS_PNL[EBIT' }],
  ])('%s', (text, named) => {
    expect(parseFunction(text)).toEqual(named);
  });

  test('in a database it is a name without quotes', () => {
    expect(printResult('TAAS_MARGIN')).toBe('taas_margin');
    expect(printResult('TAAS_GROSS_NET[EBIT, Principal (gross)]')).toBe('taas_gross_net_ebit_principal_gross');
  });
});
