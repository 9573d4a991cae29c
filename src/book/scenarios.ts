import type { Assumption } from '../catalogue/assumption';
import type { Maths, Num } from '../formula/num';
import { base } from './assumptions';

/** A named change of the base deal. */
export interface Scenario {
  readonly name: string;
  readonly means: string;
  readonly token_spend: Assumption<Num>['value'];
  readonly fixed_fee: Assumption<Num>['value'];
  readonly infra_cogs: Assumption<Num>['value'];
  readonly rev_share_scale: Assumption<Num>['value'];
}

const is =
  (value: number) =>
  (m: Maths): Num =>
    m.num(value);

const { token_spend, fixed_fee, infra_cogs, rev_share_scale } = base;
const asInBase = {
  token_spend: token_spend.value,
  fixed_fee: fixed_fee.value,
  infra_cogs: infra_cogs.value,
  rev_share_scale: rev_share_scale.value,
};

/** Our choice of what could happen to the deal; 2Q26E is calibrated to the articles' 9 points of growth (B27). */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'BASE', means: '1Q26', ...asInBase },
  {
    name: '2Q26E',
    means: 'nine points of AWS growth, 600 MW',
    ...asInBase,
    token_spend: is(4.02),
    fixed_fee: is(1.5),
    infra_cogs: is(1.18),
  },
  {
    name: 'ANTHROPIC_STALL',
    means: '40% fewer tokens, no floor',
    ...asInBase,
    token_spend: is(1.2),
    fixed_fee: is(0.42),
    infra_cogs: is(0.528),
  },
  { name: 'SHARE_CUT', means: 'revenue share halved', ...asInBase, rev_share_scale: is(0.5) },
  { name: 'ALL_GPU', means: 'no custom chips', ...asInBase, infra_cogs: base.infra_cogs_all_gpu.value },
  {
    name: 'TRAINIUM_80',
    means: '80% of tokens on custom chips',
    ...asInBase,
    infra_cogs: base.infra_cogs_trainium_80.value,
  },
];
