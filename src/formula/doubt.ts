import { Graph, inOrder, type Expression } from './expression';
import type { Operand } from './num';
import type { Operation } from './operations';
import { ACCURATE, cancel, GIVEN, LOOSE, opposite, SIGNED } from './trust';

/** Nearer than this, as a share of what they are made of, doubles do not tell whether two numbers are equal. */
const NEAR = 1e-12;

/** A formula in which what doubles cannot tell apart counts as equal, and where that happens. */
export interface Decided {
  /** what stands for a part of the formula now */
  readonly now: (part: Expression) => Expression;
  /** Tests, each 0 where a zero denominator or a tie hangs on the last digits of doubles. */
  readonly clear: readonly Expression[];
  /** Comparisons that may tie, as they are now: how far one side is above the other, and what of that is rounding. */
  readonly ties: ReadonlyMap<Expression, Tie>;
}

export interface Tie {
  readonly difference: Expression;
  readonly tolerance: Expression;
}

/**
 * Decides a formula in doubles as decimals would, as far as doubles can: a denominator that may be nothing but the
 * rounding of its parts is zero, and a test whose sides differ by no more is a tie. Sums of what is never negative and
 * comparisons of inputs need no such care.
 */
export function decided(roots: readonly Expression[]): Decided {
  const nodes = inOrder(roots);
  const graph = roots[0]?.graph ?? new Graph();
  const rewritten = new Map<Expression, Expression>();
  const now = (part: Expression): Expression => rewritten.get(part) ?? part;
  const magnitudes = new Map<Expression, Expression>();
  const clear = new Set<Expression>();
  const ties = new Map<Expression, Tie>();
  const of = (op: Operation, ...operands: Operand[]): Expression => graph.node(op, operands);
  const size = (x: Expression): Expression => of('max', x, of('minus', 0, x));
  for (const node of nodes) rewritten.set(node, rewrite(node));
  return { now, clear: [...clear], ties };

  function rewrite(node: Expression): Expression {
    const [a, b] = node.args as [Expression, Expression];
    switch (node.op) {
      case 'input':
      case 'constant':
      case 'none':
        return node;
      case 'div':
        return of('div', now(a), nonZero(b));
      case 'ln':
        return of('ln', nonZero(a));
      case 'log1p':
        if (a.range.low > -1 || a.trust === GIVEN) return of('log1p', now(a));
        return of('log1p', apart(size(of('plus', now(a), 1)), of('plus', magnitude(a), 1), now(a)));
      case 'pow':
        return of('pow', a.trust === LOOSE ? apart(absolute(a), magnitude(a), now(a), 0) : now(a), now(b));
      case 'atLeast':
      case 'above':
        return compared(node.op, a, b);
      case 'plus':
      case 'minus':
      case 'times':
      case 'sum':
      case 'max':
      case 'min':
      case 'exp':
      case 'expm1':
      case 'when':
        return of(node.op, ...node.args.map(now));
    }
  }

  /** A denominator, without a value where one of its factors may be zero. */
  function nonZero(denominator: Expression): Expression {
    return factorsOf(denominator)
      .filter((factor) => factor.range.low <= 0 && factor.range.high >= 0)
      .filter((factor) => factor.trust === LOOSE || (factor.trust === SIGNED && cancels(factor)))
      .reduce((value, factor) => apart(absolute(factor), magnitude(factor), value), now(denominator));
  }

  /** A value that there is only where a distance is more than the rounding of what it is the difference of. */
  function apart(
    distance: Expression,
    parts: Expression,
    value: Expression,
    otherwise: Operand = graph.maths.none(''),
  ): Expression {
    return of('when', isClear(distance, of('times', parts, NEAR)), value, otherwise);
  }

  /** At a tie neither is above the other, and each is at least the other. */
  function compared(op: 'atLeast' | 'above', a: Expression, b: Expression): Expression {
    const certain = isZero(b) ? a.trust !== LOOSE : isZero(a) ? b.trust !== LOOSE : a.trust + b.trust === 2 * GIVEN;
    const never = op === 'above' && b.op === 'constant' && isAtMost(a, b.value);
    if (certain || never || a === b || a.range.low > b.range.high || a.range.high < b.range.low)
      return of(op, now(a), now(b));
    const tolerance = of('times', of('plus', magnitude(a), magnitude(b)), NEAR);
    const difference = of('minus', now(a), now(b));
    isClear(size(difference), tolerance);
    const test =
      op === 'atLeast' ? of(op, of('plus', now(a), tolerance), now(b)) : of(op, now(a), of('plus', now(b), tolerance));
    ties.set(test, { difference, tolerance });
    return test;
  }

  function isClear(distance: Expression, tolerance: Expression): Expression {
    const test = of('above', distance, tolerance);
    clear.add(test);
    return test;
  }

  /** How large the numbers are of which an expression is the sum, so that its rounding is some 1e-16 of them. */
  function magnitude(root: Expression): Expression {
    for (const node of inOrder([root])) if (!magnitudes.has(node)) magnitudes.set(node, magnitudeOf(node));
    return magnitudes.get(root)!;
  }

  function absolute(node: Expression): Expression {
    return node.range.low >= 0 ? now(node) : size(now(node));
  }

  function magnitudeOf(node: Expression): Expression {
    const [a, b, c] = node.args as [Expression, Expression, Expression];
    const own = absolute(node);
    if (node.trust >= ACCURATE) return own;
    const parts = (x: Expression): Expression => magnitudes.get(x)!;
    const over = (x: Expression, by: Expression): Expression => of('div', x, absolute(by));
    /** by how much more than a double's last digit a number may be wrong, as a share of it */
    const scaled = (x: Expression, by: Expression): Expression =>
      by.trust >= ACCURATE ? x : of('times', x, over(parts(by), by));
    switch (node.op) {
      case 'plus':
      case 'minus':
        return of('plus', parts(a), parts(b));
      case 'sum':
        return of('sum', ...node.args.map(parts));
      case 'times':
        return of('times', parts(a), parts(b));
      case 'div':
        return scaled(over(parts(a), b), b);
      case 'max':
      case 'min':
        return of('max', parts(a), parts(b));
      case 'when':
        return of('when', now(a), parts(b), parts(c));
      case 'pow':
        return scaled(own, a);
      case 'exp':
        return of('times', own, of('plus', parts(a), 1));
      case 'expm1':
        return of('plus', own, of('times', of('plus', own, 1), parts(a)));
      case 'ln':
        return of('plus', own, over(parts(a), a));
      case 'log1p':
        return of('plus', own, of('div', parts(a), of('plus', now(a), 1)));
      case 'input':
      case 'constant':
      case 'none':
      case 'atLeast':
      case 'above':
        return own;
    }
  }
}

/** Whether a sum has parts of different signs. */
const cancels = ({ op, args: [a, b], args }: Expression): boolean =>
  op === 'minus' ? cancel([a!, opposite(b!)]) : (op === 'plus' || op === 'sum') && cancel(args);

/** What has to be zero for a product, a quotient or a power to be zero. */
function factorsOf(node: Expression): Expression[] {
  const [a, b] = node.args as [Expression, Expression];
  switch (node.op) {
    case 'times':
      return [...factorsOf(a), ...factorsOf(b)];
    case 'div':
    case 'pow':
      return factorsOf(a);
    case 'minus':
      return isZero(a) ? factorsOf(b) : [node];
    default:
      return [node];
  }
}

/** Whether a number is cut at a limit, or below it: what doubles do exactly. */
function isAtMost({ op, args, value }: Expression, limit: number): boolean {
  if (op === 'constant') return value <= limit;
  if (op === 'min') return args.some((each) => isAtMost(each, limit));
  return op === 'when' && args.slice(1).every((each) => each.op === 'none' || isAtMost(each, limit));
}

const isZero = (node: Expression): boolean => node.op === 'constant' && node.value === 0;
