/** A workbook out of an .xlsx, and in sentences what of it could not be read. */
import { cellsOf } from '../address';
import { formulaFromFile } from './formula-text';
import { MOST_CELLS } from './limits';
import { readTheme } from './colours';
import { withoutClashes } from './name-clashes';
import { readSheet, type SheetRead } from './read-sheet';
import { readStyles } from './styles';
import { sheetNames } from './sheet-names';
import { type Limits, LIMITS, unpack, type Unpacked } from './unpack';
import { Unreadable } from './unreadable';
import type { FileName, FileSheet, WorkbookFile } from './workbook-file';
import { readXml } from './xml';

export interface Read {
  readonly workbook: WorkbookFile;
  /** what was left out, each a sentence */
  readonly unread: readonly string[];
}

export interface ReadOptions {
  readonly limits?: Limits;
  /** the functions of the add-in, whose names no name may have */
  readonly ours?: ReadonlySet<string>;
}

export async function readXlsx(
  bytes: Uint8Array,
  { limits = LIMITS, ours = new Set() }: ReadOptions = {},
): Promise<Read> {
  try {
    return await readParts(bytes, limits, ours);
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault;
    // What no rule above foresaw is a part that is not what a workbook's part is.
    throw new Unreadable(`The file is damaged: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

async function readParts(bytes: Uint8Array, limits: Limits, ours: ReadonlySet<string>): Promise<Read> {
  const parts = unpack(bytes, limits);
  const relations = await relationsOf(parts, '_rels/.rels', '');
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = await parts.text(main);
  if (xml === undefined)
    throw new Unreadable('The file is packed like an .xlsx and has no workbook in it: expected xl/workbook.xml.');
  if (!main.endsWith('.xml')) throw new Unreadable('The file is an .xlsb: open it in Excel and save it as .xlsx.');
  const { listed, names, is1904, told } = workbookOf(xml);
  const folder = main.replace(/[^/]*$/, '');
  const within = await relationsOf(parts, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const part = (type: string): string | undefined => [...within.values()].find((each) => each.type === type)?.target;
  const theme = readTheme(await parts.text(part('theme') ?? ''));
  const styles = readStyles(await parts.text(part('styles') ?? ''), theme);
  const strings = stringsOf(await parts.text(part('sharedStrings') ?? ''));

  const sheets: FileSheet[] = [];
  const kinds = new Set<string>();
  const unread: string[] = [...told];
  let cells = 0;
  for (const { name, id, hidden } of listed) {
    const relation = within.get(id);
    const text = relation && (await parts.text(relation.target));
    if (relation?.type !== 'worksheet' || text === undefined) {
      unread.push(`The sheet ${name} is no worksheet (a chart, a dialog or macros): it was left out.`);
      continue;
    }
    const around = { styles, strings, is1904, most: MOST_CELLS - cells };
    const { cells: its, unread: kindsOf, ...layout }: SheetRead = readSheet(text, relation.target, around);
    cells += its.length;
    kindsOf.forEach((kind) => kinds.add(kind));
    const notes = await notesOf(parts, relation.target);
    sheets.push({
      name,
      cells: withNotes(its, notes),
      ...layout,
      ...(hidden && { hidden }),
    });
  }
  if (sheets.length === 0) throw new Unreadable('The workbook has no worksheet with cells in it.');
  const named = withoutClashes(sheets, names, ours);
  return {
    workbook: { sheets: named.sheets, names: named.names },
    unread: [...unread, ...leftOut(parts.names, kinds), ...named.told],
  };
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function relationsOf(parts: Unpacked, name: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const xml = await parts.text(name);
  if (xml === undefined) return relations;
  readXml(xml, name, {
    open: (element, { Id, Type, Target, TargetMode }) => {
      if (element !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      relations.set(Id, { type: (Type ?? '').replace(/.*\//, ''), target: joined(folder, Target) });
    },
  });
  return relations;
}

/** `../comments1.xml` from a folder, as a name in the file. */
function joined(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  return path.join('/');
}

interface Listed {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

interface Workbook {
  readonly listed: readonly Listed[];
  readonly names: readonly FileName[];
  readonly is1904: boolean;
  /** sheets that are called otherwise here */
  readonly told: readonly string[];
}

function workbookOf(xml: string): Workbook {
  const listed: Listed[] = [];
  const named: { readonly name: string; readonly refersTo: string; readonly sheet: number | undefined }[] = [];
  let is1904 = false;
  let naming: { readonly name: string; readonly sheet: number | undefined; text: string } | undefined;
  readXml(xml, 'workbook.xml', {
    open: (element, its) => {
      if (element === 'sheet')
        listed.push({ name: its.name ?? '', id: its.id ?? '', hidden: (its.state ?? 'visible') !== 'visible' });
      if (element === 'workbookPr') is1904 = its.date1904 === '1' || its.date1904 === 'true';
      if (element === 'definedName' && its.name !== undefined) {
        const sheet = its.localSheetId === undefined ? undefined : Number(its.localSheetId);
        naming = { name: its.name, sheet, text: '' };
      }
    },
    text: (text) => {
      if (naming) naming.text += text;
    },
    close: (element) => {
      if (element !== 'definedName' || !naming) return;
      const { name, sheet, text } = naming;
      naming = undefined;
      // Print areas, filters and what Excel keeps for itself are no names of the analyst.
      if (/^_xl/i.test(name) || text === '') return;
      named.push({ name, refersTo: formulaFromFile(text), sheet });
    },
  });
  const { names: sheets, told } = sheetNames(listed.map(({ name }) => name));
  return {
    listed: listed.map((each, i) => ({ ...each, name: sheets[i]! })),
    names: named.map(({ sheet, ...each }) => ({ ...each, ...(sheet !== undefined && { sheet: sheets[sheet] ?? '' }) })),
    is1904,
    told,
  };
}

/** Texts that cells share; of a text in several fonts, its words. */
function stringsOf(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let [inText, inPhonetic] = [false, false];
  readXml(xml, 'sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') strings.push('');
      else if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    text: (text) => {
      if (inText && !inPhonetic) strings[strings.length - 1] += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
  });
  return strings;
}

async function notesOf(parts: Unpacked, sheet: string): Promise<ReadonlyMap<string, string>> {
  const folder = sheet.replace(/[^/]*$/, '');
  const relations = await relationsOf(parts, `${folder}_rels/${sheet.slice(folder.length)}.rels`, folder);
  const target = [...relations.values()].find(({ type }) => type === 'comments')?.target;
  const xml = target === undefined ? undefined : await parts.text(target);
  const notes = new Map<string, string>();
  if (xml === undefined) return notes;
  let [at, inText]: [string | undefined, boolean] = [undefined, false];
  readXml(xml, target!, {
    open: (name, { ref }) => {
      if (name === 'comment' && ref !== undefined) notes.set((at = ref), '');
      else if (name === 't') inText = true;
    },
    text: (text) => {
      if (inText && at !== undefined) notes.set(at, notes.get(at)! + text);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'comment') at = undefined;
    },
  });
  return notes;
}

function withNotes(cells: SheetRead['cells'], notes: ReadonlyMap<string, string>): SheetRead['cells'] {
  if (notes.size === 0) return cells;
  const left = new Map([...notes].map(([at, note]) => [`${cellsOf(at).row},${cellsOf(at).column}`, note]));
  const noted = cells.map((cell) => {
    const key = `${cell.row},${cell.column}`;
    const note = left.get(key);
    left.delete(key);
    return note === undefined ? cell : { ...cell, note };
  });
  const alone = [...left].map(([key, note]) => {
    const [row, column] = key.split(',').map(Number) as [number, number];
    return { row, column, note };
  });
  return [...noted, ...alone];
}

const PARTS: readonly (readonly [part: RegExp, sentence: string])[] = [
  [/vbaProject\.bin$/i, 'Macros were left out: the cells are here, and nothing of the macros runs.'],
  [/^xl\/charts\//i, 'Charts were left out.'],
  [/^xl\/media\//i, 'Pictures were left out.'],
  [/^xl\/pivotTables\//i, 'Pivot tables were left out: what they showed is here as values.'],
  [/^xl\/tables\//i, 'Tables are plain cells here.'],
  [/^xl\/externalLinks\//i, 'Formulas that refer to other workbooks are here with the value they showed last.'],
  [/^xl\/threadedComments\//i, 'Of threaded comments the text was kept as a note.'],
];
const KINDS: Readonly<Record<string, string>> = {
  conditionalFormatting: 'Conditional formats were left out.',
  dataValidations: 'Rules for what may be typed (data validation) were left out.',
  sheetProtection: 'The protection of sheets was left out: every cell can be changed here.',
  autoFilter: 'Filters were left out: rows that they hid stay hidden.',
  split: 'Panes that scroll apart were left out.',
  hyperlinks: 'Of links the text was kept.',
  dataTable: 'What-if data tables are here as the values they showed.',
  table: 'Formulas that refer to a table by its name are here with the value they showed last.',
  external: 'Formulas that refer to other workbooks are here with the value they showed last.',
};

const leftOut = (names: readonly string[], kinds: ReadonlySet<string>): string[] => [
  ...new Set([
    ...PARTS.filter(([part]) => names.some((name) => part.test(name))).map(([, sentence]) => sentence),
    ...[...kinds].map((kind) => KINDS[kind]!),
  ]),
];
