import type { Maths, Num } from '../formula/num';
import { complement } from './complement';
import { discounted } from './compounding';

export interface LifeChange {
  readonly depreciation: Num;
  readonly revenue: Num;
  readonly life_from: Num;
  readonly life_to: Num;
  readonly server_share: Num;
  readonly method: 'SIMPLE' | 'VINTAGE' | 'PROSPECTIVE';
  readonly growth: Num;
  readonly age: Num;
}

/**
 * The new yearly charge over the old one when a fleet's life changes from L₀ to L₁.
 * SIMPLE L₀/L₁: a fleet so young that none of it has reached either life.
 * VINTAGE: capex has grown at g for longer than either life; without growth as much retires as is bought, and life does not matter.
 * PROSPECTIVE (L₀−a)/(L₁−a): what is left of a cohort of age a, as a change in estimate is booked.
 */
function chargeRatio(x: LifeChange, m: Maths): Num {
  if (x.method === 'SIMPLE') return x.life_from.div(x.life_to);
  if (x.method === 'PROSPECTIVE') {
    const none = m.none(
      'a fleet of age {age} has nothing left to depreciate on lives of {life_from} and {life_to} years',
    );
    const left = m.step('years_left', x.life_to.minus(x.age));
    return m.when(m.min(x.life_from, x.life_to).above(x.age), x.life_from.minus(x.age).div(left), none);
  }
  const charged = m.step('charged_on_old_life', x.life_to.times(discounted(x.growth, x.life_from, m)));
  const grows = m.max(x.growth, m.num(0).minus(x.growth)).above(0);
  return m.when(grows, x.life_from.times(discounted(x.growth, x.life_to, m)).div(charged), 1);
}

/** Change of the margin when servers get another life; longer lives raise it. */
export function lifeImpact(x: LifeChange, m: Maths): Num {
  const ratio = m.step('charge_ratio', chargeRatio(x, m));
  const saved = m.step('depreciation_saved', x.depreciation.times(x.server_share).times(complement(ratio, m)));
  return m.step('margin_change', saved.div(x.revenue));
}
