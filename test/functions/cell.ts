/** A cell of a worksheet: type a function with arguments by name, and look at what it shows. */
import { current, documented } from '../../src/book/case';
import { catalogueOn } from '../../src/book/on-case';
import { callByName, type Answer } from '../../src/catalogue/call';
import { catalogueOf } from '../../src/catalogue/catalogue';
import type { Cell } from '../../src/catalogue/define';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';

const all = catalogueOf(functions);

/** On the base case that the worked numbers are of, whichever quarter is current. */
export const catalogue = documented === current ? all : catalogueOn(documented, all);

export type Arguments = Readonly<Record<string, unknown>>;

/** The answer; fails with the sentence if there is none. */
export function answer(name: string, args: Arguments = {}): Answer {
  const answered = callByName(catalogue.find(name), args, catalogue);
  if (answered instanceof Problem) throw new Error(`=${name}() is ${answered.code} ${answered.sentence}`);
  return answered;
}

/** What the one cell shows. */
export const cell = (name: string, args: Arguments = {}): Cell => answer(name, args).cells[0]![0]!;

/** The number in the cell. */
export function number(name: string, args: Arguments = {}): number {
  const shown = cell(name, args);
  if (typeof shown !== 'number') throw new Error(`=${name}() shows ${String(shown)}, not a number`);
  return shown;
}

/** The numbers of a table, without its header row and label column. */
export const body = (name: string, args: Arguments = {}): number[][] =>
  answer(name, { ...args, headers: false }).cells.map((row) => row.map((shown) => shown as number));

/** The error a cell shows, and its sentence. */
export function error(name: string, args: Arguments = {}): [code: string, sentence: string] {
  const answered = callByName(catalogue.find(name), args, catalogue);
  if (answered instanceof Problem) return [answered.code, answered.sentence];
  throw new Error(`=${name}() answers ${JSON.stringify(answered.cells)}`);
}

/** Whether two numbers are the same to so many digits; near zero, in absolute terms. */
export function sameTo(tolerance: number, got: unknown, expected: unknown, atZero = tolerance): boolean {
  if (typeof got !== 'number' || typeof expected !== 'number') return got === expected;
  return Math.abs(got - expected) <= (expected === 0 ? atZero : tolerance * Math.abs(expected));
}

/** Cell by cell; tells the first that differs as "row 1, column 2: got 3, expected 4". */
export function difference(
  got: readonly (readonly unknown[])[],
  expected: readonly (readonly unknown[])[],
  same: (got: unknown, expected: unknown) => boolean,
): string | undefined {
  const shape = (rows: readonly (readonly unknown[])[]): string => rows.map((row) => row.length).join(',');
  if (shape(got) !== shape(expected)) return `got rows of ${shape(got)} cells, expected ${shape(expected)}`;
  for (const [i, row] of expected.entries())
    for (const [j, wanted] of row.entries())
      if (!same(got[i]![j], wanted))
        return `row ${i + 1}, column ${j + 1}: got ${String(got[i]![j])}, expected ${String(wanted)}`;
  return undefined;
}
