/** The grid as a host of the pane: Univer's workbook, and what the functions answered in it. */
import { ICommandService, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FRange, FWorksheet } from '@univerjs/sheets/facade';
import { SetSelectionsOperation } from '@univerjs/sheets';
import { addressOf, cellsOf } from '../models/address';
import { numberOf } from '../pane/card';
import { isError } from '../pane/error-sentence';
import type { Block, CellValue, Content, Host, Place } from '../pane/host';
import type { Answer, Answers, Cell } from './answers';
import { cellReader } from './cell-reader';
import { movesCells } from './moves';

export interface GridParts {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly answers: Answers;
  /** brings a range into view and gives the keyboard to the grid */
  readonly goTo: (range: FRange, sheet: FWorksheet) => void;
}

export function gridHost({ univer, api, answers, goTo }: GridParts): Host {
  const book = api.getActiveWorkbook()!;
  const formulas = api.getFormula();
  const reader = cellReader(univer, book.getId());

  function sheetOf({ sheet }: Place): FWorksheet {
    const found = book.getSheetByName(sheet);
    if (!found) throw new Error(`there is no sheet ${sheet}`);
    return found;
  }
  const rangeOf = (place: Place) => {
    const { row, column, rows, columns } = cellsOf(place.address);
    return sheetOf(place).getRange(row, column, rows, columns);
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
    const sentence = answers
      .at(cell)
      .filter(({ error }) => isError(value) && error?.code === value && error.sentence !== '')
      .at(-1)?.error?.sentence;
    return {
      place,
      formula,
      value,
      shown: range.getDisplayValue(),
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
    const constant = (cell: Cell): CellValue => (reader.spilledFrom(cell) ? '' : (reader.valueOf(cell) ?? ''));
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
    .onCommandExecuted(({ id }) => {
      if (id === SetSelectionsOperation.id) changed();
      if (!movesCells(id)) return;
      answers.forgetCells();
      formulas.executeCalculation();
    });
  const onChange = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const start = (): FRange => book.getActiveSheet().getRange(0, 0);

  return {
    name: 'The grid',
    activeCell: () => promised(() => placeOfRange(book.getActiveCell() ?? start())),
    selectedRange: () => promised(() => placeOfRange(book.getActiveRange() ?? start())),
    select: (place) =>
      promised(() => {
        const sheet = sheetOf(place);
        book.setActiveSheet(sheet);
        goTo(rangeOf(place).activate(), sheet);
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
      promised(() => {
        const range = rangeOf(place);
        if (!replace && isInUse(range)) return 'in use';
        range.setValues(block.map((line) => [...line]));
        return 'written';
      }),
    complaints: () =>
      answers
        .errors()
        .filter(({ cell }) => nameOf(cell) !== undefined)
        .map(({ cell, functionName, error, at }) => ({ function: functionName, ...error, at, cell: placeOf(cell) })),
    onChange,
    onComplaint: onChange,
  };
}

/** The grid answers at once; what it throws is the promise's to tell. */
const promised = <T>(now: () => T): Promise<T> => new Promise((resolve) => resolve(now()));
