import { ANY, OPERATIONS, type Expression, type Range } from './expression';

/** Between which numbers each expression lies, given what is declared for the inputs; of parts first, then of wholes. */
export function rangesOf(nodes: readonly Expression[]): ReadonlyMap<Expression, Range> {
  const ranges = new Map<Expression, Range>();
  for (const node of nodes)
    ranges.set(
      node,
      rangeOf(node, (arg) => ranges.get(arg)!),
    );
  return ranges;
}

function rangeOf(node: Expression, of: (arg: Expression) => Range): Range {
  const [a, b] = node.args as [Expression, Expression];
  switch (node.op) {
    case 'input':
      return node.range;
    case 'constant':
      return Number.isNaN(node.value) ? ANY : { low: node.value, high: node.value };
    case 'none':
      return ANY;
    case 'plus':
    case 'sum':
      return node.args.map(of).reduce(sum, { low: 0, high: 0 });
    case 'minus':
      return sum(of(a), { low: -of(b).high, high: -of(b).low });
    case 'times':
      return product(of(a), of(b));
    case 'div':
      return product(of(a), reciprocal(of(b)));
    case 'max':
    case 'min':
      return { low: Math[node.op](of(a).low, of(b).low), high: Math[node.op](of(a).high, of(b).high) };
    case 'pow':
      return of(a).low >= 0 ? { low: 0, high: Infinity } : ANY;
    case 'exp':
    case 'expm1':
    case 'ln':
    case 'log1p':
      return between(OPERATIONS[node.op](of(a).low), OPERATIONS[node.op](of(a).high));
    case 'atLeast':
    case 'above':
      return { low: 0, high: 1 };
    case 'when':
      return either(
        ...node.args
          .slice(1)
          .filter(({ op }) => op !== 'none')
          .map(of),
      );
  }
}

/** ∞ − ∞ and what has no value may be anything. */
const between = (low: number, high: number): Range => ({
  low: Number.isNaN(low) ? -Infinity : low,
  high: Number.isNaN(high) ? Infinity : high,
});

const either = (x = ANY, y = x): Range => ({ low: Math.min(x.low, y.low), high: Math.max(x.high, y.high) });

const sum = (x: Range, y: Range): Range => between(x.low + y.low, x.high + y.high);

function product(x: Range, y: Range): Range {
  const ends = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high].map((end) => end || 0);
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Nothing is divided by zero. */
function reciprocal({ low, high }: Range): Range {
  if (low >= 0) return { low: 1 / high, high: 1 / Math.abs(low) };
  return high <= 0 ? { low: -1 / Math.abs(high), high: 1 / low } : ANY;
}
