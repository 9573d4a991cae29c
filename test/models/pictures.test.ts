/** The pictures of the models: what they say follows what is typed, and so do the quarters that they show. */
import { pictureOf } from '../../src/derive/sheet-pictures';
import { MODELS, workbookOf } from '../../src/models';
import { addressOf } from '../../src/models/address';
import { BASE } from '../../src/models/base-sheet';
import { FILLED, HEADER } from '../../src/models/columns';
import type { RowsChart } from '../../src/charts/chart';
import type { FileValue } from '../../src/models/xlsx/workbook-file';
import { computed } from '../../src/workbench/models/compute';
import { loadAddIn } from '../workbench/add-in';
import { baseOf, isTyped, withTyped, type Typing } from './typed-inputs';

const { metadata, implementations } = loadAddIn();

async function picturesOf(key: string, typing: Typing = []): Promise<RowsChart[]> {
  const book = withTyped(workbookOf(MODELS.filter((model) => model.key === key)), typing);
  const shown = await computed(book, metadata, implementations);
  return shown.sheets[0]!.charts!.map((chart) => pictureOf(chart, shown));
}

const onBase = (name: string, column: number, content: FileValue): Typing[number] => {
  const base = baseOf(workbookOf([MODELS[0]!]));
  const { row } = base.cells.find((cell) => cell.column === 0 && cell.value === name)!;
  return [BASE, addressOf({ row, column }), content];
};
const NOW_ON_BASE = FILLED - 1;

test('every picture of every model takes its title from a cell with a formula', () => {
  for (const model of MODELS) {
    const [sheet] = workbookOf([model]).sheets;
    for (const { title } of sheet!.charts!) {
      const address = /^='.+'!\$([A-Z]+)\$(\d+)$/.exec(title)!;
      const its = sheet!.cells.find((cell) => addressOf(cell) === `${address[1]!}${address[2]!}`)!;
      expect(its.formula).toMatch(/TEXT\(|INDEX\(/);
    }
  }
});

test('AWS’ margin falls: the bridge says that it fell; more is paid for chips: a loss is called one', async () => {
  const [bridge] = await picturesOf('T1');
  expect(bridge!.title).toBe('AWS’ margin rose 213 bp in 1Q26A: core 160, AI infrastructure 4, Bedrock 50');
  const [fallen] = await picturesOf('T1', [onBase('aws_margin_articles', NOW_ON_BASE, 0.3467)]);
  expect(fallen!.title).toMatch(/^AWS’ margin fell 100 bp in 1Q26A: /);
  const [loss] = await picturesOf('T2', [onBase('infra_cogs', NOW_ON_BASE, 1.5)]);
  expect(loss!.title).toBe('AWS keeps 69% of Claude’s spend, and 14% of that is a loss');
});

test('a quarter typed into the next free column is in the pictures; from the ninth on they show the last eight', async () => {
  const base = baseOf(workbookOf([MODELS[0]!]));
  const typed = base.cells.filter((cell) => isTyped(cell) && cell.column === FILLED && cell.value !== undefined);
  const more = ['3Q26E', '4Q26E', '1Q27E'].flatMap((heading, i) =>
    typed.map(({ row, value }): Typing[number] => [
      BASE,
      addressOf({ row, column: FILLED + 1 + i }),
      row === HEADER ? heading : value,
    ]),
  );
  const quarters = (charts: readonly RowsChart[]): readonly unknown[] =>
    charts.find(({ form }) => form === 'lines')!.categories;
  expect(quarters(await picturesOf('T2'))).toEqual(['1Q25A', '2Q25A', '3Q25A', '4Q25A', '1Q26A', '2Q26E']);
  const one = await picturesOf('T2', more.slice(0, typed.length));
  expect(quarters(one)).toEqual(['1Q25A', '2Q25A', '3Q25A', '4Q25A', '1Q26A', '2Q26E', '3Q26E']);
  const [margin] = one.find(({ form }) => form === 'lines')!.series;
  expect(margin!.values[6]).toBeCloseTo(0.5544, 4);
  const three = await picturesOf('T2', more);
  expect(quarters(three)).toEqual(['2Q25A', '3Q25A', '4Q25A', '1Q26A', '2Q26E', '3Q26E', '4Q26E', '1Q27E']);
});
