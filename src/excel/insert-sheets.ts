/** Whole sheets into Excel, in few requests. */
import { areasBy } from '../models/areas';
import { SIDES, type CellLook, type Edge, type FileSheet, type WorkbookFile } from '../models/xlsx/workbook-file';
import { addChart } from './add-chart';
import { askedToWrite, supports } from './asked';

export const insertSheets = ({ sheets, names }: WorkbookFile, replace = false): Promise<void> =>
  askedToWrite('the workbook’s structure', async (context) => {
    const { worksheets } = context.workbook;
    const found = sheets.map(({ name }) => worksheets.getItemOrNullObject(name));
    await context.sync();
    const taken = sheets.filter((_, i) => !found[i]!.isNullObject).map(({ name }) => name);
    if (taken.length > 0 && !replace)
      throw new Error(`There is a sheet ${taken.join(' and ')} already: nothing was inserted.`);
    const added = sheets.map(({ name }, i) => {
      // A workbook keeps one sheet at least: the new one is there before the old one goes.
      const sheet = found[i]!.isNullObject ? worksheets.add(name) : worksheets.add();
      if (found[i]!.isNullObject) return sheet;
      found[i]!.delete();
      sheet.name = name;
      return sheet;
    });
    // Every sheet is there before a formula names it.
    sheets.forEach((sheet, i) => writeCells(added[i]!, sheet));
    for (const { name, refersTo, sheet } of names) {
      const at = sheets.findIndex((each) => each.name === sheet);
      (at < 0 ? context.workbook : added[at]!).names.add(name, refersTo);
    }
    for (const [i, sheet] of sheets.entries()) {
      writeRules(added[i]!, sheet);
      if (supports('1.8'))
        for (const chart of sheet.charts ?? [])
          addChart(added[i]!, chart, (name) => added[sheets.findIndex((each) => each.name === name)]!);
    }
    added[0]!.activate();
    await context.sync();
  });

function writeCells(target: Excel.Worksheet, { cells, widths, merged, frozen, hidden }: FileSheet): void {
  const [rows, columns] = [
    1 + Math.max(...cells.map(({ row }) => row)),
    1 + Math.max(...cells.map((cell) => cell.column)),
  ];
  const filled = <T>(value: T): T[][] =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
  const formulas = filled<string | number | boolean>('');
  const formats = filled('General');
  for (const { row, column, formula, value, format } of cells) {
    formulas[row]![column] = formula ?? (typeof value === 'object' ? value.error : (value ?? ''));
    formats[row]![column] = format ?? 'General';
  }
  const range = target.getRangeByIndexes(0, 0, rows, columns);
  range.numberFormat = formats;
  range.formulas = formulas;
  for (const [key, areas] of areasBy(cells, ({ look }) => look && JSON.stringify(look)))
    for (const area of areas) dress(target.getRange(area), JSON.parse(key) as CellLook);
  for (const [column, pixels] of Object.entries(widths))
    target.getRangeByIndexes(0, Number(column), 1, 1).format.columnWidth = inPoints(pixels);
  for (const area of merged ?? []) target.getRange(area).merge();
  if (frozen && supports('1.7'))
    target.freezePanes.freezeAt(target.getRangeByIndexes(0, 0, frozen.rows, frozen.columns));
  if (hidden) target.visibility = 'Hidden';
}

/** 96 pixels and 72 points are an inch. */
const inPoints = (pixels: number): number => (pixels * 72) / 96;

const LINES: Readonly<
  Record<Edge['line'], readonly [style: 'Continuous' | 'Dash' | 'Dot' | 'Double', weight: 'Thin' | 'Medium' | 'Thick']>
> = {
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
};
const EDGES = { top: 'EdgeTop', right: 'EdgeRight', bottom: 'EdgeBottom', left: 'EdgeLeft' } as const;
const ALIGNED = { left: 'Left', center: 'Center', right: 'Right' } as const;

function dress({ format }: Excel.Range, look: CellLook): void {
  const { bold, italic, underline, size, colour, fill, align, wrap, edges } = look;
  if (bold) format.font.bold = true;
  if (italic) format.font.italic = true;
  if (underline) format.font.underline = 'Single';
  if (size !== undefined) format.font.size = size;
  if (colour !== undefined) format.font.color = colour;
  if (fill !== undefined) format.fill.color = fill;
  if (align) format.horizontalAlignment = ALIGNED[align];
  if (wrap) format.wrapText = true;
  for (const side of SIDES) {
    const edge = edges?.[side];
    if (!edge) continue;
    const border = format.borders.getItem(EDGES[side]);
    const [style, weight] = LINES[edge.line];
    border.style = style;
    border.weight = weight;
    if (edge.colour !== undefined) border.color = edge.colour;
  }
}

/** What may be typed, and what shows red. */
function writeRules(target: Excel.Worksheet, { validations, conditions }: FileSheet): void {
  if (supports('1.8'))
    for (const { range, allows, sentence } of validations ?? []) {
      const { dataValidation } = target.getRange(range);
      dataValidation.rule =
        'oneOf' in allows
          ? { list: { inCellDropDown: true, source: listed(allows.oneOf) } }
          : { decimal: { formula1: allows.least, formula2: allows.most, operator: 'Between' } };
      dataValidation.errorAlert = { title: 'TaaS for Excel', message: sentence, showAlert: true, style: 'Stop' };
    }
  if (!supports('1.6')) return;
  for (const { range, formula, look } of conditions ?? []) {
    const { custom } = target.getRange(range).conditionalFormats.add('Custom');
    custom.rule.formula = formula;
    if (look.bold) custom.format.font.bold = true;
    if (look.colour !== undefined) custom.format.font.color = look.colour;
    if (look.fill !== undefined) custom.format.fill.color = look.fill;
  }
}

/** A list is typed with its commas, or stands in cells. */
const listed = (oneOf: string): string => (oneOf.startsWith('"') ? oneOf.slice(1, -1) : `=${oneOf}`);
