import type { Deal } from '../economics/deal';
import type { Maths } from '../formula/num';
import { dealOf } from './base/deal';
import type { Case } from './case';
import type { Of } from './role';

/** The deal of a case, with what a scenario changes. */
export function dealIn({ data, base, of }: Case, name: string, m: Maths): Deal {
  const changes = data.scenarios[name]!;
  const unchanged = of(m);
  const changed: Of = (role) => {
    const change = changes[role.role as keyof typeof base];
    if (change === undefined) return unchanged(role);
    return typeof change === 'number' ? role.enter(change as never, m) : (base[change].value(m) as never);
  };
  return dealOf(changed);
}
