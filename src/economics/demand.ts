import type { Maths, Num, Test } from '../formula/num';
import { complement } from './complement';
import { revenueShare, shareLines, type Deal } from './deal';

/** A deal, and how much of it stays when consumption departs from plan. */
export interface Terms extends Deal {
  readonly contract: 'TAAS' | 'IAAS';
  /** the infrastructure fee at plan */
  readonly fee: Num;
  /** guaranteed share of the fee */
  readonly floor: Num;
  /** share of the infrastructure cost that does not fall with demand */
  readonly cogs_fixed: Num;
}

const partlyFixed = (fixed: Num, used: Num, m: Maths): Num => fixed.plus(complement(fixed, m).times(used));

/** The fee of a quarter: the guaranteed part stays, or, rented, what is used between the guarantee and the contract. */
const feeAt = (demand: Num, x: Terms, m: Maths): Num =>
  x.fee.times(x.contract === 'IAAS' ? m.min(1, m.max(x.floor, demand)) : partlyFixed(x.floor, demand, m));

/** Above plan a token contract needs more capacity. */
function costAt(demand: Num, x: Terms, m: Maths): Num {
  const used = x.contract === 'IAAS' ? m.min(1, demand) : demand;
  const needed = partlyFixed(x.cogs_fixed, used, m);
  return x.infra_cogs.times(x.contract === 'IAAS' ? needed : m.when(demand.above(1), demand, needed));
}

/** EBIT, of which the platform takes its share of revenue. */
const earned = (revenue: Num, cogs: Num, x: Terms, m: Maths): Num =>
  revenue.times(complement(x.opex_rate, m)).minus(cogs);

/**
 * A quarter in which the customers consume `demand` of plan.
 * TAAS: the guaranteed part of the fee stays, the rest and the tokens follow demand; above plan more capacity is needed.
 * IAAS: the fee for what is used, at least the guaranteed part and at most the contract.
 * @param at ending of the names of its lines, where one calculation looks at several demands
 */
export function atDemand(demand: Num, x: Terms, m: Maths, at = '') {
  const fee = feeAt(demand, x, m);
  const share =
    x.contract === 'IAAS' ? m.num(0) : revenueShare({ ...x, token_spend: demand.times(x.token_spend) }, fee, m);
  const revenue = m.step(`revenue${at}`, fee.plus(share));
  const cogs = m.step(`cogs${at}`, costAt(demand, x, m));
  const ebit = m.step(`ebit${at}`, earned(revenue, cogs, x, m));
  return { revenue, cogs, ebit };
}

/** Where EBIT is a line: from this demand on, so much of it, and so much more for each plan's worth of consumption. */
interface Line {
  readonly from: Num;
  readonly share: Num;
  readonly rise: Num;
  /** whether it starts below plan; the first always does */
  readonly exists?: Test;
}

function ebitLines(x: Terms, m: Maths): Line[] {
  const nothing = m.num(0);
  const kept = complement(x.opex_rate, m);
  const cost = x.infra_cogs.times(complement(x.cogs_fixed, m));
  const line = (from: Num, share: Num, revenue: Num): Line => ({ from, share, rise: kept.times(revenue).minus(cost) });
  if (x.contract === 'IAAS') return [line(nothing, nothing, nothing), line(x.floor, nothing, x.fee)];
  // of a deal on gross profit, what is shared at demand d is d · atPlan − owed, and nothing before that is above zero
  const ofProfit = x.share_basis === 'GROSS_PROFIT';
  const fee = complement(x.floor, m).times(x.fee);
  const atPlan = ofProfit ? x.token_spend.minus(fee) : x.token_spend;
  const owed = x.floor.times(x.fee);
  const open = (shared: Num): Num => (ofProfit ? shared.plus(owed) : shared);
  const lines = shareLines(x, m).map(({ from, share, rate }, i): Line => {
    const revenue = fee.plus(rate.times(atPlan));
    if (i === 0 && !ofProfit) return line(nothing, share, revenue);
    const opens = m.when(atPlan.above(0), m.min(1, open(from).div(atPlan)), 1);
    return { ...line(m.step(`demand_${i + 1}`, opens), share, revenue), exists: atPlan.above(open(from)) };
  });
  return ofProfit ? [line(nothing, nothing, fee), ...lines] : lines;
}

/**
 * The demand, from 0 to plan, from which on EBIT is not negative. EBIT is a line between the demands where the share bends
 * (TAAS) or the guarantee ends (IAAS), so the last line with a loss gives it exactly. Where the rate of a tier applies to
 * all of the spend EBIT jumps as the tier opens, and that may be what ends the loss. Where EBIT stays at nothing, the
 * demand at which that begins. Below a guarantee EBIT falls as consumption rises: it may be positive unused and still
 * need a break-even.
 */
export function breakevenDemand(x: Terms, m: Maths): Num {
  const plan = m.num(1);
  const isLoss = (ebit: Num): Test => m.num(0).above(ebit);
  const always = m.none(
    'EBIT is not negative at any share of plan: the guaranteed fee covers the cost even without consumption',
  );
  const never = m.none('EBIT is negative at plan: no share of plan is enough');
  const lines = ebitLines(x, m);
  const starts = lines.map(({ from, share }, i) =>
    m.step(`ebit_${i + 1}`, earned(feeAt(from, x, m).plus(share), costAt(from, x, m), x, m)),
  );
  const noLossYet = m.when(starts[0]!.above(0), always, 0);
  const breakeven = lines.reduce((sofar, { from, rise, exists }, i) => {
    const [start, to] = [starts[i]!, lines[i + 1]?.from ?? plan];
    const end = m.step(`ebit_below_${i + 2}`, start.plus(m.step(`ebit_rise_${i + 1}`, rise).times(to.minus(from))));
    const worst = m.min(start, end);
    const ends = m.when(isLoss(end), to, from.minus(start.div(rise)));
    const until = m.when(isLoss(worst), ends, sofar);
    return m.step(`loses_until_${i + 1}`, exists ? m.when(exists, until, sofar) : until);
  }, noLossYet);
  return m.when(isLoss(atDemand(plan, x, m, '_at_plan').ebit), never, breakeven);
}
