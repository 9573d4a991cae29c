/** A cell without the add-in: what is to stand in it, and in those of its table, for its formula. */
import { Problem } from '../../catalogue/problem';
import { beyondExcel } from '../../formula/beyond-excel';
import { callsIn } from '../formula/calls';
import type { CellValue } from '../formula/cells';
import type { Sheet } from '../formula/values';
import { asPart, type NativeCell } from './native-cell';
import { nativeFormula } from './native-formula';
import { NotNative, not } from './not-native';

/** A formula with its =, or what stands there as it is. */
export type Written = { readonly formula: string } | { readonly text: string } | { readonly error: string };

export type Native =
  | { readonly cells: readonly (readonly Written[])[]; readonly remarks: readonly string[] }
  /** why nothing can stand for it, as half a sentence */
  | { readonly why: string };

/** @param shows what the formula shows now in its cells: its own, and those into which its table has spilled */
export async function nativeOf(formula: string, shows: readonly (readonly CellValue[])[], on: Sheet): Promise<Native> {
  if (callsIn(formula, on.catalogue).length === 0) return { why: 'it has no function of ours' };
  try {
    const [value] = shows[0]!;
    if (typeof value === 'string' && value.startsWith('#')) not(`it shows ${value}`);
    const { cells, remarks } = await nativeFormula(formula, on, shows);
    const written = cells.map((row, i) => row.map((cell, j) => inCell(cell, shows[i]?.[j])));
    for (const each of written.flat()) {
      const beyond = 'formula' in each ? beyondExcel(each.formula) : undefined;
      if (beyond !== undefined) not(`its formula ${beyond}`);
    }
    return { cells: written, remarks };
  } catch (fault) {
    if (fault instanceof NotNative) return { why: fault.message };
    if (fault instanceof Problem) return { why: fault.sentence.replace(/\.$/, '') };
    throw fault;
  }
}

const inCell = (cell: NativeCell, shows: CellValue | undefined): Written =>
  'formula' in cell ? { formula: `=${asPart(cell, shows)}` } : cell;
