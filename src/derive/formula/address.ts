import { readsAsCell } from '../../formula/print/reads-as-cell';
import type { Place } from './cells';

/** `Sheet1!B12` or `'Deal P&L'!B12` as a formula would name it. */
export function placeOf(reference: string): Place {
  const [, quoted, plain, address = reference] = /^(?:'(.+)'!|([^!]+)!)(.+)$/.exec(reference) ?? [];
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', address };
}

/** A place as read from a sheet: the sheet is named if it is another one, in quotes where it reads as a cell (FY26). */
export function referenceTo({ sheet, address }: Place, from: string): string {
  if (sheet === from) return address;
  const isPlain = /^[A-Za-z_]\w*$/.test(sheet) && !readsAsCell(sheet);
  return isPlain ? `${sheet}!${address}` : `'${sheet.replaceAll("'", "''")}'!${address}`;
}
