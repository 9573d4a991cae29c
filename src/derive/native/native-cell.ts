/** What stands for one cell of an answer, without the add-in. */
export type NativeCell =
  | { readonly text: string }
  /** of a case that fails, and shows it in its own cells only */
  | { readonly error: string }
  | {
      /** without the = */
      readonly formula: string;
      /** the condition under which it is a number at all */
      readonly onlyIf?: string;
    };

/** What stands for a call of ours. */
export interface NativeAnswer {
  readonly cells: readonly (readonly NativeCell[])[];
  /** one number, and no table */
  readonly isOne: boolean;
  /** what the formulas no longer follow, in sentences */
  readonly remarks: readonly string[];
}

/** A cell as a part of a formula; one that shows "n/a" goes on doing so as long as there is no number. */
export function asPart(cell: NativeCell, shows?: unknown): string {
  if ('text' in cell) return `"${cell.text.replaceAll('"', '""')}"`;
  if ('error' in cell) return cell.error;
  const formula = shows === 'n/a' ? `IFERROR(${cell.formula},"n/a")` : cell.formula;
  return cell.onlyIf === undefined ? formula : `IF(${cell.onlyIf},${formula},NA())`;
}
