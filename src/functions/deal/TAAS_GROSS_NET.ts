import { define } from '../../catalogue/define';
import { headers } from '../../catalogue/parameters';
import { distributor } from '../../economics/deal';
import { DEAL, SHARE } from './parameters';

/** Agent or principal: the control test of ASC 606-10-55-36 to 55-40. The lab is the seller of record, so the cloud is the agent. */
export const TAAS_GROSS_NET = define({
  name: 'TAAS_GROSS_NET',
  family: 'deal',
  answers:
    'The same deal booked net (as agent, as AWS does) and gross (as principal): EBIT is equal, the margin is not.',
  parameters: { ...DEAL, headers, ...SHARE },
  result: { shape: 'table', about: 'six lines as agent and as principal' },
  formula: (x, m) => {
    const { net, opex, ebit } = distributor(x, m);
    const toLab = m.step('payments_to_lab', x.token_spend.minus(net));
    const principal = m.step('ebit_as_principal', x.token_spend.minus(toLab).minus(x.infra_cogs).minus(opex));
    return {
      header: ['Line', 'Agent (net)', 'Principal (gross)'],
      rows: [
        { label: 'Revenue', unit: 'usd_bn_quarter', values: [net, x.token_spend] },
        { label: 'Payments to the lab', unit: 'usd_bn_quarter', values: [0, toLab] },
        { label: 'Infrastructure COGS', unit: 'usd_bn_quarter', values: [x.infra_cogs, x.infra_cogs] },
        { label: 'Platform opex', unit: 'usd_bn_quarter', values: [opex, opex] },
        { label: 'EBIT', unit: 'usd_bn_quarter', values: [ebit, principal] },
        {
          label: 'EBIT margin',
          unit: 'margin',
          values: [
            m.step('margin_as_agent', ebit.div(net)),
            m.step('margin_as_principal', principal.div(x.token_spend)),
          ],
        },
      ],
    };
  },
  examples: [
    {
      args: {},
      gives: [
        [1.375, 2],
        [0, 0.625],
        [0.55, 0.55],
        [0.06875, 0.06875],
        [0.75625, 0.75625],
        [0.55, 0.378125],
      ],
      says: 'gross presentation would hide the mix benefit: 37.8% is about the AWS average',
    },
    {
      args: { token_spend: 1, headers: false },
      gives: [
        [1, 1],
        [0, 0],
        [0.55, 0.55],
        [0.05, 0.05],
        [0.4, 0.4],
        [0.4, 0.4],
      ],
      says: 'where fee and share take all of the spend the two are the same',
    },
  ],
  related: ['TAAS_PNL', 'TAAS_MARGIN'],
});
