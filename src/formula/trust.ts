import type { Expression } from './expression';
import { negative } from './range';

/** What can be said of a number that doubles computed. */
export type Trust = typeof LOOSE | typeof SIGNED | typeof ACCURATE | typeof GIVEN;
/** a difference, which may be the rounding of its parts and nothing else */
export const LOOSE = 0;
/** its sign is right, and zero is zero */
export const SIGNED = 1;
/** all its digits are right, but the last few */
export const ACCURATE = 2;
/** it was not computed */
export const GIVEN = 3;

/** How far each expression is to be trusted; of parts first, then of wholes. */
export function trustIn(nodes: readonly Expression[]): ReadonlyMap<Expression, Trust> {
  const trust = new Map<Expression, Trust>();
  for (const node of nodes) {
    const own = trustOf(node, (arg) => trust.get(arg)!);
    const { low, high } = node.range;
    trust.set(node, own === LOOSE && (low > 0 || high < 0) ? SIGNED : own);
  }
  return trust;
}

function trustOf({ op, args, name }: Expression, of: (arg: Expression) => Trust): Trust {
  const least = (parts: readonly Expression[], most: Trust): Trust => Math.min(most, ...parts.map(of)) as Trust;
  switch (op) {
    case 'input':
    case 'none':
      return GIVEN;
    case 'constant':
      return name === '' ? GIVEN : ACCURATE;
    case 'max':
    case 'min':
      return least(args, GIVEN);
    case 'when':
      return least(args.slice(1), GIVEN);
    case 'plus':
    case 'minus':
    case 'sum':
      if (op === 'minus' && args[0]!.value === 0) return of(args[1]!);
      if (op === 'minus' && args[0] === args[1]) return GIVEN;
      if (!cancels({ op, args })) return least(args, ACCURATE);
      return args.length === 2 && least(args, GIVEN) === GIVEN ? SIGNED : LOOSE;
    case 'ln':
      return of(args[0]!) === GIVEN ? SIGNED : LOOSE;
    case 'times':
    case 'div':
    case 'pow':
    case 'exp':
    case 'expm1':
    case 'log1p':
    case 'atLeast':
    case 'above':
      return least(args, ACCURATE);
  }
}

/** Whether a sum has parts of different signs, so that they may leave next to nothing. */
export function cancels({ op, args }: Pick<Expression, 'op' | 'args'>): boolean {
  if ((op !== 'plus' && op !== 'minus' && op !== 'sum') || args.length < 2) return false;
  const signed = args.map(({ range }, i) => (op === 'minus' && i === 1 ? negative(range) : range));
  return !signed.every(({ low }) => low >= 0) && !signed.every(({ high }) => high <= 0);
}
