/** The ready models: what an analyst may count on in each of them. */
import { tokenize } from '@borgar/fx/xlsx';
import { pointOf } from '../../src/book/series';
import { MODELS, workbookOf } from '../../src/models';
import { addressOf, cellsOf, columnName } from '../../src/models/address';
import { BLOCK, DRIVERS } from '../../src/models/base';
import { QUARTERS } from '../../src/models/base/quarters';
import { BASE, baseRows } from '../../src/models/base-sheet';
import { FIRST, LAST } from '../../src/models/columns';
import { LOOKS } from '../../src/models/looks';
import { isErrorValue, type FileCell, type FileSheet, type WorkbookFile } from '../../src/models/xlsx/workbook-file';
import { computed } from '../../src/workbench/models/compute';
import { catalogue } from '../functions/cell';
import { loadAddIn } from '../workbench/add-in';

const { metadata, implementations } = loadAddIn();
const ours = new Set(metadata.functions.map(({ id }) => id));
const VOLATILE = ['TODAY', 'NOW', 'RAND', 'RANDBETWEEN', 'RANDARRAY', 'OFFSET', 'INDIRECT', 'CELL', 'INFO'];

const cellIn = (sheet: FileSheet, address: string): FileCell | undefined => {
  const { row, column } = cellsOf(address);
  return sheet.cells.find((cell) => cell.row === row && cell.column === column);
};
const sheetIn = (book: WorkbookFile, name: string): FileSheet => book.sheets.find((sheet) => sheet.name === name)!;
const formulasIn = (book: WorkbookFile) =>
  book.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell) => (cell.formula === undefined ? [] : [{ sheet, cell, formula: cell.formula }])),
  );
const at = (sheet: FileSheet, cell: FileCell): string => `${sheet.name} ${addressOf(cell)}`;

/** A formula as it is in any other cell of its row: references by how far they are. */
function relative(formula: string, { row, column }: FileCell): string {
  return tokenize(formula, { mergeRefs: false })
    .map(({ type, value }) => {
      const found = type === 'range' ? /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(value) : null;
      if (!found) return value;
      const [, columnFixed, letters, rowFixed, digits] = found;
      const its = cellsOf(`${letters!}${digits!}`);
      const [down, right] = [rowFixed ? its.row : its.row - row, columnFixed ? its.column : its.column - column];
      return `R${rowFixed}${down}C${columnFixed}${right}`;
    })
    .join('');
}

/** Through how many calls of ours, one after the other, the value of a cell goes. */
function depths(book: WorkbookFile): Map<string, number> {
  const cells = new Map(book.sheets.flatMap((sheet) => sheet.cells.map((cell) => [at(sheet, cell), { sheet, cell }])));
  const known = new Map<string, number>();
  const filledBy = new Map<string, string>();
  for (const { sheet, cell } of formulasIn(book))
    for (let down = 0; down < (cell.spill?.rows ?? 1); down++)
      for (let right = 0; right < (cell.spill?.columns ?? 1); right++)
        filledBy.set(at(sheet, { row: cell.row + down, column: cell.column + right }), at(sheet, cell));
  function depth(key: string): number {
    const found = known.get(key);
    if (found !== undefined) return found;
    const anchor = filledBy.get(key);
    if (anchor === undefined) return 0;
    if (anchor !== key) return depth(anchor);
    const { sheet, cell } = cells.get(key)!;
    const tokens = tokenize(cell.formula!, { mergeRefs: true });
    const own = tokens.some(({ type, value }) => type === 'func' && ours.has(value.toUpperCase())) ? 1 : 0;
    let below = 0;
    for (const { type, value } of tokens) {
      if (type !== 'range') continue;
      const [, name, address] = /^(?:(.+)!)?([^!]+)$/.exec(value)!;
      const on = name === undefined ? sheet.name : name.replace(/^'|'$/g, '').replaceAll("''", "'");
      const range = cellsOf(address!.replaceAll('$', ''));
      for (let row = 0; row < range.rows; row++)
        for (let column = 0; column < range.columns; column++)
          below = Math.max(
            below,
            depth(at({ name: on } as FileSheet, { row: range.row + row, column: range.column + column })),
          );
    }
    known.set(key, own + below);
    return own + below;
  }
  return new Map(formulasIn(book).map(({ sheet, cell }) => [at(sheet, cell), depth(at(sheet, cell))]));
}

describe('the sheet of inputs', () => {
  const rows = BLOCK.flatMap((section) => section.rows);
  test.each(rows.map((row) => [row.name, row] as const))('%s is an input that a function has', (name) => {
    const [parameter] = name.split(/[[.]/);
    expect(catalogue.functions.some(({ parameters }) => Object.hasOwn(parameters, parameter!))).toBe(true);
  });
  test('every input has a unit and says whose figure it is', () => {
    for (const { unit, source, standing } of [...rows, ...DRIVERS.flatMap((section) => section.rows)]) {
      expect(unit).not.toBe('');
      expect(source).not.toBe('');
      expect(['fact', 'estimate', 'assumption']).toContain(standing);
    }
  });
  test('what is filed is what the data book has', () => {
    const filed = [...BLOCK, ...DRIVERS]
      .flatMap((section) => section.rows)
      .flatMap(({ source, values, name }) => {
        const key = /\b([A-Z_]+\.[A-Z_]+)\b/.exec(source)?.[1];
        return key === undefined || !Array.isArray(values) ? [] : [{ name, key, values: values as (number | null)[] }];
      });
    expect(filed.length).toBeGreaterThan(0);
    for (const { name, key, values } of filed)
      QUARTERS.forEach((quarter, i) => {
        if (!quarter.endsWith('A') || values[i] == null) return;
        expect({ name, quarter, is: values[i] }).toEqual({
          name,
          quarter,
          is: pointOf(`${key}.${quarter.slice(0, -1)}`).value,
        });
      });
  });
  test('the block is from the headings to its last row, through every free quarter', () => {
    expect(baseRows.block).toMatch(new RegExp(`^Base!\\$A\\$4:\\$${columnName(LAST)}\\$\\d+$`));
  });
});

describe.each(MODELS.map((model) => [`${model.key} ${model.name}`, model] as const))('%s', (name, model) => {
  const declared = workbookOf([model]);
  let book: WorkbookFile;
  beforeAll(async () => {
    book = await computed(declared, metadata, implementations);
  });

  test('every formula parses, and has no number in it', () => {
    for (const { sheet, cell, formula } of formulasIn(declared)) {
      const tokens = tokenize(formula, { mergeRefs: true });
      expect(tokens.filter(({ type }) => type === 'unknown')).toEqual([]);
      const numbers = tokens.filter(({ type, value }) => type === 'number' && value !== '0' && value !== '1');
      expect(numbers.map(({ value }) => `${value} in ${at(sheet, cell)}`)).toEqual([]);
      expect(formula.length).toBeLessThan(8192);
    }
  });

  test('one formula a row across time', () => {
    for (const sheet of declared.sheets) {
      const rows = new Map<number, FileCell[]>();
      for (const cell of sheet.cells)
        if (cell.column >= FIRST && cell.column <= LAST && cell.formula !== undefined)
          rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
      for (const cells of rows.values()) {
        if (cells.length !== LAST - FIRST + 1) continue;
        expect(new Set(cells.map((cell) => relative(cell.formula!, cell))).size).toBe(1);
      }
    }
  });

  test('nothing volatile, and no cell more than three calls of ours deep', () => {
    for (const { formula } of formulasIn(declared))
      for (const { type, value } of tokenize(formula)) if (type === 'func') expect(VOLATILE).not.toContain(value);
    const deep = [...depths(declared)].filter(([, depth]) => depth > 3);
    expect(deep).toEqual([]);
  });

  test('every cell has a value, and every check passes', () => {
    const faults = book.sheets.flatMap((sheet) =>
      // What a picture leaves out is #N/A to it, below the pictures.
      sheet.cells
        .filter(({ value, formula }) => isErrorValue(value) && !/,NA\(\)\)\)$/.test(formula ?? ''))
        .map((cell) => `${at(sheet, cell)} ${cell.formula ?? ''}`),
    );
    expect(faults).toEqual([]);
    expect(cellIn(sheetIn(book, name), 'D3')?.value).toBe('OK');
    expect(cellIn(sheetIn(book, BASE), 'B3')?.value).toBe('OK');
    expect(declared.sheets[0]!.cells.some(({ formula }) => formula?.includes('TAAS_'))).toBe(true);
  });

  test('a constant has a unit and says whose figure it is', () => {
    const constants = model.entries.filter((entry) => entry.is === 'constant');
    for (const { unit, source } of constants) expect([unit, source]).not.toContain('');
    const rows = model.entries.flatMap((entry) => (entry.is === 'inputs' ? entry.rows : []));
    for (const { unit, source } of rows) expect([unit, source]).not.toContain('');
  });

  test('inputs look as inputs do, and nothing else does', () => {
    for (const sheet of declared.sheets)
      for (const cell of sheet.cells) {
        const isBlue = cell.look?.colour === LOOKS.input.colour;
        if (cell.formula !== undefined)
          expect({ cell: at(sheet, cell), isBlue }).toEqual({ cell: at(sheet, cell), isBlue: false });
        if (typeof cell.value === 'number')
          expect({ cell: at(sheet, cell), isBlue }).toEqual({ cell: at(sheet, cell), isBlue: true });
      }
  });
});
