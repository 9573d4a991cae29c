/** The files of the ready models: for the add-in and without it, a picture each, and what a gallery needs to know. */
import { svgText } from '../../charts/svg';
import { modelsPage } from '../../derive/help/models-page';
import { withoutAddIn } from '../../derive/native/without-add-in';
import { pictureOf } from '../../derive/sheet-pictures';
import { storyFiles } from '../../derive/story/page';
import { storySheet } from '../../derive/story/sheet';
import { MODELS, workbookOf } from '../../models';
import { BASE } from '../../models/base-sheet';
import { NOW, TITLE } from '../../models/columns';
import type { Model } from '../../models/declaration';
import { fileNames } from '../../models/file-names';
import { sheetName } from '../../models/layout';
import type { ModelEntry } from '../../models/gallery';
import { LOOKS } from '../../models/looks';
import { DEAL_ECONOMICS } from '../../models/t2-deal';
import type { FileCell, WorkbookFile } from '../../models/xlsx/workbook-file';
import { writeXlsx } from '../../models/xlsx/write';
import type { Metadata } from '../metadata';
import type { Implementations } from '../office-stand-in';
import { computed } from './compute';

export interface ModelFiles {
  readonly entries: readonly ModelEntry[];
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** the page that tells what they come to, and its pictures: a folder of its own */
  readonly story: ReadonlyMap<string, string>;
}

const LIVE = 'Live: what begins with TAAS_ or BEDROCK_ needs the add-in. The native file of this model does not.';
const NATIVE = 'Native: no add-in needed; Excel 2021, Excel 2024 or Microsoft 365 (LET).';

/** What is written of one model, and the workbook without the add-in. */
export interface FilesOfModel {
  readonly entry: ModelEntry;
  readonly native: WorkbookFile;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

export async function filesOf(model: Model, book: WorkbookFile, ours: ReadonlySet<string>): Promise<FilesOfModel> {
  const files = new Map<string, string | Uint8Array>();
  const { live, native, pictures } = fileNames(model);
  const { workbook: without, asValues, because } = await withoutAddIn(book);
  files.set(live, await writeXlsx(saying(book, LIVE), ours));
  files.set(native, await writeXlsx(saying(without, NATIVE), ours));
  pictures.forEach((picture, i) => files.set(picture, svgText(pictureOf(book.sheets[0]!.charts![i]!, book))));
  const { key, name, question, about } = model;
  const entry = { key, name, question, about, live, native, pictures, asValues, because };
  return { entry, native: without, files };
}

export async function modelFiles(metadata: Metadata, implementations: Implementations): Promise<ModelFiles> {
  const ours = new Set(metadata.functions.map(({ id }) => id));
  const files = new Map<string, string | Uint8Array>();
  const entries: ModelEntry[] = [];
  // All in one workbook, and the story beside them: the inputs that all stand on are computed once.
  const models = workbookOf(MODELS);
  const all = await computed({ ...models, sheets: [...models.sheets, storySheet()] }, metadata, implementations);
  for (const model of MODELS) {
    const book = sheetsIn(all, [sheetName(model), BASE]);
    const its = await filesOf(model, book, ours);
    entries.push(its.entry);
    its.files.forEach((content, name) => files.set(name, content));
    if (model === DEAL_ECONOMICS) files.set('welcome.json', JSON.stringify(greeting(book)));
  }
  files.set('models.json', JSON.stringify(entries, undefined, 2));
  files.set('index.html', modelsPage(entries));
  return { entries, files, story: storyFiles(all) };
}

/** Some sheets of a workbook, with their names. */
const sheetsIn = ({ sheets, names }: WorkbookFile, wanted: readonly string[]): WorkbookFile => ({
  sheets: wanted.map((name) => sheets.find((sheet) => sheet.name === name)!),
  names: names.filter(({ sheet }) => sheet === undefined || wanted.includes(sheet)),
});

/** What the workbench opens with: what each formula came to is there before it is computed again. */
function greeting({ sheets, names }: WorkbookFile): WorkbookFile {
  return {
    names,
    sheets: sheets.map(({ name, cells, widths, frozen }) => {
      const tables = cells.filter(({ spill }) => spill);
      return {
        name,
        widths,
        ...(frozen && { frozen }),
        cells: cells.map((cell) => (isFilled(cell, tables) ? withoutValue(cell) : cell)),
      };
    }),
  };
}

/** In the grid a value of its own would be in the way of the table that fills the cell. */
const isFilled = ({ row, column, formula }: FileCell, tables: readonly FileCell[]): boolean =>
  formula === undefined &&
  tables.some(
    ({ row: top, column: left, spill }) =>
      spill && row >= top && row < top + spill.rows && column >= left && column < left + spill.columns,
  );

function withoutValue(cell: FileCell): FileCell {
  const plain = { ...cell };
  delete (plain as { value?: FileCell['value'] }).value;
  return plain;
}

/** A sentence beside the title of the first sheet. */
function saying(book: WorkbookFile, sentence: string): WorkbookFile {
  const [first, ...rest] = book.sheets;
  const cell = { row: TITLE, column: NOW, value: sentence, look: LOOKS.remark };
  return { ...book, sheets: [{ ...first!, cells: [cell, ...first!.cells] }, ...rest] };
}
