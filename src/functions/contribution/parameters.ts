import { base } from '../../book/case';
import { money, number } from '../../catalogue/parameters';

const profit = (about: string, fallback: typeof base.aws_ebit) =>
  number('usd_bn_quarter', about, { min: -1e6, max: 1e6, default: fallback });

/** Two periods of one business; the base case is AWS on the year before. */
export const YEAR_ON_YEAR = {
  ebit1: profit('EBIT of the later period.', base.aws_ebit),
  ebit0: profit('EBIT of the earlier period.', base.aws_ebit_year_before),
  revenue1: money('usd_bn_quarter', 'Revenue of the later period.', { default: base.aws_revenue }),
  revenue0: money('usd_bn_quarter', 'Revenue of the earlier period.', { default: base.aws_revenue_year_before }),
} as const;
