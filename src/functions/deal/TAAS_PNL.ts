import { define } from '../../catalogue/define';
import { headers } from '../../catalogue/parameters';
import { distributor } from '../../economics/deal';
import { DEAL, SHARE } from './parameters';

export const TAAS_PNL = define({
  name: 'TAAS_PNL',
  family: 'deal',
  answers: 'Profit and loss of the distributor of a lab’s tokens, from gross token spend to EBIT and the ratios.',
  parameters: { ...DEAL, headers, ...SHARE },
  result: { shape: 'table', about: 'twelve lines, $bn a quarter and fractions' },
  formula: (x, m) => {
    const { fee, share, net, gross, opex, ebit } = distributor(x, m);
    const line = (label: string, value: typeof net) => ({ label, unit: 'usd_bn_quarter', values: [value] }) as const;
    const ratio = (label: string, value: typeof net) => ({ label, unit: 'share', values: [value] }) as const;
    return {
      header: ['Line', '1 quarter'],
      rows: [
        line('Gross token spend', x.token_spend),
        line('Infrastructure fee', fee),
        line('Revenue share', share),
        line('Net revenue', net),
        line('Infrastructure COGS', x.infra_cogs),
        line('Gross profit', gross),
        line('Platform opex', opex),
        line('EBIT', ebit),
        ratio('Gross margin', m.step('gross_margin', gross.div(net))),
        ratio('EBIT margin', m.step('ebit_margin', ebit.div(net))),
        ratio('Take rate', m.step('take_rate', net.div(x.token_spend))),
        ratio('Revenue share of spend', m.step('effective_share', share.div(x.token_spend))),
      ],
    };
  },
  examples: [
    {
      args: {},
      gives: [[2], [0.7], [0.675], [1.375], [0.55], [0.825], [0.06875], [0.75625], [0.6], [0.55], [0.6875], [0.3375]],
      says: 'the base case',
    },
    {
      args: { token_spend: 4.02, fixed_fee: 1.5, infra_cogs: 1.18, headers: false },
      gives: [
        [4.02],
        [1.5],
        [1.483],
        [2.983],
        [1.18],
        [1.803],
        [0.14915],
        [1.65385],
        [0.604425075427422],
        [0.554425075427422],
        [0.742039800995025],
        [0.368905472636816],
      ],
      says: 'the 2Q26E scenario, numbers alone',
    },
  ],
  related: ['TAAS_MARGIN', 'TAAS_GROSS_NET', 'TAAS_CHANNELS'],
});
