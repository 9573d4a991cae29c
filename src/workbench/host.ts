/** The grid as a host of the pane: Univer's workbook, and what the functions answered in it. */
import { type ICellData, ICommandService, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FRange, FWorksheet } from '@univerjs/sheets/facade';
import {
  type ISetRangeValuesMutationParams,
  RemoveNumfmtMutation,
  SetNumfmtMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
} from '@univerjs/sheets';
import { addressOf, cellsOf } from '../models/address';
import { placeOf as placeOfReference, referenceTo } from '../derive/formula/address';
import { numberOf } from '../pane/card';
import { isError } from '../derive/formula/is-error';
import type { Block, CellValue, Content, Host, Place } from '../pane/host';
import type { Answer, Answers, Cell } from './answers';
import { type CellMatrix, cellsIn as matrixCells, holdsAnew } from './cell-matrix';
import { cellReader } from './cell-reader';
import { insertSheets } from './insert-sheets';
import { growingSheets } from './growing-sheets';
import { movesCells } from './moves';
import { keepNotes } from './notes';
import { oneStep } from './one-step';
import { asTyped, cellFor } from './marked-text';
import { notHere } from './not-here';
import { hereIn } from './read-formulas';

/** What changes neither a value nor a formula, and yet what the pane shows. */
const SHOWS_OTHERWISE = [SetSelectionsOperation.id, SetNumfmtMutation.id, RemoveNumfmtMutation.id];

export interface GridParts {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly answers: Answers;
  /** brings a range into view and gives the keyboard to the grid */
  readonly goTo: (range: FRange, sheet: FWorksheet) => void;
  /** by cell and by name: what is kept with the workbook */
  readonly notes?: Map<string, string>;
  readonly settings?: Map<string, unknown>;
}

export function gridHost({ univer, api, answers, goTo, notes = new Map(), settings = new Map() }: GridParts): Host {
  const book = api.getActiveWorkbook()!;
  const formulas = api.getFormula();
  const reader = cellReader(univer, book.getId());
  const here = hereIn(univer, book.getId());

  function sheetOf({ sheet }: Place): FWorksheet {
    const found = book.getSheetByName(sheet);
    if (!found) throw new Error(`there is no sheet ${sheet}`);
    return found;
  }
  const growTo = growingSheets(univer, book.getId());
  const inOneStep = oneStep(univer, book.getId());
  const setNotes = keepNotes(univer, book.getId(), notes);
  const rangeOf = (place: Place) => {
    const { row, column, rows, columns } = cellsOf(place.address);
    const sheet = sheetOf(place);
    // Univer refuses too, but is the worse for it: after a few refusals it takes its sheets for cyclic.
    if (row + rows > sheet.getMaxRows() || column + columns > sheet.getMaxColumns())
      throw new Error(`${place.address} is beyond the cells of ${place.sheet}`);
    return sheet.getRange(row, column, rows, columns);
  };
  /** The cells of a place to be written, made where the sheet ends before them. */
  const rangeToWrite = (place: Place) => {
    const { row, column, rows, columns } = cellsOf(place.address);
    if (!growTo(sheetOf(place).getSheetId(), row + rows - 1, column + columns - 1))
      throw new Error(`${place.address} is beyond the last cell of a sheet, XFD1048576`);
    return rangeOf(place);
  };
  const nameOf = ({ sheet }: Cell): string | undefined => book.getSheetBySheetId(sheet)?.getSheetName();
  const placeOf = (cell: Cell): Place => ({ sheet: nameOf(cell)!, address: addressOf(cell) });
  const placeOfRange = (range: FRange): Place => ({
    sheet: range.getSheetName(),
    address: addressOf({
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getHeight(),
      columns: range.getWidth(),
    }),
  });

  function spillFrom(anchor: FRange): Place | undefined {
    const cell = { sheet: anchor.getSheetId(), row: anchor.getRow(), column: anchor.getColumn() };
    const spill = reader.spillOf(cell);
    if (!spill) return undefined;
    const [rows, columns] = [spill.endRow - spill.startRow + 1, spill.endColumn - spill.startColumn + 1];
    return { sheet: anchor.getSheetName(), address: addressOf({ ...cell, rows, columns }) };
  }

  /** The answer that the cell shows: that of the outermost function, if nothing was done to it. */
  function answerShown(cell: Cell, formula: string, value: CellValue): Answer | undefined {
    const last = answers.at(cell).at(-1);
    const isHere = last && formula.toUpperCase().includes(last.functionName);
    return isHere && numberOf(last.value) === value ? last : undefined;
  }

  function contentOf(place: Place): Content {
    const range = rangeOf(place);
    const cell = { sheet: range.getSheetId(), row: range.getRow(), column: range.getColumn() };
    const spilledFrom = reader.spilledFrom(cell);
    const formula = (spilledFrom ? rangeOf(placeOf(spilledFrom)) : range).getFormula();
    const value = reader.valueOf(cell) ?? '';
    const answer = answerShown(cell, formula, value);
    const said = answers
      .at(cell)
      .filter(({ error }) => isError(value) && error?.code === value && error.sentence !== '')
      .at(-1)?.error?.sentence;
    const sentence = (value === '#CALC!' ? notHere(formula, here) : undefined) ?? said;
    return {
      place,
      formula,
      value,
      shown: typeof value === 'boolean' ? String(value).toUpperCase() : range.getDisplayValue(),
      ...(spilledFrom && { spilledFrom: placeOf(spilledFrom) }),
      ...(answer && { answer: { function: answer.functionName, value: answer.value } }),
      ...(sentence !== undefined && { sentence }),
    };
  }

  const cellsIn = (range: FRange): Cell[][] =>
    Array.from({ length: range.getHeight() }, (_r, down) =>
      Array.from({ length: range.getWidth() }, (_c, right) => ({
        sheet: range.getSheetId(),
        row: range.getRow() + down,
        column: range.getColumn() + right,
      })),
    );

  function blockOf(range: FRange): Block {
    const typed = range.getFormulas();
    const constant = (cell: Cell): CellValue => (reader.spilledFrom(cell) ? '' : asTyped(reader.valueOf(cell) ?? ''));
    return {
      place: placeOfRange(range),
      formulas: cellsIn(range).map((line, i) => line.map((cell, j) => typed[i]![j]! || constant(cell))),
    };
  }
  const isUsed = ({ formulas }: Block): boolean => formulas.flat().some((each) => each !== '');

  /** A table that has spilled into a cell uses it too. */
  const isInUse = (range: FRange): boolean =>
    isUsed(blockOf(range)) ||
    cellsIn(range)
      .flat()
      .some((cell) => reader.spilledFrom(cell));

  /** An answer does not outlive its formula: a new one may be such that no function is called. */
  function forgetTyped({ subUnitId: sheet, cellValue }: ISetRangeValuesMutationParams): void {
    for (const [row, column, cell] of matrixCells(cellValue as CellMatrix)) {
      if (holdsAnew(cell)) answers.forget({ sheet, row, column });
    }
  }

  const listeners = new Set<() => void>();
  let announced = false;
  const changed = (): void => {
    if (announced) return;
    announced = true;
    setTimeout(() => {
      announced = false;
      listeners.forEach((listener) => listener());
    });
  };
  api.addEvent(api.Event.SheetValueChanged, changed);
  api.addEvent(api.Event.ActiveSheetChanged, changed);
  formulas.calculationEnd(changed);
  univer
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted(({ id, params }, options) => {
      if (id === SetRangeValuesMutation.id && options?.fromFormula !== true) {
        forgetTyped(params as ISetRangeValuesMutationParams);
      }
      if (SHOWS_OTHERWISE.includes(id)) changed();
      if (!movesCells(id)) return;
      answers.forgetCells();
      formulas.executeCalculation();
    });
  const onChange = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const keyOf = (place: Place): string => referenceTo(place, '');

  const start = (): FRange => book.getActiveSheet().getRange(0, 0);

  return {
    name: 'The grid',
    activeCell: () => promised(() => placeOfRange(book.getActiveCell() ?? start())),
    selectedRange: () => promised(() => placeOfRange(book.getActiveRange() ?? start())),
    select: (place) =>
      promised(() => {
        const sheet = sheetOf(place);
        book.setActiveSheet(sheet);
        goTo(rangeToWrite(place).activate(), sheet);
      }),
    read: (cells) => promised(() => cells.map(contentOf)),
    values: (place) =>
      promised(() => cellsIn(rangeOf(place)).map((line) => line.map((cell) => reader.valueOf(cell) ?? ''))),
    formulas: (place) =>
      promised(() => {
        if (place) return [blockOf(rangeOf(place))];
        return book
          .getSheets()
          .map((sheet) => blockOf(sheet.getDataRange()))
          .filter(isUsed);
      }),
    write: ({ place, formulas: block }, replace = false) =>
      inOneStep(() => {
        const range = rangeToWrite(place);
        if (!replace && isInUse(range)) return 'in use';
        range.setValues(block.map((line) => line.map(cellFor)) as ICellData[][]);
        return 'written';
      }),
    change: (changes) =>
      inOneStep(() =>
        changes.flatMap(({ place, from, to, note }) => {
          const range = rangeToWrite(place);
          const held = blockOf(range).formulas[0]![0];
          if (held !== from && held !== asTyped(from)) return [];
          range.setValue(cellFor(to));
          if (note !== undefined) setNotes([[keyOf(place), note]]);
          return [place];
        }),
      ),
    insertSheets: (file, replace = false) => inOneStep(() => insertSheets(api, file, replace)),
    recalculate: () => promised(() => formulas.executeCalculation()),
    sheets: () => promised(() => book.getSheets().map((sheet) => sheet.getSheetName())),
    addSheet: (name) =>
      promised(() => {
        if (book.getSheetByName(name)) throw new Error(`there is a sheet ${name} already`);
        book.setActiveSheet(book.create(name, 1000, 40));
      }),
    copySheet: (name) =>
      promised(() => {
        const copy = book.duplicateSheet(sheetOf({ sheet: name, address: 'A1' }));
        book.setActiveSheet(copy);
        return copy.getSheetName();
      }),
    used: (sheet) =>
      promised(() => {
        const block = blockOf(sheetOf({ sheet, address: 'A1' }).getDataRange());
        return isUsed(block) ? block.place : undefined;
      }),
    resolve: (reference, sheet) =>
      promised(() => {
        const place = placeOfReference(reference.replace(/#$/, '').replaceAll('$', ''));
        const range = tried(() => rangeOf({ ...place, sheet: place.sheet || sheet }));
        if (range) return reference.endsWith('#') ? spillFrom(range) : placeOfRange(range);
        const named = book.getDefinedName(reference)?.getFormulaOrRefString();
        const its = named === undefined ? undefined : placeOfReference(named.replace(/^=/, '').replaceAll('$', ''));
        return its && tried(() => placeOfRange(rangeOf({ ...its, sheet: its.sheet || sheet })));
      }),
    notes: (sheet) =>
      promised(() =>
        [...notes]
          .map(([key, text]) => ({ place: placeOfReference(key), text }))
          .filter(({ place }) => place.sheet === sheet),
      ),
    settings: {
      get: (name) => settings.get(name),
      set: (name, value) => promised(() => void settings.set(name, value)),
    },
    facts: () =>
      promised(() => [
        ['Host', 'Workbench'],
        ['Browser', navigator.userAgent],
      ]),
    complaints: () =>
      answers
        .errors()
        .filter(({ cell }) => nameOf(cell) !== undefined)
        .map(({ cell, functionName, error, at }) => ({ function: functionName, ...error, at, cell: placeOf(cell) })),
    onChange,
    onComplaint: onChange,
  };
}

function tried<T>(now: () => T): T | undefined {
  try {
    return now();
  } catch {
    return undefined;
  }
}

/** The grid answers at once; what it throws is the promise's to tell. */
const promised = <T>(now: () => T): Promise<T> => new Promise((resolve) => resolve(now()));
