/** The pictures of a model, from what its sheet shows now: told by its labels, wherever its rows stand. */
import { cellsIn } from '../../../src/derive/sheet-pictures';
import { MODELS, workbookOf } from '../../../src/models';
import { addressOf } from '../../../src/models/address';
import { BASE } from '../../../src/models/base-sheet';
import { FILLED, HEADER } from '../../../src/models/columns';
import type { Model } from '../../../src/models/declaration';
import { placesOf, sheetName } from '../../../src/models/layout';
import { insertModel } from '../../../src/pane/models/insert-model';
import { modelOn } from '../../../src/pane/models/model-on-sheet';
import { picturesOf, picturesReader } from '../../../src/pane/models/pictures-of-sheet';
import { isErrorValue } from '../../../src/models/xlsx/workbook-file';
import type { CellValue } from '../../../src/pane/host';
import { computed } from '../../../src/workbench/models/compute';
import { baseOf, isTyped, withTyped, type Typing } from '../../models/typed-inputs';
import { loadAddIn } from '../../workbench/add-in';
import { openSheet } from '../sheet';

const DEAL = MODELS.find(({ key }) => key === 'T2')!;
const MARGIN = placesOf(DEAL.entries).quarterly.get('margin')!;
const { metadata, implementations } = loadAddIn();

/** What the sheet of a model shows, computed. */
async function shown(model: Model, book = workbookOf([model])): Promise<CellValue[][]> {
  const { sheets } = await computed(book, metadata, implementations);
  const values: CellValue[][] = Array.from({ length: 600 }, () => Array.from({ length: 24 }, () => ''));
  for (const { row, column, value = '' } of sheets.find(({ name }) => name === sheetName(model))!.cells)
    values[row]![column] = isErrorValue(value) ? value.error : value;
  return values;
}
let deal: CellValue[][];
let values: CellValue[][];
beforeAll(async () => {
  deal = await shown(DEAL);
});
beforeEach(() => {
  values = deal.map((row) => [...row]);
});

const picturesIn = (of: CellValue[][]) => picturesOf(modelOn(of)!, of);
const marginsIn = (of: CellValue[][]) => {
  const { chart } = picturesIn(of).find(({ title }) => title.startsWith('The margin'))!;
  return chart?.series[0]!.values;
};
/** Where the second picture’s first series stands. */
const [line] = cellsIn(workbookOf([DEAL]).sheets[0]!.charts![1]!.series[0]!.values);

test.each(MODELS.map((model) => [sheetName(model), model] as const))(
  '%s is told by what it says',
  async (_name, model) => {
    const its = model === DEAL ? deal : await shown(model);
    const found = modelOn(its)!;
    expect(found.model.key).toBe(model.key);
    expect([found.isInColumns, found.rowNow(100)]).toEqual([true, 100]);
    for (const { title, chart, doubt } of picturesOf(found, its)) {
      expect(title).toMatch(/^[^=]{10}/);
      expect(doubt).toBeUndefined();
      expect(chart!.series[0]!.values).not.toContain(null);
    }
  },
);

test('no other sheet is one', () => {
  expect(modelOn([['Deal'], ['What margin does AWS make on Claude?']])).toBeUndefined();
  expect(modelOn([[]])).toBeUndefined();
  expect(modelOn([])).toBeUndefined();
});

test('a picture shows the numbers of the cells as they are', () => {
  expect(marginsIn(values)).toEqual(values[MARGIN]!.slice(7, 13));
});

test('with a title of the analyst’s own it is the same model, and so it is with rows put between', () => {
  values[0]![0] = 'My deal';
  values.splice(10, 0, ['Gross token spend', '', '', 9, 9], []);
  values.splice(0, 0, ['A memo']);
  expect(marginsIn(values)).toEqual(deal[MARGIN]!.slice(7, 13));
});

test('a quarter that is added is in the picture', async () => {
  const book = workbookOf([DEAL]);
  const typing = baseOf(book)
    .cells.filter((cell) => isTyped(cell) && cell.column === FILLED && cell.value !== undefined)
    .map((cell): Typing[number] => [
      BASE,
      addressOf({ row: cell.row, column: FILLED + 1 }),
      cell.row === HEADER ? '3Q26E' : cell.value,
    ]);
  const longer = await shown(DEAL, withTyped(book, typing));
  const [waterfall, lines] = picturesIn(longer);
  expect(lines!.chart!.categories).toEqual(['1Q25A', '2Q25A', '3Q25A', '4Q25A', '1Q26A', '2Q26E', '3Q26E']);
  expect(marginsIn(longer)).toEqual(longer[MARGIN]!.slice(7, 14));
  expect(waterfall!.chart!.categories).toHaveLength(6);
});

test('a row that is gone is no picture, and is said', () => {
  values.splice(line!.row, 1);
  const [waterfall, lines] = picturesIn(values);
  expect(waterfall!.chart).toBeDefined();
  expect(lines).toMatchObject({ doubt: `Row ${line!.row + 1} of T2 Bedrock deal, which it shows, is not there.` });
  expect(lines!.chart).toBeUndefined();
});

test('columns that were moved are no picture, and are said', () => {
  const moved = values.map((row) => [...row.slice(0, 4), '', ...row.slice(4)]);
  for (const { chart, doubt } of picturesIn(moved))
    expect([chart, doubt]).toEqual([undefined, 'The columns of this sheet are not those of T2 Bedrock deal any more.']);
});

test('errors are left out, and counted; where all are errors or blank there is no picture', () => {
  values[line!.row]![line!.column + 4] = '#VALUE!';
  const [, lines] = picturesIn(values);
  expect(lines!.chart!.series[0]!.values[4]).toBeNull();
  expect(lines!.doubt).toBe('An error is in a cell of this picture: what they would show is left out.');
  const none = deal.map((row, i) => (i < 5 ? row : row.map((value) => (typeof value === 'number' ? '' : value))));
  expect(picturesIn(none).map(({ chart, doubt }) => [chart, doubt])).toEqual(
    DEAL.charts.map(() => [undefined, 'Its cells hold no numbers.']),
  );
});

test('the sheet in view is read; on Base, the model that was seen last', async () => {
  const { host, select } = openSheet();
  const read = picturesReader(host);
  expect(await read()).toBeNull();
  for (const model of [MODELS[0]!, DEAL]) await insertModel(host, model);
  expect((await read())!.sheet).toBe('T2 Bedrock deal');
  await host.copySheet('T2 Bedrock deal');
  expect((await read())!.sheet).toBe('T2 Bedrock deal (2)');
  select('A1', 'Base');
  expect((await read())!.sheet).toBe('T2 Bedrock deal (2)');
  expect((await picturesReader(host)())!.sheet).toBe('T1 Margin bridge');
  select('A1', 'Sheet1');
  expect(await read()).toBeNull();
});
