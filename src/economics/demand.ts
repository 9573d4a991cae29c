import type { Maths, Num, Test } from '../formula/num';
import { complement } from './complement';
import { revenueShare, type Deal } from './deal';

/** A deal, and how much of it stays when consumption departs from plan. */
export interface Terms extends Pick<Deal, 'token_spend' | 'fixed_fee' | 'tiers' | 'infra_cogs' | 'opex_rate'> {
  readonly contract: 'TAAS' | 'IAAS';
  /** guaranteed share of the fee */
  readonly floor: Num;
  /** share of the infrastructure cost that does not fall with demand */
  readonly cogs_fixed: Num;
}

/**
 * A quarter in which the customers consume `demand` of plan.
 * TAAS: the guaranteed part of the fee stays, the rest and the tokens follow demand; above plan more capacity is needed.
 * IAAS: the fee for what is used, at least the guaranteed part and at most the contract.
 * @param at ending of the names of its lines, where one calculation looks at several demands
 */
export function atDemand(demand: Num, x: Terms, m: Maths, at = '') {
  const partlyFixed = (fixed: Num, used: Num): Num => fixed.plus(complement(fixed, m).times(used));
  const iaas = x.contract === 'IAAS';
  const billed = iaas ? m.min(1, m.max(x.floor, demand)) : partlyFixed(x.floor, demand);
  const tokens = { token_spend: demand.times(x.token_spend), tiers: x.tiers, mode: 'MARGINAL' } as const;
  const share = iaas ? m.num(0) : revenueShare(tokens, m);
  const needed = iaas
    ? partlyFixed(x.cogs_fixed, m.min(1, demand))
    : m.when(demand.above(1), demand, partlyFixed(x.cogs_fixed, demand));
  const revenue = m.step(`revenue${at}`, x.fixed_fee.times(billed).plus(share));
  const cogs = m.step(`cogs${at}`, x.infra_cogs.times(needed));
  const ebit = m.step(`ebit${at}`, revenue.times(complement(x.opex_rate, m)).minus(cogs));
  return { revenue, cogs, ebit };
}

/**
 * The demand, from 0 to plan, from which on EBIT is not negative. EBIT is linear between the demands where a tier opens
 * (TAAS) or the guarantee ends (IAAS), so the line through the two ends of the last stretch that starts with a loss gives
 * it exactly. Below a guarantee EBIT falls as consumption rises: it may be positive unused and still need a break-even.
 */
export function breakevenDemand(x: Terms, m: Maths): Num {
  const bends =
    x.contract === 'IAAS'
      ? [x.floor]
      : x.tiers.slice(1).map((tier, i) => m.step(`tier_${i + 2}_opens_at`, m.min(1, tier.from.div(x.token_spend))));
  const demands = [m.num(0), ...bends, m.num(1)];
  const ebits = demands.map((demand, i) => atDemand(demand, x, m, `_${i + 1}`).ebit);
  const always = m.none(
    'EBIT is not negative at any share of plan: the guaranteed fee covers the cost even without consumption',
  );
  const never = m.none('EBIT is negative at plan: no share of plan is enough');
  const isLoss = (ebit: Num): Test => m.num(0).above(ebit);
  const noLossYet = m.when(ebits[0]!.above(0), always, 0);
  const breakeven = ebits.slice(0, -1).reduce((sofar, loss, i) => {
    const [from, to] = [demands[i]!, demands[i + 1]!];
    const gained = m.step(`ebit_gained_${i + 1}`, ebits[i + 1]!.minus(loss));
    return m.when(isLoss(loss), from.minus(loss.times(to.minus(from)).div(gained)), sofar);
  }, noLossYet);
  return m.when(isLoss(ebits.at(-1)!), never, breakeven);
}
