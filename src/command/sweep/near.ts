import { distance } from 'fastest-levenshtein';
import { Failure } from '../problem';

/**
 * Refuses a column that is carried along although it looks like an input, for which the base case would be taken
 * without a word: `token_spent`, `Token Spend ($bn)` and `spend` for `token_spend`.
 * @param free inputs that are neither a column nor given
 */
export function refuseNear(path: string, carried: readonly string[], free: readonly string[]): void {
  for (const name of carried) {
    const near = free.find((input) => isNear(name, input));
    if (near === undefined) continue;
    const foreign = /[^\x20-\x7e]/u.exec(name)?.[0];
    const sign =
      foreign && ` (with ${foreign}, U+${foreign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`;
    throw new Failure(
      `${path} has a column ${name}${sign ?? ''} that looks like the input ${near}: rename it to ${near}, or add --keep "${name}" to carry it along.`,
    );
  }
}

function isNear(column: string, input: string): boolean {
  const [words, parts] = [wordsOf(column), input.split('_')];
  const slips = input.length >= 8 ? 2 : input.length >= 5 ? 1 : 0;
  if (distance(words.join('_'), input) <= slips || contains(words, parts)) return true;
  return (words.length > 1 || parts.length === 2) && contains(parts, words);
}

/** `Token Spend ($bn)` and `tokenSpend_bn` as token, spend, bn. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const contains = (words: readonly string[], some: readonly string[]): boolean =>
  some.length > 0 && ` ${words.join(' ')} `.includes(` ${some.join(' ')} `);
