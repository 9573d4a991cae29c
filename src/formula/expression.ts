import { Decimal, Exact, exact } from './exact';
import type { Maths, Num, Operand, Test } from './num';
import { finite, OPERATIONS, type Operation } from './operations';
import { ANY, only, type Range } from './range';
import { ACCURATE, GIVEN, LOOSE, SIGNED, type Trust } from './trust';

export type Op = 'input' | 'constant' | 'none' | Operation;

export const isOperation = (op: Op): op is Operation => op in OPERATIONS;
/** What is known of an input before it is read. */
export interface Declared extends Range {
  /** whether it may have more digits than a double */
  readonly long?: boolean;
  /** the number that it is where it changes nothing */
  readonly neutral?: number | undefined;
}

/** A formula read on symbols: a node of a graph in which equal sub-expressions are one node. */
export class Expression implements Num, Test {
  readonly test = true;
  /** how far doubles of it are to be trusted */
  readonly trust: Trust;
  constructor(
    readonly graph: Graph,
    readonly op: Op,
    readonly args: readonly Expression[],
    /** of an input */
    readonly name = '',
    /** of a constant */
    readonly value = NaN,
    /** between which numbers it lies; of an input: what is declared for it */
    readonly range: Declared = ANY,
  ) {
    this.trust = trustOf(this);
  }
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

const VALUE = exact();
const NOTHING = VALUE.none('') as Exact;
const exactly = (value: number): Exact => (Number.isNaN(value) ? NOTHING : new Exact(new Decimal(value)));

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

  input(name: string, declared: Declared = ANY): Expression {
    return this.intern('input', [], name, NaN, declared);
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
        return this.constant(OPERATIONS[op].exact(...args.map((a) => this.decimals.get(a) ?? exactly(a.value))));
      const simpler = simplified({ op, args });
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

  private intern(op: Op, args: readonly Expression[], name = '', value = NaN, range?: Declared): Expression {
    const key = `${op} ${name} ${Object.is(value, -0) ? '-0' : value} ${args.map((a) => this.ids.get(a)).join(' ')}`;
    let node = this.nodes.get(key);
    if (!node) {
      node = new Expression(this, op, args, name, value, range ?? rangeOf(op, args, value));
      this.ids.set(node, this.ids.size);
      this.nodes.set(key, node);
    }
    return node;
  }
}

function rangeOf(op: Op, args: readonly Expression[], value: number): Range {
  if (!isOperation(op)) return only(value);
  // A branch without an answer says nothing of the other.
  const counted = op === 'when' ? args.filter((arg) => arg.op !== 'none') : args;
  return OPERATIONS[op].range(...counted.map(({ range }) => range));
}

/** Of a constant, a name says that it has more digits than a double. */
function trustOf({ op, args, name, range: { low, high, long } }: Expression): Trust {
  if (!isOperation(op)) return long || (op === 'constant' && name !== '') ? ACCURATE : GIVEN;
  const trust = OPERATIONS[op].trust(...args);
  return trust === LOOSE && (low > 0 || high < 0) ? SIGNED : trust;
}

/** |x| is written as the larger of x and 0 − x. */
export function isAbsolute({ op, args: [x, other] }: Expression): boolean {
  const [zero, same] = other?.args ?? [];
  return op === 'max' && other!.op === 'minus' && zero!.op === 'constant' && zero!.value === 0 && same === x;
}

export const isConstant = ({ op, value }: Expression, x: number | undefined): boolean =>
  op === 'constant' && value === x;

/** x + 0, x − 0, x · 1, x / 1, x ^ 1 and a decided `when` are x: exact in doubles, and NaN stays NaN. */
export function simplified({ op, args: [a, b, c] }: Pick<Expression, 'op' | 'args'>): Expression | undefined {
  if (op === 'when') return isConstant(a!, 1) ? b : isConstant(a!, 0) ? c : undefined;
  const neutral = isOperation(op) ? OPERATIONS[op].neutral : undefined;
  if (!neutral) return undefined;
  return isConstant(b!, neutral.right) ? a : isConstant(a!, neutral.left) ? b : undefined;
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
