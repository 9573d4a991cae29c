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

class Sheet {
  readonly cells: Cells = new Map();
  constructor(
    readonly workbook: Workbook,
    readonly Name: string,
  ) {}

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

  GetCell(row: number, column: number): Range {
    return new Range(this, row, column, 1, 1);
  }

  GetRangeByIndexes(row: number, column: number, height: number, width: number): Range {
    return new Range(this, row, column, height, width);
  }

  GetUsedRangeOrNullObject(): Range | null {
    const used = [...this.cells].filter(([, { value, formula }]) => value !== '' || formula !== undefined);
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

  get CellCount(): number {
    return this.RowCount * this.ColumnCount;
  }

  get Values(): Grid {
    return this.read((cell) => cell?.value ?? '');
  }
  set Values(input: unknown) {
    this.write(input, (cell, content) => {
      const isFormula = typeof content === 'string' && content.startsWith('=');
      cell.formula = isFormula ? content : undefined;
      cell.value = isFormula ? 0 : content;
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
  GetOffsetRange(rows: number, columns: number): Range {
    return this.part(rows, columns, this.RowCount, this.ColumnCount);
  }
  GetResizedRange(rows: number, columns: number): Range {
    return this.part(0, 0, this.RowCount + rows, this.ColumnCount + columns);
  }
  GetAbsoluteResizedRange(height: number, width: number): Range {
    return this.part(0, 0, height, width);
  }
  /** Nothing is calculated, so nothing spills. */
  GetSpillParentOrNullObject(): null {
    return null;
  }
  Select(): null {
    const { workbook } = this.Worksheet;
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
    return this.map((row, column) => of(this.Worksheet.cells.get(`${row},${column}`)));
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

  GetActiveWorksheet(): Sheet {
    return this.workbook.active;
  }
  GetItem(key: string): Sheet {
    const found = this.Items.find((sheet) => sheet.Name === key || sheet.Id === key);
    return found ?? fail('ItemNotFound', `no sheet named ${key}`, 404);
  }
  Add(name = `Sheet${this.Items.length + 1}`): Sheet {
    const sheet = new Sheet(this.workbook, name);
    this.Items.push(sheet);
    return sheet;
  }
}

class Workbook {
  constructor(readonly tell: (event: WorkbookEvent) => void) {}
  readonly Worksheets = new Worksheets(this);
  active = this.Worksheets.Add('Sheet1');
  selection = this.active.GetRange('A1');

  GetSelectedRange(): Range {
    return this.selection;
  }
  GetActiveCell(): Range {
    return this.selection.GetCell(0, 0);
  }
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
}

export function simulatedWorkbook(tell: (event: WorkbookEvent) => void): SimulatedWorkbook {
  const workbook = new Workbook(tell);
  /** Ranges live on between batches; office.js then names them by a reference of ours. */
  const references = new Map<string, object>();

  return {
    execute: (request) => execute(request, workbook, references),
    select: (address) => void workbook.active.GetRange(address).Select(),
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
