import temml from 'temml';
import type { Inputs } from '../../catalogue/call';
import type { Definition } from '../../catalogue/define';
import { symbolic } from '../../catalogue/readings';
import type { Expression } from '../../formula/expression';
import { lowestIndex, notationOf, type Notation, type Running } from '../../formula/print/tex';
import { indexOf, symbol, SYMBOLS } from './symbol';

/** A line of the formula: its own name, or the cell of the table that it fills, and what it is. */
export interface Formula {
  /** whole: `net revenue = fee + share` */
  readonly tex: string;
  /** of a cell: which */
  readonly cell?: string;
  /** the index runs from one to the other: `opening_k`, k = 2 … 4 */
  readonly runs?: readonly [from: number, to: number];
}

/** What a table calls its cells: a label for each row, a heading for each column of numbers. */
export interface CellNames {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

interface Entry {
  readonly key: string;
  readonly formula: (running: Running | undefined) => string;
  readonly base: number | undefined;
  readonly cell?: string;
}

/** The formula of a function line by line, lines that differ by their index alone told once. */
export function formulasOf(definition: Definition, inputs: Inputs, cellNames: CellNames): Formula[] {
  const { roots, steps } = symbolic(definition, inputs, () => true, false);
  const named = new Map<Expression, string>();
  const entries: Entry[] = [];
  for (const { name, node } of steps) {
    const known = named.get(node);
    if (known === name) continue;
    const before = new Map(named);
    const base = indexOf(name) ?? lowestIndex(node, SYMBOLS, before);
    const right = (running: Running | undefined): Notation =>
      known === undefined ? notationOf(node, SYMBOLS, before, running) : symbol(known, running);
    entries.push(entry(base, (running) => equation(symbol(name, running), right(running))));
    if (known === undefined && node.op !== 'input' && node.op !== 'constant') named.set(node, name);
  }
  return told([...entries, ...cellsOf(definition, roots, named, cellNames)]);
}

function entry(base: number | undefined, formula: Entry['formula'], cell?: string, column = ''): Entry {
  const key = base === undefined ? formula(undefined) : formula({ letter: 'k', base });
  return { key: cell === undefined ? key : `${column} ${key}`, formula, base, ...(cell === undefined ? {} : { cell }) };
}

/** What stands in each cell, unless that says no more than the cell's own label. */
function cellsOf(
  definition: Definition,
  roots: readonly (readonly Expression[])[],
  named: ReadonlyMap<Expression, string>,
  names: CellNames,
): Entry[] {
  const single = definition.result.shape === 'number';
  return roots.flatMap((row, i) =>
    row.flatMap((node, j) => {
      const name = named.get(node) ?? (node.op === 'input' ? node.name : undefined);
      if (single) {
        if (name !== undefined) return [];
        return [
          entry(undefined, () =>
            equation(
              symbol(definition.name.toLowerCase().replace(/^[a-z]+_/, '')),
              notationOf(node, SYMBOLS, named, undefined),
            ),
          ),
        ];
      }
      const label = names.rows[i] ?? `${i + 1}`;
      const column = row.length === names.columns.length ? names.columns[j] : undefined;
      const cell = column === undefined || names.columns.length === 1 ? label : `${column}: ${label}`;
      if (name?.replace(/_/g, ' ') === cell.toLowerCase()) return [];
      if (definition.result.shape === 'list' && name !== undefined) return [];
      const base = name === undefined ? lowestIndex(node, SYMBOLS, named) : indexOf(name);
      const right = (running: Running | undefined): Notation =>
        name === undefined ? notationOf(node, SYMBOLS, named, running) : symbol(name, running);
      return [entry(base, (running) => broken('', right(running)), cell, `column ${j}`)];
    }),
  );
}

/** Lines alike but for their index become one line that runs. */
function told(entries: readonly Entry[]): Formula[] {
  const groups = new Map<string, { readonly entries: Entry[] }>();
  const order: { readonly entries: Entry[] }[] = [];
  for (const each of entries) {
    const group = groups.get(each.key);
    const last = group?.entries.at(-1);
    if (group && last?.base !== undefined && each.base === last.base + 1) group.entries.push(each);
    else {
      const fresh = { entries: [each] };
      groups.set(each.key, fresh);
      order.push(fresh);
    }
  }
  return order.map(({ entries: alike }) => {
    const [first, last] = [alike[0]!, alike.at(-1)!];
    if (alike.length === 1) return withCell(first.formula(undefined), first.cell);
    const tex = first.formula({ letter: 'k', base: first.base! });
    const runs = [first.base!, last.base!] as const;
    return {
      ...withCell(tex, first.cell === undefined ? undefined : `${first.cell} to ${last.cell!.replace(/^.*: /, '')}`),
      runs,
    };
  });
}

const withCell = (tex: string, cell: string | undefined): Formula => (cell === undefined ? { tex } : { tex, cell });

const WIDE = 62;

const equation = (name: Notation, right: Notation): string =>
  name.width + right.width <= WIDE ? `${name.tex} = ${right.tex}` : broken(name.tex, right);

/** A wide sum, a term to a line. */
function broken(name: string, right: Notation): string {
  if (right.width <= WIDE || !right.lines) return name === '' ? `= ${right.tex}` : `${name} = ${right.tex}`;
  const [first, ...others] = right.lines;
  return `\\begin{aligned}${[`${name} &{}= ${first!}`, ...others.map((line) => `&\\quad {}${line}`)].join(' \\\\ ')}\\end{aligned}`;
}

/** Names are identifiers: as text, MathML would take them for space and set the signs around them too tight. */
const NAME_AS_TEXT = /<mtext(?: class="[^"]*")?>([^<]*\S)<\/mtext>/g;

/** MathML of a line; a mistake in it stops the build. Its look is the style sheet's, as the pages allow no other. */
export const mathMarkup = (tex: string): string =>
  temml
    .renderToString(tex, { displayMode: true, throwOnError: true, strict: true })
    .replace(/ style="[^"]*"/g, '')
    .replace(NAME_AS_TEXT, '<mi>$1</mi>');
