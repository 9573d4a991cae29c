import { entityNamed, WITHOUT_SERIES } from '../../book/entities';
import { ownFacts, type Own } from '../../book/own';
import { quarterName, quarterNumber } from '../../catalogue/quarter';
import { SERIES, seriesOf } from '../../book/series';
import { nearest } from '../../catalogue/catalogue';
import { defineAnswer, type Block, type Cell } from '../../catalogue/define';
import { book, text } from '../../catalogue/parameters';
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
    book,
  },
  result: { shape: 'cells', holds: 'value or table', about: 'a row of values, $bn, one for each quarter' },
  onlyValue: 'a look-up in the data book',
  answer: (x): Block => {
    const { name, values } = find(x.entity, x.metric, ownFacts(x.book));
    const known = [...values.keys()].sort((a, b) => a - b);
    const [earliest, latest] = [known[0]!, known.at(-1)!];
    const [first, last] = [quarterIn('from', x.from) ?? earliest, quarterIn('to', x.to) ?? latest];
    if (first > last) {
      const sentence = `from is ${quarterName(first)} and to is ${quarterName(last)}: expected from to be no later than to.`;
      throw new Problem('#VALUE!', sentence, 'from');
    }
    const quarters = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const cells = quarters.map((quarter): Cell => {
      const value = values.get(quarter);
      if (value) return value();
      const before = known.findLast((other) => other < quarter);
      const near = before === undefined ? `earliest is ${quarterName(earliest)}` : `latest is ${quarterName(before)}`;
      const sentence = `no ${name} for ${quarterName(quarter)}; the ${near}.`;
      return new Problem('#N/A', sentence, before === undefined ? 'from' : 'to');
    });
    const [none] = cells;
    if (none instanceof Problem && cells.every((cell) => cell instanceof Problem)) throw none;
    const unit = STOCKS.some((metric) => name.endsWith(`.${metric}`)) ? 'usd_bn' : 'usd_bn_quarter';
    return { cells: [cells], units: [cells.map(() => unit)] };
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
    {
      args: { entity: 'AWS', metric: 'EBIT', from: '2Q27', to: '2Q27' },
      gives: '#N/A',
      says: 'names the latest there is',
    },
    {
      args: {
        entity: 'AWS',
        metric: 'EBIT',
        from: '1Q26',
        book: [
          ['Key', 'Value'],
          ['AWS.EBIT.2Q26', 15.3],
        ],
      },
      gives: [[14.161, 15.3]],
      says: 'a quarter more, from a range of your own',
    },
    {
      args: { entity: 'Azure', metric: 'EBIT' },
      gives: '#N/A',
      says: 'Azure is not disclosed; names the segment it is in',
    },
  ],
  related: ['TAAS_FACT', 'TAAS_FACTS', 'TAAS_PEERS'],
});

interface Found {
  readonly name: string;
  /** by the number of the quarter */
  readonly values: ReadonlyMap<number, () => number>;
}

function find(entity: string, metric: string, own: ReadonlyMap<string, Own>): Found {
  const [who, what] = [entityNamed(entity), metric.trim().toUpperCase().replace(/\W+/g, '_')];
  const name = `${who}.${what}`;
  const values = new Map<number, () => number>();
  const series = seriesOf(who, what);
  series?.values.forEach((value, i) => values.set(quarterNumber(series.first)! + i, () => value));
  for (const { key, number } of own.values()) {
    const quarter = key.startsWith(`${name}.`) ? quarterNumber(key.slice(name.length + 1)) : undefined;
    if (quarter !== undefined) values.set(quarter, number);
  }
  if (values.size > 0) return { name, values };
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

function quarterIn(parameter: 'from' | 'to', period: string | undefined): number | undefined {
  if (period === undefined) return undefined;
  const quarter = quarterNumber(period);
  if (quarter !== undefined) return quarter;
  const sentence = `${parameter} is "${period.slice(0, 60)}": expected a quarter such as 1Q26.`;
  throw new Problem('#VALUE!', sentence, parameter);
}
