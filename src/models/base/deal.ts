import { assumed, type BaseSection } from './row';
import { whole } from '../declaration';

/** Claude through Bedrock: the deal as the block of cases has it. 4Q25 to 2Q26 are the worked deal; before, its ratios. */
export const DEAL: BaseSection = {
  title: 'The deal',
  rows: [
    assumed(
      'token_spend',
      'Gross token spend',
      '$bn a quarter',
      [0.15, 0.25, 0.45, 0.740741, 2, 4.02],
      'ours: 2.0 is 41.7% of the revenue that the press gives the lab for 1Q26',
    ),
    assumed(
      'fixed_fee',
      'Fixed infrastructure fee',
      '$bn a quarter',
      [0.06, 0.1, 0.18, 0.3, 0.7, 1.5],
      'C14, B13 name the fee; its size is ours: megawatts × $10m a year',
    ),
    assumed('infra_rate', 'Infrastructure fee by spend', 'share', 0, 'none: the fee is fixed'),
    assumed('tiers[1].from', 'Tier 1 from', '$bn a quarter', 0, 'ours', { most: 0 }),
    assumed('tiers[1].rate', 'Tier 1 share', 'share', 0.25, 'ours; B15 names performance thresholds'),
    assumed('tiers[2].from', 'Tier 2 from', '$bn a quarter', 0.5, 'ours'),
    assumed('tiers[2].rate', 'Tier 2 share', 'share', 0.35, 'ours'),
    assumed('tiers[3].from', 'Tier 3 from', '$bn a quarter', 1.5, 'ours'),
    assumed('tiers[3].rate', 'Tier 3 share', 'share', 0.4, 'ours'),
    assumed(
      'infra_cogs',
      'Infrastructure COGS',
      '$bn a quarter',
      [0.048, 0.08, 0.143, 0.235714, 0.55, 1.18],
      'ours: the bottom-up fleet costs 0.5505',
    ),
    assumed('opex_rate', 'Platform opex', 'share', 0.05, 'ours', {}),
    assumed('rev_share_scale', 'All shares times', 'ratio', 1, 'as agreed', { most: 10 }),
    assumed('other_cogs', 'The lab’s other COGS', '$bn a quarter', 0, 'none'),
    assumed('model_cost_rate', 'Cost of the cloud’s own model', 'share', 0.2, 'ours'),
    assumed('mw', 'IT power that serves the lab', 'MW', [24, 40, 72, 120, 280, 600], 'ours: fee ÷ fee per MW', {
      format: whole,
    }),
    assumed('fee_per_mw', 'Fee', '$m a MW-year', 10, 'ours; public range 10 to 15'),
    assumed('token_price', 'Token price', '$ a million tokens', 1.5, 'ours: $2.0bn on 1,333tn tokens', {
      most: 10_000,
    }),
  ],
};
