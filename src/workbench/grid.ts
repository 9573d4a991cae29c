/** The Univer grid, and as much of it as the side panel needs. */
import { ICommandService, LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import { SetSelectionsOperation } from '@univerjs/sheets';
import { CalculationMode, IDescriptionService } from '@univerjs/sheets-formula';
import { addressOf } from './address';
import type { Answers, Cell } from './answers';
import { type CellReader, cellReader } from './cell-reader';
import { showDefaultFormats } from './default-formats';
import type { Model } from './model';
import { movesCells } from './moves';
import { workbookOf } from './sheet';
import type { UniverFunctions } from './univer-functions';

export interface Grid extends Pick<CellReader, 'valueOf' | 'spilledFrom'> {
  selected(): Cell;
  select(cell: Cell): void;
  /** the cell's address, with the sheet's name if that is not the one in view */
  addressOf(cell: Cell): string;
  /** the value as the cell shows it, with its number format */
  shownIn(cell: Cell): string;
  isEmpty(cell: Cell): boolean;
  formulaOf(cell: Cell): string;
  write(cell: Cell, formula: string): void;
  focus(): void;
  /** after a selection, an edit or a calculation */
  onChange(listener: () => void): void;
}

/** Univer's list of names ends after ten, whatever is typed; ours is longer, and scrolls. */
function listAllNames(univer: Univer): void {
  const descriptions = univer.__getInjector().get(IDescriptionService);
  const search = descriptions.getSearchListByNameFirstLetter.bind(descriptions);
  descriptions.getSearchListByNameFirstLetter = (start) => {
    const found = search(start).sort((a, b) => a.name.localeCompare(b.name));
    found.slice = () => [...found];
    return found;
  };
}

export function openGrid(
  container: HTMLElement,
  model: Model,
  { functions, descriptions }: UniverFunctions,
  answers: Answers,
): Grid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(enUS) },
    logLevel: LogLevel.WARN,
  });
  const preset = UniverSheetsCorePreset({
    container,
    ribbonType: 'simple',
    footer: { menus: false },
    formula: {
      function: functions,
      description: descriptions,
      initialFormulaComputing: CalculationMode.FORCED,
    },
  });
  for (const plugin of preset.plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const formulas = api.getFormula();
  formulas.calculationStart(() => answers.startCalculation());
  const book = api.createWorkbook(workbookOf(model));
  showDefaultFormats(univer, book.getId());
  listAllNames(univer);
  const reader = cellReader(univer, book.getId());

  const sheetOf = ({ sheet }: Cell) => book.getSheetBySheetId(sheet) ?? book.getActiveSheet();
  const rangeOf = (cell: Cell) => sheetOf(cell).getRange(cell.row, cell.column);

  const listeners: (() => void)[] = [];
  let announced = false;
  const changed = (): void => {
    if (announced) return;
    announced = true;
    setTimeout(() => {
      announced = false;
      for (const listener of listeners) listener();
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

  // The grid's canvases ask to be first in the order of Tab, before anything else on the page.
  const inPageOrder = (): void => {
    for (const canvas of container.querySelectorAll<HTMLElement>('canvas[tabindex="1"]')) {
      canvas.tabIndex = -1;
    }
  };
  new MutationObserver(inPageOrder).observe(container, { childList: true, subtree: true });

  book.getActiveSheet().getRange(model.start).activate();

  return {
    selected() {
      const sheet = book.getActiveSheet();
      const range = book.getActiveCell() ?? sheet.getRange(model.start);
      return { sheet: sheet.getSheetId(), row: range.getRow(), column: range.getColumn() };
    },
    select(cell) {
      const sheet = sheetOf(cell);
      book.setActiveSheet(sheet);
      rangeOf(cell).activate();
      const view = sheet.getVisibleRange();
      const inView =
        view &&
        cell.row >= view.startRow &&
        cell.row < view.endRow &&
        cell.column >= view.startColumn &&
        cell.column < view.endColumn;
      if (inView === false) sheet.scrollToCell(Math.max(0, cell.row - 8), Math.max(0, cell.column - 4));
    },
    addressOf(cell) {
      const sheet = sheetOf(cell);
      const inView = sheet.getSheetId() === book.getActiveSheet().getSheetId();
      return inView ? addressOf(cell) : `${sheet.getSheetName()}!${addressOf(cell)}`;
    },
    valueOf: (cell) => reader.valueOf(cell),
    spilledFrom: (cell) => reader.spilledFrom(cell),
    shownIn: (cell) => rangeOf(cell).getDisplayValue(),
    isEmpty: (cell) => (reader.valueOf(cell) ?? '') === '' && rangeOf(cell).getFormula() === '',
    formulaOf: (cell) => rangeOf(cell).getFormula(),
    write: (cell, formula) => void rangeOf(cell).setValue({ f: formula }),
    focus: () => container.querySelector<HTMLElement>('[contenteditable="true"]')?.focus(),
    onChange: (listener) => void listeners.push(listener),
  };
}
