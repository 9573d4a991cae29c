import type { Inputs } from './call';
import { isAssumption } from './lift';
import { choice, defaultOf, type Parameters } from './parameters';
import { Problem } from './problem';
import type { Plain } from './read';

/** Whose AWS margins a default is of, where the articles and the filings differ. */
const BASES = { SEED: 'as the articles give them', REPORTED: 'as the filings have them' } as const;

export const basis = (fallback: keyof typeof BASES) => choice('Whose AWS margins stand in.', BASES, fallback);

/** `SEED` or `REPORTED`, where a function has both. */
export const basisOf = (parameters: Parameters, inputs: Inputs): string | undefined =>
  parameters['basis']?.kind === 'choice' && 'SEED' in parameters['basis'].options
    ? (inputs['basis'] as string)
    : undefined;

/** What stands in on the basis that is asked for: a default, what it is `otherwise`, or the Problem that there is none. */
export function onBasis(
  [name, parameter]: readonly [string, Parameters[string]],
  parameters: Parameters,
  inputs: Inputs,
): Plain {
  const plain = inputs[name];
  const other = 'otherwise' in parameter ? parameter.otherwise : undefined;
  const usual = defaultOf(parameters['basis']!) as string;
  if (other === undefined || inputs['basis'] === usual || plain === undefined || !isAssumption(plain)) return plain;
  if (typeof other !== 'string') return other;
  const sentence = `${name} is missing: ${other}; expected basis ${usual}, or your own figures.`;
  throw new Problem('#N/A', sentence, name);
}
