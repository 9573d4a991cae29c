import type { Maths, Num, Test } from '../formula/num';

/** One step of a tiered revenue share: from this amount upward, this share of it. */
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
  /** of the customers' spend, unless it says otherwise */
  readonly share_basis?: 'SPEND' | 'GROSS_PROFIT';
  readonly cap?: Num | undefined;
}

/** How a revenue share is worked out, whatever it is a share of. */
export type ShareTerms = Pick<Deal, 'tiers' | 'mode' | 'rev_share_scale' | 'cap'>;

/**
 * Tiered share of an amount. MARGINAL: each rate applies to what lies inside its tier, as tax brackets do.
 * WHOLE: the rate of the highest threshold reached applies to all of it; a threshold belongs to the tier it opens.
 */
function tieredShare(amount: Num, x: ShareTerms, m: Maths): Num {
  if (x.mode === 'WHOLE') {
    const rate = x.tiers.reduce((below, tier) => m.when(amount.atLeast(tier.from), tier.rate, below), m.num(0));
    return amount.times(m.step('tier_rate', rate));
  }
  return m.sum(
    x.tiers.map((tier, i) => {
      const next = x.tiers[i + 1];
      const top = next ? m.min(amount, next.from) : amount;
      return m.max(0, top.minus(tier.from)).times(tier.rate);
    }),
  );
}

/** What the tiers apply to: the customers' spend, or the lab's gross profit on it, of which a loss leaves nothing. */
export const sharedAmount = (x: Pick<Deal, 'token_spend' | 'share_basis'>, fee: Num, m: Maths): Num =>
  x.share_basis === 'GROSS_PROFIT' ? m.step('shared_gross_profit', m.max(0, x.token_spend.minus(fee))) : x.token_spend;

/** The scale comes before the cap cuts. */
export function revenueShare(x: ShareTerms & Pick<Deal, 'token_spend' | 'share_basis'>, fee: Num, m: Maths): Num {
  const share = tieredShare(sharedAmount(x, fee, m), x, m).times(x.rev_share_scale);
  return x.cap ? m.min(x.cap, m.step('share_before_cap', share)) : share;
}

/** A flat fee for the capacity and, where agreed, a share of the spend for the infrastructure. */
export const infrastructureFee = (x: Pick<Deal, 'token_spend' | 'fixed_fee' | 'infra_rate'>, m: Maths): Num =>
  m.step('infrastructure_fee', x.fixed_fee.plus(x.infra_rate.times(x.token_spend)));

/** The distributor's lines of the deal. It is the agent, so its revenue is the fee and the share, not the tokens. */
export function distributor(x: Deal, m: Maths) {
  const fee = infrastructureFee(x, m);
  const share = m.step('revenue_share', revenueShare(x, fee, m));
  const net = m.step('net_revenue', fee.plus(share));
  const gross = m.step('gross_profit', net.minus(x.infra_cogs));
  const opex = m.step('platform_opex', net.times(x.opex_rate));
  const ebit = m.step('ebit', gross.minus(opex));
  return { fee, share, net, gross, opex, ebit };
}

/** Where the revenue share is a line: from this amount on it is `share` and `rate` of every dollar more. */
export interface Stretch {
  readonly from: Num;
  readonly share: Num;
  readonly rate: Num;
  /** where the next one starts, and the share just below it; of the last neither */
  readonly to?: Num;
  readonly reached?: Num;
  /** whether it is of any length; always, if it does not say */
  readonly exists?: Test;
}

/** The revenue share, line by line: one for each tier, and where there is a cap a level one after each of them. */
export function shareLines(x: ShareTerms, m: Maths): Stretch[] {
  let whole = m.num(0);
  const tiers = x.tiers.map(({ from, rate: ofTier }, i): Stretch => {
    const rate = ofTier.times(x.rev_share_scale);
    const share = x.mode === 'WHOLE' ? from.times(rate) : whole;
    const to = x.tiers[i + 1]?.from;
    if (!to) return { from, share, rate };
    whole = m.step(`share_below_tier_${i + 2}`, share.plus(to.minus(from).times(rate)));
    return { from, share, rate, to, reached: whole };
  });
  const { cap } = x;
  if (!cap) return tiers;
  return tiers.flatMap(({ from, share: uncapped, rate, to, reached }, i): Stretch[] => {
    const share = m.min(cap, uncapped);
    const further = m.when(rate.above(0), cap.minus(share).div(rate), 0);
    const level = m.step(`amount_at_cap_${i + 1}`, to ? m.min(to, from.plus(further)) : from.plus(further));
    const top = reached ? m.min(cap, reached) : m.when(rate.above(0), cap, share);
    const rising = { from, share, rate, to: level, reached: top, exists: cap.above(uncapped) };
    const held = { from: level, share: top, rate: m.num(0) };
    return [rising, to ? { ...held, to, reached: top, exists: reached!.above(cap) } : held];
  });
}
