/** An apostrophe marks what follows as text, `'=1+1` or `'007`: as in Excel, the cell holds it without the apostrophe. */
import { CellValueType, type ICellData } from '@univerjs/core';
import type { CellValue } from '../pane/host';

/** What the cell is to hold for what is typed into it. */
export function cellFor(typed: CellValue): CellValue | ICellData {
  if (typeof typed !== 'string' || !typed.startsWith("'")) return typed;
  return { v: typed.slice(1), t: CellValueType.FORCE_STRING, f: null, si: null, p: null };
}

/** A constant as it is typed: a text that the grid would read as something else has its apostrophe. */
export function asTyped(held: CellValue): CellValue {
  if (typeof held !== 'string' || held === '') return held;
  const isMore = /^[=']|^(?:true|false)$/i.test(held) || (held.trim() !== '' && Number.isFinite(Number(held)));
  return isMore ? `'${held}` : held;
}
