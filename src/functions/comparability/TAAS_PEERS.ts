import { current, type Case } from '../../book/case';
import { factOf } from '../../book/facts';
import { ownFacts, type Own } from '../../book/own';
import { quarterName, quarterNumber, quartersTo } from '../../catalogue/quarter';
import { periodsOf, POINTS, seriesOf } from '../../book/series';
import { basis } from '../../catalogue/basis';
import { define } from '../../catalogue/define';
import { book, flag, headers, text } from '../../catalogue/parameters';
import { bad, shown } from '../../catalogue/read';
import type { Maths, Num } from '../../formula/num';

const COUNT = 5;
const MIDDLE = 2;

/** Azure’s own margin is not disclosed; its segment is the nearest there is. */
const PEERS = [
  ['AWS', 'AWS', 'servers 5 years, some 6; gross profit and Bedrock not disclosed'],
  [
    'GOOGLE_CLOUD',
    'Google Cloud',
    'without DeepMind’s training; servers 6 years; GCP apart from Workspace and depreciation not disclosed',
  ],
  [
    'MICROSOFT_IC',
    'Microsoft Intelligent Cloud (wider than Azure)',
    'servers 6 years; Azure alone and depreciation not disclosed',
  ],
] as const;

/** Lives differ (5 years for some AWS servers, 6 elsewhere) and Google Cloud leaves DeepMind out: TAAS_RESTATED_MARGIN. */
export const TAAS_PEERS = define({
  name: 'TAAS_PEERS',
  family: 'comparability',
  answers:
    'Operating margins of the cloud segments from public series, side by side: level, changes and trend over five quarters.',
  parameters: {
    headers,
    basis: basis('REPORTED'),
    quarter: text('Quarter, such as 4Q25 or Q4 2025; blank for the last that all of them have reported.', {}),
    flags: flag(
      'Whether the name says what is outside each segment, how long its servers live and what is not disclosed.',
      false,
    ),
    book,
  },
  result: {
    shape: 'table',
    about: 'operating income over revenue of each segment; public series, not figures of the articles',
  },
  formula: (x, m, { quarters }: Case = current) => {
    const own = ownFacts(x.book);
    const last = x.quarter === undefined ? lastReported(quarters.now, own) : quarterIn(x.quarter);
    const values = (entity: string): Num[] =>
      x.basis === 'SEED' ? quotedOf(entity, last, m) : reportedOf(entity, quartersTo(last, COUNT), own, m);
    return {
      header: ['Segment', `Margin ${last}`, 'QoQ, bp', 'YoY, bp', 'Revenue YoY', 'Slope, bp a quarter'],
      rows: PEERS.map(([entity, label, flags]) => ({
        label: x.flags ? `${label}: ${flags}` : label,
        unit: ['margin', 'bp', 'bp', 'rate', 'bp'],
        values: values(entity),
      })),
    };
  },
  examples: [
    {
      args: {},
      gives: [
        [0.376752600633198, 264.054857620658, -177.873248801792, 0.28427922233232, -14.3176783803029],
        [0.329505741387918, 287.244913879181, 1519.3641022968, 0.633768352365416, 397.226002344269],
        [0.396253602305476, -253.269448069865, -184.972481300222, 0.297147770176816, -21.7329798725306],
      ],
      says: 'AWS is high and flat, Google Cloud climbs, Microsoft falls',
    },
    {
      args: { headers: false },
      gives: [
        [0.376752600633198, 264.054857620658, -177.873248801792, 0.28427922233232, -14.3176783803029],
        [0.329505741387918, 287.244913879181, 1519.3641022968, 0.633768352365416, 397.226002344269],
        [0.396253602305476, -253.269448069865, -184.972481300222, 0.297147770176816, -21.7329798725306],
      ],
      says: 'the numbers alone',
    },
    {
      args: { basis: 'SEED', headers: false },
      gives: [
        [0.378, 213, 'n/a', 'n/a', 'n/a'],
        [0.329, 'n/a', 'n/a', 'n/a', 'n/a'],
        ['n/a', 'n/a', 'n/a', 'n/a', 'n/a'],
      ],
      says: 'what the articles say of it: two levels and one change',
    },
    {
      args: { quarter: 'Q4 2025', headers: false },
      gives: [
        [0.350347114871132, 39.2525217950002, -189.990950920447, 0.235982769401793, -86.1162530058344],
        [0.30078125, 636.630867750874, 1257.08058866583, 0.477540777917189, 310.96494979984],
        [0.421580547112462, -117.527862208713, 'n/a', 'n/a', 'n/a'],
      ],
      says: 'a quarter earlier; what the series do not reach is left open',
    },
    {
      args: {
        headers: false,
        book: [
          ['Key', 'Value'],
          ['AWS.REVENUE.2Q26', 40.2],
          ['AWS.EBIT.2Q26', 15.3],
        ],
        quarter: '2Q26',
      },
      gives: [
        [0.380597014925373, 38.4441429217549, 515.068714342968, 0.302108638616267, 133.344480810159],
        ['n/a', 'n/a', 'n/a', 'n/a', 'n/a'],
        ['n/a', 'n/a', 'n/a', 'n/a', 'n/a'],
      ],
      says: 'a quarter that AWS alone has reported',
    },
  ],
  related: ['TAAS_RESTATED_MARGIN', 'TAAS_SERIES'],
});

type Facts = ReadonlyMap<string, Own>;

/** The last quarter that all of them have: of our series none after that of the base case. */
function lastReported(now: string, own: Facts): string {
  const lasts = PEERS.flatMap(([entity]) =>
    ['REVENUE', 'EBIT'].map((metric) => {
      const ours = quarterNumber(periodsOf(seriesOf(entity, metric)!).at(-1)!)!;
      const stem = `${entity}.${metric}.`;
      const theirs = [...own.keys()].map((key) => (key.startsWith(stem) ? quarterNumber(key.slice(stem.length)) : 0));
      return Math.max(Math.min(ours, quarterNumber(now)!), ...theirs.map((quarter) => quarter ?? 0));
    }),
  );
  return quarterName(Math.min(...lasts));
}

function quarterIn(text: string): string {
  const quarter = quarterNumber(text);
  if (quarter === undefined) throw bad('quarter', `is ${shown(text)}`, 'a quarter such as 1Q26');
  return quarterName(quarter);
}

/** What the articles say of a segment, which is not much. */
function quotedOf(entity: string, quarter: string, m: Maths): Num[] {
  const none = m.none('the articles do not say it');
  const said = (metric: string): Num => {
    const value = factOf(`${entity}.${metric}.${quarter}`)?.value;
    return typeof value === 'number' ? m.num(value) : none;
  };
  return [said('EBIT_MARGIN'), said('EBIT_MARGIN_CHANGE'), none, none, none];
}

function reportedOf(entity: string, quarters: readonly string[], own: Facts, m: Maths): Num[] {
  const line = entity.toLowerCase();
  const at = (metric: string, quarter: string): Num => {
    const key = `${entity}.${metric}.${quarter}`;
    const value = own.get(key)?.number() ?? POINTS.find((point) => point.key === key)?.value;
    return value === undefined ? m.none(`there is no ${key}, in the series or in book`) : m.num(value);
  };
  const revenues = quarters.map((quarter) => m.step(`${line}_revenue_${quarter}`, at('REVENUE', quarter)));
  const margins = quarters.map((quarter, i) =>
    m.step(`${line}_margin_${quarter}`, at('EBIT', quarter).div(revenues[i]!)),
  );
  const [yearAgo, , , before, now] = margins as [Num, Num, Num, Num, Num];
  return [
    now,
    now.minus(before).times(10000),
    now.minus(yearAgo).times(10000),
    revenues[4]!.div(revenues[0]!).minus(1),
    slope(margins, m).times(10000),
  ];
}

/** Ordinary least squares on the quarter number: Σ(t−t̄)y / Σ(t−t̄)². */
const slope = (ys: readonly Num[], m: Maths): Num =>
  m.sum(ys.map((y, t) => y.times(t - MIDDLE))).div(ys.reduce((total, _, t) => total + (t - MIDDLE) ** 2, 0));
