/** Which ready model a sheet is, and where its rows stand now: told by what the cells say, whatever the sheet is called. */
import { MODELS, workbookOf } from '../../models';
import { ABOUT, FIRST, HEADER, LABEL, NOW, TITLE, YEAR_AGO } from '../../models/columns';
import type { Model } from '../../models/declaration';
import type { FileSheet } from '../../models/xlsx/workbook-file';
import type { CellValue } from '../host';

export interface ModelOnSheet {
  readonly model: Model;
  /** as it is declared */
  readonly declared: FileSheet;
  /** the row that a declared row is now; undefined where that cannot be said */
  readonly rowNow: (row: number) => number | undefined;
  /** whether its columns are where they are declared */
  readonly isInColumns: boolean;
}

type Values = readonly (readonly CellValue[])[];

const DECLARED = new Map<Model, FileSheet>();
function declaredSheet(model: Model): FileSheet {
  const sheet = DECLARED.get(model) ?? workbookOf([model]).sheets[0]!;
  DECLARED.set(model, sheet);
  return sheet;
}

/** `values` are those of the sheet from A1 on. A title that was written over still has its sentence below it. */
export function modelOn(values: Values): ModelOnSheet | undefined {
  const labels = values.map((row) => row[LABEL] ?? '');
  for (const model of MODELS) {
    const declared = declaredSheet(model);
    const texts = declared.cells.flatMap(({ row, column, value }) =>
      column === LABEL && typeof value === 'string' ? [{ row, text: value }] : [],
    );
    const itsOwn = texts.filter(({ row }) => row === TITLE || row === ABOUT);
    if (!itsOwn.some(({ text }) => labels.includes(text))) continue;
    const anchors = aligned(texts, labels);
    // A title may be a heading on another sheet.
    if (anchors.length < texts.length / 2) continue;
    // Each row is asked for once a cell.
    const rows = new Map<number, number | undefined>();
    const rowNow = (row: number): number | undefined => {
      if (!rows.has(row)) rows.set(row, between(anchors, row));
      return rows.get(row);
    };
    const header = values[rowNow(HEADER) ?? -1] ?? [];
    const hasText = (column: number): boolean => typeof header[column] === 'string' && header[column] !== '';
    const isInColumns =
      Array.from({ length: YEAR_AGO - NOW + 1 }, (_, i) => NOW + i).every(hasText) &&
      !hasText(FIRST - 1) &&
      hasText(FIRST);
    return { model, declared, rowNow, isInColumns };
  }
  return undefined;
}

type Anchor = readonly [declared: number, now: number];

/** The longest run of labels that the sheet has in the declared order: several rows may have one label. */
function aligned(texts: readonly { readonly row: number; readonly text: string }[], labels: readonly CellValue[]) {
  const lengths = Array.from({ length: texts.length + 1 }, () => new Uint16Array(labels.length + 1));
  for (let i = texts.length - 1; i >= 0; i--)
    for (let j = labels.length - 1; j >= 0; j--)
      lengths[i]![j] =
        texts[i]!.text === labels[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const anchors: Anchor[] = [];
  for (let [i, j] = [0, 0]; i < texts.length && j < labels.length;) {
    if (texts[i]!.text === labels[j]) anchors.push([texts[i++]!.row, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return anchors;
}

/** A row without a text of its own is as far from its neighbours as it was, or it is lost. */
function between(anchors: readonly Anchor[], row: number): number | undefined {
  const above = anchors.filter(([declared]) => declared <= row).at(-1);
  const below = anchors.find(([declared]) => declared >= row);
  if (!above || (below && below[0] - above[0] !== below[1] - above[1])) return undefined;
  return above[1] + row - above[0];
}
