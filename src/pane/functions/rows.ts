/** Array constants that are typed row by row: four tiers, a list of shares, the names beside them. */
import { isAssumption, withoutAssumption } from '../../catalogue/lift';
import { numberIn } from '../../catalogue/number-in';
import { defaultOf, kindOf, type Parameter } from '../../catalogue/parameters';
import { parseTyped, printTyped, type Constant } from '../../catalogue/typed';
import { orProblem } from '../../catalogue/problem';

/** What is typed into each cell, as it is typed. */
export type TypedRows = readonly (readonly string[])[];

export const takesRows = (parameter: Parameter): boolean => kindOf(parameter).shape !== 'cell';

/** What the columns are called; undefined where their number is the analyst's. */
export function columnsOf(parameter: Parameter): readonly string[] | undefined {
  if (kindOf(parameter).shape === 'line') return ['value'];
  if (parameter.kind === 'inputs') return ['name', 'value'];
  return kindOf(parameter).numbers?.columns;
}

/** The rows of an array constant, a list in a column; undefined of a text that is none. */
export function rowsIn(text: string, parameter: Parameter): TypedRows | undefined {
  const typed = orProblem(() => parseTyped(text, { argument: 'it' }));
  if (!Array.isArray(typed)) return undefined;
  const rows = typed as readonly (readonly Constant[])[];
  const isRow = kindOf(parameter).shape === 'line' && rows.length === 1;
  return (isRow ? rows[0]!.map((cell) => [cell]) : rows).map((row) => row.map(cellText));
}

const cellText = (cell: Constant): string => (typeof cell === 'string' ? cell : printTyped(cell));

/** Rows to begin with: those of the base case, or an empty one. */
export function rowsToStart(parameter: Parameter): TypedRows {
  const fallback = defaultOf(parameter);
  const plain = isAssumption(fallback) ? withoutAssumption(fallback) : undefined;
  if (typeof plain === 'number') return [[printTyped(plain)]];
  if (!Array.isArray(plain) || plain.length === 0) return [emptyRow(columnsOf(parameter)?.length ?? 2)];
  return plain.map((row: unknown) => (Array.isArray(row) ? row : [row]).map((cell) => cellText(cell as Constant)));
}

export const emptyRow = (columns: number): readonly string[] => Array<string>(columns).fill('');

/** The array constant; rows in which nothing is typed are left out. Excel takes no % in it, so 25% stands as 0.25. */
export function arrayOf(rows: TypedRows): string {
  const typed = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (typed.length === 0) return '';
  return `{${typed.map((row) => row.map(constantText).join(',')).join(';')}}`;
}

function constantText(cell: string): string {
  const text = cell.trim();
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return printTyped(quoted.replaceAll('""', '"'));
  if (/^(?:true|false)$/i.test(text)) return text.toUpperCase();
  return printTyped(numberIn(text) ?? text);
}
