import { periodsOf, SERIES } from '../../../src/book/series';
import { ALSO, WITHOUT_SERIES } from '../../../src/book/entities';
import { FACTS } from '../../../src/book/facts';
import { Problem } from '../../../src/catalogue/problem';
import { answer, cell, error } from '../cell';

const series = (args: Record<string, unknown>): number[] => answer('TAAS_SERIES', args).cells[0] as number[];

test('every series answers whole, in order, as a row', () => {
  for (const { entity, metric, values } of SERIES) {
    expect(answer('TAAS_SERIES', { entity, metric }).cells).toEqual([values]);
  }
});

test('each value is the one that TAAS_FACT tells who stands behind', () => {
  for (const one of SERIES) {
    const keys = periodsOf(one).map((quarter) => `${one.entity}.${one.metric}.${quarter}`);
    expect(keys.map((key) => cell('TAAS_FACT', { key }))).toEqual(series({ entity: one.entity, metric: one.metric }));
    expect(keys.map((key) => cell('TAAS_FACT', { key, field: 'KIND' }))).toEqual(
      keys.map(() => expect.stringMatching(/^(reported|third-party)/)),
    );
  }
});

test('the quarters of 2025 add up to the filed year', () => {
  const year = series({ entity: 'AWS', metric: 'REVENUE', from: '1Q25', to: '4Q25' });
  expect(year.reduce((total, x) => total + x, 0)).toBeCloseTo(128.725, 9);
});

test('the quarters there are are answered, and only those that there are not are #N/A', () => {
  const [row] = answer('TAAS_SERIES', { entity: 'AWS', metric: 'ASSETS', from: '4Q24', to: '2Q26' }).cells;
  expect(row!.map((shown) => (shown instanceof Problem ? shown.sentence : shown))).toEqual([
    'no AWS.ASSETS for 4Q24; the earliest is 1Q25.',
    ...[179.39, 194.3, 223.73, 252.59, 294.12],
    'no AWS.ASSETS for 2Q26; the latest is 1Q26.',
  ]);
});

test('names are taken in any case and as people write them', () => {
  const revenue = series({ entity: 'GOOGLE_CLOUD', metric: 'REVENUE' });
  expect(series({ entity: 'Google Cloud', metric: 'revenue' })).toEqual(revenue);
  expect(series({ entity: ' google_cloud ', metric: 'Revenue', from: '1q24', to: '1q26' })).toEqual(revenue);
});

test('an entity is found by its long name, a quarter however it is written', () => {
  const year = series({ entity: 'AWS', metric: 'EBIT', from: '1Q25', to: '4Q25' });
  for (const [from, to] of [
    ['Q1 2025', '2025Q4'],
    ["Q1'25", 'Q4 25'],
    ['1Q2025', '2025-Q4'],
  ])
    expect(series({ entity: 'Amazon Web Services', metric: 'EBIT', from, to })).toEqual(year);
  expect(series({ entity: 'Microsoft Intelligent Cloud', metric: 'EBIT' })).toEqual(
    series({ entity: 'MICROSOFT_IC', metric: 'EBIT' }),
  );
  expect(cell('TAAS_FACT', { key: 'AWS.EBIT.Q1 2025' })).toBe(year[0]);
});

test('other names lead to an entity that there is', () => {
  const entities = new Set(SERIES.map(({ entity }) => entity));
  const known = new Set([...entities, ...Object.keys(WITHOUT_SERIES), ...FACTS.map(({ key }) => key.split('.')[0])]);
  expect(Object.values(ALSO).filter((entity) => !known.has(entity))).toEqual([]);
  expect(Object.values(WITHOUT_SERIES).filter(({ nearest }) => !entities.has(nearest))).toEqual([]);
  expect(Object.keys(WITHOUT_SERIES).filter((name) => entities.has(name))).toEqual([]);
});

test('the facts of an entity are found by its other names', () => {
  for (const [other, entity] of [
    ['Amazon Web Services', 'AWS'],
    ['MSFT', 'Microsoft'],
    ['Google Cloud Platform', 'GCP'],
    ['GCP', 'Google Cloud'],
    ['Azure and GCP', 'AZURE_AND_GOOGLE_CLOUD'],
  ])
    expect(answer('TAAS_FACTS', { entity: other }).cells).toEqual(answer('TAAS_FACTS', { entity }).cells);
});

test('flows are a quarter’s, assets stand at its end', () => {
  expect(answer('TAAS_SERIES', { entity: 'AWS', metric: 'EBIT', from: '1Q26' }).units).toEqual([['usd_bn_quarter']]);
  expect(answer('TAAS_SERIES', { entity: 'AWS', metric: 'NET_PPE', from: '1Q26' }).units).toEqual([['usd_bn']]);
  expect(answer('TAAS_SERIES', { entity: 'AWS', metric: 'ASSETS', from: '1Q26' }).units).toEqual([['usd_bn']]);
});

test.each([
  [{ entity: 'AWS', metric: 'EBIT', from: '2Q27', to: '2Q27' }, '#N/A', 'no AWS.EBIT for 2Q27; the latest is 1Q26.'],
  [
    { entity: 'AWS', metric: 'ASSETS', from: '4q24', to: '4Q24' },
    '#N/A',
    'no AWS.ASSETS for 4Q24; the earliest is 1Q25.',
  ],
  [
    { entity: 'Azure', metric: 'EBIT' },
    '#N/A',
    'no series of Azure: Microsoft reports it inside Intelligent Cloud; expected MICROSOFT_IC.',
  ],
  [
    { entity: 'GCP', metric: 'REVENUE' },
    '#N/A',
    'no series of GCP: Google reports it together with Workspace; expected GOOGLE_CLOUD.',
  ],
  [
    { entity: 'MSFT', metric: 'EBIT' },
    '#N/A',
    'no series of MSFT: the series are of its cloud segment; expected MICROSOFT_IC.',
  ],
  [{ entity: 'Oracle', metric: 'EBIT' }, '#N/A', 'no series of Oracle; there are AWS, GOOGLE_CLOUD or MICROSOFT_IC.'],
  [{ entity: 'AWS', metric: 'EBIT', from: 'Q2 2027', to: '3Q27' }, '#N/A', 'no AWS.EBIT for 2Q27; the latest is 1Q26.'],
  [
    { entity: 'AWS', metric: 'EBIT margin' },
    '#N/A',
    'no series AWS.EBIT_MARGIN; near are EBIT, DEPRECIATION or NET_PPE.',
  ],
  [{ entity: 'AWS', metric: 'EBIT', from: 2025 }, '#VALUE!', 'from is "2025": expected a quarter such as 1Q26.'],
  [
    { entity: 'AWS', metric: 'EBIT', from: '1Q26', to: '4Q25' },
    '#VALUE!',
    'from is 1Q26 and to is 4Q25: expected from to be no later than to.',
  ],
  [{ metric: 'EBIT' }, '#VALUE!', 'entity is missing: expected a text.'],
])('%j is %s %s', (args, code, sentence) => {
  expect(error('TAAS_SERIES', args)).toEqual([code, sentence]);
});
