import { FACTS, factOf, SEEDS } from '../../book/facts';
import { keyNamed, ownFacts } from '../../book/own';
import { quarterNumber } from '../../catalogue/quarter';
import { POINTS } from '../../book/series';
import { nearest } from '../../catalogue/catalogue';
import { defineAnswer, type Block } from '../../catalogue/define';
import { book, choice, text } from '../../catalogue/parameters';
import { either, Problem } from '../../catalogue/problem';
import type { Unit } from '../../catalogue/units';

/** Facts of the articles first; then the public series, whose KIND says that they are not. */
export const TAAS_FACT = defineAnswer({
  name: 'TAAS_FACT',
  family: 'trust',
  answers: 'A figure of the source articles or of a public series, with its unit, its words and who stands behind it.',
  parameters: {
    key: text('Id such as B15, or ENTITY.METRIC.PERIOD such as AWS.EBIT_MARGIN.1Q26.', { required: true }),
    field: choice(
      'What to tell of it.',
      {
        VALUE: 'the figure',
        UNIT: 'its unit',
        KIND: 'who says it: the company, an article, an analyst’s estimate or forecast, a third party; and whether it is a bound',
        QUOTE: 'the words it stands in',
        SOURCE: 'where they stand',
        PERIOD: 'its period',
        TOLERANCE: 'half the last quoted digit; 0 of a bound or a text',
      },
      'VALUE',
    ),
    book,
  },
  result: { shape: 'cells', holds: 'value', about: 'one cell' },
  onlyValue: 'a look-up in the data book',
  answer: ({ key: asked, field, book }) => {
    const key = factOf(asked) ? asked : keyNamed(asked);
    const own = ownFacts(book).get(key.trim().toUpperCase());
    if (own) {
      return {
        VALUE: () => valued(own.value(), own.unit()),
        UNIT: own.unit,
        KIND: own.kind,
        QUOTE: own.quote,
        SOURCE: own.source,
        PERIOD: own.period,
        TOLERANCE: () => 0,
      }[field]();
    }
    const fact = factOf(key);
    if (fact) {
      return {
        VALUE: valued(fact.value, fact.unit),
        UNIT: fact.unit,
        KIND: fact.kind,
        QUOTE: fact.quote,
        SOURCE: SEEDS[fact.seed]!,
        PERIOD: fact.period,
        TOLERANCE: fact.half_width,
      }[field];
    }
    const point = POINTS.find((candidate) => candidate.key === key.toUpperCase());
    if (!point) throw new Problem('#N/A', missing(key), 'key');
    return {
      VALUE: valued(point.value, point.unit),
      UNIT: point.unit,
      KIND: point.standing,
      QUOTE: `${point.about} (public series, no quotation)`,
      SOURCE: point.sources.join(' '),
      PERIOD: point.period,
      TOLERANCE: halfDigit(point.value),
    }[field];
  },
  examples: [
    { args: { key: 'B15' }, gives: 0.55, says: 'Bedrock’s EBIT margin' },
    {
      args: { key: 'AWS.EBIT_MARGIN.1Q26', field: 'KIND' },
      gives: 'article, ratio of reported figures',
      says: 'who says so: not AWS, whose filing gives 37.7%',
    },
    {
      args: { key: 'AWS.REVENUE.4Q25', field: 'KIND' },
      gives: 'reported',
      says: 'a public series says that it is one',
    },
    {
      args: {
        key: 'AWS.REVENUE.Q2 2026',
        book: [
          ['Key', 'Value', 'Kind'],
          ['AWS.REVENUE.2Q26', 40.5, 'filing'],
        ],
      },
      gives: 40.5,
      says: 'what a filing says since, from a range of your own',
    },
    { args: { key: 'AWS.EBIT_MARGIN.2Q27' }, gives: '#N/A', says: 'names the latest there is' },
  ],
  related: ['TAAS_FACTS', 'TAAS_SERIES', 'TAAS_BASE'],
});

/** How a cell shows a figure in the units of the data book. */
const UNIT_OF: Readonly<Record<string, Unit>> = {
  fraction: 'share',
  'fraction, >': 'share',
  bp: 'bp',
  'percentage points': 'pp',
  US$bn: 'usd_bn',
  'US$bn/year': 'usd_bn_year',
  'US$bn/year, >': 'usd_bn_year',
  x: 'ratio',
};

/** Half the last digit that the series has: 0.05 of 6.6. */
const halfDigit = (value: number): number => Number(`5e-${(String(value).split('.')[1] ?? '').length + 1}`);

const valued = (value: number | string, unit: string): string | Block =>
  typeof value === 'string' ? value : { cells: [[value]], units: [[UNIT_OF[unit] ?? 'plain']] };

/** `no fact AWS.EBIT_MARGIN.2Q27; the latest is 1Q26.` or the nearest keys. */
function missing(key: string): string {
  const word = key.toUpperCase();
  const stem = word.slice(0, word.lastIndexOf('.') + 1);
  const all = [...FACTS, ...POINTS];
  const periods = all
    .filter((known) => stem !== '' && known.key.startsWith(stem))
    .map((known) => known.key.slice(stem.length));
  const latest = periods.sort((a, b) => (quarterNumber(a) ?? 0) - (quarterNumber(b) ?? 0)).at(-1);
  if (latest !== undefined) return `no fact ${word}; the latest is ${latest}.`;
  const near = nearest(
    word,
    word.length <= 3 ? FACTS.map((fact) => fact.id) : [...new Set(all.map((known) => known.key))],
  );
  return `no fact ${word.slice(0, 80)}; the nearest are ${either(near)}.`;
}
