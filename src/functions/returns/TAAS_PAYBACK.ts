import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { list, money, rate } from '../../catalogue/parameters';
import { timeline } from '../../economics/timeline';
import type { Maths, Num } from '../../formula/num';

interface Investment {
  readonly capex: Num;
  readonly annual_cash: readonly Num[];
  readonly rate: Num;
}

/**
 * One number is the same cash every year, without end; a list is what each year brings, and no more after. Either accrues
 * evenly at the rate, so that a list of equal numbers answers as the number does.
 */
export const TAAS_PAYBACK = define({
  name: 'TAAS_PAYBACK',
  family: 'returns',
  answers: 'Years until the cash of an investment has paid it back, discounted if a rate is given.',
  parameters: {
    capex: money('usd_bn', 'What is invested at the start.', { above: 0, required: true }),
    annual_cash: list('usd_bn_year', 'Cash of every year as one number, or a list with one number for each year.', {
      min: -1e6,
      max: 1e6,
      most: 1000,
      required: true,
    }),
    rate: rate('Discount rate a year.', { min: 0, max: 1, default: base.discount_rate }),
  },
  result: { shape: 'number', unit: 'years', about: 'payback period' },
  formula: (x, m) => {
    const { whole, further } = x.annual_cash.length === 1 ? forEver(x, m) : byYear(x, m);
    // owed = cash·(1 − (1+r)^−n)/r, solved for n; owed/cash at a rate of 0
    const discounted = m.log1p(m.num(0).minus(x.rate.times(further))).div(m.log1p(x.rate));
    const years = m.when(x.rate.above(0), m.num(0).minus(discounted), further);
    return m.step('payback_years', whole.plus(years));
  },
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
    {
      args: { capex: 10, annual_cash: [3, 3, 3, 3, 3, 3], rate: 0.1 },
      gives: 4.25416370990589,
      says: 'the same as 3 every year',
    },
  ],
  related: ['TAAS_ROIC'],
});

/** Whole years, after which something is owed, and what is owed over the level cash that pays it back. */
interface Payback {
  readonly whole: Num;
  readonly further: Num;
}

/** Cash of no more than the interest on the capex never pays it back. */
function forEver({ capex, annual_cash, rate }: Investment, m: Maths): Payback {
  const cash = annual_cash[0]!;
  const interest = m.step('interest_on_capex', rate.times(capex));
  const years = m.step('years_undiscounted', capex.div(cash));
  return { whole: m.num(0), further: m.when(cash.above(interest), years, never(m)) };
}

/** The first year at whose end nothing is owed any more. */
function byYear({ capex, annual_cash, rate }: Investment, m: Maths): Payback {
  const growth = m.step('yearly_growth', rate.plus(1));
  const years = timeline(annual_cash.length, { owed: capex }, (before, t) => {
    const cash = annual_cash[t - 1]!;
    const further = before.owed.div(cash);
    const owed = m.step(`owed_after_${t}`, before.owed.times(growth).minus(cash));
    return { whole: m.num(t - 1), further, owed, paidBack: m.num(0).atLeast(owed) };
  });
  const ofThatYear = (part: 'whole' | 'further'): Num =>
    years.reduceRight((later, year) => m.when(year.paidBack, year[part], later), never(m));
  return {
    whole: m.step('whole_years', ofThatYear('whole')),
    further: m.step('last_year_undiscounted', ofThatYear('further')),
  };
}

const never = (m: Maths): Num =>
  m.none('capex of {capex} is never paid back: at a rate of {rate} the cash of any number of years is worth less');
