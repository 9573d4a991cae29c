import type { Knob } from './subject';

/** The distributions of a simulation as the form offers them: what their values are called, and a start for them. */
export const DISTRIBUTIONS: Readonly<
  Record<string, { readonly values: readonly string[]; readonly start: (knob: Knob) => readonly number[] }>
> = {
  TRIANGULAR: { values: ['low', 'mode', 'high'], start: ({ base, likely: [low, high] }) => [low, base, high] },
  UNIFORM: { values: ['low', 'high'], start: ({ likely }) => likely },
  NORMAL: { values: ['mean', 'sd'], start: ({ base, likely: [low, high] }) => [base, short((high - low) / 6)] },
  LOGNORMAL: { values: ['median', 'log-sd'], start: ({ base }) => [base, 0.1] },
};

const short = (x: number): number => Number(x.toPrecision(3));
