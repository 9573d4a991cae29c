import { Decimal, Exact, exact } from './exact';
import type { Maths, Num, Operand, Test } from './num';

export type Op =
  | 'input'
  | 'constant'
  | 'none'
  | 'plus'
  | 'minus'
  | 'times'
  | 'div'
  | 'pow'
  | 'max'
  | 'min'
  | 'exp'
  | 'ln'
  | 'expm1'
  | 'log1p'
  | 'atLeast'
  | 'above'
  | 'when'
  | 'sum';

/** What is done to numbers; each reading says how. */
export type Operation = Exclude<Op, 'input' | 'constant' | 'none'>;

/** Between which numbers something lies, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
export const ANY: Range = { low: -Infinity, high: Infinity };

/** A formula read on symbols: a node of a graph in which equal sub-expressions are one node. */
export class Expression implements Num, Test {
  readonly test = true;
  constructor(
    readonly graph: Graph,
    readonly op: Op,
    readonly args: readonly Expression[],
    /** of an input */
    readonly name = '',
    /** of a constant */
    readonly value = NaN,
    /** of an input: what is declared for it */
    readonly range = ANY,
  ) {}
  plus(x: Operand): Num {
    return this.graph.node('plus', [this, x]);
  }
  minus(x: Operand): Num {
    return this.graph.node('minus', [this, x]);
  }
  times(x: Operand): Num {
    return this.graph.node('times', [this, x]);
  }
  div(x: Operand): Num {
    return this.graph.node('div', [this, x]);
  }
  pow(x: Operand): Num {
    return this.graph.node('pow', [this, x]);
  }
  atLeast(x: Operand): Test {
    return this.graph.node('atLeast', [this, x]);
  }
  above(x: Operand): Test {
    return this.graph.node('above', [this, x]);
  }
}

/** A double that overflows has no value: 1/∞ would pass for 0. */
export const finite = (x: number): number => (Number.isFinite(x) ? x : NaN);

/** In JavaScript NaN to the power 0 is 1. */
export const power = (base: number, exponent: number): number =>
  Number.isNaN(base) ? NaN : finite(Math.pow(base, exponent));

/** What each operation does to doubles; NaN stands for "no value", as a fault does in decimals. */
export const OPERATIONS: Readonly<Record<Operation, (...x: number[]) => number>> = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  div: (a, b) => (b === 0 ? NaN : a / b),
  pow: (a, b) => power(a, b),
  max: (a, b) => Math.max(a, b),
  min: (a, b) => Math.min(a, b),
  exp: (a) => finite(Math.exp(a)),
  ln: (a) => (a > 0 ? Math.log(a) : NaN),
  expm1: (a) => finite(Math.expm1(a)),
  log1p: (a) => (a > -1 ? Math.log1p(a) : NaN),
  atLeast: (a, b) => (a >= b ? 1 : a < b ? 0 : NaN),
  above: (a, b) => (a > b ? 1 : a <= b ? 0 : NaN),
  when: (test, a, b) => (test === 1 ? a : test === 0 ? b : NaN),
  sum: (...xs) => xs.reduce((total, x) => total + x, 0),
};

const VALUE = exact();
const NOTHING = VALUE.none('') as Exact;
const exactly = (value: number): Exact => (Number.isNaN(value) ? NOTHING : new Exact(new Decimal(value)));

/** What each operation does to decimals; a test is 1 or 0. */
const IN_DECIMALS: Readonly<Record<Operation, (...x: Exact[]) => Num>> = {
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  times: (a, b) => a.times(b),
  div: (a, b) => a.div(b),
  pow: (a, b) => a.pow(b),
  max: (a, b) => VALUE.max(a, b),
  min: (a, b) => VALUE.min(a, b),
  exp: (a) => VALUE.exp(a),
  ln: (a) => VALUE.ln(a),
  expm1: (a) => VALUE.expm1(a),
  log1p: (a) => VALUE.log1p(a),
  atLeast: (a, b) => VALUE.when(a.atLeast(b), 1, 0),
  above: (a, b) => VALUE.when(a.above(b), 1, 0),
  when: (test, a, b) => VALUE.when(test.above(0), a, b),
  sum: (...xs) => VALUE.sum(xs),
};

/**
 * Builds expressions: constants are folded as the cell would compute them, in decimals, equal nodes shared, named lines
 * remembered in order.
 */
export class Graph {
  readonly steps: { readonly name: string; readonly node: Expression }[] = [];
  private readonly nodes = new Map<string, Expression>();
  private readonly ids = new Map<Expression, number>();
  /** constants that have more digits than a double */
  private readonly decimals = new Map<Expression, Exact>();

  /** @param fold false keeps constants as written, for a formula that people read */
  constructor(private readonly fold = true) {}

  /** How many different numbers have been met, folded constants among them: how long the formula is. */
  get length(): number {
    return this.nodes.size;
  }

  input(name: string, range = ANY): Expression {
    return this.intern('input', [], name, NaN, range);
  }

  constant(x: Operand): Expression {
    if (typeof x === 'number') return this.intern('constant', [], '', x);
    const { value, fault } = x as Exact;
    const double = fault ? NaN : finite(value.toNumber());
    if (Number.isNaN(double) || value.eq(double)) return this.intern('constant', [], '', double);
    const node = this.intern('constant', [], value.toString(), double);
    this.decimals.set(node, x as Exact);
    return node;
  }

  node(op: Operation, operands: readonly Operand[]): Expression {
    const args = operands.map((x) => (x instanceof Expression ? x : this.constant(x)));
    if (this.fold) {
      if (args.every((a) => a.op === 'constant'))
        return this.constant(IN_DECIMALS[op](...args.map((a) => this.decimals.get(a) ?? exactly(a.value))));
      const simpler = simplified(op, args);
      if (simpler) return simpler;
    }
    return this.intern(op, args);
  }

  /** The arithmetic that a formula is read with. */
  readonly maths: Maths = {
    num: (x) => this.constant(typeof x === 'number' ? x : VALUE.num(x)),
    max: (a, b) => this.node('max', [a, b]),
    min: (a, b) => this.node('min', [a, b]),
    exp: (a) => this.node('exp', [a]),
    ln: (a) => this.node('ln', [a]),
    expm1: (a) => this.node('expm1', [a]),
    log1p: (a) => this.node('log1p', [a]),
    when: (test, then, otherwise) => this.node('when', [test as Expression, then, otherwise]),
    sum: (xs) => this.node('sum', xs),
    step: (name, x) => {
      this.steps.push({ name, node: x as Expression });
      return x;
    },
    none: () => this.intern('none', []),
  };

  private intern(op: Op, args: readonly Expression[], name = '', value = NaN, range = ANY): Expression {
    const key = `${op} ${name} ${Object.is(value, -0) ? '-0' : value} ${args.map((a) => this.ids.get(a)).join(' ')}`;
    let node = this.nodes.get(key);
    if (!node) {
      node = new Expression(this, op, args, name, value, range);
      this.ids.set(node, this.ids.size);
      this.nodes.set(key, node);
    }
    return node;
  }
}

/** |x| is written as the larger of x and 0 − x. */
export function isAbsolute({ op, args: [x, other] }: Expression): boolean {
  const [zero, same] = other?.args ?? [];
  return op === 'max' && other!.op === 'minus' && zero!.op === 'constant' && zero!.value === 0 && same === x;
}

/** x + 0, x − 0, x · 1, x / 1, x ^ 1 and a decided `when` are x: exact in doubles, and NaN stays NaN. */
function simplified(op: Op, args: readonly Expression[]): Expression | undefined {
  const [a, b, c] = args as [Expression, Expression, Expression];
  const is = (x: Expression | undefined, value: number): boolean => x?.op === 'constant' && x.value === value;
  switch (op) {
    case 'plus':
      return is(b, 0) ? a : is(a, 0) ? b : undefined;
    case 'minus':
      return is(b, 0) ? a : undefined;
    case 'times':
      return is(b, 1) ? a : is(a, 1) ? b : undefined;
    case 'div':
    case 'pow':
      return is(b, 1) ? a : undefined;
    case 'when':
      return is(a, 1) ? b : is(a, 0) ? c : undefined;
    default:
      return undefined;
  }
}

/** Every node the roots need, each once, arguments before the nodes that use them. No recursion: graphs can be deep. */
export function inOrder(roots: readonly Expression[]): Expression[] {
  const seen = new Set<Expression>();
  const done = new Set<Expression>();
  const stack = [...roots].reverse();
  while (stack.length > 0) {
    const node = stack.at(-1)!;
    if (!seen.has(node)) {
      seen.add(node);
      for (let i = node.args.length - 1; i >= 0; i--) if (!seen.has(node.args[i]!)) stack.push(node.args[i]!);
      continue;
    }
    stack.pop();
    done.add(node);
  }
  return [...done];
}
