import type { Maths, Num } from '../formula/num';
import { complement } from './complement';
import { shareLines, type Deal, type Stretch } from './deal';

type Reported = Omit<Deal, 'token_spend' | 'infra_cogs' | 'opex_rate'> & { readonly net_revenue: Num };

/**
 * The token spend behind a net revenue, which is a line in what is shared, tier by tier: solved in the one that holds it.
 * Where a cap or a rate of nothing keeps net revenue level, and where the rate of a tier applies to all of the spend,
 * several spends may bring it, or none, and then there is no answer.
 */
export function impliedSpend(x: Reported, m: Maths): Num {
  // the spend on which `shared` is left to share, and the fee on that spend
  const ofProfit = x.share_basis === 'GROSS_PROFIT';
  const kept = complement(x.infra_rate, m);
  const spendOn = (shared: Num): Num => (ofProfit ? shared.plus(x.fixed_fee).div(kept) : shared);
  const feeOn = (shared: Num): Num => x.fixed_fee.plus(x.infra_rate.times(spendOn(shared)));
  const [nothing, lines] = [m.num(0), shareLines(x, m)];
  const loss = { from: nothing.minus(x.fixed_fee), share: nothing, rate: nothing, to: nothing, reached: nothing };
  const stretches: readonly Stretch[] = ofProfit ? [loss, ...lines] : lines;
  const answers = stretches.map(({ from, share, rate, to, reached, exists }, i) => {
    const start = m.step(`net_revenue_${i + 1}`, feeOn(from).plus(share));
    const rise = m.step(`rise_${i + 1}`, (ofProfit ? x.infra_rate.div(kept) : x.infra_rate).plus(rate));
    const below = to ? m.when(feeOn(to).plus(reached!).above(x.net_revenue), 1, 0) : 1;
    const level = m.when(x.net_revenue.above(start), 0, exists ? m.when(exists, 2, 0) : 2);
    const spends = m.when(x.net_revenue.atLeast(start), m.when(rise.above(0), below, level), 0);
    return {
      spends: m.step(`spends_${i + 1}`, spends),
      spend: spendOn(from.plus(x.net_revenue.minus(start).div(rise))),
    };
  });
  const jumps = 'token spend brings net revenue of {net_revenue}, which jumps where a tier opens';
  const stops = x.cap
    ? 'no one token spend is behind net revenue of {net_revenue}: with a share of at most {cap} it stops rising'
    : 'net revenue does not rise with spend in the tier that {net_revenue} falls in';
  const [none, several] = x.mode === 'WHOLE' ? [`no ${jumps}`, `more than one ${jumps}`] : [stops, stops];
  const spend = answers.reduce((sofar, each) => m.when(each.spends.above(0.5), each.spend, sofar), m.none(none));
  const spends = m.step('spends', m.sum(answers.map((each) => each.spends)));
  const one = m.when(spends.above(1.5), m.none(several), spend);
  const any = ofProfit ? m.when(kept.above(0), one, x.net_revenue.minus(x.fixed_fee)) : one;
  const less = m.none('net revenue of {net_revenue} is below the flat fee of {fixed_fee}');
  return m.when(x.net_revenue.atLeast(x.fixed_fee), any, less);
}
