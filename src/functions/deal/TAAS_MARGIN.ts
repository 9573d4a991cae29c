import { define } from '../../catalogue/define';
import { distributor } from '../../economics/deal';
import { WHOLE_DEAL } from './parameters';

export const TAAS_MARGIN = define({
  name: 'TAAS_MARGIN',
  family: 'deal',
  answers: 'EBIT margin of a cloud that distributes a lab’s tokens for an infrastructure fee and a revenue share.',
  parameters: WHOLE_DEAL,
  result: { shape: 'number', unit: 'margin', about: 'EBIT over net revenue' },
  formula: (x, m) => {
    const { ebit, net } = distributor(x, m);
    return m.step('ebit_margin', ebit.div(net));
  },
  examples: [
    { args: {}, gives: 0.55, says: 'the base case: Bedrock’s 55%' },
    { args: { token_spend: 1 }, gives: 0.4, says: 'half the token spend on the same infrastructure' },
    { args: { mode: 'WHOLE' }, gives: 0.583333333333333, says: 'the 40% tier applies to all of the spend' },
    {
      args: { tiers: [[0, 0.5]], share_basis: 'GROSS_PROFIT' },
      gives: 0.542592592592593,
      says: 'half of the lab’s gross profit instead',
    },
    { args: { token_spend: 0, fixed_fee: 0 }, gives: '#DIV/0!', says: 'no revenue, no margin' },
  ],
  related: ['TAAS_PNL', 'TAAS_TAKE_RATE', 'TAAS_REQUIRED_SHARE'],
});
