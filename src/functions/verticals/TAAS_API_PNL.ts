import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { headers, number, share } from '../../catalogue/parameters';

export const TAAS_API_PNL = define({
  name: 'TAAS_API_PNL',
  family: 'verticals',
  answers: 'Profit and loss of selling tokens by API: revenue, cost to serve, partner share and gross profit.',
  parameters: {
    tokens: number('tn_tokens_quarter', 'Tokens served, counted alike in price and cost.', {
      min: 0,
      max: 1e9,
      required: true,
    }),
    token_price: number('usd_m_tokens', 'Blended price.', { min: 0, max: 1e4, required: true }),
    token_cost: number('usd_m_tokens', 'Cost to serve.', { min: 0, max: 1e4, required: true }),
    partner_share: share('Share of revenue paid to a cloud or reseller.', { default: base.api_partner_share }),
    headers,
  },
  result: { shape: 'table', about: 'five lines, $bn a quarter and a fraction' },
  formula: (x, m) => {
    // a trillion tokens at $1 per million is $0.001bn
    const revenue = m.step('revenue', x.tokens.times(x.token_price).div(1000));
    const serving = m.step('cost_to_serve', x.tokens.times(x.token_cost).div(1000));
    const partner = m.step('partner_payment', revenue.times(x.partner_share));
    const gross = m.step('gross_profit', revenue.minus(serving).minus(partner));
    return {
      header: ['Line', '1 quarter'],
      rows: [
        { label: 'Revenue', unit: 'usd_bn_quarter', values: [revenue] },
        { label: 'Cost to serve', unit: 'usd_bn_quarter', values: [serving] },
        { label: 'Partner share', unit: 'usd_bn_quarter', values: [partner] },
        { label: 'Gross profit', unit: 'usd_bn_quarter', values: [gross] },
        { label: 'Gross margin', unit: 'margin', values: [m.step('gross_margin', gross.div(revenue))] },
      ],
    };
  },
  examples: [
    {
      args: { tokens: 2102.4, token_price: 0.5, token_cost: 0.2 },
      gives: [[1.0512], [0.42048], [0], [0.63072], [0.6]],
      says: 'Gemini’s 16bn tokens a minute for a quarter; price and cost are illustrations',
    },
    {
      args: { tokens: 1000, token_price: 1.5, token_cost: 0.4, partner_share: 0.1, headers: false },
      gives: [[1.5], [0.4], [0.15], [0.95], [0.633333333333333]],
      says: 'a tenth of revenue goes to the channel',
    },
    {
      args: { tokens: 0, token_price: 1.5, token_cost: 0.4 },
      gives: [[0], [0], [0], [0], ['n/a']],
      says: 'no tokens, no margin; the other lines stand',
    },
  ],
  related: ['TAAS_TOKEN_COST', 'TAAS_TOKEN_PRICE', 'TAAS_LAB_PNL'],
});
