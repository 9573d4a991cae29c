import type { Maths, Num } from '../formula/num';

/** One step of a tiered revenue share: from this spend upward, this share of it. */
export interface Tier {
  readonly from: Num;
  readonly rate: Num;
}

export interface Deal {
  readonly token_spend: Num;
  readonly fixed_fee: Num;
  readonly infra_rate: Num;
  readonly tiers: readonly Tier[];
  readonly infra_cogs: Num;
  readonly opex_rate: Num;
  readonly mode: 'MARGINAL' | 'WHOLE';
  readonly rev_share_scale: Num;
}

/**
 * Tiered revenue share. MARGINAL: each rate applies to the spend inside its tier, as tax brackets do.
 * WHOLE: the rate of the highest threshold reached applies to all of it; a threshold belongs to the tier it opens.
 */
export function revenueShare(x: Pick<Deal, 'token_spend' | 'tiers' | 'mode'>, m: Maths): Num {
  const spend = x.token_spend;
  if (x.mode === 'WHOLE') {
    const rate = x.tiers.reduce((below, tier) => m.when(spend.atLeast(tier.from), tier.rate, below), m.num(0));
    return spend.times(m.step('tier_rate', rate));
  }
  return m.sum(
    x.tiers.map((tier, i) => {
      const next = x.tiers[i + 1];
      const top = next ? m.min(spend, next.from) : spend;
      return m.max(0, top.minus(tier.from)).times(tier.rate);
    }),
  );
}

/** A flat fee for the capacity and, where agreed, a share of the spend for the infrastructure. */
export const infrastructureFee = (x: Pick<Deal, 'token_spend' | 'fixed_fee' | 'infra_rate'>, m: Maths): Num =>
  m.step('infrastructure_fee', x.fixed_fee.plus(x.infra_rate.times(x.token_spend)));

/** The distributor's lines of the deal. It is the agent, so its revenue is the fee and the share, not the tokens. */
export function distributor(x: Deal, m: Maths) {
  const fee = infrastructureFee(x, m);
  const share = m.step('revenue_share', revenueShare(x, m).times(x.rev_share_scale));
  const net = m.step('net_revenue', fee.plus(share));
  const gross = m.step('gross_profit', net.minus(x.infra_cogs));
  const opex = m.step('platform_opex', net.times(x.opex_rate));
  const ebit = m.step('ebit', gross.minus(opex));
  return { fee, share, net, gross, opex, ebit };
}
