/**
 * A small workbook behind `Excel.run`: sheets of cells that keep what is written into them and
 * calculate nothing, and events for whoever has registered. Members carry the names office.js puts on the wire (PascalCase). What is not
 * here fails with ApiNotFound, so that nothing passes by accident.
 */
import {
  ACTION,
  PATH,
  type Action,
  type ArgumentInfo,
  type RichApiError,
  type RichApiRequest,
  type RichApiResponse,
} from './messages';

export interface Cell {
  value: unknown;
  formula?: string | undefined;
  format?: string;
}

export type WorkbookEvent = 'selection' | 'change';

type Cells = Map<string, Cell>;
type Grid = unknown[][];

function fail(Code: string, Message: string, HttpStatusCode = 400): never {
  const error: RichApiError = { Code, Message, HttpStatusCode };
  throw error;
}

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const columnIndex = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A comment at a cell, which has one at most. Microsoft’s package has no notes yet. */
class Comment {
  constructor(
    readonly all: Comments,
    readonly at: Range,
    readonly Content: string,
  ) {}

  get Id(): string {
    return this.at.Address;
  }
  GetLocation(): Range {
    return this.at;
  }
  Delete(): null {
    this.all.sheet.refuseIfProtected();
    this.all.Items.splice(this.all.Items.indexOf(this), 1);
    return null;
  }
}

class Comments {
  readonly Items: Comment[] = [];
  constructor(readonly sheet: Sheet) {}

  GetItem(id: string): Comment {
    return this.Items.find((each) => each.Id === id) ?? fail('ItemNotFound', `no comment ${id}`, 404);
  }
  Add(cell: Range | string, content: string): Comment {
    this.sheet.workbook.needs('1.10', 'comments');
    this.sheet.refuseIfProtected();
    const at = typeof cell === 'string' ? this.sheet.GetRange(cell) : cell;
    if (at.CellCount !== 1) fail('InvalidArgument', 'a comment belongs to one cell');
    if (this.Items.some((each) => each.at.Address === at.Address))
      fail('ItemAlreadyExists', `${at.Address} has a comment`);
    const comment = new Comment(this, at, content);
    this.Items.push(comment);
    return comment;
  }
}

/** Names of the workbook or of a sheet. */
class Names {
  readonly ranges = new Map<string, Range>();

  constructor(readonly sheetNamed: (name: string) => Sheet) {}

  GetItemOrNullObject(name: string): NamedItem | null {
    const range = this.ranges.get(name.toLowerCase());
    return range ? new NamedItem(range) : null;
  }
  Add(name: string, reference: Range | string): NamedItem {
    if (!/^[A-Za-z_\\][\w.\\]*$/.test(name) || /^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(name))
      fail('InvalidArgument', `no name: ${name}`);
    if (this.ranges.has(name.toLowerCase())) fail('ItemAlreadyExists', `the name ${name} is taken`);
    const range = typeof reference === 'string' ? this.rangeOf(reference) : reference;
    this.ranges.set(name.toLowerCase(), range);
    return new NamedItem(range);
  }
  private rangeOf(reference: string): Range {
    const [, sheet, address] =
      /^=(.+)!([^!]+)$/.exec(reference) ?? fail('InvalidArgument', `no reference: ${reference}`);
    return this.sheetNamed(unquoted(sheet!)).GetRange(address!);
  }
}

class NamedItem {
  constructor(readonly range: Range) {}
  GetRangeOrNullObject(): Range {
    return this.range;
  }
}

/** No tables here: nothing is one. */
class Nothing {
  GetItemOrNullObject(): null {
    return null;
  }
}

const unquoted = (name: string): string => name.replace(/^'|'$/g, '').replaceAll("''", "'");

/** Looks: whatever of these is set is kept, and anything else is refused. */
class Kept {
  [member: string]: unknown;
  constructor(members: readonly string[], parts: Readonly<Record<string, object>> = {}) {
    for (const name of members) this[name] = '';
    Object.assign(this, parts);
  }
}

class Fill {
  Color = '';
  Clear(): null {
    this.Color = '';
    return null;
  }
  SetSolidColor(colour: string): null {
    if (!/^#[0-9a-f]{6}$/i.test(colour)) fail('InvalidArgument', `no colour: ${colour}`);
    this.Color = colour;
    return null;
  }
}

class Borders {
  private readonly edges = new Map<string, Kept>();
  GetItem(edge: string): Kept {
    const its = this.edges.get(edge) ?? new Kept(['Style', 'Weight', 'Color']);
    this.edges.set(edge, its);
    return its;
  }
}

const formatOf = (): Kept =>
  new Kept(['HorizontalAlignment', 'WrapText', 'ColumnWidth'], {
    Font: new Kept(['Bold', 'Italic', 'Underline', 'Size', 'Color']),
    Fill: new Fill(),
    Borders: new Borders(),
  });

/** What may be typed: a list or two ends, as Excel takes them. */
class DataValidation {
  private rule: unknown = {};
  ErrorAlert: unknown = {};
  constructor(readonly sheet: Sheet) {}
  get Rule(): unknown {
    return this.rule;
  }
  set Rule(rule: unknown) {
    this.sheet.workbook.needs('1.8', 'data validation');
    const { list, decimal } = rule as {
      list?: { source?: string };
      decimal?: { formula1?: unknown; formula2?: unknown };
    };
    const isRight = list ? (list.source ?? '').length <= 255 : typeof decimal?.formula1 === 'number';
    if (!isRight) fail('InvalidArgument', 'no rule for what may be typed');
    this.rule = rule;
  }
}

class ConditionalFormats {
  readonly added: object[] = [];
  Add(type: string): object {
    if (type !== 'Custom') fail('ApiNotFound', `conditional format ${type} is not simulated`, 404);
    const Rule = new Kept(['Formula']);
    const its = {
      Custom: { Rule, Format: new Kept([], { Font: new Kept(['Bold', 'Color']), Fill: new Kept(['Color']) }) },
    };
    this.added.push(its);
    return its;
  }
}

const CHART_TYPES = ['ColumnClustered', 'ColumnStacked', 'BarClustered', 'BarStacked', 'LineMarkers', 'XYScatter'];

class ChartSeries {
  Name = '';
  values: Range | undefined;
  across: Range | undefined;
  readonly Format = { Fill: new Fill(), Line: new Kept(['Color']) };
  SetValues(range: Range): null {
    this.values = range;
    return null;
  }
  SetXAxisValues(range: Range): null {
    this.across = range;
    return null;
  }
}

class SeriesCollection {
  readonly Items: ChartSeries[] = [new ChartSeries()];
  GetItemAt(i: number): ChartSeries {
    return this.Items[i] ?? fail('ItemNotFound', `no series ${i}`, 404);
  }
  Add(name = ''): ChartSeries {
    const series = new ChartSeries();
    series.Name = name;
    this.Items.push(series);
    return series;
  }
}

class ChartTitle {
  Text = '';
  readonly Format = { Font: new Kept(['Size']) };
  /** The title says what the cell does. */
  SetFormula(formula: string): null {
    if (!/^=.+!\$[A-Z]+\$\d+$/.test(formula)) fail('InvalidArgument', `no cell: ${formula}`);
    this.Text = formula;
    return null;
  }
}

class Chart {
  readonly Title = new ChartTitle();
  readonly Legend = new Kept(['Visible']);
  readonly Series = new SeriesCollection();
  readonly Axes = {
    CategoryAxis: { Title: new Kept(['Text']) },
    ValueAxis: new Kept(['NumberFormat'], { Title: new Kept(['Text']) }),
  };
  over = '';
  constructor(
    readonly sheet: Sheet,
    readonly type: string,
  ) {}
  SetPosition(first: string, last: string): null {
    this.over = this.sheet.GetRange(`${first}:${last}`).Address;
    return null;
  }
}

class Charts {
  readonly Items: Chart[] = [];
  constructor(readonly sheet: Sheet) {}
  /** Its first series is made of the range. */
  Add(type: string, source: Range): Chart {
    if (!CHART_TYPES.includes(type)) fail('InvalidArgument', `no type of chart: ${type}`);
    const chart = new Chart(this.sheet, type);
    chart.Series.GetItemAt(0).SetValues(source);
    this.Items.push(chart);
    return chart;
  }
}

class FreezePanes {
  at = '';
  FreezeAt(range: Range): null {
    this.at = range.Address;
    return null;
  }
}

class Sheet {
  readonly Charts = new Charts(this);
  readonly FreezePanes = new FreezePanes();
  /** by address */
  readonly formats = new Map<string, Kept>();
  readonly validations = new Map<string, DataValidation>();
  readonly conditions = new Map<string, ConditionalFormats>();
  private name: string;
  Visibility = 'Visible';
  readonly cells: Cells = new Map();
  readonly Comments = new Comments(this);
  readonly Names = new Names((name) => this.workbook.Worksheets.GetItem(name));
  /** by the cell of the formula, as `row,column` */
  readonly spills = new Map<string, Range>();
  isProtected = false;
  /** of a protected sheet, cells that may be written all the same, as `row,column` */
  readonly unlocked = new Set<string>();
  constructor(
    readonly workbook: Workbook,
    name: string,
  ) {
    this.name = name;
  }

  get Name(): string {
    return this.name;
  }
  set Name(name: string) {
    this.workbook.Worksheets.refuseName(name, this);
    this.name = name;
  }

  Delete(): null {
    const { Items } = this.workbook.Worksheets;
    this.workbook.refuseIfProtected();
    if (Items.length === 1) fail('InvalidOperation', 'a workbook keeps one sheet');
    Items.splice(Items.indexOf(this), 1);
    if (this.workbook.active === this) this.workbook.active = Items[0]!;
    return null;
  }

  refuseIfProtected(): void {
    if (this.isProtected) fail('AccessDenied', 'You can’t perform the requested operation.', 403);
  }

  get Protection(): { readonly Protected: boolean } {
    return { Protected: this.isProtected };
  }

  /** The range of the table of which a cell shows a part. */
  spillAt(row: number, column: number): Range | undefined {
    return [...this.spills.values()].find(
      (each) =>
        row >= each.RowIndex &&
        row < each.RowIndex + each.RowCount &&
        column >= each.ColumnIndex &&
        column < each.ColumnIndex + each.ColumnCount,
    );
  }

  Copy(_position: string, beside?: Sheet): Sheet {
    this.workbook.needs('1.7', 'Worksheet.copy');
    const { Items } = this.workbook.Worksheets;
    let name = `${this.Name} (2)`;
    for (let i = 3; Items.some((sheet) => sheet.Name === name); i++) name = `${this.Name} (${i})`;
    const copy = new Sheet(this.workbook, name);
    copy.isProtected = this.isProtected;
    for (const [key, cell] of this.cells) copy.cells.set(key, { ...cell });
    for (const [key, { RowIndex, ColumnIndex, RowCount, ColumnCount }] of this.spills)
      copy.spills.set(key, new Range(copy, RowIndex, ColumnIndex, RowCount, ColumnCount));
    Items.splice(Items.indexOf(beside ?? this) + 1, 0, copy);
    return copy;
  }

  get Id(): string {
    return `{${this.Name}}`;
  }

  GetRange(address: string): Range {
    const reference = address.replace(/^.*!/, '').replace(/\$/g, '');
    const match = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(reference);
    if (!match) fail('InvalidArgument', `not an address: ${address}`);
    const [, column, row, lastColumn = column, lastRow = row] = match as unknown as string[];
    const top = Number(row) - 1;
    const left = columnIndex(column as string);
    const height = Number(lastRow) - top;
    const width = columnIndex(lastColumn as string) - left + 1;
    return new Range(this, top, left, height, width);
  }

  /** Whatever is written to a formula with a table, or into the way of it, ends it: its other cells are empty. */
  forgetSpill(row: number, column: number): void {
    const spill = this.spillAt(row, column);
    if (!spill) return;
    const { RowIndex, ColumnIndex, RowCount, ColumnCount } = spill;
    this.spills.delete(`${RowIndex},${ColumnIndex}`);
    for (let i = 0; i < RowCount; i++)
      for (let j = 0; j < ColumnCount; j++) {
        const [at, across] = [RowIndex + i, ColumnIndex + j];
        const isIts = i + j > 0 && (at !== row || across !== column);
        if (isIts) this.cells.delete(`${at},${across}`);
      }
  }

  GetCell(row: number, column: number): Range {
    return new Range(this, row, column, 1, 1);
  }

  GetRangeByIndexes(row: number, column: number, height: number, width: number): Range {
    return new Range(this, row, column, height, width);
  }

  GetUsedRangeOrNullObject(): Range | null {
    const used = [...this.cells].filter(([, { value, formula }]) => value !== '' || formula !== undefined);
    for (const { RowIndex, ColumnIndex, RowCount, ColumnCount } of this.spills.values())
      used.push([`${RowIndex + RowCount - 1},${ColumnIndex + ColumnCount - 1}`, { value: '' }]);
    if (used.length === 0) return null;
    const [rows, columns] = [0, 1].map((i) => used.map(([key]) => Number(key.split(',')[i]))) as [number[], number[]];
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    return new Range(this, top, left, Math.max(...rows) - top + 1, Math.max(...columns) - left + 1);
  }

  Activate(): null {
    this.workbook.active = this;
    return null;
  }
}

class Range {
  constructor(
    readonly Worksheet: Sheet,
    readonly RowIndex: number,
    readonly ColumnIndex: number,
    readonly RowCount: number,
    readonly ColumnCount: number,
  ) {}

  get Address(): string {
    const name = (row: number, column: number) => `${columnName(column)}${row + 1}`;
    const last = name(this.RowIndex + this.RowCount - 1, this.ColumnIndex + this.ColumnCount - 1);
    const first = name(this.RowIndex, this.ColumnIndex);
    return `${this.Worksheet.Name}!${first === last ? first : `${first}:${last}`}`;
  }

  /** A protected sheet tells which cells are locked, and nothing of how they look can be changed. */
  get Format(): object {
    const { formats, isProtected } = this.Worksheet;
    const Protection = { Locked: this.isLocked };
    const its = formats.get(this.Address) ?? formatOf();
    if (isProtected)
      return new Proxy(
        { Protection },
        {
          get: (own, name) =>
            Reflect.has(its, name) ? this.Worksheet.refuseIfProtected() : (Reflect.get(own, name) as unknown),
        },
      );
    formats.set(this.Address, its);
    return Object.assign(its, { Protection });
  }
  get DataValidation(): DataValidation {
    const its = this.Worksheet.validations.get(this.Address) ?? new DataValidation(this.Worksheet);
    this.Worksheet.validations.set(this.Address, its);
    return its;
  }
  get ConditionalFormats(): ConditionalFormats {
    const its = this.Worksheet.conditions.get(this.Address) ?? new ConditionalFormats();
    this.Worksheet.conditions.set(this.Address, its);
    return its;
  }
  get CellCount(): number {
    return this.RowCount * this.ColumnCount;
  }

  private get isLocked(): boolean {
    const { unlocked } = this.Worksheet;
    return this.map((row, column) => !unlocked.has(`${row},${column}`))
      .flat()
      .some(Boolean);
  }

  get Values(): Grid {
    return this.read((cell) => cell?.value ?? '');
  }
  set Values(input: unknown) {
    if (this.isLocked) this.Worksheet.refuseIfProtected();
    this.write(input, (cell, content) => {
      if (typeof content === 'string') refuseIfUnreadable(content);
      const isFormula = typeof content === 'string' && content.startsWith('=');
      cell.formula = isFormula ? content : undefined;
      // An apostrophe says that what follows is text, and is no part of it.
      cell.value = isFormula ? 0 : typeof content === 'string' ? content.replace(/^'/, '') : content;
    });
  }

  get Text(): Grid {
    return this.read((cell) => `${(cell?.value ?? '') as string | number}`);
  }

  get Formulas(): Grid {
    return this.read((cell) => cell?.formula ?? cell?.value ?? '');
  }
  set Formulas(input: unknown) {
    this.Values = input;
  }

  get NumberFormat(): Grid {
    return this.read((cell) => cell?.format ?? 'General');
  }
  set NumberFormat(input: unknown) {
    this.write(input, (cell, content) => (cell.format = String(content)));
  }

  GetCell(row: number, column: number): Range {
    return this.part(row, column, 1, 1);
  }
  GetRow(row: number): Range {
    return this.part(row, 0, 1, this.ColumnCount);
  }
  GetBoundingRect(other: Range): Range {
    const [top, left] = [Math.min(this.RowIndex, other.RowIndex), Math.min(this.ColumnIndex, other.ColumnIndex)];
    const bottom = Math.max(this.RowIndex + this.RowCount, other.RowIndex + other.RowCount);
    const right = Math.max(this.ColumnIndex + this.ColumnCount, other.ColumnIndex + other.ColumnCount);
    return new Range(this.Worksheet, top, left, bottom - top, right - left);
  }
  GetOffsetRange(rows: number, columns: number): Range {
    return this.part(rows, columns, this.RowCount, this.ColumnCount);
  }
  GetResizedRange(rows: number, columns: number): Range {
    return this.part(0, 0, this.RowCount + rows, this.ColumnCount + columns);
  }
  GetAbsoluteResizedRange(height: number, width: number): Range {
    return this.part(0, 0, height, width);
  }
  GetSpillParentOrNullObject(): Range | null {
    this.Worksheet.workbook.needs('1.12', 'Range.getSpillParent');
    const spill = this.Worksheet.spillAt(this.RowIndex, this.ColumnIndex);
    return spill ? spill.GetCell(0, 0) : null;
  }
  GetSpillingToRangeOrNullObject(): Range | null {
    this.Worksheet.workbook.needs('1.12', 'Range.getSpillingToRange');
    return this.Worksheet.spills.get(`${this.RowIndex},${this.ColumnIndex}`) ?? null;
  }
  Select(): null {
    const { workbook } = this.Worksheet;
    workbook.hasAreas = false;
    workbook.active = this.Worksheet;
    workbook.selection = this;
    workbook.tell('selection');
    return null;
  }

  private part(rows: number, columns: number, height: number, width: number): Range {
    const { Worksheet, RowIndex, ColumnIndex } = this;
    return new Range(Worksheet, RowIndex + rows, ColumnIndex + columns, height, width);
  }

  private read(of: (cell: Cell | undefined) => unknown): Grid {
    const grid = this.map((row, column) => of(this.Worksheet.cells.get(`${row},${column}`)));
    if (JSON.stringify(grid).length > MOST_CHARACTERS)
      fail('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
    return grid;
  }

  /** One value fills the range; a grid must have its shape; null leaves a cell as it was. */
  private write(input: unknown, put: (cell: Cell, content: unknown) => void): void {
    const rows = Array.isArray(input) ? (input as Grid) : undefined;
    const fits = !rows || (rows.length === this.RowCount && rows.every((row) => row.length === this.ColumnCount));
    if (!fits) fail('InvalidArgument', `the array does not have the shape of ${this.Address}`);
    this.map((row, column) => {
      const content = rows ? rows[row - this.RowIndex]?.[column - this.ColumnIndex] : input;
      if (content === null) return;
      const key = `${row},${column}`;
      const cell = this.Worksheet.cells.get(key) ?? { value: '' };
      put(cell, content);
      this.Worksheet.cells.set(key, cell);
      this.Worksheet.forgetSpill(row, column);
    });
    this.Worksheet.workbook.tell('change');
  }

  private map(of: (row: number, column: number) => unknown): Grid {
    return Array.from({ length: this.RowCount }, (_, row) =>
      Array.from({ length: this.ColumnCount }, (_, column) => of(this.RowIndex + row, this.ColumnIndex + column)),
    );
  }
}

class Worksheets {
  readonly Items: Sheet[] = [];
  constructor(readonly workbook: Workbook) {}

  refuseName(name: string, its?: Sheet): void {
    if (this.Items.some((sheet) => sheet !== its && sheet.Name.toLowerCase() === name.toLowerCase()))
      fail('ItemAlreadyExists', `A resource with the same name or identifier already exists: ${name}`);
    if (name.length > 31 || /[[\]:*?/\\]/.test(name)) fail('InvalidArgument', `no name for a sheet: ${name}`);
  }
  GetItemOrNullObject(key: string): Sheet | null {
    return this.Items.find((sheet) => sheet.Name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  GetActiveWorksheet(): Sheet {
    return this.workbook.active;
  }
  GetItem(key: string): Sheet {
    const found = this.Items.find((sheet) => sheet.Name === key || sheet.Id === key);
    return found ?? fail('ItemNotFound', `no sheet named ${key}`, 404);
  }
  Add(wanted?: string | null): Sheet {
    let next = this.Items.length + 1;
    while (this.Items.some(({ Name }) => Name === `Sheet${next}`)) next++;
    const name = wanted ?? `Sheet${next}`;
    this.workbook.refuseIfProtected();
    this.refuseName(name);
    const sheet = new Sheet(this.workbook, name);
    this.Items.push(sheet);
    return sheet;
  }
}

class Workbook {
  /** the newest ExcelApi that it has */
  api = 99;
  isEditing = false;
  /** several areas, of which no API makes one range */
  hasAreas = false;
  /** no sheet may come or go */
  isProtected = false;
  readonly Names = new Names((name) => this.Worksheets.GetItem(name));
  readonly Tables = new Nothing();
  constructor(readonly tell: (event: WorkbookEvent) => void) {}

  refuseIfProtected(): void {
    if (this.isProtected) fail('AccessDenied', 'The workbook’s structure is protected.', 403);
  }

  needs(version: string, what: string): void {
    if (Number(version.split('.')[1]) > this.api) fail('ApiNotFound', `${what} is not in this Excel`, 404);
  }
  readonly Worksheets = new Worksheets(this);
  active = this.Worksheets.Add('Sheet1');
  selection = this.active.GetRange('A1');

  /** In Base64, the workbooks that were opened beside this one: Excel on the web has this where others have two calls. */
  readonly opened: string[] = [];
  CreateAndOpenWorkbook(base64?: string | null): null {
    this.needs('1.8', 'Excel.createWorkbook');
    // What is no zip is no .xlsx.
    if (base64 != null && !base64.startsWith('UEsDB')) fail('InvalidArgument', 'no workbook in Base64');
    this.opened.push(base64 ?? '');
    return null;
  }

  GetSelectedRange(): Range {
    if (this.hasAreas) fail('InvalidSelection', 'The current selection is invalid for this operation.');
    return this.selection;
  }
  GetActiveCell(): Range {
    return this.selection.GetCell(0, 0);
  }
}

export interface LaidOut {
  readonly frozen: string;
  readonly names: readonly string[];
  readonly validated: readonly string[];
  readonly conditions: readonly string[];
  readonly charts: readonly { readonly title: unknown; readonly series: readonly string[]; readonly over: string }[];
}

export interface SimulatedWorkbook {
  /** Does what one `context.sync()` asks. */
  execute(request: RichApiRequest): RichApiResponse;
  /** Makes a cell of the active sheet the active cell. */
  select(address: string): void;
  /** What stands in a cell of the active sheet. */
  read(address: string): Cell;
  /** Types into a cell of the active sheet. */
  type(address: string, content: unknown): void;
  /** Shows a table from a cell of the active sheet on, as if its formula had spilled. */
  spill(address: string, rows: readonly (readonly unknown[])[]): void;
  /** Gives cells of the active sheet a name. */
  name(name: string, address: string): void;
  protect(isProtected: boolean): void;
  /** Lets no sheet come or go. */
  protectStructure(isProtected: boolean): void;
  /** What stands on a sheet besides its numbers: rules, conditions, pictures. */
  laidOut(sheet: string): LaidOut;
  sheetsByName(): readonly string[];
  /** The files of the workbooks that were opened beside this one, in Base64. */
  openedBeside(): readonly string[];
  formulasOf(sheet: string): Readonly<Record<string, unknown>>;
  /** Lets a cell of the active sheet be written though the sheet is protected. */
  unlock(address: string): void;
  /** Begins to type into a cell, or ends it. */
  edit(isEditing: boolean): void;
  selectAreas(): void;
  /** What of the API this Excel has. */
  has(excelApi: string): void;
}

/** What Excel takes of a formula and of a text, and hands out at once on the web. */
const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 32_767;
const MOST_CHARACTERS = 5_000_000;

function refuseIfUnreadable(content: string): void {
  if (!content.startsWith('=')) {
    if (content.length > LONGEST_TEXT)
      fail('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
    return;
  }
  const plain = content.replace(/"[^"]*"/g, '""');
  const isClosed = plain.split('(').length === plain.split(')').length && content.split('"').length % 2 === 1;
  const isWhole = isClosed && !/[-+*/^&=(,]\s*[*/^&=)]|[-+*/^&=,]\s*$/.test(plain.replace(/\(\s*\)|,\s*(?=\))/g, ''));
  if (content.length > LONGEST_FORMULA || !isWhole)
    fail('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
}

export function simulatedWorkbook(tell: (event: WorkbookEvent) => void): SimulatedWorkbook {
  const workbook = new Workbook(tell);
  /** Ranges live on between batches; office.js then names them by a reference of ours. */
  const references = new Map<string, object>();

  return {
    execute(request) {
      if (!workbook.isEditing) return execute(request, workbook, references);
      const Message = 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB.';
      return { Results: [], Error: { Code: 'InvalidOperationInCellEditMode', Message, HttpStatusCode: 400 } };
    },
    select: (address) => void workbook.active.GetRange(address).Select(),
    spill(address, rows) {
      const { active } = workbook;
      const { RowIndex, ColumnIndex } = active.GetRange(address);
      rows.forEach((row, i) =>
        row.forEach((value, j) => {
          const key = `${RowIndex + i},${ColumnIndex + j}`;
          active.cells.set(key, { ...active.cells.get(key), value });
        }),
      );
      const range = active.GetRangeByIndexes(RowIndex, ColumnIndex, rows.length, rows[0]!.length);
      active.spills.set(`${RowIndex},${ColumnIndex}`, range);
    },
    name: (name, address) => void workbook.Names.ranges.set(name.toLowerCase(), workbook.active.GetRange(address)),
    protect: (isProtected) => void (workbook.active.isProtected = isProtected),
    protectStructure: (isProtected) => void (workbook.isProtected = isProtected),
    laidOut(name) {
      const sheet = workbook.Worksheets.GetItem(name);
      return {
        frozen: sheet.FreezePanes.at,
        names: [...sheet.Names.ranges.keys()],
        validated: [...sheet.validations.keys()],
        conditions: [...sheet.conditions.keys()],
        charts: sheet.Charts.Items.map(({ Title, Series, over }) => ({
          title: Title.Text,
          series: Series.Items.map(({ Name, values }) => `${Name}: ${values?.Address ?? ''}`),
          over,
        })),
      };
    },
    openedBeside: () => workbook.opened,
    sheetsByName: () => workbook.Worksheets.Items.map(({ Name }) => Name),
    formulasOf: (name) =>
      Object.fromEntries(
        [...workbook.Worksheets.GetItem(name).cells].map(([key, { formula, value }]) => [key, formula ?? value]),
      ),
    unlock(address) {
      const { RowIndex, ColumnIndex } = workbook.active.GetRange(address);
      workbook.active.unlocked.add(`${RowIndex},${ColumnIndex}`);
    },
    edit: (isEditing) => void (workbook.isEditing = isEditing),
    selectAreas: () => void (workbook.hasAreas = true),
    has: (excelApi) => void (workbook.api = Number(excelApi.split('.')[1])),
    type: (address, content) => void (workbook.active.GetRange(address).Formulas = content),
    read(address) {
      const { RowIndex, ColumnIndex, Worksheet } = workbook.active.GetRange(address);
      return { ...(Worksheet.cells.get(`${RowIndex},${ColumnIndex}`) ?? { value: '' }) };
    },
  };
}

function execute(request: RichApiRequest, workbook: Workbook, references: Map<string, object>): RichApiResponse {
  const resolved = new Map<number, object | null>();
  const args = (info: ArgumentInfo | undefined): unknown[] =>
    (info?.Arguments ?? []).map((argument, index) => {
      const path = info?.ReferencedObjectPathIds?.[index];
      return path ? resolve(path) : argument;
    });

  /** null for what a method ending in OrNullObject has not found. */
  function resolve(id: number): object | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = request.ObjectPaths[id];
    if (!path) fail('InvalidObjectPath', `object path ${id}`);
    const parent = path.ParentObjectPathId ? resolve(path.ParentObjectPathId) : workbook;
    const object = parent && follow(path.ObjectPathType, parent, path.Name, args(path.ArgumentInfo));
    resolved.set(id, object);
    return object;
  }

  function follow(type: number, parent: object, name: string, given: unknown[]): object | null {
    if (type === PATH.global) return workbook;
    if (type === PATH.service) return hostService;
    if (type === PATH.reference) return references.get(name) ?? fail('ItemNotFound', `reference ${name}`, 404);
    if (type === PATH.method) return invoke(parent, name, given) as object | null;
    if (type === PATH.indexer) return invoke(parent, 'GetItem', given) as object;
    if (type === PATH.property) return member(parent, name) as object;
    return fail('ApiNotFound', `object path type ${type}`, 404);
  }

  function reference(range: Range): string {
    const name = `range-${references.size + 1}`;
    references.set(name, range);
    return name;
  }

  function perform(action: Action): unknown {
    const object = action.ObjectPathId ? resolve(action.ObjectPathId) : workbook;
    if (!object) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object instanceof Range ? { _ReferenceId: reference(object) } : {};
      case ACTION.query:
        return query(object, action.QueryInfo?.Select ?? []);
      case ACTION.method:
        // Names with an underscore keep office.js's own books (_KeepReference and the like).
        if (action.Name.startsWith('_')) return null;
        return invoke(object, action.Name, args(action.ArgumentInfo));
      case ACTION.setProperty:
        member(object, action.Name);
        Reflect.set(object, action.Name, args(action.ArgumentInfo)[0]);
        return null;
      default:
        return null;
    }
  }

  const Results: { ActionId: number; Value: unknown }[] = [];
  for (const [ActionIndex, action] of request.Actions.entries()) {
    try {
      Results.push({ ActionId: action.Id, Value: perform(action) });
    } catch (thrown) {
      const error = isRichApiError(thrown)
        ? thrown
        : { Code: 'GeneralException', Message: String(thrown), HttpStatusCode: 500 };
      return { Results, Error: { ...error, Location: action.Name, ActionIndex } };
    }
  }
  const TraceIds = request.Actions.filter(({ ActionType }) => ActionType === ACTION.trace).map(({ Id }) => Id);
  return { Results, TraceIds };
}

/** Services of the host that office.js tells things to and that answer nothing. */
const hostService: object = new Proxy({}, { get: () => () => null });

const isRichApiError = (thrown: unknown): thrown is RichApiError =>
  typeof thrown === 'object' && thrown !== null && 'Code' in thrown;

function member(object: object, name: string): unknown {
  const found: unknown = Reflect.get(object, name);
  if (found !== undefined) return found;
  console.warn(`${object.constructor.name}.${name} is not simulated`);
  return fail('ApiNotFound', `${object.constructor.name}.${name} is not simulated`, 404);
}

function invoke(object: object, name: string, args: unknown[]): unknown {
  const method = member(object, name);
  if (typeof method !== 'function') return fail('ApiNotFound', `${name} is not a method`, 404);
  return method.apply(object, args) as unknown;
}

/** `select` holds camelCase paths such as "address" or "worksheet/name". */
function query(object: object, select: readonly string[]): object {
  const items = Reflect.get(object, 'Items') as object[] | undefined;
  if (items) return { _Items: items.map((item) => query(item, ['id', ...select])) };
  const out: Record<string, unknown> = {};
  for (const path of select) {
    const [head = '', ...rest] = path.split('/');
    const name = head.charAt(0).toUpperCase() + head.slice(1);
    const value = member(object, name);
    out[name] = rest.length ? query(value as object, [rest.join('/')]) : value;
  }
  return out;
}
