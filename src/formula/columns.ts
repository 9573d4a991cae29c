import { inOrder, isOperation, type Expression } from './expression';
import { OPERATIONS } from './operations';

/** Rows worked on at a time: few enough that every intermediate column stays in the processor's cache. */
export const BLOCK = 512;

type Column = Float64Array;

/** A formula ready for columns. */
export interface ColumnProgram {
  /** Computes `n` rows of every root, block by block. */
  run(columns: Readonly<Record<string, Column>>, n: number, outs: readonly Column[]): void;
}

/**
 * One plain loop, printed when the add-in is built, over columns of what varies and numbers that are the same in every
 * row. It returns NaN where it leaves a row in doubt, which is NaN as well.
 */
export type Kernel = (out: Column, rows: number, ...inputs: readonly (Column | number)[]) => number | undefined;

/** The *columns* reading: a pass for each operation over 512 rows of doubles at a time; a row without a value is NaN. */
export function columns(roots: readonly Expression[]): ColumnProgram {
  const nodes = inOrder(roots);
  const lastReader = new Map<Expression, Expression>();
  for (const node of nodes) for (const arg of node.args) lastReader.set(arg, node);
  for (const root of roots) lastReader.delete(root);
  const place = new Map<Expression, Column>();
  const free: Column[] = [];
  const work: ((rows: number) => void)[] = [];
  for (const node of nodes) {
    if (!isOperation(node.op)) {
      place.set(node, new Float64Array(BLOCK).fill(node.value));
      continue;
    }
    const { column } = OPERATIONS[node.op];
    const out = free.pop() ?? new Float64Array(BLOCK);
    const operands = node.args.map((arg) => place.get(arg)!);
    work.push((rows) => column(out, rows, ...operands));
    place.set(node, out);
    for (const arg of new Set(node.args))
      if (isOperation(arg.op) && lastReader.get(arg) === node) free.push(place.get(arg)!);
  }
  const inputs = nodes.filter(({ op }) => op === 'input');
  return {
    run(given, n, outs) {
      for (let start = 0; start < n; start += BLOCK) {
        const rows = Math.min(BLOCK, n - start);
        for (const input of inputs) place.get(input)!.set(given[input.name]!.subarray(start, start + rows));
        for (const step of work) step(rows);
        roots.forEach((root, i) => outs[i]!.set(place.get(root)!.subarray(0, rows), start));
      }
    },
  };
}
