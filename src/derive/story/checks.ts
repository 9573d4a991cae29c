/** The published figures that cannot be reconciled: the checks that fail, each a row of the sheet of scenarios. */
import { catalogueOf } from '../../catalogue/catalogue';
import { Problem } from '../../catalogue/problem';
import { functions } from '../../functions';
import { cellAsShown } from '../as-shown';
import { onSheet } from '../on-sheet';
import { checked } from './figure';

export interface Failed {
  readonly name: Shown;
  /** what stands in a cell of the sheet, with its formula there */
  readonly ours: Shown;
  readonly quoted: Shown;
  readonly note: Shown;
}

export interface Shown {
  readonly text: string;
  readonly formula: string;
}

const [NAME, VALUE, QUOTED, , RESULT] = [0, 1, 2, 3, 4] as const;
const NOTE = 7;

export function failedChecks(): readonly Failed[] {
  const answer = onSheet('=TAAS_CHECKS("SEED",TRUE)', { cells: [] }, catalogueOf(functions));
  if (answer instanceof Problem) throw answer;
  return answer.cells.flatMap((row, i) => {
    if (row[RESULT] !== 'FAIL') return [];
    const part = (column: number, name: Parameters<typeof checked>[1]): Shown => ({
      text: cellAsShown(row[column]!, answer.units?.[i]?.[column]),
      formula: checked(String(row[NAME]), name),
    });
    return [
      {
        name: part(NAME, 'Check'),
        ours: part(VALUE, 'Value'),
        quoted: part(QUOTED, 'Quoted'),
        note: part(NOTE, 'Note'),
      },
    ];
  });
}
