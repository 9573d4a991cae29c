import { Graph, inOrder, type Expression } from '../formula/expression';
import type { Maths, Num } from '../formula/num';
import type { Inputs } from './call';
import type { Definition, Table, Values } from './define';
import { bindAll } from './lift';
import { either, Problem } from './problem';
import { shown } from './read';
import type { Unit } from './units';

/**
 * A line of a table is a number: one cell, named by its label and, where there are several columns, its heading. It is
 * a function of the inputs of the table, to be read in every way.
 * @param asked what stands in the brackets of `TAAS_GROSS_NET[EBIT, Principal (gross)]`
 * @param inputs of the table, which may decide what lines it has
 */
export function lineOf(table: Definition, asked: string, inputs: Inputs): Definition {
  if (!hasLines(table)) {
    const { shape } = table.result;
    const answers = shape === 'number' ? 'one number' : shape === 'cells' ? 'cells' : `a ${shape}`;
    throw bad(`${table.name} returns ${answers}`, `a function that returns a table before [${asked}]`);
  }
  const graph = new Graph(false);
  const found = cellIn(onSymbols(table, inputs, graph), asked, table.name);
  const name = `${table.name}[${found.line}]`;
  const root = numberIn(found, name, graph.maths) as Expression;
  const needed = new Set(inOrder([root]));
  const isNeeded = graph.steps.map(({ node }) => needed.has(node));
  const parameters = Object.entries(table.parameters).filter(([name]) => name !== 'headers');
  return {
    ...table,
    name,
    parameters: Object.fromEntries(parameters),
    result: { shape: 'number', unit: found.unit, about: found.line },
    formula(x: Values, m: Maths): Num {
      let step = 0;
      const own: Maths = { ...m, step: (line, num) => (isNeeded[step++] ? m.step(line, num) : num) };
      return numberIn(cellIn(table.formula(x, own), asked, table.name), name, m);
    },
  };
}

/** A function that returns a table by a formula. */
type TableFunction = Omit<Definition, 'formula'> & { readonly formula: (x: Values, m: Maths) => Table };

export const hasLines = (definition: Definition): definition is TableFunction =>
  definition.result.shape === 'table' && definition.formula !== undefined;

/** Every line of a table that is a number, as it is named. */
export function linesIn(table: TableFunction, inputs: Inputs): string[] {
  const cells = cellsOf(onSymbols(table, inputs, new Graph(false)));
  const numbers = cells.filter(({ value }) => typeof value !== 'string').map(({ line }) => line);
  return numbers.filter((line) => numbers.indexOf(line) === numbers.lastIndexOf(line));
}

const onSymbols = (table: TableFunction, inputs: Inputs, graph: Graph): Table =>
  table.formula(
    bindAll(table, inputs, (path) => graph.input(path)),
    graph.maths,
  );

const bad = (what: string, expected: string): Problem =>
  new Problem('#VALUE!', `${what}: expected ${expected}.`, 'function');

interface TableCell {
  readonly label: string;
  readonly heading: string;
  /** as it is named: the label, and the heading where there are several */
  readonly line: string;
  readonly value: Num | number | string;
  readonly unit: Unit;
}

const cellsOf = ({ header: [, ...headings], rows }: Table): TableCell[] =>
  rows.flatMap(({ label, values, unit }) =>
    values.map((value, i): TableCell => {
      const heading = headings[i]!;
      const line = (headings.length > 1 ? [label, heading] : [label]).map(inBrackets).join(', ');
      return { label, heading, line, value, unit: typeof unit === 'string' ? unit : unit[i]! };
    }),
  );

/** The one cell that a text names. */
function cellIn(table: Table, asked: string, name: string): TableCell {
  const wanted = comparable(asked);
  const isNamed = ({ label, heading, line }: TableCell): boolean =>
    [line, [label, heading].map(inBrackets).join()].some((text) => comparable(text) === wanted);
  const [found, again] = cellsOf(table).filter(isNamed);
  if (again) throw bad(`${name} has more than one line ${found!.line}`, 'a label that stands there once');
  if (found) return found;
  const {
    rows,
    header: [, ...headings],
  } = table;
  const of = rows.find(({ label }) => `${wanted},`.startsWith(`${comparable(inBrackets(label))},`));
  const named = asked.trim().slice(0, 80);
  if (!of) throw bad(`${name} has no line ${named}`, either(rows.map(({ label }) => label)));
  if (wanted === comparable(inBrackets(of.label)))
    throw bad(
      `${name}[${named}] stands in ${headings.length} columns`,
      `one of them after a comma, ${either(headings)}`,
    );
  throw bad(`${name}[${named}] stands in no column`, either(headings));
}

/** In any case, whatever the spaces, with either apostrophe, in quotes or without. */
const comparable = (text: string): string =>
  text
    .replace(/"((?:""|[^"])*)"/g, (_, quoted: string) => quoted.replaceAll('""', '"'))
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?, ?/g, ',')
    .trim();

/** What would end the brackets too soon is in quotes. */
const inBrackets = (text: string): string => (/["[\]]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function numberIn({ value }: TableCell, name: string, m: Maths): Num {
  if (typeof value === 'string') throw bad(`${name} is ${shown(value)}`, 'a line that is a number');
  return typeof value === 'number' ? m.num(value) : value;
}
