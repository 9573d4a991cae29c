import { finite, inOrder, power, type Expression, type Operation } from './expression';
import { fusionOf, type Fusion } from './fusion';

/** Rows worked on at a time: few enough that every intermediate column stays in the processor's cache. */
export const BLOCK = 512;

type Column = Float64Array;
type Kernel = (out: Column, n: number, a: Column, b: Column, c: Column) => void;
type ScalarKernel = (out: Column, n: number, a: Column, k: number) => void;

/** A formula compiled for columns: a list of steps over registers, no code generation. */
export interface ColumnProgram {
  readonly inputs: readonly string[];
  /** Computes `n` rows of every root, block by block. */
  run(columns: Readonly<Record<string, Column>>, n: number, outs: readonly Column[]): void;
}

const KERNELS: Readonly<Record<Exclude<Operation, 'sum'>, Kernel>> = {
  plus: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! + b[i]!;
  },
  minus: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! - b[i]!;
  },
  times: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! * b[i]!;
  },
  div: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = b[i] === 0 ? NaN : a[i]! / b[i]!;
  },
  pow: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = power(a[i]!, b[i]!);
  },
  max: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = Math.max(a[i]!, b[i]!);
  },
  min: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = Math.min(a[i]!, b[i]!);
  },
  exp: (o, n, a) => {
    for (let i = 0; i < n; i++) o[i] = finite(Math.exp(a[i]!));
  },
  ln: (o, n, a) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! > 0 ? Math.log(a[i]!) : NaN;
  },
  expm1: (o, n, a) => {
    for (let i = 0; i < n; i++) o[i] = finite(Math.expm1(a[i]!));
  },
  log1p: (o, n, a) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! > -1 ? Math.log1p(a[i]!) : NaN;
  },
  atLeast: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! >= b[i]! ? 1 : a[i]! < b[i]! ? 0 : NaN;
  },
  above: (o, n, a, b) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! > b[i]! ? 1 : a[i]! <= b[i]! ? 0 : NaN;
  },
  when: (o, n, test, a, b) => {
    for (let i = 0; i < n; i++) o[i] = test[i] === 1 ? a[i]! : test[i] === 0 ? b[i]! : NaN;
  },
};

/** The same with one operand that is the same in every row; `right`: the constant stands on the right. */
const SCALAR_KERNELS: Readonly<
  Partial<Record<Operation, { readonly right?: ScalarKernel; readonly left?: ScalarKernel }>>
> = {
  plus: both((o, n, a, k) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! + k;
  }),
  times: both((o, n, a, k) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! * k;
  }),
  max: both((o, n, a, k) => {
    for (let i = 0; i < n; i++) o[i] = Math.max(a[i]!, k);
  }),
  min: both((o, n, a, k) => {
    for (let i = 0; i < n; i++) o[i] = Math.min(a[i]!, k);
  }),
  minus: {
    right: (o, n, a, k) => {
      for (let i = 0; i < n; i++) o[i] = a[i]! - k;
    },
    left: (o, n, a, k) => {
      for (let i = 0; i < n; i++) o[i] = k - a[i]!;
    },
  },
  div: {
    right: (o, n, a, k) => {
      for (let i = 0; i < n; i++) o[i] = a[i]! / k;
    },
  },
};

function both(kernel: ScalarKernel): { right: ScalarKernel; left: ScalarKernel } {
  return { right: kernel, left: kernel };
}

/** The *columns* reading: blocks of doubles, 512 rows at a time; a row without a value is NaN. */
export function columns(roots: readonly Expression[]): ColumnProgram {
  const plan = planned(roots);
  const registers: Column[] = [];
  const free: number[] = [];
  const place = new Map<Expression, number>();
  const inputs = new Map<string, number>();
  const work: ((n: number) => void)[] = [];
  const claim = (): number => free.pop() ?? registers.push(new Float64Array(BLOCK)) - 1;
  const claimFilled = (value: number): number => {
    const at = registers.push(new Float64Array(BLOCK).fill(value)) - 1;
    return at;
  };
  const register = (node: Expression): number => {
    let at = place.get(node);
    if (at === undefined) place.set(node, (at = claimFilled(node.op === 'none' ? NaN : node.value)));
    return at;
  };

  for (const { node, fusion, operands, finished } of plan) {
    if (node.op === 'constant' || node.op === 'none') continue;
    if (node.op === 'input') {
      const slot = registers.push(new Float64Array(0)) - 1;
      inputs.set(node.name, slot);
      place.set(node, slot);
      continue;
    }
    const out = claim();
    if (fusion) emitFused(fusion, out);
    else emit(node.op, operands, out);
    place.set(node, out);
    for (const operand of finished) free.push(place.get(operand)!);
  }

  function emitFused({ kernel, operands }: Fusion, out: number): void {
    const [x, y = 0, z = 0] = operands.map(register);
    work.push((n) => kernel(registers[out]!, n, registers[x!]!, registers[y]!, registers[z]!));
  }

  function emit(op: Operation, args: readonly Expression[], out: number): void {
    if (op === 'sum') return emitSum(args, out);
    const [a, b, c] = args;
    const scalar = SCALAR_KERNELS[op];
    if (scalar?.right && b!.op === 'constant' && a!.op !== 'constant' && !(op === 'div' && b!.value === 0)) {
      const kernel = scalar.right;
      const from = register(a!);
      const k = b!.value;
      work.push((n) => kernel(registers[out]!, n, registers[from]!, k));
      return;
    }
    if (scalar?.left && a!.op === 'constant') {
      const kernel = scalar.left;
      const from = register(b!);
      const k = a!.value;
      work.push((n) => kernel(registers[out]!, n, registers[from]!, k));
      return;
    }
    const kernel = KERNELS[op];
    const [x, y, z] = [register(a!), b ? register(b) : 0, c ? register(c) : 0];
    work.push((n) => kernel(registers[out]!, n, registers[x]!, registers[y]!, registers[z]!));
  }

  function emitSum(args: readonly Expression[], out: number): void {
    const from = args.map(register);
    const add = KERNELS.plus;
    work.push((n) => {
      const total = registers[out]!;
      if (from.length === 0) total.fill(0, 0, n);
      else total.set(registers[from[0]!]!.subarray(0, n));
      for (let i = 1; i < from.length; i++) add(total, n, total, registers[from[i]!]!, total);
    });
  }

  const results = roots.map(register);
  /** Results that are computed here are written where they are wanted; inputs and constants are copied. */
  const direct = results.map((slot, i) => results.indexOf(slot) === i && isComputed(roots[i]!));
  return {
    inputs: [...inputs.keys()],
    run(given, n, outs) {
      for (let start = 0; start < n; start += BLOCK) {
        const rows = Math.min(BLOCK, n - start);
        for (const [name, slot] of inputs) registers[slot] = given[name]!.subarray(start, start + rows);
        results.forEach((slot, i) => {
          if (direct[i]) registers[slot] = outs[i]!.subarray(start, start + rows);
        });
        for (const step of work) step(rows);
        results.forEach((slot, i) => {
          if (!direct[i]) outs[i]!.set(registers[slot]!.subarray(0, rows), start);
        });
      }
    },
  };
}

const isComputed = (node: Expression): boolean => !['input', 'constant', 'none'].includes(node.op);

interface Planned {
  readonly node: Expression;
  readonly fusion: Fusion | undefined;
  readonly operands: readonly Expression[];
  /** operands that nothing later needs, whose registers are free again */
  readonly finished: readonly Expression[];
}

/** The nodes that get a column, in order, with what each reads and what it is the last to read. */
function planned(roots: readonly Expression[]): Planned[] {
  const nodes = inOrder(roots);
  const uses = new Map<Expression, number>();
  for (const node of nodes) for (const arg of node.args) uses.set(arg, (uses.get(arg) ?? 0) + 1);
  for (const root of roots) uses.set(root, Infinity);
  const absorbed = new Set<Expression>();
  const isPrivate = (node: Expression): boolean => uses.get(node) === 1 && !absorbed.has(node);
  const fusions = new Map<Expression, Fusion>();
  for (const node of [...nodes].reverse()) {
    const fusion = absorbed.has(node) ? undefined : fusionOf(node, isPrivate);
    if (!fusion) continue;
    fusions.set(node, fusion);
    fusion.absorbed.forEach((inner) => absorbed.add(inner));
  }
  const kept = nodes.filter((node) => !absorbed.has(node));
  const operandsOf = (node: Expression): readonly Expression[] => fusions.get(node)?.operands ?? node.args;
  const lastReader = new Map<Expression, Expression>();
  for (const node of kept) for (const operand of operandsOf(node)) lastReader.set(operand, node);
  const hasRegister = (node: Expression): boolean => isComputed(node) && uses.get(node) !== Infinity;
  return kept.map((node) => ({
    node,
    fusion: fusions.get(node),
    operands: operandsOf(node),
    finished: [...new Set(operandsOf(node))].filter(
      (operand) => lastReader.get(operand) === node && hasRegister(operand),
    ),
  }));
}
