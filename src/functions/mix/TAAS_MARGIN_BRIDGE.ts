import { base } from '../../book/case';
import { basis } from '../../catalogue/basis';
import { define } from '../../catalogue/define';
import { choice, headers, labels, list } from '../../catalogue/parameters';
import type { Num } from '../../formula/num';

const MOST_SEGMENTS = 1000;
const revenues = (about: string, fallback: typeof base.segment_revenues) =>
  list('usd_bn_quarter', about, { min: -1e6, max: 1e6, most: MOST_SEGMENTS, default: fallback });
const margins = (about: string, fallback: typeof base.segment_margins, otherwise: typeof base.segment_margins) =>
  list('margin', about, { min: -100, max: 1, most: MOST_SEGMENTS, default: fallback, otherwise });

const BASE_LABELS = ['Core', 'AI IaaS', 'Bedrock'];
const EFFECTS = ['mix', 'rate', 'interaction'];
const UNITS = { BPS: [10000, 'bp'], PP: [100, 'pp'], DEC: [1, 'fraction'] } as const;

/**
 * With w the revenue share and m the margin of a segment, M = Σwm.
 * MIDPOINT is the two-factor Shapley value: symmetric in time and without residual, because ΣΔw = 0 lets M be subtracted.
 * BASE (Laspeyres) shows the interaction; CURRENT gives it to the rate. LMDI is not offered: margins may be negative.
 * A segment that is born or ends has no margin on one side; the other side's is used, so all of its effect is mix.
 */
export const TAAS_MARGIN_BRIDGE = define({
  name: 'TAAS_MARGIN_BRIDGE',
  family: 'mix',
  answers: 'Why the margin moved: for each segment, how much came from mix and how much from its own margin.',
  parameters: {
    revenues0: revenues('Segment revenues, earlier period.', base.segment_revenues_quarter_before),
    margins0: margins(
      'Segment margins, earlier period.',
      base.segment_margins_quarter_before,
      base.segment_margins_reported_quarter_before,
    ),
    revenues1: revenues('Segment revenues, later period.', base.segment_revenues),
    margins1: margins('Segment margins, later period.', base.segment_margins, base.segment_margins_reported),
    method: choice(
      'How the interaction of mix and rate is treated.',
      { MIDPOINT: 'shared equally, no residual', BASE: 'shown as a column', CURRENT: 'given to the rate' },
      'MIDPOINT',
    ),
    unit: choice('Unit of the effects.', { BPS: 'basis points', PP: 'percentage points', DEC: 'fractions' }, 'BPS'),
    labels: labels('Names of the segments, in the same order.', MOST_SEGMENTS),
    headers,
    basis: basis('SEED'),
  },
  rules: [
    { together: ['revenues0', 'margins0', 'revenues1', 'margins1'] },
    { sameLength: ['revenues0', 'margins0', 'revenues1', 'margins1', 'labels'] },
    { sumsAboveZero: 'revenues0' },
    { sumsAboveZero: 'revenues1' },
  ],
  result: { shape: 'table', about: 'a line for each segment and the total' },
  formula: (x, m) => {
    const total0 = m.step('total_revenue0', m.sum(x.revenues0));
    const total1 = m.step('total_revenue1', m.sum(x.revenues1));
    const [factor, unit] = UNITS[x.unit];
    const size = (revenue: Num): Num => m.max(revenue, m.num(0).minus(revenue));
    const segments = x.revenues0.map((revenue0, i) => {
      const line = i + 1;
      const revenue1 = x.revenues1[i]!;
      const w0 = m.step(`share0_${line}`, revenue0.div(total0));
      const w1 = m.step(`share1_${line}`, revenue1.div(total1));
      const given0 = x.margins0[i]!;
      const given1 = x.margins1[i]!;
      const m0 = m.step(`margin0_${line}`, m.when(size(revenue0).above(0), given0, given1));
      const m1 = m.step(`margin1_${line}`, m.when(size(revenue1).above(0), given1, given0));
      const dw = m.step(`share_change_${line}`, w1.minus(w0));
      const dm = m.step(`margin_change_${line}`, m1.minus(m0));
      return { w0, w1, m0, m1, dw, dm };
    });
    const margin0 = m.step('margin0', m.sum(segments.map((s) => s.w0.times(s.m0))));
    const margin1 = m.step('margin1', m.sum(segments.map((s) => s.w1.times(s.m1))));
    const middle = m.step('average_margin', margin0.plus(margin1).div(2));
    const effects = segments.map((s): Num[] => {
      if (x.method === 'MIDPOINT')
        return [s.dw.times(s.m0.plus(s.m1).div(2).minus(middle)), s.dm.times(s.w0.plus(s.w1).div(2))];
      const mix = s.dw.times(s.m0.minus(margin0));
      return x.method === 'BASE' ? [mix, s.dm.times(s.w0), s.dw.times(s.dm)] : [mix, s.dm.times(s.w1)];
    });
    const lines = effects.map((parts, i) =>
      parts.map((part, j) => m.step(`${EFFECTS[j]!}_${i + 1}`, part.times(factor))),
    );
    const totals = lines[0]!.map((_, j) => m.step(`${EFFECTS[j]!}_total`, m.sum(lines.map((line) => line[j]!))));
    const names = x.labels ?? (x.revenues0.length === 3 ? BASE_LABELS : x.revenues0.map((_, i) => `Segment ${i + 1}`));
    return {
      header: ['Segment', 'Mix', 'Rate', ...(x.method === 'BASE' ? ['Interaction'] : []), 'Total'],
      rows: [...lines, totals].map((parts, i) => ({
        label: names[i] ?? 'Total',
        unit,
        values: [...parts, m.step(`total_${i + 1}`, m.sum(parts))],
      })),
    };
  },
  examples: [
    {
      args: {},
      gives: [
        [-1.47102047608381, 161.00486307705, 159.533842600966],
        [3.79603047628128, 0, 3.79603047628128],
        [33.6744688724807, 15.9956580502719, 49.6701269227526],
        [35.9994788726782, 177.000521127322, 213],
      ],
      says: 'the 213 bp of 1Q26: Bedrock brings about 50 bp, core AWS the rest',
    },
    {
      args: { basis: 'REPORTED' },
      gives: [
        [-1.40191800373787, 211.230589775795, 209.828671772057],
        [3.70983115876119, 0, 3.70983115876119],
        [34.5206966395679, 15.9956580502719, 50.5163546898398],
        [36.8286097945912, 227.226247826067, 264.054857620658],
      ],
      says: 'as the filings have it AWS’ margin rose 264 bp, by Core too',
    },
    {
      args: { revenues0: [100], margins0: [0.3], revenues1: [120], margins1: [0.33] },
      gives: [
        [0, 300, 300],
        [0, 300, 300],
      ],
      says: 'a single segment: all of it is rate',
    },
    {
      args: {
        revenues0: [100, 0],
        margins0: [0.3, 0],
        revenues1: [100, 50],
        margins1: [0.3, 0.55],
        labels: ['Old', 'New'],
      },
      gives: [
        [138.888888888889, 0, 138.888888888889],
        [694.444444444444, 0, 694.444444444444],
        [833.333333333333, 0, 833.333333333333],
      ],
      says: 'a segment that is born: all of it is mix',
    },
  ],
  related: ['TAAS_SEGMENT_IMPACT', 'TAAS_EBIT_BRIDGE', 'TAAS_BLENDED_MARGIN'],
});
