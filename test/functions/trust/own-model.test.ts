/** Identities of the analyst's own model, from the block that every function of a workbook takes. */
import { answer, error } from '../cell';

const verdicts = (args: object) =>
  Object.fromEntries(answer('TAAS_CHECKS', { ...args }).cells.map((row) => [row[0], row.slice(1, 5)]));

const block = [
  ['Name', 'Unit', '1Q26A', 'BEAR'],
  ['Deal', null, null, null],
  ['token_spend', '$bn a quarter', 2, 4.02],
  ['ai_share', 'share', 0.1, 0.02],
  ['arr', '$bn a year', 30, 20],
];

test('a segment larger than what it is part of fails, and the master check with it', () => {
  const bear = verdicts({ cases: block, case: 'bear' });
  expect(bear['Bedrock is at most AI']!.at(-1)).toBe('FAIL');
  expect(bear['Master check: every identity passes']!.at(-1)).toBe('FAIL');
  expect(bear['Bedrock is at most AI']![1]).toBeCloseTo(0.02 * 37.587, 12);
  expect(verdicts({ cases: block, case: '1Q26A' })['Master check: every identity passes']!.at(-1)).toBe('PASS');
});

test('reconciliations stay those of the articles', () => {
  const [own, ours] = [{ cases: block, case: 'BEAR' }, {}].map((args) =>
    answer('TAAS_CHECKS', args).cells.filter((row) => row[5] === 'reconciliation'),
  );
  expect(own).toEqual(ours);
});

test('what TAAS_ASSUMPTIONS answers can be handed back, and holds together', () => {
  const whole = answer('TAAS_ASSUMPTIONS').cells;
  expect(verdicts({ cases: whole })['Master check: every identity passes']!.at(-1)).toBe('PASS');
});

test.each<[what: string, args: object, sentence: string]>([
  ['no case', { cases: block }, 'case is missing: expected 1Q26A or BEAR of cases.'],
  ['a case that is not there', { cases: block, case: 'BULL' }, 'case is "BULL": expected 1Q26A or BEAR.'],
  ['a case of nothing', { case: 'BEAR' }, 'case is "BEAR": expected cases that have cases.'],
  [
    'a misspelt name',
    { cases: [['tokn_spend', 1]] },
    'cases names "tokn_spend" in row 1, which no function takes: the nearest are token_spend, tokens or arr_open.',
  ],
  [
    'a blank',
    { cases: [...block, ['infra_cogs', '', 0.5, null]], case: 'BEAR' },
    'infra_cogs is blank in BEAR, row 6: expected a number from 0 to 1,000,000.',
  ],
])('%s is refused', (_what, args, sentence) => {
  expect(error('TAAS_CHECKS', { ...args })).toEqual(['#VALUE!', sentence]);
});
