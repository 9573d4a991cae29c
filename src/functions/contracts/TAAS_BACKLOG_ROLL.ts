import { define } from '../../catalogue/define';
import { headers, list, money, number } from '../../catalogue/parameters';
import { timeline } from '../../economics/timeline';
import { quarterLabel, START } from '../over-time';

const MOST_QUARTERS = 400;
const quarterly = { min: 0, max: 1e6, most: MOST_QUARTERS } as const;

/**
 * What a quarter opens with is recognised evenly over the term, and bookings join what is left. Cover is the opening
 * backlog over annual revenue, as a backlog is quoted. A take-or-pay contract owes the minimum where less is used.
 */
export const TAAS_BACKLOG_ROLL = define({
  name: 'TAAS_BACKLOG_ROLL',
  family: 'contracts',
  answers:
    'A contracted backlog from quarter to quarter: bookings, what is recognised, what is left, cover and shortfall.',
  parameters: {
    opening: money('usd_bn', 'Backlog at the start.', { required: true }),
    bookings: list('usd_bn', 'New contracts signed in each quarter.', { ...quarterly, required: true }),
    term_quarters: number('quarters', 'Quarters over which what a quarter opens with is recognised.', {
      required: true,
      min: 1,
      max: MOST_QUARTERS,
    }),
    annual_revenue: money(
      'usd_bn_year',
      'Annual revenue that the backlog is compared with; without it there is no cover.',
      {},
    ),
    minimum: money('usd_bn_quarter', 'What a customer has promised to pay in each quarter, used or not.', {}),
    usage: list('usd_bn_quarter', 'What the customer uses in each quarter.', quarterly),
    headers,
    ...START,
  },
  rules: [{ together: ['minimum', 'usage'] }, { sameLength: ['bookings', 'usage'] }],
  result: { shape: 'table', about: 'a line for each flow, a column for each quarter' },
  formula: (x, m) => {
    const uncovered = m.none('cover needs annual_revenue');
    const quarters = timeline(x.bookings.length, { closing: x.opening }, ({ closing: opening }, t) => {
      const recognised = m.step(`recognised_${t}`, opening.div(x.term_quarters));
      const closing = m.step(`closing_${t}`, opening.plus(x.bookings[t - 1]!).minus(recognised));
      const cover = m.step(`cover_${t}`, x.annual_revenue ? opening.div(x.annual_revenue) : uncovered);
      return { opening, recognised, closing, cover };
    });
    const used = x.usage?.map((usage, i) => m.step(`shortfall_${i + 1}`, m.max(0, x.minimum!.minus(usage))));
    const lines = [
      { label: 'Opening', unit: 'usd_bn', values: quarters.map(({ opening }) => opening) },
      { label: 'Bookings', unit: 'usd_bn', values: x.bookings },
      { label: 'Recognised', unit: 'usd_bn', values: quarters.map(({ recognised }) => recognised) },
      { label: 'Closing', unit: 'usd_bn', values: quarters.map(({ closing }) => closing) },
      { label: 'Cover, years', unit: 'years', values: quarters.map(({ cover }) => cover) },
    ] as const;
    const shortfall = used ? [{ label: 'Shortfall', unit: 'usd_bn_quarter', values: used } as const] : [];
    return {
      header: ['Line', ...quarters.map((_, i) => quarterLabel(x.start, i + 1))],
      rows: [...lines, ...shortfall],
    };
  },
  examples: [
    {
      args: { opening: 250, bookings: [20, 0, 30, 10], term_quarters: 20, annual_revenue: 100, headers: false },
      gives: [
        [250, 257.5, 244.625, 262.39375],
        [20, 0, 30, 10],
        [12.5, 12.875, 12.23125, 13.1196875],
        [257.5, 244.625, 262.39375, 259.2740625],
        [2.5, 2.575, 2.44625, 2.6239375],
      ],
      says: 'a backlog of 2.5 years of revenue, kept up by what is booked',
    },
    {
      args: { opening: 50, bookings: [0, 0], term_quarters: 20, minimum: 2.5, usage: [1.5, 3] },
      gives: [
        [50, 47.5],
        [0, 0],
        [2.5, 2.375],
        [47.5, 45.125],
        ['n/a', 'n/a'],
        [1, 0],
      ],
      says: 'a customer who uses less than was promised owes the rest; cover needs a revenue',
    },
    {
      args: { opening: 250, bookings: [20], term_quarters: 20, usage: [1] },
      gives: '#VALUE!',
      says: 'usage is compared with a minimum',
    },
  ],
  related: ['TAAS_BACKLOG_RUNOFF', 'TAAS_SHOCK_MARGIN'],
});
