import { inOrder, type Expression } from './expression';
import { fusionOf, type Fusion } from './fusion';
import { OPERATIONS, type Operation } from './operations';

/** Rows worked on at a time: few enough that every intermediate column stays in the processor's cache. */
export const BLOCK = 512;

type Column = Float64Array;

/** A formula compiled for columns: a list of steps over registers, no code generation. */
export interface ColumnProgram {
  readonly inputs: readonly string[];
  /** Computes `n` rows of every root, block by block. */
  run(columns: Readonly<Record<string, Column>>, n: number, outs: readonly Column[]): void;
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
    const { right, left, column } = OPERATIONS[op];
    if (right && b!.op === 'constant' && a!.op !== 'constant') {
      const from = register(a!);
      const k = b!.value;
      work.push((n) => right(registers[out]!, n, registers[from]!, k));
      return;
    }
    if (left && a!.op === 'constant') {
      const from = register(b!);
      const k = a!.value;
      work.push((n) => left(registers[out]!, n, registers[from]!, k));
      return;
    }
    const [x, y, z] = [register(a!), b ? register(b) : 0, c ? register(c) : 0];
    work.push((n) => column(registers[out]!, n, registers[x]!, registers[y]!, registers[z]!));
  }

  function emitSum(args: readonly Expression[], out: number): void {
    const from = args.map(register);
    work.push((n) => OPERATIONS.sum.column(registers[out]!, n, ...from.map((slot) => registers[slot]!)));
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
