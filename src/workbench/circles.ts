/** Formulas that come back to themselves: which circle a cell stands in, or is computed from. */
import { tokenize } from '@borgar/fx/xlsx';
import { cellsOf } from '../models/address';
import { placeOf } from '../derive/formula/address';

export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** how far its table has spilled */
  readonly rows: number;
  readonly columns: number;
}

interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where a cell is, and no more, is not computed from it. */
const ASK_WHERE = new Set(['ROW', 'ROWS', 'COLUMN', 'COLUMNS', 'SHEET', 'AREAS']);

/** What a formula refers to, the sheets by their names as it has them ('' for its own), and names of the workbook. */
export function references(formula: string): { readonly areas: readonly Area[]; readonly names: readonly string[] } {
  const areas: Area[] = [];
  const names: string[] = [];
  const calls: string[] = [];
  let last = '';
  for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
    if (value === '(') calls.push(last);
    else if (value === ')') calls.pop();
    else if (!ASK_WHERE.has(calls.at(-1) ?? '')) {
      if (type === 'range' || type === 'range_beam') areas.push(areaOf(value));
      else if (type === 'range_named') names.push(value);
    }
    last = type === 'func' ? value.toUpperCase() : '';
  }
  return { areas, names };
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

function areaOf(reference: string): Area {
  const { sheet, address } = placeOf(
    reference.replaceAll('$', '').toUpperCase().replace(/^.*!/, sheetAsTyped(reference)),
  );
  const [from = '', to = from] = address.split(':');
  if (/^\d+$/.test(from))
    return { sheet, row: Number(from) - 1, column: 0, rows: Number(to) - Number(from) + 1, columns: LAST_COLUMN };
  if (/^[A-Z]+$/.test(from)) return { ...cellsOf(`${from}1:${to}${LAST_ROW}`), sheet };
  return { ...cellsOf(address), sheet };
}

const sheetAsTyped = (reference: string): string => /^.*!/.exec(reference)?.[0] ?? '';

export interface Circle {
  readonly cells: readonly FormulaCell[];
  /** false for a cell that is only computed from one */
  readonly isIn: boolean;
}

/** The cells of these that stand in a circle or are computed from one. */
export function circlesIn(
  cells: readonly FormulaCell[],
  refersTo: (cell: FormulaCell) => readonly Area[],
): ReadonlyMap<FormulaCell, Circle> {
  const precedents = precedentsIn(cells, refersTo);
  const circles = new Map<FormulaCell, Circle>();
  const done = new Set<FormulaCell>();
  const path: FormulaCell[] = [];
  const onPath = new Map<FormulaCell, number>();

  // Depth first with a stack of its own: chains of references are longer than that of calls.
  for (const start of cells) {
    if (done.has(start)) continue;
    const stack: { readonly cell: FormulaCell; readonly to: readonly FormulaCell[]; next: number }[] = [];
    const enter = (cell: FormulaCell): void => {
      onPath.set(cell, path.length);
      path.push(cell);
      stack.push({ cell, to: precedents(cell), next: 0 });
    };
    enter(start);
    while (stack.length > 0) {
      const frame = stack.at(-1)!;
      const next = frame.to[frame.next++];
      if (next === undefined) {
        stack.pop();
        path.pop();
        onPath.delete(frame.cell);
        done.add(frame.cell);
        const reached = frame.to.find((cell) => circles.has(cell));
        if (reached && !circles.has(frame.cell)) {
          circles.set(frame.cell, { cells: circles.get(reached)!.cells, isIn: false });
        }
      } else if (onPath.has(next)) {
        const circle = path.slice(onPath.get(next));
        for (const cell of circle) if (!circles.get(cell)?.isIn) circles.set(cell, { cells: circle, isIn: true });
      } else if (!done.has(next)) enter(next);
    }
  }
  return circles;
}

/** The cells with formulas that each cell refers to, by way of tables that have spilled too. */
function precedentsIn(
  cells: readonly FormulaCell[],
  refersTo: (cell: FormulaCell) => readonly Area[],
): (cell: FormulaCell) => readonly FormulaCell[] {
  const bySheet = new Map<string, FormulaCell[]>();
  for (const cell of cells) {
    const others = bySheet.get(cell.sheet);
    if (others) others.push(cell);
    else bySheet.set(cell.sheet, [cell]);
  }
  const single = new Map(cells.map((cell) => [`${cell.sheet}!${cell.row},${cell.column}`, cell]));
  const tables = cells.filter(({ rows, columns }) => rows * columns > 1);
  return (from) =>
    refersTo(from).flatMap((area) => {
      if (area.rows * area.columns > 1) return (bySheet.get(area.sheet) ?? []).filter((cell) => meet(area, cell));
      const cell = single.get(`${area.sheet}!${area.row},${area.column}`);
      return cell ? [cell] : tables.filter((table) => meet(area, table));
    });
}

const meet = (a: Area, b: Area): boolean =>
  a.sheet === b.sheet &&
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;
