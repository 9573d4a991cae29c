/** Public background is never taken for a figure of the articles, nor one article for another. */
import { FACTS, SEEDS } from '../../../src/book/facts';
import { POINTS, SERIES } from '../../../src/book/series';
import { answer, cell, error } from '../cell';

const fact = (key: string, field?: string): unknown => cell('TAAS_FACT', { key, field });
const listed = answer('TAAS_FACTS').cells.slice(1);

describe('public background', () => {
  test('says of every value that it is reported or a third party’s, and quotes nobody', () => {
    for (const { key, value, period, unit } of POINTS) {
      expect([key, fact(key), fact(key, 'PERIOD'), fact(key, 'UNIT')]).toEqual([key, value, period, unit]);
      expect(fact(key, 'KIND')).toMatch(/^(reported|third-party)/);
      expect(fact(key, 'QUOTE')).toMatch(/\(public series, no quotation\)$/);
      expect(Object.values(SEEDS)).not.toContain(fact(key, 'SOURCE'));
    }
  });

  test('shares no key with a fact of the articles', () => {
    const keys = new Set(FACTS.map(({ key }) => key));
    expect(POINTS.filter(({ key }) => keys.has(key))).toEqual([]);
  });

  test('is not among the facts of the articles, whose every line names its article', () => {
    const series = new Set(SERIES.map(({ entity, metric }) => `${entity}.${metric}`));
    const seriesOf = (key: unknown): string => String(key).split('.').slice(0, 2).join('.');
    expect(listed.filter((row) => series.has(seriesOf(row.at(-1))))).toEqual([]);
    for (const row of listed) expect(row[8]).toMatch(/^Seed 00[013]: /);
  });

  test.each([
    ['AWS.REVENUE.1Q26', 'reported (last digit unverified)'],
    ['AWS.EBIT.1Q26', 'reported (last digit unverified)'],
    ['AWS.EBIT.4Q25', 'reported'],
    ['GOOGLE_CLOUD.EBIT.1Q26', 'reported'],
    ['AWS.DEPRECIATION.1Q26', 'third-party'],
    ['MICROSOFT_IC.EBIT.1Q26', 'third-party'],
  ])('%s is %s', (key, kind) => {
    expect(fact(key, 'KIND')).toBe(kind);
  });
});

describe('a fact', () => {
  test('is told in the same words by TAAS_FACT and TAAS_FACTS', () => {
    const fields = ['PERIOD', 'VALUE', 'UNIT', 'KIND', 'QUOTE', 'SOURCE'];
    for (const [id, , , ...told] of listed)
      expect([id, ...fields.map((field) => fact(id as string, field))]).toEqual([id, ...told.slice(0, 6)]);
  });

  test.each([...new Set(FACTS.map(({ key }) => key))])('is found by %s: the first article that gives it', (key) => {
    const first = FACTS.find((candidate) => candidate.key === key)!;
    expect(fact(key)).toBe(first.value);
    expect(fact(key.toLowerCase(), 'quote')).toBe(first.quote);
    expect(fact(key, 'TOLERANCE')).toBe(first.half_width);
  });

  test.each([
    ['AWS.EBIT_MARGIN.2Q27', 'no fact AWS.EBIT_MARGIN.2Q27; the latest is 1Q26.'],
    ['BEDROCK.SHARE_OF_AWS_AI.4Q26', 'no fact BEDROCK.SHARE_OF_AWS_AI.4Q26; the latest is 2Q26E.'],
    ['ANTHROPIC.ARR.4Q27', 'no fact ANTHROPIC.ARR.4Q27; the latest is 4Q26.'],
    ['ANTHROPIC.INFERENCE_GROSS_MARGIN.2Q27', 'no fact ANTHROPIC.INFERENCE_GROSS_MARGIN.2Q27; the latest is 1Q26.'],
    ['B99', 'no fact B99; the nearest are B09, B19 or B29.'],
  ])('%s is not there: %s', (key, sentence) => {
    expect(error('TAAS_FACT', { key })).toEqual(['#N/A', sentence]);
  });
});

test('what TAAS_ASSUMPTIONS lists of the base case is what TAAS_BASE tells', () => {
  const numbers = answer('TAAS_ASSUMPTIONS').cells.filter(([, value]) => typeof value === 'number');
  expect(numbers.length).toBeGreaterThan(40);
  for (const [name, value] of numbers) expect([name, cell('TAAS_BASE', { name })]).toEqual([name, value]);
});
