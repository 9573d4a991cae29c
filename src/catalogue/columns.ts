import { BLOCK, columns, type ColumnProgram } from '../formula/columns';
import { decided } from '../formula/doubt';
import type { Inputs } from './call';
import type { Definition } from './define';
import { kernelOf, type Printed } from './kernels';
import { numbersOf } from './numbers';
import { symbolic } from './readings';
import { valueOf } from './value-of-row';

/**
 * The *columns* reading of a function that returns one number; `varied` are the paths that change by row. One plain
 * loop where one was printed; what it leaves in doubt, and every formula without one, is computed pass by pass.
 */
export function columnsOf(definition: Definition, inputs: Inputs, varied: readonly string[]): ColumnProgram {
  const printed = kernelOf(definition, inputs, new Set(varied));
  const passes = (): ColumnProgram => passesOf(definition, inputs, varied);
  return printed ? looped(printed, numbersOf(definition, inputs), varied, passes) : passes();
}

function looped(
  { kernel, paths, isHeld }: Printed,
  numbers: ReadonlyMap<string, number | undefined>,
  varied: readonly string[],
  passes: () => ColumnProgram,
): ColumnProgram {
  const all = [...new Set([...paths, ...varied])];
  const columns = all.map((path): Float64Array | number => {
    const x = numbers.get(path) ?? NaN;
    return isHeld(path) ? x : new Float64Array(BLOCK).fill(x);
  });
  const places = varied.map((path) => all.indexOf(path));
  let known: ColumnProgram | undefined;
  return {
    run(given, n, [out]) {
      for (let start = 0; start < n; start += BLOCK) {
        const rows = Math.min(BLOCK, n - start);
        varied.forEach((path, j) => (columns[places[j]!] = given[path]!.subarray(start, start + rows)));
        const results = out!.subarray(start, start + rows);
        if (Number.isNaN(kernel(results, rows, ...columns))) decide(results, (path, i) => given[path]![start + i]!);
      }
    },
  };

  /** Rows without a value are computed again where doubts are told from answers. */
  function decide(results: Float64Array, at: (path: string, row: number) => number): void {
    const rows = [...results.keys()].filter((i) => Number.isNaN(results[i]));
    const given = varied.map((path) => [path, Float64Array.from(rows, (i) => at(path, i))]);
    const again = new Float64Array(rows.length);
    (known ??= passes()).run(Object.fromEntries(given) as Record<string, Float64Array>, rows.length, [again]);
    rows.forEach((i, j) => (results[i] = again[j]!));
  }
}

/** So many decimals are computed for rows in doubt; what doubles make of further ones has to do. */
const MOST_DECIMALS = 100_000;

/** What doubles cannot decide (a denominator that is zero but for rounding, a tie) is computed again in decimals. */
export function passesOf(definition: Definition, inputs: Inputs, varied: readonly string[]): ColumnProgram {
  const set = new Set(varied);
  const formula = symbolic(definition, inputs, (path) => set.has(path), true);
  const roots = formula.roots.flat();
  const { now, clear } = decided(roots);
  const program = columns([...roots.map(now), ...clear]);
  if (clear.length === 0) return program;
  const isClear = clear.map(() => new Float64Array(BLOCK));
  const value = valueOf(definition, inputs, varied, Math.ceil(MOST_DECIMALS / formula.length));
  return {
    run(given, n, [out]) {
      for (let start = 0; start < n; start += BLOCK) {
        const rows = Math.min(BLOCK, n - start);
        const block = Object.fromEntries(varied.map((path) => [path, given[path]!.subarray(start, start + rows)]));
        program.run(block, rows, [out!.subarray(start, start + rows), ...isClear]);
        for (const test of isClear)
          for (let i = 0; i < rows; i++)
            if (test[i] === 0) out![start + i] = value(varied.map((path) => block[path]![i]!)) ?? out![start + i]!;
      }
    },
  };
}
