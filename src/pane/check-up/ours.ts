import type { Catalogue } from '../../catalogue/define';
import { callsIn, type FormulaCall } from '../../derive/formula/calls';
import type { Progress } from '../host';
import type { Contents, FormulaCell } from './contents';
import { paced } from './paced';

/** A cell whose formula calls functions of ours. */
export interface OurCell extends FormulaCell {
  /** outermost first */
  readonly calls: readonly FormulaCall[];
}

/** Every cell of the workbook with a function of ours. */
export async function ourCells(
  { formulas }: Contents,
  catalogue: Catalogue,
  progress?: Progress,
): Promise<readonly OurCell[]> {
  const ours: OurCell[] = [];
  await paced(formulas, progress, (cell) => {
    if (!mayBeOurs(cell.formula)) return;
    const calls = callsIn(cell.formula, catalogue);
    if (calls.length > 0) ours.push({ ...cell, calls });
  });
  return ours;
}

/** A formula without these letters need not be read. */
export const mayBeOurs = (formula: string): boolean => /(?:TAAS|BEDROCK)_/i.test(formula);
