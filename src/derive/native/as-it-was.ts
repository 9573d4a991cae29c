/** A value that stands only as long as the cells are that it was computed from: never a number that no longer holds. */
import { tokenize } from '@borgar/fx/xlsx';
import { addressOf, cellsOf } from '../../models/address';
import { beyondExcel } from '../../formula/beyond-excel';
import { referenceTo } from '../formula/address';
import type { CellReader, CellValue } from '../formula/cells';

/** Two engines compute a number alike to this much of it. */
const DIGITS = '1E-9';

/** Whether every cell that a formula asks is as it is now; undefined where it asks none, or too many for a formula. */
export async function asItIs(formula: string, sheet: string, reader: CellReader): Promise<string | undefined> {
  const conditions = new Map<string, string>();
  for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
    if (!/^range/.test(type)) continue;
    const place = await reader.resolve(value, sheet);
    if (!place) continue;
    const { row, column } = cellsOf(place.address);
    (await reader.values(place)).forEach((line, down) =>
      line.forEach((shows, right) => {
        const address = addressOf({ row: row + down, column: column + right }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
        const cell = referenceTo({ sheet: place.sheet, address }, sheet);
        conditions.set(cell, isStill(cell, shows));
      }),
    );
  }
  if (conditions.size === 0) return undefined;
  const all = `IFERROR(AND(${[...conditions.values()].join(',')}),FALSE)`;
  return beyondExcel(`=IF(${all},"",NA())`) === undefined ? all : undefined;
}

function isStill(cell: string, shows: CellValue): string {
  if (typeof shows === 'number')
    return `ISNUMBER(${cell}),ABS(${cell}-(${shows}))<=${DIGITS}*${Math.max(1, Math.abs(shows))}`;
  if (typeof shows === 'boolean') return `${cell}=${shows ? 'TRUE' : 'FALSE'}`;
  return /^#[A-Z]/.test(shows) ? `ISERROR(${cell})` : `${cell}=${textOf(shows)}`;
}

/** A value as a formula holds it. */
export const textOf = (shows: CellValue): string =>
  typeof shows === 'string'
    ? `"${shows.replaceAll('"', '""')}"`
    : typeof shows === 'number'
      ? String(shows)
      : shows
        ? 'TRUE'
        : 'FALSE';
