/** Charts as an analyst asks for them: by the function and its arguments. */
import { chartOf } from '../../src/charts';
import type { Chart } from '../../src/charts/chart';
import { catalogue } from '../functions/cell';

/** The chart of an analysis, of the kind expected. */
export function chart<K extends Chart['kind']>(
  kind: K,
  name: string,
  args: Readonly<Record<string, unknown>> = {},
): Extract<Chart, { kind: K }> {
  const made = chartOf(catalogue.find(name), args, catalogue);
  if (made.kind !== kind) throw new Error(`${name} has a ${made.kind}, not a ${kind}`);
  return made as Extract<Chart, { kind: K }>;
}

export const UNCERTAIN = [
  ['token_spend', 'TRIANGULAR', 1, 2, 3.5],
  ['infra_cogs', 'UNIFORM', 0.5, 0.62, null],
];

/** Spend along the top, infrastructure cost down the side, the base case in the middle. */
export const SPEND_AND_COST = {
  param_x: 'token_spend',
  values_x: [1, 1.5, 2, 2.5, 3],
  param_y: 'infra_cogs',
  values_y: [0.45, 0.55, 0.65],
};

/** A deal that grows, and a chip that serves it a little cheaper. */
export const QUARTERS = [
  ['Name', '4Q25', '1Q26', '2Q26E', 'CHEAPER'],
  ['token_spend', 0.740741, 2, 4.02, 2],
  ['fixed_fee', 0.3, 0.7, 1.407, 0.7],
  ['infra_cogs', 0.235714, 0.55, 1.1055, 0.54],
  ['opex_rate', 0.05, 0.05, 0.05, 0.052],
];
