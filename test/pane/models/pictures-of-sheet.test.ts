/** The pictures of a model, from what its sheet shows now: told by its labels, wherever its rows stand. */
import { MODELS, workbookOf } from '../../../src/models';
import { placesOf, sheetName } from '../../../src/models/layout';
import { insertModel } from '../../../src/pane/models/insert-model';
import { modelOn } from '../../../src/pane/models/model-on-sheet';
import { picturesOf, picturesReader } from '../../../src/pane/models/pictures-of-sheet';
import type { CellValue } from '../../../src/pane/host';
import { openSheet } from '../sheet';

const DEAL = MODELS.find(({ key }) => key === 'T2')!;
const QUARTERS = ['1Q25A', '2Q25A', '3Q25A', '4Q25A', '1Q26A', '2Q26E'];
const MARGIN = placesOf(DEAL.entries).quarterly.get('margin')!;

/** What the sheet shows: its texts, the quarters, and 0.5 in every other cell. */
function shown(model = DEAL, quarters = QUARTERS): CellValue[][] {
  const values: CellValue[][] = Array.from({ length: 300 }, () => Array.from({ length: 24 }, () => ''));
  const [sheet] = workbookOf([model]).sheets;
  for (const { row, column, value } of sheet!.cells) {
    if (typeof value === 'string' || typeof value === 'number') values[row]![column] = value;
    else if (column >= 3) values[row]![column] = 0.5;
  }
  values[3]!.splice(3, 9, '1Q26A', '4Q25A', '1Q25A', '', '', '', '', '', '');
  for (let column = 7; column < 19; column++) values[3]![column] = quarters[column - 7] ?? '';
  return values;
}
const picturesIn = (values: CellValue[][]) => picturesOf(modelOn(values)!, values);
const marginsIn = (values: CellValue[][]) => {
  const { chart } = picturesIn(values).find(({ title }) => title.startsWith('The margin'))!;
  return chart?.series[0]!.values;
};

test.each(MODELS.map((model) => [sheetName(model), model] as const))('%s is told by what it says', (_name, model) => {
  const values = shown(model);
  const found = modelOn(values)!;
  expect(found.model.key).toBe(model.key);
  expect([found.isInColumns, found.rowNow(100)]).toEqual([true, 100]);
  for (const { chart, doubt } of picturesOf(found, values)) {
    expect(doubt).toBeUndefined();
    expect(chart!.series.flatMap(({ values: its }) => its)).not.toContain(null);
  }
});

test('no other sheet is one', () => {
  expect(modelOn([['Deal'], ['What margin does AWS make on Claude?']])).toBeUndefined();
  expect(modelOn([[]])).toBeUndefined();
  expect(modelOn([])).toBeUndefined();
});

test('a picture shows the numbers of the cells as they are', () => {
  const values = shown();
  values[MARGIN]![11] = 0.61;
  expect(marginsIn(values)).toEqual([0.5, 0.5, 0.5, 0.5, 0.61, 0.5]);
});

test('with a title of the analyst’s own it is the same model, and so it is with rows put between', () => {
  const values = shown();
  values[MARGIN]![11] = 0.61;
  values[0]![0] = 'My deal';
  values.splice(10, 0, ['Gross token spend', '', '', 9, 9], []);
  values.splice(0, 0, ['A memo']);
  expect(marginsIn(values)).toEqual([0.5, 0.5, 0.5, 0.5, 0.61, 0.5]);
});

test('a quarter that is added is in the picture', () => {
  const values = shown(DEAL, [...QUARTERS, '3Q26E']);
  values[MARGIN]![13] = 0.7;
  const [waterfall, lines] = picturesIn(values);
  expect(lines!.chart!.categories).toEqual([...QUARTERS, '3Q26E']);
  expect(marginsIn(values)!.at(-1)).toBe(0.7);
  expect(waterfall!.chart!.categories).toHaveLength(6);
});

test('a row that is gone is no picture, and is said', () => {
  const values = shown();
  values.splice(MARGIN, 1);
  const [waterfall, lines] = picturesIn(values);
  expect(waterfall!.chart).toBeDefined();
  expect(lines).toMatchObject({ doubt: `Row ${MARGIN + 1} of T2 Bedrock deal, which it shows, is not there.` });
  expect(lines!.chart).toBeUndefined();
});

test('columns that were moved are no picture, and are said', () => {
  const values = shown().map((row) => [...row.slice(0, 4), '', ...row.slice(4)]);
  for (const { chart, doubt } of picturesIn(values))
    expect([chart, doubt]).toEqual([undefined, 'The columns of this sheet are not those of T2 Bedrock deal any more.']);
});

test('errors are left out, and counted; where all are errors or blank there is no picture', () => {
  const values = shown();
  values[MARGIN]![11] = '#VALUE!';
  const [, lines] = picturesIn(values);
  expect(lines!.chart!.series[0]!.values[4]).toBeNull();
  expect(lines!.doubt).toBe('An error is in a cell of this picture: what they would show is left out.');
  const none = shown().map((row, i) => (i < 5 ? row : row.map((value) => (value === 0.5 ? '' : value))));
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
