/** The published figures that cannot be reconciled: the checks that fail, each a row of the sheet of scenarios. */
import { catalogueOf } from '../../catalogue/catalogue';
import { Problem } from '../../catalogue/problem';
import { functions } from '../../functions';
import { cellAsShown } from '../as-shown';
import { onSheet } from '../on-sheet';
import { checked, CHECKS } from './figure';

export interface Failed {
  readonly name: Shown;
  /** what stands in a cell of the sheet, with its formula there */
  readonly ours: Shown;
  readonly quoted: Shown;
  readonly note: Shown;
  /** whose margins it is held against */
  readonly basis: 'SEED' | 'REPORTED';
}

export interface Shown {
  readonly text: string;
  readonly formula: string;
}

const [NAME, VALUE, QUOTED, RESULT, BASIS, NOTE] = [0, 1, 2, 4, 6, 7] as const;

/** On the articles’ basis, where each is a row of the sheet of scenarios; then those against the filings alone. */
export const failedChecks = (): readonly Failed[] => [
  ...failed('SEED', checked),
  ...failed(
    'REPORTED',
    (name, part) => `=VLOOKUP("${name}",TAAS_CHECKS("REPORTED"),${CHECKS.indexOf(part) + 1},FALSE)`,
  ),
];

function failed(basis: 'SEED' | 'REPORTED', formulaOf: typeof checked): readonly Failed[] {
  const answer = onSheet(`=TAAS_CHECKS("${basis}",TRUE)`, { cells: [] }, catalogueOf(functions));
  if (answer instanceof Problem) throw answer;
  return answer.cells.flatMap((row, i) => {
    if (row[RESULT] !== 'FAIL' || (basis === 'REPORTED' && row[BASIS] !== basis)) return [];
    const part = (column: number): Shown => ({
      text: cellAsShown(row[column]!, answer.units?.[i]?.[column]),
      formula: formulaOf(String(row[NAME]), CHECKS[column]!),
    });
    return [{ name: part(NAME), ours: part(VALUE), quoted: part(QUOTED), note: part(NOTE), basis }];
  });
}
