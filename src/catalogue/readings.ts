import { columns, type ColumnProgram } from '../formula/columns';
import { Graph, type Expression } from '../formula/expression';
import { lineTexts, native, type Line, type LineText } from '../formula/native';
import type { Num, Test } from '../formula/num';
import { sql, type ScenarioColumn, type SqlDialect } from '../formula/sql';
import type { Definition, Table } from './define';
import type { Inputs } from './call';
import { lifted, withoutAssumption } from './lift';
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
 * @param references text such as "B4" or "C4:D6" that stands for a whole parameter
 */
export function nativeOf(
  definition: Definition,
  inputs: Inputs,
  references: Readonly<Record<string, string>> = {},
): string {
  const bindings: Record<string, string> = {};
  const isInput = (path: string): boolean => {
    const [name, at] = splitPath(path);
    const reference = references[name];
    if (reference !== undefined) bindings[path] = at === '' ? reference : `INDEX(${reference},${at})`;
    else if (at === '') bindings[path] = excelText(withoutAssumption(inputs[name]) as number);
    else return false;
    return true;
  };
  const { roots, steps } = symbolic(definition, inputs, isInput, false);
  return native(roots, steps, bindings);
}

/** `tiers[2].rate` → `tiers` and `2,2`; `demands[3]` → `demands` and `3`. */
function splitPath(path: string): [name: string, at: string] {
  const match = /^(\w+)\[(\d+)\](?:\.(\w+))?$/.exec(path);
  if (!match) return [path, ''];
  const [, name, row, part] = match;
  return [name!, part === undefined ? row! : `${row},${part === 'from' ? 1 : 2}`];
}

const excelText = (x: number): string =>
  String(Number(x.toPrecision(15)))
    .replace('e', 'E')
    .replace('E+', 'E');

/** Every named line as text, in the names of the lines before it: `net_revenue` is `infrastructure_fee+revenue_share`. */
export function linesOf(definition: Definition, inputs: Inputs): LineText[] {
  return lineTexts(symbolic(definition, inputs, (path) => splitPath(path)[1] === '', false).steps);
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
  const conditions = conditionsOf(definition, inputs, varied, root.graph);
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

/** What the gate asks of inputs that vary: declared ranges, thresholds that ascend, shares that sum to 1. */
function conditionsOf(definition: Definition, inputs: Inputs, varied: ReadonlySet<string>, graph: Graph): Expression[] {
  const conditions: Expression[] = [];
  const at = (path: string, value: number): Num => (varied.has(path) ? graph.input(path) : graph.constant(value));
  const among = (paths: readonly string[], test: Test): void => {
    if (paths.some((path) => varied.has(path))) conditions.push(test as Expression);
  };
  const within = (path: string, range: { min?: number; max?: number; above?: number }): void => {
    const x = graph.input(path);
    const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE, above } = range;
    among([path], above === undefined ? x.atLeast(min) : x.above(above));
    among([path], graph.constant(max).atLeast(x));
  };
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    const plain = withoutAssumption(inputs[name]);
    if (parameter.kind === 'number') within(name, parameter);
    else if (parameter.kind === 'list')
      (plain as number[] | undefined)?.forEach((_, i) => within(`${name}[${i + 1}]`, parameter));
    else if (parameter.kind === 'tiers') {
      const rows = plain as number[][];
      rows.forEach(([from], i) => {
        const [path, before] = [`${name}[${i + 1}].from`, `${name}[${i}].from`];
        within(path, { min: 0, ...(i === 0 && { max: 0 }) });
        within(`${name}[${i + 1}].rate`, { min: 0, max: 1 });
        if (i > 0) among([path, before], at(path, from!).above(at(before, rows[i - 1]![0]!)));
      });
    }
  }
  for (const rule of definition.rules) {
    if (!('sumsToOne' in rule)) continue;
    const values = withoutAssumption(inputs[rule.sumsToOne]) as readonly number[];
    const paths = values.map((_, i) => `${rule.sumsToOne}[${i + 1}]`);
    const over = graph.maths.sum(values.map((value, i) => at(paths[i]!, value))).minus(1);
    among(paths, graph.constant(1e-9).atLeast(over));
    among(paths, over.atLeast(-1e-9));
  }
  return conditions;
}
