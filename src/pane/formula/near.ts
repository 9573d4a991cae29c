import { closest, distance } from 'fastest-levenshtein';

/** The name that was probably meant: one of at most a letter in four away; undefined where none is so near. */
export function near(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const upper = new Map(known.map((each) => [each.toUpperCase(), each]));
  const best = closest(name.toUpperCase(), [...upper.keys()]);
  return distance(name.toUpperCase(), best) <= Math.max(1, Math.floor(name.length / 4)) ? upper.get(best) : undefined;
}
