/** The Univer grid, and as much of it as the side panel needs. */
import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import type { FRange, FWorksheet } from '@univerjs/sheets/facade';
import { CalculationMode } from '@univerjs/sheets-formula';
import type { Host } from '../pane/host';
import type { Answers } from './answers';
import { copySpills } from './copy-spills';
import { behaveAsExcel } from './excel-behaviour';
import { gridFiles, type GridFiles } from './files/grid-files';
import type { GridData } from './files/kept';
import { gridHost } from './host';
import type { Sheet } from '../models/sheet';
import { keepTyping } from './keep-typing';
import { readNameBox } from './name-box';
import { suggestFunctions } from './suggestions';
import { writeSheet } from './write-sheet';
import { made } from './files/made';
import { nameControls } from './control-names';
import { toolbar } from './toolbar/toolbar';
import { typingIn } from './typing';
import type { UniverFunctions } from './univer-functions';

export interface Grid extends Host {
  focus(): void;
  /** once it takes what is typed */
  readonly ready: Promise<void>;
  /** computes every formula; until then the cells show what they came to when they were kept */
  readonly calculate: () => void;
  /** what of it is kept, and written into files */
  readonly files: GridFiles;
}

export interface Opened {
  readonly data: GridData;
  /** the cell that is selected; A1 unless said */
  readonly start?: string;
  /** those of the data that are not written yet are written when they are shown */
  readonly templates: readonly Sheet[];
}

export function openGrid(
  container: HTMLElement,
  { functions, descriptions }: UniverFunctions,
  answers: Answers,
  { data, start = 'A1', templates }: Opened,
): Grid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(enUS) },
    logLevel: LogLevel.WARN,
  });
  const cells = made('div', { class: 'cells' });
  container.append(cells);
  const preset = UniverSheetsCorePreset({
    container: cells,
    toolbar: false,
    footer: { menus: false },
    formula: {
      function: functions,
      description: descriptions,
      initialFormulaComputing: CalculationMode.NO_CALCULATION,
    },
  });
  for (const plugin of preset.plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  api.getFormula().calculationStart(() => answers.startCalculation());
  const book = api.createWorkbook(data.workbook);
  const answerFormats = behaveAsExcel(univer, book.getId(), answers, data.answerFormats);
  copySpills(univer, book.getId());
  suggestFunctions(univer);
  keepTyping(univer);
  nameControls();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const followTheme = (): void => api.toggleDarkMode(dark.matches);
  dark.addEventListener('change', followTheme);
  followTheme();

  book.getActiveSheet().getRange(start).activate();
  const waiting = templates.filter(({ name }) => data.unwritten.includes(name));
  const unwritten = new Map(waiting.map((sheet) => [sheet.name, sheet]));
  api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
    const sheet = unwritten.get(activeSheet.getSheetId());
    if (!sheet) return;
    unwritten.delete(sheet.name);
    writeSheet(univer, book.getId(), sheet.name, sheet);
    activeSheet.getRange(sheet.start).activate();
  });

  const editor = (): HTMLElement | null => container.querySelector<HTMLElement>('[contenteditable="true"]');
  const focus = (): void => editor()?.focus();
  // Univer takes the keyboard some time after it has drawn the cells: what was typed until then would be lost.
  const ready = new Promise<void>((typeable) => {
    const look = (): void => {
      if (!editor()) return;
      appearing.disconnect();
      if (document.activeElement === document.body) focus();
      typeable();
    };
    const appearing = new MutationObserver(look);
    appearing.observe(document.body, { childList: true, subtree: true });
    look();
  });
  const goTo = (range: FRange, sheet: FWorksheet): void => {
    const [row, column, view] = [range.getRow(), range.getColumn(), sheet.getVisibleRange()];
    const inView =
      view && row >= view.startRow && row < view.endRow && column >= view.startColumn && column < view.endColumn;
    if (inView === false) sheet.scrollToCell(Math.max(0, row - 8), Math.max(0, column - 4));
    focus();
  };
  container.prepend(toolbar(univer, book, focus));
  const files = gridFiles({ univer, api, unwritten, answerFormats, kept: data });
  const { notes, settings } = files;
  const host = gridHost({ univer, api, answers, goTo, notes, settings });
  const ours = new Set(functions.map(([, name]) => name));
  readNameBox(container, { univer, api, select: host.select, isFunction: (name) => ours.has(name) });
  return {
    ...host,
    onTyping: typingIn(univer),
    focus,
    ready,
    calculate: () => api.getFormula().executeCalculation(),
    files,
  };
}
