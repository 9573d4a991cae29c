/** A host in a few lines: cells that keep what is typed into them, for tests of what stands beside a sheet. */
import { addressOf, cellsOf } from '../../src/models/address';
import { placeOf } from '../../src/pane/address';
import type { Block, CellValue, Complaint, Content, Host, Place } from '../../src/pane/host';

export interface Sheet {
  readonly host: Host;
  /** Types into cells of the sheet in view. */
  readonly type: (cells: Readonly<Record<string, CellValue>>) => void;
  /** What a cell shows that was calculated. */
  readonly show: (address: string, content: Partial<Content>) => void;
  readonly select: (address: string, sheet?: string) => void;
  readonly complain: (complaint: Partial<Complaint>) => void;
}

const SHEETS = ['Sheet1', 'Sheet2'];

export function openSheet(): Sheet {
  const typed = new Map<string, CellValue>();
  const shown = new Map<string, Partial<Content>>();
  const listeners = new Set<() => void>();
  let complaints: readonly Complaint[] = [];
  let selection: Place = { sheet: 'Sheet1', address: 'A1' };
  const tell = (): void => listeners.forEach((listener) => listener());
  const keyOf = ({ sheet, address }: Place): string => `${sheet}!${address}`;

  function cellsIn({ sheet, address }: Place): Place[][] {
    if (!SHEETS.includes(sheet)) throw new Error(`there is no sheet ${sheet}`);
    const { row, column, rows, columns } = cellsOf(address);
    return Array.from({ length: rows }, (_r, down) =>
      Array.from({ length: columns }, (_c, right) => ({
        sheet,
        address: addressOf({ row: row + down, column: column + right }),
      })),
    );
  }
  function contentOf(place: Place): Content {
    const content = typed.get(keyOf(cellsIn(place)[0]![0]!)) ?? '';
    const formula = typeof content === 'string' && content.startsWith('=') ? content : '';
    const value = formula === '' ? content : 0;
    return { place, formula, value, shown: String(value), ...shown.get(keyOf(place)) };
  }
  const blockOf = (place: Place): Block => ({
    place,
    formulas: cellsIn(place).map((line) => line.map((cell) => typed.get(keyOf(cell)) ?? '')),
  });
  function write({ place, formulas }: Block): void {
    cellsIn(place).forEach((line, i) => line.forEach((cell, j) => typed.set(keyOf(cell), formulas[i]![j]!)));
    tell();
  }
  function select(place: Place): void {
    selection = place;
    tell();
  }
  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    host: {
      name: 'The sheet',
      activeCell: () => promised(() => cellsIn(selection)[0]![0]!),
      selectedRange: () => promised(() => selection),
      select: (place) => promised(() => select(place)),
      read: (cells) => promised(() => cells.map(contentOf)),
      values: (place) => promised(() => cellsIn(place).map((line) => line.map((cell) => contentOf(cell).value))),
      formulas: (place) => promised(() => (place ? [place] : [...typed.keys()].map(placeOf)).map(blockOf)),
      write: (block, replace = false) =>
        promised(() => {
          if (
            !replace &&
            blockOf(block.place)
              .formulas.flat()
              .some((each) => each !== '')
          )
            return 'in use';
          write(block);
          return 'written';
        }),
      complaints: () => complaints,
      onChange: subscribe,
      onComplaint: subscribe,
    },
    type(cells) {
      for (const [address, content] of Object.entries(cells)) {
        write({ place: { ...selection, address }, formulas: [[content]] });
      }
    },
    show: (address, content) => shown.set(keyOf({ ...selection, address }), content),
    select: (address, sheet = selection.sheet) => select({ sheet, address }),
    complain(complaint) {
      const told = { function: 'TAAS_MARGIN', code: '#VALUE!', sentence: '', at: new Date(0), ...complaint };
      complaints = [told, ...complaints];
      tell();
    },
  };
}

const promised = <T>(now: () => T): Promise<T> => new Promise((resolve) => resolve(now()));
