/** The data book: every figure of the three articles, with its words and how far they let it vary. */
import { boundOf, FACTS, factOf, factValue, KINDS, SEEDS, speakerOf, standingOf } from '../../src/book/facts';
import { quarterName, quarterNumber } from '../../src/catalogue/quarter';
import { pointOf, POINTS, SERIES, periodsOf, reported, seriesOf } from '../../src/book/series';

const each = FACTS.map((fact) => [fact.id, fact] as const);

/** Retyped from the articles. */
const FIGURES = `
A01 0.378; A02 1; A03 0.329; A04 2; A05 1;
B01 213; B02 3; B03 5.5; B04 0.04; B05 0.3; B06 0.02; B07 0.1; B08 0.36; B09 0.27; B10 0.8; B11 0.09; B12 0.37;
B13 2; B14 5; B15 0.55; B16 10; B17 0.8; B18 0.9; B19 21; B20 30; B21 13; B22 100; B23 0.65; B24 0.38; B25 -0.94;
B26 0.53; B27 9; B28 2025 to 2027; B29 2024 to 2026, 2027; B30 2.5; B31 multi-billion; B32 2; B33 1; B34 0.5;
B35 Graviton4, Graviton5, Trn3; B36 05-28; B37 weakened; B38 limited improvement;
C01 213; C02 213; C03 5; C04 5; C05 0.5; C06 5.5; C07 0.37; C08 0.09; C09 2; C10 2023; C11 2; C12 2; C13 1;
C14 flat + share; C15 multibillion; C16 1Q26; C17 downward; C18 DeepMind’s training; C19 lower than expected;
`;

describe('the facts', () => {
  test('are the figures of the articles, all of them', () => {
    const retyped = FIGURES.trim().split(/;\s*/).filter(Boolean);
    const kept = FACTS.map(({ id, value }) => `${id} ${String(value).replace(';', ',')}`);
    expect(kept).toEqual(retyped);
  });

  test.each(each)('%s has its words, its place and who stands behind it', (_id, fact) => {
    expect(fact.id).toMatch(/^[ABC]\d{2}$/);
    expect(fact.key).toMatch(/^[A-Z][A-Z_]*\.[A-Z][A-Z_]*\.[A-Z0-9_]+$/);
    expect(fact.quote.trim().length).toBeGreaterThan(8);
    expect(SEEDS[fact.seed]).toBeDefined();
    expect(fact.seed).toBe({ A: '000', B: '001', C: '003' }[fact.id[0]!]);
    for (const text of [fact.entity, fact.metric, fact.period, fact.unit, fact.kind]) expect(text).not.toBe('');
  });

  test.each(each)('%s has an interval as wide as half its last quoted digit', (_id, { value, half_width }) => {
    expect(Number.isFinite(half_width)).toBe(true);
    expect(half_width).toBeGreaterThanOrEqual(0);
    if (typeof value === 'number' && half_width > 0) expect(half_width).toBeLessThan(Math.abs(value));
    if (typeof value === 'string') expect(half_width).toBe(0);
  });

  /** How the quoted words write a number of the book. */
  const inWords: Readonly<Record<string, string>> = {
    A02: '$1.0 billion',
    A04: 'two key mechanics',
    A05: 'first quarter',
    B02: 'three key factors',
    B13: 'two streams',
    B14: 'five-year',
    B23: 'mid-60%',
    B33: 'about a year',
    C04: 'five-year',
    C11: 'Two years later',
    C12: 'besides Google',
    C13: 'one year',
  };
  test.each(each)('%s is what its words say', (id, { value, quote }) => {
    if (typeof value === 'string' && !inWords[id]) return;
    const percent = typeof value === 'number' ? `${Number((value * 100).toPrecision(6))}%` : '';
    const ways = [inWords[id] ?? '', percent, String(value)].filter(Boolean);
    expect([quote, ways.some((way) => quote.includes(way))]).toEqual([quote, true]);
  });

  test('are found by id and by key, in any case', () => {
    expect(factOf('B15')!.value).toBe(0.55);
    expect(factOf(' b15 ')!.value).toBe(0.55);
    expect(factOf('bedrock.ebit_margin.1q26')!.id).toBe('B15');
    expect(factOf('B99')).toBeUndefined();
    expect(factOf('')).toBeUndefined();
    expect(factValue('A01')).toBe(0.378);
    expect(() => factValue('B31')).toThrow('fact B31 has no number');
    expect(() => factValue('B99')).toThrow('fact B99 has no number');
  });

  test('of one key say the same, and the first by id is the one found', () => {
    for (const fact of FACTS) {
      const same = FACTS.filter((other) => other.key === fact.key);
      expect(factOf(fact.key)).toBe(same[0]);
      expect(new Set(same.map((other) => other.value)).size).toBe(1);
      expect([...same].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(same);
    }
  });
});

/** Retyped: who says it, by the words of the quotation and of what stands around it. */
const SPEAKERS = `
article: A01 A02 A03;
analyst: B01 C01 C02 C03;
commentary: C04;
company disclosure: B34 C05;
estimate: B03 B04 B05 B06 B07 B08 B09 B10 B11 B12 B15 B16 B17 B18 B19 B20 B21 B23 B24 B25 B28 B29 B30 B32 B33 C06 C07 C08 C12;
forecast: B22 B26 B27;
text: A04 A05 B02 B13 B14 B31 B35 B36 B37 B38 C09 C10 C11 C13 C14 C15 C16 C17 C18 C19;
`;

describe('who says it', () => {
  test('is known of each of the 62', () => {
    expect(FACTS).toHaveLength(62);
    const retyped = SPEAKERS.trim().split(/;\s*/).filter(Boolean);
    const kept = Object.keys(KINDS).map(
      (speaker) =>
        `${speaker}: ${FACTS.filter((fact) => speakerOf(fact) === speaker)
          .map(({ id }) => id)
          .join(' ')}`,
    );
    expect(kept.sort()).toEqual(retyped.sort());
  });

  test('makes a fact only of a company’s own words', () => {
    const facts = FACTS.filter((fact) => standingOf(fact) === 'fact');
    expect(facts.map(({ id }) => id)).toEqual([]);
    for (const fact of FACTS.filter(({ quote }) => /\bdisclosed\b/.test(quote)))
      expect(speakerOf(fact)).toBe('company disclosure');
    expect(standingOf({ ...FACTS[0]!, kind: 'company disclosure' })).toBe('fact');
    expect(standingOf(factOf('A01')!)).toBe('third-party');
    expect(standingOf(factOf('B15')!)).toBe('estimate');
    expect(standingOf(factOf('B34')!)).toBe('bound');
  });

  /** `over 80%`, `exceeding $10 billion`, `nearly 2GW`. */
  const beyond = ({ quote, value }: (typeof FACTS)[number], words: string): boolean =>
    typeof value === 'number' &&
    new RegExp(`\\b(${words})\\s+\\$?(${value}|${Number((value * 100).toPrecision(6))}%)`).test(quote);

  test.each(each)('%s is a bound exactly where its words say over or under', (_id, fact) => {
    const above = beyond(fact, 'over|exceeding|more than');
    const below = beyond(fact, 'nearly|under|up to');
    expect(boundOf(fact)).toBe(above ? 'above' : below ? 'below' : undefined);
    if (above || below)
      expect([fact.half_width, fact.unit]).toEqual([0, expect.stringMatching(above ? /, >$/ : /, just under$/)]);
  });
});

describe('a period', () => {
  /** Named beside the words that are quoted. */
  const BESIDE = ['B22', 'B26', 'B27'];
  /** A quarter or a month may be named once in an article; a year stands in the words themselves. */
  const isGiven = (period: string, { seed, quote }: Pick<(typeof FACTS)[number], 'seed' | 'quote'>): boolean => {
    const article = [SEEDS[seed], ...FACTS.filter((fact) => fact.seed === seed).map((fact) => fact.quote)].join(' ');
    return [...period.matchAll(/(?:([1-4])Q|(May|Nov) )?(20\d\d|(?<=[-Q])\d\d)\b/g)].every(
      ([, quarter, month, digits]) => {
        const year = digits!.length === 2 ? `20${digits}` : digits!;
        if (quarter !== undefined) return new RegExp(`Q${quarter} ${year}|${quarter}Q${year.slice(2)}`).test(article);
        if (month !== undefined) return new RegExp(`${month}\\w* ${year}`).test(article);
        return new RegExp(`\\b${year}\\b`).test(quote);
      },
    );
  };

  test.each(each)('%s gives none that its article does not', (id, fact) => {
    const { period, key } = fact;
    if (/\(implied\)|\(by B34\)|^structure$|^n\/a$|^past$/.test(period) || BESIDE.includes(id)) return;
    if (period === 'not given') return void expect(key).toMatch(/\.UNDATED$/);
    expect(period).toMatch(/\d/);
    expect([period, isGiven(period, fact)]).toEqual([period, true]);
  });

  test.each([
    ['2024-26', 'B31', false],
    ['2026', 'B32', false],
    ['2026', 'C15', false],
    ['1Q26', 'B05', true],
    ['4Q25', 'A02', false],
    ['2025-2027', 'B28', true],
    ['May 2026', 'B30', true],
    ['Nov 2025', 'B34', true],
  ])('%s is one for %s: %s', (period, id, given) => {
    expect(isGiven(period, factOf(id)!)).toBe(given);
  });
});

describe('the public series', () => {
  test('are quarters in order, each of them a number that somebody published', () => {
    for (const series of SERIES) {
      expect(periodsOf(series).at(-1)).toBe('1Q26');
      expect(series.values.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
      expect(series.sources.length).toBeGreaterThan(0);
      expect(series.sources.every((source) => source.startsWith('https://'))).toBe(true);
      expect(seriesOf(series.entity, series.metric)).toBe(series);
    }
  });

  test('are never called a figure of the articles', () => {
    const keys = new Set(FACTS.map((fact) => fact.key));
    expect(POINTS.filter((point) => keys.has(point.key))).toEqual([]);
    expect(new Set(POINTS.map((point) => point.standing))).toEqual(
      new Set(['reported', 'reported (last digit unverified)', 'third-party']),
    );
  });

  test('tie to what AWS filed for 2024 and 2025', () => {
    const year = (metric: string, ...quarters: string[]): number =>
      Number(quarters.reduce((sum, quarter) => sum + reported('AWS', metric, quarter), 0).toFixed(3));
    expect(year('REVENUE', '1Q24', '2Q24', '3Q24', '4Q24')).toBe(107.556);
    expect(year('EBIT', '1Q24', '2Q24', '3Q24', '4Q24')).toBe(39.834);
    expect(year('REVENUE', '1Q25', '2Q25', '3Q25', '4Q25')).toBe(128.725);
    expect(year('EBIT', '2Q25', '3Q25', '4Q25', '1Q26')).toBe(48.22);
  });

  test('know no other quarter', () => {
    expect(() => reported('AWS', 'REVENUE', '2Q26')).toThrow('no series value AWS.REVENUE.2Q26');
    expect(() => pointOf('AWS.REVENUE')).toThrow('no series value AWS.REVENUE');
    expect(seriesOf('AZURE', 'REVENUE')).toBeUndefined();
  });

  test.each<[string, number | undefined]>([
    ['1Q26', 104],
    ['4Q25', 103],
    ['2q26e', 105],
    [' 1Q00 ', 0],
    ['Q1 2026', 104],
    ['Q1 26', 104],
    ["Q1'26", 104],
    ['Q1’26', 104],
    ['q4-2025', 103],
    ['1Q2026', 104],
    ['1Q 2020', 80],
    ['2026Q1', 104],
    ['2026-Q1', 104],
    ['2025 4Q', 103],
    ['25Q4', 103],
    ['5Q26', undefined],
    ['Q0 2026', undefined],
    ['Q1 1926', undefined],
    ['Q1 FY26', undefined],
    ['Q1', undefined],
    ['1Q26Q2', undefined],
    [`Q1${' '.repeat(32_000)}x`, undefined],
    ['2026', undefined],
    ['', undefined],
  ])('the quarter %s is number %s', (period, expected) => {
    expect(quarterNumber(period)).toBe(expected);
    if (expected !== undefined) expect(quarterNumber(quarterName(expected))).toBe(expected);
  });
});
