import { placeOf } from '../pane/address';
import type { CellValue, Content, Host, Place } from '../pane/host';
import { complaints, onComplaint } from './why';

const supports = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

const rangeOf = (context: Excel.RequestContext, { sheet, address }: Place): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRange(address);

/** The workbook of Excel. */
export const excelHost: Host = {
  name: 'Excel',

  activeCell: () =>
    Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load({ address: true });
      await context.sync();
      return placeOf(cell.address);
    }),

  selectedRange: () =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load({ address: true });
      await context.sync();
      return placeOf(range.address);
    }),

  select: (place) =>
    Excel.run(async (context) => {
      const range = rangeOf(context, place);
      range.worksheet.activate();
      range.select();
      await context.sync();
    }),

  async read(cells) {
    if (cells.length === 0) return [];
    return Excel.run(async (context) => {
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
  },

  values: (place) =>
    Excel.run(async (context) => {
      const range = rangeOf(context, place);
      range.load({ values: true });
      await context.sync();
      return range.values as CellValue[][];
    }),

  formulas: (place) =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ name: true });
      if (!place) await context.sync();
      const ranges = place
        ? [rangeOf(context, place)]
        : worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
      for (const range of ranges) range.load({ address: true, formulas: true });
      await context.sync();
      return ranges
        .filter((range) => !range.isNullObject)
        .map((range) => ({ place: placeOf(range.address), formulas: range.formulas as CellValue[][] }));
    }),

  write: ({ place, formulas }, replace = false) =>
    Excel.run(async (context) => {
      const range = rangeOf(context, place);
      range.load({ formulas: true });
      await context.sync();
      if (!replace && range.formulas.flat().some((each) => each !== '')) return 'in use';
      range.formulas = formulas.map((row) => [...row]);
      await context.sync();
      return 'written';
    }),

  complaints,
  onComplaint,

  onChange(listener) {
    const tell = (): Promise<void> => Promise.resolve(listener());
    const handlers = Excel.run(async (context) => {
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
