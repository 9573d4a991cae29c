import { distance } from 'fastest-levenshtein';
import { nearest } from './catalogue';
import type { Catalogue, Definition } from './define';
import type { Pairs } from './inputs';
import { invisibleIn } from './invisible';
import { expectation } from './parameters';
import { parsePath, printPath } from './path';
import { either, Problem } from './problem';
import { shown, unwrapped } from './read';

/**
 * A block of cases as an analyst keeps it: one row an input, one column a case (a quarter, a scenario, a lab). One
 * block serves every function of a workbook, so a row that the asked function lacks is passed over.
 */
export interface Cases {
  /** as they are headed; '' where two columns, name and value, have no heading */
  readonly names: readonly string[];
  /** what a case says of a function, for the gate; throws the Problem of a cell that is blank or an error */
  pairs(at: number, definition: Definition): Pairs;
  /** where they stand in the range, counted from 0 */
  readonly columns: readonly number[];
  /** where what is said of a path stands in it */
  readonly rows: ReadonlyMap<string, number>;
  /** the same Problem with the place of the cell that it is about */
  located(problem: Problem, at: number): Problem;
}

type Rows = readonly (readonly unknown[])[];

/** A row that says something: the number it is for, and its row in the range, counted from 1. */
interface Used {
  readonly name: string;
  readonly path: string;
  readonly row: number;
}

/** Headings of TAAS_ASSUMPTIONS and its like, which describe a row and are no case. */
const DESCRIBING = ['name', 'unit', 'range', 'standing', 'source', 'note', 'about'];

/** Some functions have inputs of these names too; in a first row they are its headings. */
const HEADINGS = [...DESCRIBING, 'case', 'cases', 'quarter', 'period', 'year', 'start'];

/**
 * Reads a block; throws a Problem that names the row or the column.
 * @param argument what a sentence calls the range
 * @param own the function that is asked
 */
export function casesIn(rows: Rows, catalogue: Catalogue, argument = 'cases', own?: Definition): Cases {
  const bad = (what: string, expected: string): Problem =>
    new Problem('#VALUE!', `${argument} ${what}: expected ${expected}.`, argument);
  const known = parameterNames(catalogue);
  // Of two columns, the name of an input of the function itself is no heading: its value would be lost.
  const isHeading = (word: string): boolean =>
    HEADINGS.includes(word) && !(width === 2 && own !== undefined && Object.hasOwn(own.parameters, word));
  const nameOf = (cell: unknown): string | undefined => {
    const path = typeof cell === 'string' ? parsePath(cell) : undefined;
    return path && known.has(path.name) && !isHeading(path.name) ? path.name : undefined;
  };
  const width = rows[0]!.length;
  const top = Math.max(
    0,
    rows.findIndex((row) => !row.every(isBlank)),
  );
  if (width < 2)
    throw bad(
      `is ${shown(rows.length * width === 1 ? rows[0]![0] : rows)}`,
      argument === 'inputs'
        ? 'two columns, parameter name and value'
        : 'a name beside its values: one row an input, one column a case',
    );

  const first = bare(rows[top]![0]);
  const misspelt = isMisspelt();
  if (misspelt && width > 2) throw unknown(String(first), top + 1);
  const headed = nameOf(first) === undefined && !misspelt && !(width === 2 && typeof first === 'number');
  const isRowOfNames = rows[top]!.every((cell) => nameOf(bare(cell)) !== undefined);
  if (isRowOfNames && typeof bare(rows[top + 1]?.[0]) === 'number') throw onItsSide(String(first));
  if (!headed && width > 2) {
    if (isRowOfNames) throw onItsSide(String(first));
    throw bad(
      `has no headings: row ${top + 1} begins with ${String(first)}, an input`,
      'a row of case names above the values',
    );
  }
  // Two columns of names and values are for one function, which says itself what it does not know.
  const forOne = argument === 'inputs' && !headed;
  const headings = headed ? rows[top]!.map((cell, j) => (j === 0 ? 'name' : heading(cell, j))) : ['name', ''];
  const columns = headings.flatMap((name, j) => (DESCRIBING.includes(name.toLowerCase()) || name === BLANK ? [] : [j]));
  if (columns.length === 0) throw bad(`has no cases in row ${top + 1}`, 'a heading above each column of values');
  const names = columns.map((j) => headings[j]!);
  names.forEach((name, i) => {
    const before = names.findIndex((other) => isSame(other, name));
    if (before < i)
      throw bad(`has ${name} in column ${columns[before]! + 1} and again in column ${columns[i]! + 1}`, 'two names');
  });
  const used = usedRows();
  if (used.length === 0) throw bad('says nothing: every case is blank', 'a value beside at least one name');

  /** A name that is nearly an input, or a name beside a number, is no heading: its value would be lost. */
  function isMisspelt(): boolean {
    if (typeof first !== 'string' || first.trim() === '' || nameOf(first) !== undefined) return false;
    const word = first.trim().toLowerCase();
    if (isHeading(word)) return false;
    const isBeside = rows[top]!.slice(1).some((cell) => typeof bare(cell) === 'number');
    const [near] = nearest(word, [...known], 1);
    const isNear = near !== undefined && distance(word, near) <= 2;
    return width === 2 ? isBeside || isNear : isBeside && isNear;
  }

  function heading(cell: unknown, j: number): string {
    if (!isBlank(cell)) {
      const text = unwrapped(argument, cell, `row ${top + 1}, column ${j + 1}`);
      return typeof text === 'string' ? text.trim() : shown(text);
    }
    const below = rows.findIndex((row) => !isBlank(row[j]));
    if (below < 0) return BLANK;
    throw bad(
      `has no heading in column ${j + 1}, whose row ${below + 1} is filled`,
      'a heading above every column (merged cells head only their first)',
    );
  }

  function usedRows(): Used[] {
    const seen = new Map<string, number>();
    const rowsOfNames = rows.slice(top + 1).some((row) => nameOf(bare(row[0])) !== undefined);
    const sideways = rowsOfNames ? undefined : names.find((name) => nameOf(name) !== undefined);
    if (headed && sideways !== undefined) throw onItsSide(sideways);
    return rows.flatMap((cells, i): Used[] => {
      const row = i + 1;
      if ((headed && i <= top) || columns.every((j) => isBlank(cells[j]))) {
        if (!headed) refuseWithoutValue(cells[0], row);
        return [];
      }
      const key = unwrapped(argument, cells[0], `row ${row}, column 1`);
      if (typeof key !== 'string' || invisibleIn(key))
        throw bad(`has ${shown(key)} in row ${row}, column 1`, 'a parameter name');
      const text = key.trim();
      const path = parsePath(text);
      if (!forOne && !known.has(path?.name ?? '')) throw unknown(text, row);
      const written = path ? printPath(path) : text;
      const before = seen.get(written);
      if (before !== undefined) {
        const sentence = `${written} is given in row ${before} and again in row ${row} of ${argument}: expected one of the two.`;
        throw new Problem('#VALUE!', sentence, argument);
      }
      seen.set(written, row);
      return [{ name: path?.name ?? text, path: written, row }];
    });
  }

  /** Beside a heading of a block there is nothing; in a list of names and values, a name has a value. */
  function refuseWithoutValue(cell: unknown, row: number): void {
    const name = bare(cell);
    if (isBlank(name) || typeof name !== 'string' || (!forOne && nameOf(name) === undefined)) return;
    throw bad(`has no value for ${name.trim().slice(0, 80)} in row ${row}`, 'a value beside every name');
  }

  function unknown(name: string, row: number): Problem {
    const near = either(nearest(parsePath(name)?.name ?? name, [...known]));
    const sentence = `${argument} names ${shown(name)} in row ${row}, which no function takes: the nearest are ${near}.`;
    return new Problem('#VALUE!', sentence, argument);
  }

  function onItsSide(name: string): Problem {
    return bad(
      `is on its side: ${name} stands in row ${top + 1}`,
      'one row an input, one column a case (TRANSPOSE turns it)',
    );
  }

  const placeOf = ({ row }: Used, at: number): string => `${names[at] === '' ? '' : `${names[at]!}, `}row ${row}`;

  return {
    names,
    columns,
    rows: new Map(used.map(({ path, row }) => [path, row - 1])),
    pairs: (at, { parameters }) =>
      used.flatMap((each): Pairs => {
        const parameter = parameters[each.name];
        if (parameter === undefined && !forOne) return [];
        const cell = rows[each.row - 1]![columns[at]!];
        const value = unwrapped(each.path, cell, placeOf(each, at));
        if (value !== null) return [[each.path, value, `row ${each.row} of ${argument}`]];
        const sentence = `${each.path} is blank in ${placeOf(each, at)}: expected ${parameter ? expectation(parameter) : 'a value beside every name'}.`;
        throw new Problem('#VALUE!', sentence, each.name);
      }),
    located: (problem, at) => {
      const of = used.filter(({ name }) => name === problem.parameter);
      if (of.length !== 1 || problem.sentence.includes(placeOf(of[0]!, at))) return problem;
      const sentence = `${problem.sentence.replace(/\.$/, '')} (${placeOf(of[0]!, at)}).`;
      return new Problem(problem.code, sentence, problem.parameter);
    },
  };
}

/** What `inputs` hold: two columns of names and values, or one case of a block. */
export function pairsOf(
  rows: Rows,
  name: string | undefined,
  definition: Definition,
  catalogue: Catalogue,
  argument = 'inputs',
): Pairs {
  if (rows.every((row) => row.every(isBlank))) {
    if (name === undefined) return [];
    throw new Problem('#VALUE!', `case is ${shown(name)}: expected ${argument} that have cases.`, 'case');
  }
  const cases = casesIn(rows, catalogue, argument, definition);
  if (name === undefined && cases.names.length > 1)
    throw new Problem('#VALUE!', `case is missing: expected ${either(cases.names)} of ${argument}.`, 'case');
  return cases.pairs(name === undefined ? 0 : caseAt(cases, name), definition);
}

/** The place of a case among those there are; throws the Problem that names them. */
export function caseAt({ names }: Cases, name: string, argument = 'case'): number {
  const at = names.findIndex((other) => other !== '' && isSame(other, name));
  if (at >= 0) return at;
  const expected = names[0] === '' ? 'none, since the columns have no headings' : either(names);
  throw new Problem('#VALUE!', `${argument} is ${shown(name)}: expected ${expected}.`, argument);
}

const BLANK = '\u0000';

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const isBlank = (cell: unknown): boolean =>
  cell === null ||
  cell === undefined ||
  (typeof cell === 'string'
    ? cell.trim() === ''
    : typeof cell === 'object' && (cell as { readonly basicType?: unknown }).basicType === 'Empty');

/** What stands in a cell, whatever it is: an error stays as it came. */
function bare(cell: unknown): unknown {
  const rich = typeof cell === 'object' && cell !== null ? (cell as { readonly basicValue?: unknown }) : undefined;
  return rich && 'basicValue' in rich ? rich.basicValue : cell;
}

const parameters = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Every input of every function. */
function parameterNames(catalogue: Catalogue): ReadonlySet<string> {
  let names = parameters.get(catalogue);
  if (!names) {
    names = new Set(catalogue.functions.flatMap((definition) => Object.keys(definition.parameters)));
    parameters.set(catalogue, names);
  }
  return names;
}
