import { cellsOf } from '../../models/address';
import type { Place } from '../host';

/** Where one stands while a form is open. */
export interface Standing {
  /** the cell one stood on when it was opened */
  readonly first: Place;
  readonly now: Place;
  /** the range that was picked last */
  readonly picked?: Place;
}

/** The cell that a formula is for: the one one stands on, or, while that is what was picked, the one of the beginning. */
export function targetOf(standing: Standing | undefined): Place | undefined {
  if (!standing) return undefined;
  const { first, now, picked } = standing;
  return picked && isWithin(now, picked) ? first : now;
}

export function isWithin(cell: Place, range: Place): boolean {
  if (cell.sheet !== range.sheet) return false;
  const [at, its] = [cellsOf(cell.address), cellsOf(range.address)];
  return (
    at.row >= its.row && at.row < its.row + its.rows && at.column >= its.column && at.column < its.column + its.columns
  );
}

export const isSame = (one: Place, other: Place): boolean => one.sheet === other.sheet && one.address === other.address;
