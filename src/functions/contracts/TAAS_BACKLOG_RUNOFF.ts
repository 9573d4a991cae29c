import { base } from '../../book/case';
import { define, type Table } from '../../catalogue/define';
import { count, headers, money, number } from '../../catalogue/parameters';
import { complement } from '../../economics/complement';
import { timeline } from '../../economics/timeline';
import type { Num } from '../../formula/num';
import { ACROSS, inTime } from '../over-time';

/**
 * The pace of recognition rises in a straight line from nothing to its full rate over the ramp and then holds, so the
 * part recognised by time t is the area under it. Cover is what a year opens with over annual revenue at today's pace:
 * the "2.5 times Azure's annual revenue" that is quoted of a backlog is the cover of year 1.
 */
export const TAAS_BACKLOG_RUNOFF = define({
  name: 'TAAS_BACKLOG_RUNOFF',
  family: 'contracts',
  answers:
    'How a contracted backlog turns into revenue year by year, what is left and how many years of revenue it covers.',
  parameters: {
    backlog: money('usd_bn', 'Contracted revenue not yet recognised.', { required: true }),
    annual_revenue: money(
      'usd_bn_year',
      'Annual revenue that the backlog is compared with; without it there is no cover.',
      {},
    ),
    term_years: count('years', 'Years over which it is recognised; the last may be a part of one.', {
      min: 0.25,
      max: 50,
      whole: false,
      default: base.term_years,
    }),
    ramp_years: number('years', 'Years until recognition runs at its full rate.', {
      min: 0,
      max: 50,
      default: base.ramp_years,
    }),
    headers,
    ...ACROSS,
  },
  result: { shape: 'table', about: 'a line for each year: recognised, remaining, cover at its start' },
  formula: (x, m) => {
    const fullRateYears = (time: Num): Num => {
      const ramping = m.min(time, x.ramp_years);
      const onRamp = m.when(x.ramp_years.above(0), ramping.times(ramping).div(x.ramp_years.times(2)), 0);
      return onRamp.plus(time.minus(ramping));
    };
    const whole = m.step('full_rate_years', fullRateYears(m.num(x.term_years)));
    const uncovered = m.none('cover needs annual_revenue');
    const years = timeline(Math.ceil(x.term_years), { remaining: x.backlog }, ({ remaining: opening }, t) => {
      const end = Math.min(t, x.term_years);
      const left = complement(fullRateYears(m.num(end)).div(whole), m);
      const remaining = m.step(`remaining_${t}`, x.backlog.times(left));
      const recognised = m.step(`recognised_${t}`, opening.minus(remaining));
      const cover = m.step(`cover_${t}`, x.annual_revenue ? opening.div(x.annual_revenue) : uncovered);
      return { label: end < t ? `Year ${t} (to ${end})` : `Year ${t}`, recognised, remaining, cover };
    });
    const table: Table = {
      header: ['Year', 'Recognised', 'Remaining', 'Cover at start, years'],
      rows: years.map(({ label, recognised, remaining, cover }) => ({
        label,
        unit: ['usd_bn', 'usd_bn', 'years'],
        values: [recognised, remaining, cover],
      })),
    };
    return inTime(table, x.across);
  },
  examples: [
    {
      args: { backlog: 250, annual_revenue: 100 },
      gives: [
        [50, 200, 2.5],
        [50, 150, 2],
        [50, 100, 1.5],
        [50, 50, 1],
        [50, 0, 0.5],
      ],
      says: 'OpenAI’s orders at Azure: 2.5 years of revenue, recognised evenly over five',
    },
    {
      args: { backlog: 364, annual_revenue: 150.348, term_years: 2.5, ramp_years: 1, headers: false },
      gives: [
        [91, 273, 2.42104983105861],
        [182, 91, 1.81578737329396],
        [91, 0, 0.605262457764653],
      ],
      says: 'AWS’ backlog with a ramp of a year and a half year at the end',
    },
  ],
  related: ['TAAS_RUN_RATE', 'TAAS_SHOCK_MARGIN'],
});
