import { spoken } from '../../catalogue/units';
import { distributor } from '../../economics/deal';
import { blendedTokenCost, chipHourCost, tokenCost, type Chip } from '../../economics/silicon';
import type { Maths, Num } from '../../formula/num';
import { derived, given, named, type Of, type Told } from '../role';
import { deal, dealOf } from './deal';
import { silicon } from './silicon';

const chip = (of: Of, capex: Num, kw_per_chip: Num): Chip => ({
  capex,
  kw_per_chip,
  life: of(silicon.server_life),
  pue: of(silicon.pue),
  power_price: of(silicon.power_price),
  dc_capex_per_kw: of(silicon.dc_capex_per_kw),
  dc_life: of(silicon.dc_life),
  opex_rate: of(silicon.chip_opex_rate),
  wacc: of(silicon.wacc),
  hours_per_year: of(silicon.hours_per_year),
});

const hours = named({
  trainium_chip_hour_cost: derived(
    'usd_hour',
    'cost of a Trainium2-class chip-hour',
    'TAAS_CHIP_HOUR_COST of the base chip',
    (of, m) => chipHourCost(chip(of, of(silicon.trainium_capex), of(silicon.trainium_kw)), m),
  ),
  gpu_chip_hour_cost: derived(
    'usd_hour',
    'cost of a GPU-class chip-hour',
    ({ figure }) =>
      `TAAS_CHIP_HOUR_COST at ${figure(silicon.gpu_capex).toLocaleString('en-US')} $ and ${figure(silicon.gpu_kw).toFixed(1)} kW`,
    (of, m) => chipHourCost(chip(of, of(silicon.gpu_capex), of(silicon.gpu_kw)), m),
  ),
});

const tokens = named({
  custom_cost: derived(
    'usd_m_tokens',
    'cost of a million tokens on Trainium2-class chips',
    'TAAS_TOKEN_COST of the base chip',
    (of, m) =>
      tokenCost(
        {
          cost_per_hour: of(hours.trainium_chip_hour_cost),
          tokens_per_sec: of(silicon.trainium_tokens_per_sec),
          utilization: of(silicon.utilization),
        },
        m,
      ),
  ),
  gpu_cost: derived(
    'usd_m_tokens',
    'cost of a million tokens on GPU-class chips',
    'TAAS_TOKEN_COST of the GPU-class chip',
    (of, m) =>
      tokenCost(
        {
          cost_per_hour: of(hours.gpu_chip_hour_cost),
          tokens_per_sec: of(silicon.gpu_tokens_per_sec),
          utilization: of(silicon.utilization),
        },
        m,
      ),
  ),
});

/** What a chip-hour and a million tokens cost, and what is kept of their price. */
export const chips = {
  ...hours,
  ...tokens,
  ...named({
    take_rate: derived('share', 'net revenue over gross token spend', 'TAAS_TAKE_RATE of the base deal', (of, m) =>
      distributor(dealOf(of), m).net.div(of(deal.token_spend)),
    ),
    price_kept: given('share', 'share of the token price that stays with the seller; 1 for its own tokens'),
  }),
};

/** The deal’s infrastructure cost when another share of the tokens runs on custom chips. */
function cogsAt(customShare: number, of: Of, m: Maths): Num {
  const cost = (share: Num): Num => blendedTokenCost(share, of(tokens.custom_cost), of(tokens.gpu_cost), m);
  return of(deal.infra_cogs)
    .times(cost(m.num(customShare)))
    .div(cost(of(silicon.custom_share)));
}
const against =
  (customShare: string) =>
  ({ figure }: Told): string =>
    `base cost × blended token cost at ${customShare} over that at ${spoken(figure(silicon.custom_share), 'share')}`;

export const fleets = named({
  infra_cogs_all_gpu: derived(
    'usd_bn_quarter',
    'infrastructure cost with every token on GPUs',
    against('0%'),
    (of, m) => cogsAt(0, of, m),
  ),
  infra_cogs_trainium_80: derived(
    'usd_bn_quarter',
    'infrastructure cost with 80% of tokens on Trainium',
    against('80%'),
    (of, m) => cogsAt(0.8, of, m),
  ),
});
