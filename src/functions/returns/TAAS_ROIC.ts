import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { money, number, share } from '../../catalogue/parameters';
import { complement } from '../../economics/complement';

export const TAAS_ROIC = define({
  name: 'TAAS_ROIC',
  family: 'returns',
  answers: 'Return on invested capital: a year’s EBIT after tax over the average capital that earned it.',
  parameters: {
    ebit: number('usd_bn_year', 'EBIT of a year.', { min: -1e6, max: 1e6, default: base.aws_ebit_ttm }),
    capital: money('usd_bn', 'Average invested capital of that year.', { default: base.aws_capital }),
    tax: share('Tax rate.', { default: base.tax }),
  },
  result: { shape: 'number', unit: 'rate', about: 'EBIT after tax over capital' },
  formula: (x, m) => {
    const afterTax = m.step('ebit_after_tax', x.ebit.times(complement(x.tax, m)));
    return m.step('roic', afterTax.div(x.capital));
  },
  examples: [
    {
      args: {},
      gives: 0.160899664209837,
      says: 'AWS, four quarters to 1Q26, on segment assets gross of liabilities: a floor',
    },
    { args: { ebit: 3.025, capital: 11.14 }, gives: 0.214519748653501, says: 'Bedrock on chips and halls of $11.1bn' },
    {
      args: { ebit: 0.46, capital: 11.14 },
      gives: 0.0326211849192101,
      says: 'the same capital rented out as infrastructure',
    },
    { args: { capital: 0 }, gives: '#DIV/0!', says: 'no capital, no return on it' },
  ],
  related: ['TAAS_PAYBACK', 'TAAS_INCREMENTAL_MARGIN'],
});
