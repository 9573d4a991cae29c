import { base } from '../../book/assumptions';
import { define } from '../../catalogue/define';
import { list, money, rate } from '../../catalogue/parameters';
import type { Maths, Num } from '../../formula/num';

interface Investment {
  readonly capex: Num;
  readonly annual_cash: readonly Num[];
  readonly rate: Num;
}

/** One number is the same cash every year, without end; a list is what each year brings, even within it, and no more after. */
export const TAAS_PAYBACK = define({
  name: 'TAAS_PAYBACK',
  family: 'returns',
  answers: 'Years until the cash of an investment has paid it back, discounted if a rate is given.',
  parameters: {
    capex: money('usd_bn', 'What is invested at the start.', { above: 0, required: true }),
    annual_cash: list('usd_bn_year', 'Cash of every year as one number, or a list with one number for each year.', {
      min: -1e6,
      max: 1e6,
      required: true,
    }),
    rate: rate('Discount rate a year.', { min: 0, max: 1, default: base.discount_rate }),
  },
  result: { shape: 'number', unit: 'years', about: 'payback period' },
  formula: (x, m) => m.step('payback_years', x.annual_cash.length === 1 ? flat(x, m) : byYear(x, m)),
  examples: [
    { args: { capex: 11.14, annual_cash: [4.738] }, gives: 2.35120303925707, says: 'Bedrock’s EBITDA on its capital' },
    {
      args: { capex: 11.14, annual_cash: [2.173], rate: 0.08 },
      gives: 6.85857874834128,
      says: 'the same capital as infrastructure, at 8%',
    },
    { args: { capex: 10, annual_cash: [2, 3, 4, 5] }, gives: 3.2, says: 'a fifth into the fourth year' },
    {
      args: { capex: 10, annual_cash: [0.5], rate: 0.08 },
      gives: '#N/A',
      says: 'for ever at 8% this cash is worth 6.25',
    },
  ],
  related: ['TAAS_ROIC'],
});

/** Cash for n years is worth cash·(1 − (1+r)^−n)/r; solved for the n at which that is the capex. */
function flat({ capex, annual_cash, rate }: Investment, m: Maths): Num {
  const cash = annual_cash[0]!;
  const simple = m.step('years_undiscounted', capex.div(cash));
  const left = m.step('share_never_needed', m.num(1).minus(rate.times(simple)));
  const yearly = m.step('log_of_yearly_growth', m.ln(rate.plus(1)));
  const years = m.when(left.above(0), m.num(0).minus(m.ln(left)).div(yearly), never(m));
  return m.when(cash.above(0), m.when(rate.above(0), years, simple), never(m));
}

/** The first year by whose end the present values add up to the capex, and how far into it. */
function byYear({ capex, annual_cash, rate }: Investment, m: Maths): Num {
  const growth = m.step('yearly_growth', rate.plus(1));
  let factor = m.num(1);
  let before = m.num(0);
  const years = annual_cash.map((cash, i) => {
    factor = m.step(`discount_factor_${i + 1}`, factor.times(growth));
    const value = m.step(`present_value_${i + 1}`, cash.div(factor));
    const year = { before, value, after: m.step(`paid_back_by_year_${i + 1}`, before.plus(value)) };
    before = year.after;
    return year;
  });
  return years.reduceRight(
    (later, { before, value, after }, i) => m.when(after.atLeast(capex), capex.minus(before).div(value).plus(i), later),
    never(m),
  );
}

const never = (m: Maths): Num =>
  m.none('capex of {capex} is never paid back: at a rate of {rate} the cash is worth less');
