import { base, type Case } from '../../book/case';
import { dealOf } from '../../book/base/deal';
import { choice, number, share } from '../../catalogue/parameters';
import type { Terms } from '../../economics/demand';
import type { Maths, Num } from '../../formula/num';

export const demand_range = { min: 0, max: 10 } as const;
export const demand = number('share', 'Consumption as a share of plan; 1 is plan, 1.3 is 30% above it.', {
  ...demand_range,
  required: true,
});

/** How revenue and cost answer to demand, in the order in which the functions take them. */
export const CONTRACT = {
  contract: choice(
    'What the customer has signed.',
    { TAAS: 'pays for the tokens it consumes', IAAS: 'take-or-pay: owes the fee whether it uses the capacity or not' },
    'TAAS',
  ),
  floor: share('Guaranteed share of the fee; blank is 0 for TAAS and 1 for IAAS.', {}),
  cogs_fixed: share('Share of the infrastructure cost that does not fall with demand.', { default: base.cogs_fixed }),
} as const;

interface Signed {
  readonly contract: Terms['contract'];
  readonly floor: Num | undefined;
  readonly cogs_fixed: Num;
}

/** A blank floor is the one that such a contract has in the base case. */
export const withFloor = <T extends Signed>(x: T, m: Maths, { base }: Case): T & { readonly floor: Num } => ({
  ...x,
  floor: x.floor ?? (x.contract === 'IAAS' ? base.floor_iaas : base.floor).value(m),
});

/** The base deal under this contract. */
export const baseTerms = (x: Signed, m: Maths, on: Case): Terms => ({
  ...withFloor(x, m, on),
  ...dealOf(on.of(m)),
});
