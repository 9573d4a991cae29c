import { columns, type ColumnProgram } from '../formula/columns';
import { Graph, type Expression } from '../formula/expression';
import { lineTexts, native, type Line, type LineText } from '../formula/native';
import type { Num } from '../formula/num';
import { sql, type ScenarioColumn, type SqlDialect } from '../formula/sql';
import type { Definition, Table } from './define';
import type { Inputs } from './call';
import { conditionsOf } from './conditions';
import { lifted, withoutAssumption } from './lift';
import { parsePath } from './path';
import type { Plain } from './read';

/** A formula read on symbols: what it returns, cell by cell, and its named lines. */
export interface Symbolic {
  readonly roots: readonly (readonly Expression[])[];
  readonly steps: readonly Line[];
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
    isInput(path) ? graph.input(path) : graph.constant(value as number);
  const x = Object.fromEntries(
    Object.entries(definition.parameters).map(([name, parameter]) => [
      name,
      lifted(name, parameter, withoutAssumption(inputs[name]), enter),
    ]),
  );
  const outcome = definition.formula!(x as never, graph.maths);
  const node = (value: Num | number | string): Expression[] =>
    typeof value === 'string' ? [] : [typeof value === 'number' ? graph.constant(value) : (value as Expression)];
  return { roots: cellsOf(outcome).map((row) => row.flatMap(node)), steps: graph.steps };
}

const cellsOf = (outcome: Num | readonly Num[] | Table): readonly (readonly (Num | number | string)[])[] =>
  Array.isArray(outcome)
    ? [outcome as readonly Num[]]
    : 'rows' in outcome
      ? outcome.rows.map((row) => row.values)
      : [[outcome as Num]];

/** The *columns* reading of a function that returns one number; `varied` are the paths that change by row. */
export function columnsOf(definition: Definition, inputs: Inputs, varied: readonly string[]): ColumnProgram {
  const set = new Set(varied);
  return columns(symbolic(definition, inputs, (path) => set.has(path), true).roots.flat());
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
    const { name, at, part } = parsePath(written)!;
    const whole = references[name];
    if (references[written] !== undefined) return references[written];
    if (at === undefined) return excelText(withoutAssumption(inputs[name]) as number);
    if (whole === undefined) return undefined;
    return `INDEX(${whole},${at}${part === undefined ? '' : `,${part === 'from' ? 1 : 2}`})`;
  };
  const isInput = (path: string): boolean => {
    const text = textOf(path);
    if (text !== undefined) bindings[path] = text;
    return text !== undefined;
  };
  const { roots, steps } = symbolic(definition, inputs, isInput, false);
  return native(roots, steps, bindings);
}

const excelText = (x: number): string =>
  String(Number(x.toPrecision(15)))
    .replace('e', 'E')
    .replace('E+', 'E');

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
  const root = roots[0]![0]!;
  const conditions = conditionsOf(definition, inputs, varied).map(({ test }) => test);
  const constants = Object.entries(definition.parameters).flatMap(([name]) =>
    varied.has(name) || inputs[name] === undefined ? [] : [`${name} ${plainText(inputs[name])}`],
  );
  const remarks = [`${definition.name}: ${definition.answers}`, ...(constants.length ? [constants.join(', ')] : [])];
  return sql({ root, steps, conditions, columns, table, result: definition.name.toLowerCase(), remarks }, dialect);
}

const plainText = (plain: Plain): string => {
  const value = withoutAssumption(plain);
  if (typeof value !== 'object') return String(value);
  return `{${(value as readonly (number | readonly number[])[]).map(String).join(';')}}`;
};
