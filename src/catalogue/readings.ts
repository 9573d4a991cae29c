import { BLOCK, columns, type ColumnProgram } from '../formula/columns';
import { decided } from '../formula/doubt';
import { Graph, type Expression } from '../formula/expression';
import { digitsOf, native } from '../formula/print/excel';
import type { Line } from '../formula/print/lines';
import type { Num } from '../formula/num';
import { lineTexts, type LineText } from '../formula/print/words';
import type { Range } from '../formula/range';
import { sql, type ScenarioColumn, type SqlDialect } from '../formula/print/sql/query';
import type { Definition, Table } from './define';
import type { Inputs } from './call';
import { conditionsOf } from './conditions';
import { bindAll, withoutAssumption } from './lift';
import { columnAt, domainAt, printInput } from './numbers';
import { parsePath, printResult } from './path';
import { valueOf } from './value-of-row';

/** A formula read on symbols: what it returns, cell by cell, and its named lines. */
export interface Symbolic {
  readonly roots: readonly (readonly Expression[])[];
  readonly steps: readonly Line[];
  /** how many numbers it computes */
  readonly length: number;
}

/**
 * Reads the formula on symbols.
 * @param isInput which numbers stay symbols, by path; the others are constants
 */
export function symbolic(
  definition: Definition,
  inputs: Inputs,
  isInput: (path: string) => boolean,
  fold: boolean,
): Symbolic {
  const graph = new Graph(fold);
  const enter = (path: string, value: number | Num): Num =>
    isInput(path) ? graph.input(path, rangeAt(definition, path)) : graph.constant(value);
  const outcome = definition.formula!(bindAll(definition, inputs, enter), graph.maths);
  const node = (value: Num | number | string): Expression[] =>
    typeof value === 'string' ? [] : [typeof value === 'number' ? graph.constant(value) : (value as Expression)];
  return { roots: cellsOf(outcome).map((row) => row.flatMap(node)), steps: graph.steps, length: graph.length };
}

/** What is declared for a number, by its path. */
function rangeAt(definition: Definition, path: string): Range {
  const { min = -Infinity, max = Infinity, above = -Infinity } = domainAt(definition, path);
  return { low: Math.max(min, above), high: max };
}

const cellsOf = (outcome: Num | readonly Num[] | Table): readonly (readonly (Num | number | string)[])[] =>
  Array.isArray(outcome)
    ? [outcome as readonly Num[]]
    : 'rows' in outcome
      ? outcome.rows.map((row) => row.values)
      : [[outcome as Num]];

/** So many decimals are computed for rows in doubt; what doubles make of further ones has to do. */
const MOST_DECIMALS = 100_000;

/**
 * The *columns* reading of a function that returns one number; `varied` are the paths that change by row.
 * What doubles cannot decide (a denominator that is zero but for rounding, a tie) is computed again in decimals.
 */
export function columnsOf(definition: Definition, inputs: Inputs, varied: readonly string[]): ColumnProgram {
  const set = new Set(varied);
  const formula = symbolic(definition, inputs, (path) => set.has(path), true);
  const roots = formula.roots.flat();
  const { now, clear } = decided(roots);
  const program = columns([...roots.map(now), ...clear]);
  if (clear.length === 0) return program;
  const isClear = clear.map(() => new Float64Array(BLOCK));
  const value = valueOf(definition, inputs, varied, Math.ceil(MOST_DECIMALS / formula.length));
  return {
    inputs: program.inputs,
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

/**
 * The *native* reading: a worksheet formula without the add-in.
 * @param references text such as "B4" or "C4:D6" that stands for a whole parameter, or for one element of it by its path
 */
export function nativeOf(
  definition: Definition,
  inputs: Inputs,
  references: Readonly<Record<string, string>> = {},
): string {
  const bindings: Record<string, string> = {};
  const textOf = (written: string): string | undefined => {
    const path = parsePath(written)!;
    const { name, at, part } = path;
    const whole = references[name];
    if (references[written] !== undefined) return references[written];
    if (at === undefined) return digitsOf(withoutAssumption(inputs[name]) as number);
    if (whole === undefined) return undefined;
    return `INDEX(${whole},${at}${part === undefined ? '' : `,${columnAt(definition, path) + 1}`})`;
  };
  const isInput = (path: string): boolean => {
    const text = textOf(path);
    if (text !== undefined) bindings[path] = text;
    return text !== undefined;
  };
  const { roots, steps } = symbolic(definition, inputs, isInput, false);
  return native(roots, steps, bindings);
}

/** Whether a decision may hang on more digits than a double has, so that a worksheet may decide it otherwise. */
export const needsDecimals = (definition: Definition, inputs: Inputs): boolean =>
  decided(symbolic(definition, inputs, () => true, true).roots.flat()).clear.length > 0;

/** Every named line as text, in the names of the lines before it: `net_revenue` is `infrastructure_fee+revenue_share`. */
export function linesOf(definition: Definition, inputs: Inputs): LineText[] {
  return lineTexts(symbolic(definition, inputs, (path) => parsePath(path)!.at === undefined, false).steps);
}

/** A table of scenarios: its columns, of which some are inputs by their path, the others are carried along. */
export interface Scenarios {
  /** as the engine writes it */
  readonly table: string;
  readonly columns: readonly ScenarioColumn[];
}

/** The *sql* reading of a function that returns one number: a query that adds it to a table of scenarios. */
export function sqlOf(
  definition: Definition,
  inputs: Inputs,
  { table, columns }: Scenarios,
  dialect: SqlDialect,
): string {
  const varied = new Set(columns.flatMap(({ path }) => (path === undefined ? [] : [path])));
  const { roots, steps } = symbolic(definition, inputs, (path) => varied.has(path), true);
  const { now } = decided(roots.flat());
  const root = now(roots[0]![0]!);
  const lines = steps.map(({ name, node }) => ({ name, node: now(node) }));
  const conditions = conditionsOf(definition, inputs, varied).map(({ test }) => test);
  const constants = Object.entries(definition.parameters).flatMap(([name]) =>
    varied.has(name) || inputs[name] === undefined ? [] : [`${name} ${printInput(definition, inputs, name, varied)}`],
  );
  const remarks = [`${definition.name}: ${definition.answers}`, ...(constants.length ? [constants.join(', ')] : [])];
  return sql(
    { root, steps: lines, conditions, columns, table, result: printResult(definition.name), remarks },
    dialect,
  );
}
