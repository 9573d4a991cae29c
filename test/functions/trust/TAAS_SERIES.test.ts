import { periodsOf, SERIES } from '../../../src/book/series';
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

test('names are taken in any case and as people write them', () => {
  const revenue = series({ entity: 'GOOGLE_CLOUD', metric: 'REVENUE' });
  expect(series({ entity: 'Google Cloud', metric: 'revenue' })).toEqual(revenue);
  expect(series({ entity: ' google_cloud ', metric: 'Revenue', from: '1q24', to: '1q26' })).toEqual(revenue);
});

test('flows are a quarter’s, assets stand at its end', () => {
  expect(answer('TAAS_SERIES', { entity: 'AWS', metric: 'EBIT', from: '1Q26' }).units).toEqual([['usd_bn_quarter']]);
  expect(answer('TAAS_SERIES', { entity: 'AWS', metric: 'NET_PPE', from: '1Q26' }).units).toEqual([['usd_bn']]);
  expect(answer('TAAS_SERIES', { entity: 'AWS', metric: 'ASSETS', from: '1Q26' }).units).toEqual([['usd_bn']]);
});

test.each([
  [{ entity: 'AWS', metric: 'EBIT', to: '2Q27' }, '#N/A', 'no AWS.EBIT for 2Q27; the latest is 1Q26.'],
  [{ entity: 'AWS', metric: 'ASSETS', from: '4q24' }, '#N/A', 'no AWS.ASSETS for 4Q24; the earliest is 1Q25.'],
  [{ entity: 'Azure', metric: 'EBIT' }, '#N/A', 'no series of Azure; there are AWS, GOOGLE_CLOUD or MICROSOFT_IC.'],
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
