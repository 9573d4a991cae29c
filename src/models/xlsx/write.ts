/** A workbook as .xlsx. Only this file and the others named `write-` know the package that writes it. */
import type { DataValidation, Workbook, Worksheet } from '@cj-tech-master/excelts';
import { cellsOf } from '../address';
import { formulaInFile } from './formula-text';
import type { FileCondition, FileSheet, FileValidation, WorkbookFile } from './workbook-file';
import { lookWhere, writeCell } from './write-cells';
import { writeCharts } from './write-charts';

/** In digits of the usual font, of a column that is so many pixels wide. */
const digits = (pixels: number): number => Math.max(0, (pixels - 5) / 7);

/** Of which 72 make an inch, where a pixel is 1/96 of one. */
const points = (pixels: number): number => (pixels * 72) / 96;
const USUAL_HEIGHT = 20;

/** `ours` are the functions that only the add-in knows, as they are typed. */
export async function writeXlsx({ sheets, names }: WorkbookFile, ours: ReadonlySet<string>): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  const written = sheets.map((sheet) => writeSheet(workbook, sheet, ours));
  const model = names.map(({ name, refersTo, sheet }) => ({
    name,
    ranges: [],
    kind: 'opaque' as const,
    rawText: formulaInFile(refersTo, ours),
    ...(sheet !== undefined && { localSheetId: sheets.findIndex((each) => each.name === sheet) }),
  }));
  workbook.definedNames.model = model;
  // Last, since a chart keeps what its cells show.
  for (const [i, { charts = [] }] of sheets.entries()) if (charts.length > 0) await writeCharts(written[i]!, charts);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(workbook: Workbook, sheet: FileSheet, ours: ReadonlySet<string>): Worksheet {
  const written: Worksheet = workbook.addWorksheet(sheet.name, sheet.hidden ? { state: 'hidden' } : {});
  for (const [column, pixels] of Object.entries(sheet.widths))
    written.getColumn(Number(column) + 1).width = digits(pixels);
  for (const [row, pixels] of Object.entries(sheet.heights ?? {}))
    written.getRow(Number(row) + 1).height = points(pixels);
  for (const row of sheet.hiddenRows ?? []) {
    // Without a height, a row that holds nothing would not be written.
    const its = written.getRow(row + 1);
    its.height ??= points(USUAL_HEIGHT);
    its.hidden = true;
  }
  for (const column of sheet.hiddenColumns ?? []) written.getColumn(column + 1).hidden = true;
  for (const cell of sheet.cells) writeCell(written.getCell(cell.row + 1, cell.column + 1), cell, ours);
  for (const range of sheet.merged ?? []) written.mergeCells(range);
  if (sheet.frozen) written.views = [{ state: 'frozen', xSplit: sheet.frozen.columns, ySplit: sheet.frozen.rows }];
  for (const its of sheet.validations ?? []) written.dataValidations.add(`range:${its.range}`, validationOf(its, ours));
  (sheet.conditions ?? []).forEach((its, i) => writeCondition(written, its, i + 1, ours));
  // As wide as the page and as long as it takes: of a sheet of quarters no column stands on a page of its own.
  Object.assign(written.pageSetup, { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
  if (sheet.frozen && sheet.frozen.rows > 0) written.pageSetup.printTitlesRow = `1:${sheet.frozen.rows}`;
  const pictures = Math.min(...(sheet.charts ?? []).map(({ over }) => cellsOf(over.split(':')[0]!).row));
  // No picture is cut in two: with the heading above them they begin a page.
  if (Number.isFinite(pictures) && pictures > 1) written.getRow(pictures - 1).addPageBreak();
  return written;
}

/** Of a list Excel takes a range, or texts in quotes, which must not be longer than this; so too of the sentence. */
const [LONGEST_LIST, LONGEST_SENTENCE] = [255, 225];

function validationOf({ range, allows, sentence }: FileValidation, ours: ReadonlySet<string>): DataValidation {
  const error = sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE - 1)}…` : sentence;
  const says = { allowBlank: true, showErrorMessage: true, error };
  if (!('oneOf' in allows)) {
    const { least, most } = allows;
    return { ...says, type: 'decimal', operator: 'between', formulae: [least, most] };
  }
  const list = formulaInFile(allows.oneOf, ours);
  if (list.startsWith('"') && list.length - 2 > LONGEST_LIST)
    throw new Error(
      `What may be typed into ${range} is a list of ${list.length - 2} letters: a file takes ${LONGEST_LIST}; ` +
        'let the list stand in cells.',
    );
  return { ...says, type: 'list', formulae: [list] };
}

function writeCondition(
  sheet: Worksheet,
  { range, formula, look }: FileCondition,
  priority: number,
  ours: ReadonlySet<string>,
): void {
  const rule = {
    type: 'expression' as const,
    formulae: [formulaInFile(formula, ours)],
    style: lookWhere(look),
    priority,
  };
  sheet.addConditionalFormatting({ ref: range, rules: [rule] });
}
