import { base } from '../../book/case';
import { plainly } from '../../catalogue/assumption';
import { basis } from '../../catalogue/basis';
import { define } from '../../catalogue/define';
import { profit, yearBefore } from './parameters';

const change = (later: typeof base.aws_ebit, earlier: typeof base.aws_ebit): number =>
  (plainly(later) as number) - (plainly(earlier) as number);
const ON_EBIT =
  change(base.bedrock_ebit, base.bedrock_ebit_year_before) / change(base.aws_ebit, base.aws_ebit_year_before);

/**
 * The article's 30% is of gross profit. AWS reports none, so its operating income stands below, as if its opex were
 * flat. Whoever gives both sides at one level of profit gets the share at that level.
 */
export const BEDROCK_CONTRIB = define({
  name: 'BEDROCK_CONTRIB',
  family: 'contribution',
  answers: `Share of a company’s profit growth that one segment brought; by default Bedrock’s gross profit over AWS’ operating income, as AWS reports no gross profit (EBIT over EBIT: ${(100 * ON_EBIT).toFixed(1)}%).`,
  parameters: {
    segment1: profit('Segment profit, later period; gross profit by default.', base.bedrock_gross_profit),
    segment0: profit('Segment profit, earlier period; gross profit by default.', base.bedrock_gross_profit_year_before),
    total1: profit('Company profit, later period; operating income by default.', base.aws_ebit),
    total0: yearBefore('Company profit, earlier period; operating income by default.'),
    basis: basis('REPORTED'),
  },
  rules: [{ together: ['segment1', 'segment0', 'total1', 'total0'] }],
  result: {
    shape: 'number',
    unit: 'share',
    about: 'change of the segment’s profit over change of the company’s',
  },
  formula: (x, m) => {
    const company = m.step('company_profit_change', x.total1.minus(x.total0));
    return m.step('contribution', m.step('segment_profit_change', x.segment1.minus(x.segment0)).div(company));
  },
  examples: [
    {
      args: {},
      gives: 0.297974167941852,
      says: 'about the 30% of the article: Bedrock’s gross profit over AWS’ operating income',
    },
    {
      args: { segment1: 0.75625, segment0: 0.03951045, total1: 14.161, total0: 11.547 },
      gives: 0.274192635807192,
      says: 'EBIT over EBIT, both sides at one level of profit: 27.4%',
    },
    { args: { segment1: 1, segment0: 0, total1: 5, total0: 5 }, gives: '#DIV/0!', says: 'no growth to share' },
  ],
  related: ['BEDROCK_GROWTH_PP', 'TAAS_SEGMENT_IMPACT'],
});
