import type { Knob } from './subject';

/** What the form starts with for the values of each distribution of a simulation. */
export const STARTS: Readonly<Record<string, (knob: Knob) => readonly number[]>> = {
  TRIANGULAR: ({ base, likely: [low, high] }) => [low, base, high],
  PERT: ({ base, likely: [low, high] }) => [low, base, high],
  UNIFORM: ({ likely }) => likely,
  NORMAL: ({ base, likely }) => [base, sixth(likely)],
  TRUNCATED_NORMAL: ({ base, likely }) => [base, sixth(likely), ...likely],
  LOGNORMAL: ({ base }) => [base, 0.1],
  LOGNORMAL_MEAN: ({ base, likely }) => [base, sixth(likely)],
};

const sixth = ([low, high]: Knob['likely']): number => Number(((high - low) / 6).toPrecision(3));
