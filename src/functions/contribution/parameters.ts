import { base } from '../../book/case';
import { basis } from '../../catalogue/basis';
import { money, number } from '../../catalogue/parameters';

export const profit = (about: string, fallback: typeof base.aws_ebit) =>
  number('usd_bn_quarter', about, { min: -1e6, max: 1e6, default: fallback });

/** The articles compare AWS with the quarter before only. */
export const yearBefore = (about: string) =>
  ({
    ...profit(about, base.aws_ebit_year_before),
    otherwise: 'the articles give no AWS margin of the year before',
  }) as const;

/** Two periods of one business; the base case is AWS on the year before. */
export const YEAR_ON_YEAR = {
  ebit1: profit('EBIT of the later period.', base.aws_ebit),
  ebit0: yearBefore('EBIT of the earlier period.'),
  revenue1: money('usd_bn_quarter', 'Revenue of the later period.', { default: base.aws_revenue }),
  revenue0: money('usd_bn_quarter', 'Revenue of the earlier period.', { default: base.aws_revenue_year_before }),
  basis: basis('REPORTED'),
} as const;
