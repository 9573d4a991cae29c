import { base } from '../../book/case';
import { choice, money, number, rate, share, years } from '../../catalogue/parameters';

/** A change of useful life, in the order in which its functions take it. */
export const LIFE_CHANGE = {
  life_from: years('Useful life today.', { default: base.server_life }),
  life_to: years('Useful life to restate to.', { default: base.life_to }),
  server_share: share('Share of depreciation that is servers.', { default: base.server_share }),
  method: choice(
    'What the change does to a year’s charge.',
    {
      SIMPLE: 'old life over new, as for a young and fast-growing fleet',
      VINTAGE: 'a fleet that has grown at a steady rate; no effect without growth',
      PROSPECTIVE: 'a cohort of one age, as a change in estimate is booked',
    },
    'SIMPLE',
  ),
  growth: rate('Yearly growth of capex behind the fleet, for VINTAGE.', {
    min: -0.5,
    max: 2,
    default: base.capex_growth,
  }),
  age: number('years', 'Age of the cohort, for PROSPECTIVE.', { min: 0, max: 100, default: base.fleet_age }),
} as const;

export const depreciation = money('usd_bn_quarter', 'Depreciation and amortisation of the quarter.', {
  default: base.aws_depreciation,
});
export const revenue = money('usd_bn_quarter', 'Revenue of the quarter.', { default: base.aws_revenue });
