import { entityNamed, WITHOUT_SERIES } from '../../book/entities';
import { quarterName, quarterNumber } from '../../book/quarters';
import { periodsOf, SERIES, seriesOf, type Series } from '../../book/series';
import { nearest } from '../../catalogue/catalogue';
import { defineAnswer, type Block } from '../../catalogue/define';
import { text } from '../../catalogue/parameters';
import { either, Problem } from '../../catalogue/problem';

/** What stands at the end of a quarter; everything else flows through it. */
const STOCKS: readonly string[] = ['ASSETS', 'NET_PPE'];

/** Public background for cross-checks; TAAS_FACT(…,"KIND") tells who stands behind each value. */
export const TAAS_SERIES = defineAnswer({
  name: 'TAAS_SERIES',
  family: 'trust',
  answers:
    'A public series such as AWS revenue by calendar quarter, in order: background, not a figure of the articles.',
  parameters: {
    entity: text('AWS, GOOGLE_CLOUD or MICROSOFT_IC.', { required: true }),
    metric: text('REVENUE, EBIT, and for AWS also DEPRECIATION, ASSETS, NET_PPE.', { required: true }),
    from: text('First quarter, such as 1Q25 or Q1 2025; blank for the earliest there is.', {}),
    to: text('Last quarter, such as 1Q26 or Q1 2026; blank for the latest there is.', {}),
  },
  result: { shape: 'cells', about: 'a row of values, $bn, one for each quarter' },
  onlyValue: 'a look-up in the data book',
  answer: (x): Block => {
    const series = find(x.entity, x.metric);
    const quarters = periodsOf(series);
    const first = x.from === undefined ? 0 : placeOf('from', x.from, series, quarters);
    const last = x.to === undefined ? quarters.length - 1 : placeOf('to', x.to, series, quarters);
    if (first > last) {
      throw new Problem(
        '#VALUE!',
        `from is ${quarters[first]!} and to is ${quarters[last]!}: expected from to be no later than to.`,
        'from',
      );
    }
    const values = series.values.slice(first, last + 1);
    const unit = STOCKS.includes(series.metric) ? 'usd_bn' : 'usd_bn_quarter';
    return { cells: [values], units: [values.map(() => unit)] };
  },
  examples: [
    {
      args: { entity: 'AWS', metric: 'EBIT', from: '1Q25' },
      gives: [[11.547, 10.16, 11.434, 12.465, 14.161]],
      says: 'five quarters of AWS operating income',
    },
    {
      args: { entity: 'Google Cloud', metric: 'revenue', from: '1Q26', to: '1Q26' },
      gives: 20.03,
      says: 'one quarter',
    },
    { args: { entity: 'AWS', metric: 'EBIT', to: '2Q27' }, gives: '#N/A', says: 'names the latest there is' },
    {
      args: { entity: 'Azure', metric: 'EBIT' },
      gives: '#N/A',
      says: 'Azure is not disclosed; names the segment it is in',
    },
  ],
  related: ['TAAS_FACT', 'TAAS_FACTS', 'TAAS_PEERS'],
});

function find(entity: string, metric: string): Series {
  const [who, what] = [entityNamed(entity), metric.trim().toUpperCase().replace(/\W+/g, '_')];
  const found = seriesOf(who, what);
  if (found) return found;
  const metrics = SERIES.filter((series) => series.entity === who).map((series) => series.metric);
  if (metrics.length > 0) {
    throw new Problem(
      '#N/A',
      `no series ${who}.${what.slice(0, 80)}; near are ${either(nearest(what, metrics))}.`,
      'metric',
    );
  }
  const near = Object.hasOwn(WITHOUT_SERIES, who) ? WITHOUT_SERIES[who] : undefined;
  if (near)
    throw new Problem('#N/A', `no series of ${entity.trim()}: ${near.why}; expected ${near.nearest}.`, 'entity');
  const entities = [...new Set(SERIES.map((series) => series.entity))];
  throw new Problem(
    '#N/A',
    `no series of ${entity.slice(0, 80)}; there are ${either(nearest(who, entities, entities.length))}.`,
    'entity',
  );
}

/** Where a quarter stands in the series. */
function placeOf(parameter: 'from' | 'to', period: string, series: Series, quarters: readonly string[]): number {
  const quarter = quarterNumber(period);
  if (quarter === undefined) {
    throw new Problem(
      '#VALUE!',
      `${parameter} is "${period.slice(0, 60)}": expected a quarter such as 1Q26.`,
      parameter,
    );
  }
  const place = quarter - quarterNumber(series.first)!;
  if (place >= 0 && place < quarters.length) return place;
  const near = place < 0 ? `earliest is ${quarters[0]!}` : `latest is ${quarters.at(-1)!}`;
  throw new Problem(
    '#N/A',
    `no ${series.entity}.${series.metric} for ${quarterName(quarter)}; the ${near}.`,
    parameter,
  );
}
