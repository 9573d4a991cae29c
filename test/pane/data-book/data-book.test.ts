import { callByName } from '../../../src/catalogue/call';
import { FACTS } from '../../../src/book/facts';
import { checkLines, ENTRIES, entriesWith } from '../../../src/pane/data-book/data-book';
import { catalogue } from '../../functions/cell';

test('a figure stands with its words, its interval and who says it', () => {
  expect(entriesWith('B15')).toEqual([
    expect.objectContaining({
      key: 'B15',
      figure: '55%',
      formula: '=TAAS_FACT("B15")',
      quote: FACTS.find(({ id }) => id === 'B15')!.quote,
    }),
  ]);
});

test('words find figures by whatever is said of them', () => {
  expect(entriesWith('bedrock margin').map(({ key }) => key)).toContain('B15');
  expect(entriesWith('AWS.REVENUE').map(({ key }) => key)).toEqual(['AWS.REVENUE']);
  expect(entriesWith('no such words')).toEqual([]);
  expect(entriesWith('')).toHaveLength(ENTRIES.length);
});

test('every formula of the data book answers', () => {
  for (const { formula } of ENTRIES) {
    const [, name = '', args = ''] = /^=(\w+)\((.*)\)$/.exec(formula)!;
    const definition = catalogue.find(name);
    const values = args.split(',').map((each) => each.replaceAll('"', ''));
    const named = Object.fromEntries(Object.keys(definition.parameters).map((key, i) => [key, values[i]]));
    expect(callByName(definition, named, catalogue)).toHaveProperty('cells');
  }
});

test('the checks are those of TAAS_CHECKS, each with its verdict and reason', () => {
  const lines = checkLines(catalogue, 'SEED');
  expect(new Set(lines.map(({ verdict }) => verdict))).toEqual(new Set(['PASS', 'SET', 'FAIL']));
  expect(lines[0]!.name).toMatch(/^Master check/);
  expect(lines.filter(({ verdict }) => verdict === 'FAIL').every(({ note }) => note !== '')).toBe(true);
});
