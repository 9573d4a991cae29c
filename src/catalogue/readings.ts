import { decided } from '../formula/doubt';
import { Graph, type Expression } from '../formula/expression';
import { digitsOf, native } from '../formula/print/excel';
import type { Line } from '../formula/print/lines';
import type { Num } from '../formula/num';
import { lineTexts, type LineText } from '../formula/print/words';
import { sql, type ScenarioColumn, type SqlDialect } from '../formula/print/sql/query';
import type { Definition, Table } from './define';
import type { Inputs } from './call';
import { conditionsOf } from './conditions';
import { bindAll, withoutAssumption } from './lift';
import { columnAt, printInput, rangeAt } from './numbers';
import { parsePath, printResult } from './path';

/** A formula read on symbols: what it returns, cell by cell, and its named lines. */
export interface Symbolic {
  readonly roots: readonly (readonly Expression[])[];
  /** the same with the texts among them */
  readonly cells: readonly (readonly (Expression | string)[])[];
  /** of a table, what stands above and beside them */
  readonly edges?: Pick<Table, 'header'> & { readonly labels: readonly string[] };
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
  const node = (value: Num | number | string): Expression | string =>
    typeof value === 'number' ? graph.constant(value) : (value as Expression | string);
  const cells = cellsOf(outcome).map((row) => row.map(node));
  const roots = cells.map((row) => row.filter((each) => typeof each !== 'string'));
  const edges = 'rows' in outcome && { header: outcome.header, labels: outcome.rows.map(({ label }) => label) };
  return { roots, cells, ...(edges && { edges }), steps: graph.steps, length: graph.length };
}

const cellsOf = (outcome: Num | readonly Num[] | Table): readonly (readonly (Num | number | string)[])[] =>
  Array.isArray(outcome)
    ? [outcome as readonly Num[]]
    : 'rows' in outcome
      ? outcome.rows.map((row) => row.values)
      : [[outcome as Num]];

/**
 * The *native* reading: a worksheet formula without the add-in.
 * @param references text such as "B4" or "C4:D6" that stands for a whole parameter, or for one element of it by its path
 */
export function nativeOf(
  definition: Definition,
  inputs: Inputs,
  references: Readonly<Record<string, string>> = {},
): string {
  const { roots, steps, bindings } = bound(definition, inputs, references);
  return native(roots, steps, bindings);
}

/** The same as the answer is laid out: a formula for each of its numbers, its labels and headings as they are. */
export function nativeCellsOf(
  definition: Definition,
  inputs: Inputs,
  references: Readonly<Record<string, string>> = {},
): readonly (readonly ({ readonly formula: string } | { readonly text: string })[])[] {
  const { cells, edges, steps, bindings } = bound(definition, inputs, references);
  const body = cells.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? { text: cell } : { formula: native([[cell]], steps, bindings) })),
  );
  if (!edges || inputs['headers'] === false) return body;
  const asText = (text: string) => ({ text });
  return [edges.header.map(asText), ...body.map((row, i) => [asText(edges.labels[i]!), ...row])];
}

/** Read on symbols, with what each of them is in the sheet. */
function bound(
  definition: Definition,
  inputs: Inputs,
  references: Readonly<Record<string, string>>,
): Symbolic & { readonly bindings: Readonly<Record<string, string>> } {
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
  return { ...symbolic(definition, inputs, isInput, false), bindings };
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
