import { cellsOf, columnName } from '../../models/address';
import { referenceTo } from '../formula/address';
import type { Place } from '../formula/cells';
import { referenceOf } from '../formula/references';

/** Which of a cell's two coordinates stay when its formula is filled on. */
export interface Fixed {
  readonly row: boolean;
  readonly column: boolean;
}

/**
 * How a formula names single cells of a range that it is given, each by its row and column in the range.
 * @param text of the range, as the formula has it
 * @param sheet that the formula stands on
 */
export function cellNames(
  text: string,
  place: Place,
  sheet: string,
): (row: number, column: number, fixed: Fixed) => string {
  const range = cellsOf(place.address);
  const known = referenceOf(text, sheet);
  // The sheet as it is written there; of a name, as it has to be written.
  const written = known && 'area' in known ? text : referenceTo({ ...place, address: 'A1' }, sheet);
  const of = written.slice(0, written.lastIndexOf('!') + 1);
  return (row, column, fixed) =>
    `${of}${fixed.column ? '$' : ''}${columnName(range.column + column)}${fixed.row ? '$' : ''}${range.row + row + 1}`;
}
