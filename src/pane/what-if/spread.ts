/** What a simulation draws, as cells of the sheet. */
import { DISTRIBUTIONS } from '../../analysis/distributions';
import { isReference } from '../../catalogue/typed';
import type { CellValue } from '../host';
import type { Filled } from './form';

/** The uncertain inputs of a simulation as cells, under headings. */
export interface Spread {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** the formula that looks at the rows where they stand */
  readonly formula: (rows: string) => string;
}

export function spreadOf(
  rows: readonly (readonly unknown[])[],
  draws: readonly Filled[],
  name: string,
  formula: Spread['formula'],
): Spread {
  const takes = draws.map(({ distribution = '' }) => DISTRIBUTIONS[distribution]!.takes);
  const width = rows[0]!.length - 2;
  const values = Array.from({ length: width }, (_, i) =>
    [...new Set(takes.flatMap((its) => its[i] ?? []))].join(' or '),
  );
  return {
    title: `Uncertain inputs of ${name} (ask anew for other inputs than these)`,
    headings: ['Input', 'Distribution', ...values],
    rows: rows.map((row) =>
      row.map((cell) => (isReference(cell) ? `=${cell.reference}` : ((cell ?? '') as CellValue))),
    ),
    formula,
  };
}
