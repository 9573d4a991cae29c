/** A host in a few lines: cells that keep what is typed into them, for tests of what stands beside a sheet. */
import { addressOf, cellsOf } from '../../src/models/address';
import { placeOf } from '../../src/derive/formula/address';
import type { Block, CellValue, Complaint, Content, Host, Place } from '../../src/pane/host';

export interface Sheet {
  readonly host: Host;
  /** Types into cells of the sheet in view. */
  readonly type: (cells: Readonly<Record<string, CellValue>>) => void;
  /** Gives a name to cells: `spend` to `Sheet1!B4`. */
  readonly name: (name: string, reference: string) => void;
  /** Says how far the table of a cell goes. */
  readonly spill: (address: string, range: string) => void;
  /** What a cell shows that was calculated. */
  readonly show: (address: string, content: Partial<Content>) => void;
  readonly select: (address: string, sheet?: string) => void;
  readonly complain: (complaint: Partial<Complaint>) => void;
}

export function openSheet(): Sheet {
  const sheets = ['Sheet1', 'Sheet2'];
  const typed = new Map<string, CellValue>();
  const names = new Map<string, string>();
  const spills = new Map<string, Place>();
  const notes = new Map<string, string>();
  const settings = new Map<string, unknown>();
  const shown = new Map<string, Partial<Content>>();
  const listeners = new Set<() => void>();
  let complaints: readonly Complaint[] = [];
  let selection: Place = { sheet: 'Sheet1', address: 'A1' };
  const tell = (): void => listeners.forEach((listener) => listener());
  const keyOf = ({ sheet, address }: Place): string => `${sheet}!${address}`;

  function cellsIn({ sheet, address }: Place): Place[][] {
    if (!sheets.includes(sheet)) throw new Error(`there is no sheet ${sheet}`);
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
      change: (changes) =>
        promised(() =>
          changes.flatMap(({ place, from, to, note }) => {
            if ((typed.get(keyOf(place)) ?? '') !== from) return [];
            write({ place, formulas: [[to]] });
            if (note === '') notes.delete(keyOf(place));
            else if (note !== undefined) notes.set(keyOf(place), note);
            return [place];
          }),
        ),
      recalculate: () => promised(tell),
      sheets: () => promised(() => [...sheets]),
      addSheet: (name) =>
        promised(() => {
          if (sheets.includes(name)) throw new Error(`there is a sheet ${name} already`);
          sheets.push(name);
          select({ sheet: name, address: 'A1' });
        }),
      insertSheets: (file, replace = false) =>
        promised(() => {
          for (const { name, cells } of file.sheets) {
            if (sheets.includes(name) && !replace) throw new Error(`there is a sheet ${name} already`);
            if (!sheets.includes(name)) sheets.push(name);
            for (const { row, column, formula, value } of cells) {
              const content = formula ?? (typeof value === 'object' ? value.error : value);
              if (content !== undefined)
                typed.set(keyOf({ sheet: name, address: addressOf({ row, column }) }), content);
            }
          }
          select({ sheet: file.sheets[0]!.name, address: 'A1' });
        }),
      copySheet: (name) =>
        promised(() => {
          const copy = `${name} (2)`;
          sheets.push(copy);
          for (const [key, value] of [...typed]) {
            const place = placeOf(key);
            if (place.sheet === name) typed.set(keyOf({ ...place, sheet: copy }), value);
          }
          select({ sheet: copy, address: 'A1' });
          return copy;
        }),
      used: (sheet) =>
        promised(() => {
          const its = [...typed.keys()].map(placeOf).filter((place) => place.sheet === sheet);
          if (its.length === 0) return undefined;
          const cells = its.map(({ address }) => cellsOf(address));
          const rows = Math.max(...cells.map(({ row }) => row)) + 1;
          const columns = Math.max(...cells.map(({ column }) => column)) + 1;
          return { sheet, address: addressOf({ row: 0, column: 0, rows, columns }) };
        }),
      resolve: (reference, sheet) =>
        promised(() => {
          const named = names.get(reference.toLowerCase());
          const place = placeOf((named ?? reference).replace(/#$/, '').replaceAll('$', ''));
          try {
            const its = { sheet: place.sheet || sheet, address: place.address };
            cellsIn(its);
            return reference.endsWith('#') ? spills.get(keyOf(its)) : its;
          } catch {
            return undefined;
          }
        }),
      notes: (sheet) =>
        promised(() =>
          [...notes].map(([key, text]) => ({ place: placeOf(key), text })).filter(({ place }) => place.sheet === sheet),
        ),
      settings: {
        get: (name) => settings.get(name),
        set: (name, value) => promised(() => void settings.set(name, value)),
      },
      facts: () => promised(() => [['Host', 'The sheet']]),
      complaints: () => complaints,
      onChange: subscribe,
      onComplaint: subscribe,
    },
    type(cells) {
      for (const [address, content] of Object.entries(cells)) {
        write({ place: { ...selection, address }, formulas: [[content]] });
      }
    },
    name: (name, reference) => names.set(name.toLowerCase(), reference),
    spill: (address, range) => spills.set(keyOf({ ...selection, address }), { ...selection, address: range }),
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
