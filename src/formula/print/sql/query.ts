import { inOrder, isOperation, type Expression } from '../../expression';
import { namedLines, type Line } from '../lines';
import type { Named } from '../print';
import { call, identifier, literal, type Dialect } from './dialect';
import { DIALECTS } from './dialects';
import { DEEPEST, FORMS, isTest, text, type Context } from './forms';

export type SqlDialect = keyof typeof DIALECTS;

export const SQL_DIALECTS = Object.keys(DIALECTS) as readonly SqlDialect[];

/** The names by which a dialect is known: its own, and those of engines that read the same text. */
export const namesOf = (dialect: SqlDialect): readonly string[] => {
  const { aliases = [] }: Dialect = DIALECTS[dialect];
  return [dialect, ...aliases];
};

/** Where overflow stops the query, inputs beyond this are no inputs: no formula multiplies five of them. */
const LARGEST_INPUT = 1e60;

/** A column of the scenario table: carried along, or the input of that path (`token_spend`, `tiers[2].rate`). */
export interface ScenarioColumn {
  readonly name: string;
  readonly path?: string;
}

export interface Query {
  readonly root: Expression;
  readonly steps: readonly Line[];
  /** what the columns of a row must fulfil to have a value */
  readonly conditions: readonly Expression[];
  readonly columns: readonly ScenarioColumn[];
  /** The scenario table, as the engine writes it; it may be a sub-query. */
  readonly table: string;
  /** name of the column that is computed */
  readonly result: string;
  /** said above the query */
  readonly remarks: readonly string[];
}

/**
 * The *sql* reading: one row per scenario, in doubles; the named lines of the working in sub-queries, each of which has
 * the lines that need no line after it. So there are few: engines limit how many they take within one another.
 * A row without a value is NULL, as is one with an input that is missing or outside its range.
 */
export function sql(query: Query, name: SqlDialect): string {
  const dialect = DIALECTS[name];
  const inputs = inputNames(query.columns);
  const taken = new Set([...query.columns.map(({ name }) => name.toLowerCase()), ...inputs.values()]);
  const nodes = inOrder([query.root]);
  const mayBeNull = nullableIn(nodes);
  const lines = linesOf(query, nodes, { dialect, mayBeNull }, taken);
  const context: Context = { dialect, lines, mayBeNull, inputs };
  const definition = (node: Expression): string => FORMS[node.op].text(node, context);
  const id = (name: string): string => identifier(name, dialect);
  const subqueries = new Set([...taken, ...(query.table.toLowerCase().match(/\w+/g) ?? [])]);
  const subquery = (name: string): string => {
    const unique = unused(name, subqueries);
    subqueries.add(unique);
    return id(unique);
  };

  const first = subquery('inputs');
  const withs = [
    `${first} AS (\n  SELECT ${entered(query.columns, inputs, dialect).join(', ')}\n  FROM ${query.table}\n)`,
  ];
  const inlines = dialect.inlines && lines.size > dialect.inlines.most ? dialect.inlines : undefined;
  const [ahead, behind] = [inlines?.before ?? '', inlines?.after ? `\n  ${inlines.after}` : ''];
  let before = first;
  for (const level of levelsOf(lines, nodes)) {
    const written = level.map((node) => `${definition(node)} AS ${id(lines.get(node)!)}`);
    const next = subquery(`with_${lines.get(level[0]!)!}`);
    withs.push(`${next} AS ${ahead}(\n  SELECT ${before}.*, ${written.join(',\n    ')}\n  FROM ${before}${behind}\n)`);
    before = next;
  }
  const value = text(query.root, context);
  const finite = `${call('ABS', dialect, value)} <= ${literal(Number.MAX_VALUE, dialect)}`;
  const holds = [...query.conditions.map(definition), ...(lines.has(query.root) ? [finite] : [])];
  const answer = holds.length === 0 ? value : `CASE WHEN ${holds.join('\n    AND ')}\n    THEN ${value} END`;
  const out = query.columns.map(({ name, path }) => {
    const inner = path === undefined ? name : inputs.get(path)!;
    return inner === name ? id(name) : `${id(inner)} AS ${id(name)}`;
  });
  return [
    ...query.remarks.map((remark) => `-- ${remark.replace(/\s+/g, ' ')}`),
    `WITH ${withs.join(',\n')}`,
    `SELECT ${[...out, `\n  ${answer} AS ${id(unused(query.result, taken))}`].join(', ').replace(', \n', ',\n')}`,
    `FROM ${before}`,
  ].join('\n');
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let unique = name;
  for (let i = 2; taken.has(unique.toLowerCase()); i++) unique = `${name}_${i}`;
  return unique;
}

/** `tiers[2].rate` as a name: tiers_2_rate. */
const columnName = (name: string): string => name.replace(/\W+/g, '_').replace(/_$/, '');

/** Under which name the sub-queries know each input. */
function inputNames(columns: readonly ScenarioColumn[]): Map<string, string> {
  const carried = new Set(columns.filter(({ path }) => path === undefined).map(({ name }) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const { path } of columns) {
    if (path === undefined) continue;
    let name = columnName(path);
    while (carried.has(name)) name += '_';
    names.set(path, name);
  }
  return names;
}

/** The columns as the sub-queries take them in: inputs as doubles under their own names. */
function entered(columns: readonly ScenarioColumn[], inputs: ReadonlyMap<string, string>, dialect: Dialect): string[] {
  return columns.map(({ name, path }) => {
    const column = identifier(name, dialect);
    if (path === undefined) return column;
    const cast = `CAST(${column} AS ${dialect.double})`;
    const test = `${call('ABS', dialect, cast)} <= ${literal(LARGEST_INPUT, dialect)}`;
    const double = dialect.raisesOverflow ? `CASE WHEN ${test} THEN ${cast} END` : cast;
    return `${double} AS ${identifier(inputs.get(path)!, dialect)}`;
  });
}

/** The inputs among the columns as a SELECT list, and expressions of them, for other questions about the same rows. */
export function sqlOnInputs(
  columns: readonly ScenarioColumn[],
  name: SqlDialect,
): { readonly inputs: string[]; readonly text: (node: Expression) => string } {
  const dialect = DIALECTS[name];
  const inputs = inputNames(columns);
  const given = columns.filter(({ path }) => path !== undefined);
  const context: Context = { dialect, lines: new Map(), mayBeNull: new Set(), inputs };
  return { inputs: entered(given, inputs, dialect), text: (node) => text(node, context) };
}

/**
 * Which nodes get a line of their own: the named lines of the working, what is used more than once, and what a guard
 * has to write twice. So the text grows with the graph and never doubles.
 */
function linesOf(
  { root, steps }: Query,
  nodes: readonly Expression[],
  context: Pick<Context, 'dialect' | 'mayBeNull'>,
  taken: ReadonlySet<string>,
): Named {
  const named = namedLines([root], steps, columnName, taken);
  const uses = new Map<Expression, number>();
  for (const node of nodes) for (const arg of node.args) uses.set(arg, (uses.get(arg) ?? 0) + 1);
  const own = new Set<Expression>(named.keys());
  if (isOperation(root.op)) own.add(root);
  for (const node of nodes) for (const repeated of FORMS[node.op].repeats(node, context)) own.add(repeated);
  const depth = new Map<Expression, number>();
  for (const node of nodes) {
    const deep = 1 + Math.max(0, ...node.args.slice(0, 64).map((arg) => (own.has(arg) ? 0 : depth.get(arg)!)));
    if (!isTest(node) && ((uses.get(node) ?? 0) > 1 || deep > DEEPEST)) own.add(node);
    depth.set(node, deep);
  }
  const parts = nodes.filter((node) => own.has(node) && !named.has(node) && isOperation(node.op));
  const all = [...named].map(([node, name]) => ({ node, name })).concat(parts.map((node) => ({ node, name: 'part' })));
  return namedLines([root], all, columnName, taken);
}

/** The nodes with a line of their own by what they need: first those that need inputs only, then those that need the first. */
function levelsOf(lines: Named, nodes: readonly Expression[]): Expression[][] {
  const levels: Expression[][] = [];
  const needs = new Map<Expression, number>();
  for (const node of nodes) {
    const level = node.args.reduce((most, arg) => Math.max(most, needs.get(arg)!), 0);
    if (lines.has(node)) (levels[level] ??= []).push(node);
    needs.set(node, lines.has(node) ? level + 1 : level);
  }
  return levels;
}

/** Nodes that can be NULL although every input has a value. */
function nullableIn(nodes: readonly Expression[]): Set<Expression> {
  const nullable = new Set<Expression>();
  for (const node of nodes)
    if (FORMS[node.op].fails(node) || node.args.some((arg) => nullable.has(arg))) nullable.add(node);
  return nullable;
}
