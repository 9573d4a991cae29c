import { define } from '../../catalogue/define';
import { tokenCost } from '../../economics/silicon';
import { cost_per_hour, tokens_per_sec, utilization } from './parameters';

/** Tokens are counted on one definition (input, cached and output together) in the cost and in the price. */
export const TAAS_TOKEN_COST = define({
  name: 'TAAS_TOKEN_COST',
  family: 'silicon',
  answers: 'Cost of serving a million tokens on one kind of chip.',
  parameters: { cost_per_hour, tokens_per_sec, utilization },
  result: { shape: 'number', unit: 'usd_m_tokens', about: 'cost of a million tokens' },
  formula: (x, m) => tokenCost(x, m),
  examples: [
    { args: {}, gives: 0.351277795272835, says: 'a Trainium2-class chip' },
    {
      args: { cost_per_hour: 2.15186757990868, tokens_per_sec: 2100 },
      gives: 0.474397614618316,
      says: 'a GPU-class chip: Trainium is 26% cheaper a token',
    },
    {
      args: { cost_per_hour: 2.65, tokens_per_sec: 6000, utilization: 1 },
      gives: 0.122685185185185,
      says: 'a rented GB300 at full use, quoted at $0.12',
    },
    { args: { utilization: 0 }, gives: '#DIV/0!', says: 'an idle chip serves no tokens' },
  ],
  related: ['TAAS_CHIP_HOUR_COST', 'TAAS_BLENDED_TOKEN_COST', 'TAAS_TOKEN_PRICE'],
});
