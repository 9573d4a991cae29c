import { addressOf, cellsOf } from '../models/address';
import { placeOf } from '../derive/formula/address';
import type { CellValue, Content, Host, Place } from '../pane/host';
import { asked, askedToWrite, supports } from './asked';
import { changeCells, enterAgain } from './change-cells';
import { documentSettings } from './document-settings';
import { insertSheets } from './insert-sheets';
import { notesOf } from './notes';
import { openWorkbook } from './open-workbook';
import { rangeOf } from './range-of';
import { resolved } from './resolved';
import { typedInto, usedCells } from './typed-cells';
import { complaints, onComplaint } from './why';

const REQUIREMENTS = [
  ['CustomFunctionsRuntime', ['1.1', '1.2', '1.3', '1.4', '1.5']],
  ['SharedRuntime', ['1.1', '1.2']],
  ['ExcelApi', Array.from({ length: 20 }, (_, i) => `1.${i + 1}`)],
] as const;

function facts(): (readonly [string, string])[] {
  const { host, platform, version } = Office.context.diagnostics;
  const newest = REQUIREMENTS.map(([name, versions]) => {
    const has = versions.filter((each) => Office.context.requirements.isSetSupported(name, each));
    return [name, has.at(-1) ?? 'none'] as const;
  });
  return [
    ['Host', String(host)],
    ['Platform', String(platform)],
    ['Version', version],
    ['Language', `${Office.context.displayLanguage}, of the document ${Office.context.contentLanguage}`],
    ...newest,
  ];
}

/** As many as one request carries with ease. */
const CELLS_AT_ONCE = 500;
const VALUES_AT_ONCE = 100_000;

const contentsOf = (cells: readonly Place[]): Promise<readonly Content[]> =>
  asked(`sheet ${[...new Set(cells.map(({ sheet }) => sheet))].join(', ')}`, async (context) => {
    const ranges = cells.map((place) => {
      const range = rangeOf(context, place);
      range.load({ values: true, formulas: true, text: true });
      const source = supports('1.12') ? range.getSpillParentOrNullObject() : undefined;
      source?.load({ address: true, formulas: true });
      return { place, range, source };
    });
    await context.sync();
    return ranges.map(({ place, range, source }): Content => {
      const spilledFrom = source && !source.isNullObject ? placeOf(source.address) : place;
      const isSpilled = spilledFrom.address !== place.address;
      const typed: unknown = (isSpilled ? source! : range).formulas[0]![0];
      return {
        place,
        formula: typeof typed === 'string' && typed.startsWith('=') ? typed : '',
        value: range.values[0]![0] as CellValue,
        shown: range.text[0]![0]!,
        ...(isSpilled && { spilledFrom }),
      };
    });
  });

const valuesIn = (place: Place): Promise<CellValue[][]> =>
  asked(`${place.address} of ${place.sheet}`, async (context) => {
    const range = rangeOf(context, place);
    range.load({ values: true });
    await context.sync();
    return range.values as CellValue[][];
  });

/** The workbook of Excel. */
export const excelHost: Host = {
  name: 'Excel',

  activeCell: () =>
    asked('the active cell', async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load({ address: true });
      await context.sync();
      return placeOf(cell.address);
    }),

  selectedRange: () =>
    asked('the selection', async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load({ address: true });
      await context.sync();
      return placeOf(range.address);
    }),

  select: (place) =>
    asked(`sheet ${place.sheet}`, async (context) => {
      const range = rangeOf(context, place);
      range.worksheet.activate();
      range.select();
      await context.sync();
    }),

  async read(cells) {
    const contents: Content[] = [];
    for (let at = 0; at < cells.length; at += CELLS_AT_ONCE) {
      contents.push(...(await contentsOf(cells.slice(at, at + CELLS_AT_ONCE))));
    }
    return contents;
  },

  async values(place) {
    const { row, column, rows, columns } = cellsOf(place.address);
    const atOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / columns));
    const values: CellValue[][] = [];
    for (let from = 0; from < rows; from += atOnce) {
      const part = addressOf({ row: row + from, column, rows: Math.min(atOnce, rows - from), columns });
      values.push(...(await valuesIn({ sheet: place.sheet, address: part })));
    }
    return values;
  },

  formulas: async (place) => Promise.all((place ? [place] : await usedCells()).map(typedInto)),

  write: ({ place, formulas }, replace = false) =>
    askedToWrite(`${place.address} of ${place.sheet}`, async (context) => {
      const range = rangeOf(context, place);
      range.load({ formulas: true, values: true });
      await context.sync();
      // A table that has spilled into a cell uses it too.
      const isInUse = [...range.formulas, ...(range.values as unknown[][])].flat().some((each) => each !== '');
      if (!replace && isInUse) return 'in use';
      range.formulas = formulas.map((row) => [...row]);
      await context.sync();
      return 'written';
    }),

  change: changeCells,
  recalculate: enterAgain,

  sheets: () =>
    asked('this workbook', async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ name: true });
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    }),

  addSheet: (name) =>
    askedToWrite('the workbook’s structure', async (context) => {
      context.workbook.worksheets.add(name).activate();
      await context.sync();
    }),

  insertSheets,
  openWorkbook,
  drawsPictures: true,

  copySheet: (name) =>
    askedToWrite('the workbook’s structure', async (context) => {
      if (!supports('1.7')) throw new Error('This Excel cannot copy a sheet (that needs ExcelApi 1.7).');
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.load('protection/protected');
      await context.sync();
      if (sheet.protection.protected)
        throw new Error(`${name} is protected, and so would be its copy: take the protection off first.`);
      const copy = sheet.copy(Excel.WorksheetPositionType.after, sheet);
      copy.activate();
      copy.load({ name: true });
      await context.sync();
      return copy.name;
    }),

  used: async (sheet) => (await usedCells(sheet))[0],
  resolve: resolved,

  notes: notesOf,

  settings: documentSettings,

  facts: () => Promise.resolve(facts()),

  complaints,
  onComplaint,

  onChange(listener) {
    const tell = (): Promise<void> => Promise.resolve(listener());
    // The pane may open while a cell is being edited.
    const handlers = Excel.run({ delayForCellEdit: true }, async (context) => {
      const { workbook } = context;
      const { worksheets } = workbook;
      const added: readonly { remove(): void }[] = [
        workbook.onSelectionChanged.add(tell),
        ...(supports('1.9') ? [worksheets.onChanged.add(tell), worksheets.onCalculated.add(tell)] : []),
      ];
      await context.sync();
      return { context, added };
    });
    return () =>
      void handlers.then(({ context, added }) =>
        Excel.run(context, async () => {
          for (const handler of added) handler.remove();
          await context.sync();
        }),
      );
  },
};
