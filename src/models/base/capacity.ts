import { assumed, type BaseSection } from './row';
import { whole } from '../declaration';

const CHIPS = 'ours, inside public ranges';

/** Power as it is built, the chips on it and what they cost. Sites and contracts with dates are a table of T5. */
export const CAPACITY: BaseSection = {
  title: 'Capacity and power',
  rows: [
    assumed(
      'mw_completed',
      'IT power completed, beside the dated sites',
      'MW',
      [8, 20, 40, 16, 0, 0],
      'ours: what the tokens of the quarter need, and some',
      { format: whole },
    ),
    assumed('pue', 'Facility power over IT power', 'ratio', 1.15, CHIPS, { least: 1, most: 5 }),
    assumed(
      'trainium_token_share',
      'Trainium’s share of the tokens',
      'share',
      0.5,
      'B34, C05: over 50%, November 2025',
      {
        standing: 'estimate',
      },
    ),
    assumed('trainium_capex', 'Trainium2-class chip, with its server', '$', 15_000, CHIPS, { format: whole }),
    assumed('trainium_kw', 'Power of it', 'kW of IT power', 0.75, CHIPS, { most: 1000 }),
    assumed('trainium_speed', 'Tokens a second of it, busy', 'tokens a second', 725, CHIPS, { format: whole }),
    assumed('gpu_capex', 'GPU-class chip, with its server', '$', 65_000, CHIPS, { format: whole }),
    assumed('gpu_kw', 'Power of it', 'kW of IT power', 2, CHIPS, { most: 1000 }),
    assumed('gpu_speed', 'Tokens a second of it, busy', 'tokens a second', 2_100, CHIPS, { format: whole }),
    assumed('chip_busy', 'Share of the time that a chip serves tokens', 'share', 0.6, CHIPS),
    assumed('chip_life', 'A chip is written off over', 'years', 5, 'C03: five years, for a subset of servers', {
      standing: 'estimate',
      least: 1,
      most: 50,
    }),
    assumed('hall_capex', 'Data-centre capex', '$ a kW of facility power', 12_000, 'ours: 13,800 a kW of IT power', {
      format: whole,
    }),
    assumed('hall_life', 'A data centre is written off over', 'years', 15, CHIPS, { least: 1, most: 50 }),
    assumed('power_price', 'Price of electricity', '$ a MWh', 70, CHIPS, { most: 10_000 }),
    assumed('chip_running_cost', 'Yearly running cost of a chip', 'share', 0.04, 'ours: of its price'),
    assumed('capital_cost', 'Cost of capital', 'share', 0, 'none: the accounting cost, which ties to EBIT'),
    assumed('bought_mw_cost', 'A MW-year bought from others', '$m a MW-year', 12, 'ours; public range 10 to 15'),
    assumed('tax_rate', 'Tax', 'share', 0.21, 'US statutory rate'),
  ],
};
