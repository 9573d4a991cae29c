import type { Maths, Num } from '../formula/num';

export interface Site {
  readonly mw: Num;
  readonly kw_per_chip: Num;
  readonly basis: 'IT' | 'FACILITY';
  readonly pue: Num;
}

/** Chips that the power feeds; facility power first gives up cooling and losses. Fractions of a chip are kept. */
export function chipsPowered(x: Site, m: Maths): Num {
  const it = m.step('it_mw', x.basis === 'FACILITY' ? x.mw.div(x.pue) : x.mw);
  return m.step('chips', it.times(1000).div(x.kw_per_chip));
}
