/** The cells of a block of cases in a native formula: what they are called there, and that they are filled. */
import { tokenize } from '@borgar/fx/xlsx';
import type { Cases } from '../../catalogue/block';
import type { Inputs } from '../../catalogue/call';
import type { Definition } from '../../catalogue/define';
import { withoutAssumption } from '../../catalogue/lift';
import { kindOf } from '../../catalogue/parameters';
import { parsePath } from '../../catalogue/path';
import { shown } from '../../catalogue/read';
import type { Argument } from './asked';
import { cellNames } from './cell-names';
import type { NativeCell } from './native-cell';
import { not } from './not-native';

export const asItStands = (name: string, text: string, value: unknown): string =>
  `${name} is ${text}, which decides what the formula is: it is made for ${shown(value)}.`;

/** How the formula names a cell of the block; undefined of a block that is typed into the formula. */
export function nameIn({ text, value }: Argument, sheet: string, isFixed: boolean) {
  if (value.kind !== 'cells') return undefined;
  const name = cellNames(text, value.place, sheet);
  return (row: number, column: number): string => name(row, column, { row: true, column: isFixed });
}

/** What the cells of the block stand for in a case; and what they decide rather than give, in sentences. */
export function textsIn(
  definition: Definition,
  cases: Cases,
  at: number,
  inputs: Inputs,
  name: ReturnType<typeof nameIn>,
  column = cases.columns[at]!,
): { readonly texts: Readonly<Record<string, string>>; readonly remarks: readonly string[] } {
  const texts: Record<string, string> = {};
  const remarks: string[] = [];
  if (!name) return { texts, remarks };
  for (const [path, value] of cases.pairs(at, definition)) {
    const cell = name(cases.rows.get(path)!, column);
    const { name: parameter, at: element } = parsePath(path)!;
    const { numbers } = kindOf(definition.parameters[parameter]!);
    if (!numbers) remarks.push(asItStands(path, cell, value));
    else if (typeof value !== 'number') not(`${path} is ${cell}, which holds ${shown(value)}: expected a number`);
    else if (element !== undefined) texts[path] = cell;
    else {
      // One number for a list or a table is its only element, or the last of its numbers.
      const paths = numbers.elements(parameter, withoutAssumption(inputs[parameter]));
      texts[paths.at(-1)![0]] = cell;
    }
  }
  return { texts, remarks };
}

/**
 * A cell of the block that is emptied is an error in TAAS_CALL, and would be a zero in Excel's arithmetic. So each
 * formula counts its inputs first. One count for all of them leaves the lines of LET as they are read; a test around
 * each reference would double the formula.
 */
export function guarded(cell: NativeCell, names: readonly string[]): NativeCell {
  if (!('formula' in cell)) return cell;
  const cells = tokenize(`=${cell.formula}`, { mergeRefs: true }).filter(({ type }) => type === 'range');
  const refers = new Set(cells.map(({ value }) => value));
  const used = [...new Set(names)].filter((name) => refers.has(name));
  return used.length === 0 ? cell : { ...cell, onlyIf: `COUNT(${together(used).join(',')})=${used.length}` };
}

/** Cells as ranges, where they are one below the other in one column. */
function together(names: readonly string[]): string[] {
  const rowOf = (name: string): number => Number(/\d+$/.exec(name)![0]);
  const columnOf = (name: string): string => name.replace(/\d+$/, '');
  const runs: [first: string, last: string][] = [];
  for (const name of [...names].sort((a, b) => columnOf(a).localeCompare(columnOf(b)) || rowOf(a) - rowOf(b))) {
    const run = runs.at(-1);
    if (run && columnOf(run[1]) === columnOf(name) && rowOf(run[1]) + 1 === rowOf(name)) run[1] = name;
    else runs.push([name, name]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}:${last.slice(last.lastIndexOf('!') + 1)}`));
}
