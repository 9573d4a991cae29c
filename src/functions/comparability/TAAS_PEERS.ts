import { current, type Case } from '../../book/case';
import { factOf } from '../../book/facts';
import { quarterNumber, quartersTo } from '../../book/quarters';
import { periodsOf, reported, seriesOf } from '../../book/series';
import { basis } from '../../catalogue/basis';
import { define } from '../../catalogue/define';
import { headers } from '../../catalogue/parameters';
import type { Maths, Num } from '../../formula/num';

const COUNT = 5;
const MIDDLE = 2;

/** Azure’s own margin is not disclosed; its segment is the nearest there is. */
const PEERS = [
  ['AWS', 'AWS'],
  ['GOOGLE_CLOUD', 'Google Cloud'],
  ['MICROSOFT_IC', 'Microsoft Intelligent Cloud (wider than Azure)'],
] as const;

/** Lives differ (5 years for some AWS servers, 6 elsewhere) and Google Cloud leaves DeepMind out: TAAS_RESTATED_MARGIN. */
export const TAAS_PEERS = define({
  name: 'TAAS_PEERS',
  family: 'comparability',
  answers:
    'Operating margins of the cloud segments from public series, side by side: level, changes and trend over five quarters.',
  parameters: { headers, basis: basis('REPORTED') },
  result: {
    shape: 'table',
    about: 'operating income over revenue of each segment; public series, not figures of the articles',
  },
  formula: (x, m, { quarters }: Case = current) => {
    const last = lastReported(quarters.now);
    return {
      header: ['Segment', `Margin ${last}`, 'QoQ, bp', 'YoY, bp', 'Revenue YoY', 'Slope, bp a quarter'],
      rows: PEERS.map(([entity, label]) => ({
        label,
        unit: ['margin', 'bp', 'bp', 'rate', 'bp'],
        values: x.basis === 'SEED' ? quotedOf(entity, last, m) : reportedOf(entity, quartersTo(last, COUNT), m),
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
  ],
  related: ['TAAS_RESTATED_MARGIN', 'TAAS_SERIES'],
});

/** The quarter of the base case, or the last before it that all of them have reported. */
function lastReported(now: string): string {
  const lasts = PEERS.flatMap(([entity]) =>
    ['REVENUE', 'EBIT'].map((metric) => periodsOf(seriesOf(entity, metric)!).at(-1)!),
  );
  return [now, ...lasts].reduce((a, b) => (quarterNumber(b)! < quarterNumber(a)! ? b : a));
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

function reportedOf(entity: string, quarters: readonly string[], m: Maths): Num[] {
  const line = entity.toLowerCase();
  const revenues = quarters.map((quarter) =>
    m.step(`${line}_revenue_${quarter}`, m.num(reported(entity, 'REVENUE', quarter))),
  );
  const margins = quarters.map((quarter, i) =>
    m.step(`${line}_margin_${quarter}`, m.num(reported(entity, 'EBIT', quarter)).div(revenues[i]!)),
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
