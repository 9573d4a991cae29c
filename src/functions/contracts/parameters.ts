import { base, type Case } from '../../book/case';
import { choice, number, share } from '../../catalogue/parameters';
import { infrastructureFee } from '../../economics/deal';
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

/** What a contract lacks to be one of the terms of a deal; a blank floor is the one that such a contract has in the base case. */
export const termsOf = (x: Signed, m: Maths, { base }: Case): Terms => ({
  ...x,
  fee: infrastructureFee(x, m),
  floor: x.floor ?? (x.contract === 'IAAS' ? base.floor_iaas : base.floor).value(m),
});

type Signed = Omit<Terms, 'fee' | 'floor'> & { readonly floor: Num | undefined };
