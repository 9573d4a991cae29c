import { base } from '../../book/assumptions';
import { define } from '../../catalogue/define';
import { number } from '../../catalogue/parameters';

const profit = (about: string, fallback: typeof base.aws_ebit) =>
  number('usd_bn_quarter', about, { min: -1e6, max: 1e6, default: fallback });

/** Both sides at one level of profit: gross or EBIT. AWS reports no gross profit, so its EBIT stands in, with opex flat. */
export const BEDROCK_CONTRIB = define({
  name: 'BEDROCK_CONTRIB',
  family: 'contribution',
  answers: 'Share of a company’s profit growth that one segment brought; negative when the total fell.',
  parameters: {
    segment1: profit('Segment profit, later period.', base.bedrock_gross_profit),
    segment0: profit('Segment profit, earlier period.', base.bedrock_gross_profit_1q25),
    total1: profit('Company profit, later period.', base.aws_ebit),
    total0: profit('Company profit, earlier period.', base.aws_ebit_1q25),
  },
  result: { shape: 'number', unit: 'share', about: 'segment’s change of profit over the total’s' },
  formula: (x, m) => {
    const total = m.step('total_change', x.total1.minus(x.total0));
    return m.step('contribution', m.step('segment_change', x.segment1.minus(x.segment0)).div(total));
  },
  examples: [
    { args: {}, gives: 0.297974167941852, says: 'about the 30% of the article, on gross profit' },
    {
      args: { segment1: 0.75625, segment0: 0.03951045 },
      gives: 0.274192635807192,
      says: 'the same on EBIT: 27.4%',
    },
    { args: { segment1: 1, segment0: 0, total1: 5, total0: 5 }, gives: '#DIV/0!', says: 'no growth to share' },
  ],
  related: ['BEDROCK_GROWTH_PP', 'TAAS_SEGMENT_IMPACT'],
});
