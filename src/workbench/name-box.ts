/** The box beside the formula bar takes the analyst to a cell of any sheet; Univer's goes to that cell of the sheet in view. */
import type { FUniver } from '@univerjs/core/facade';
import { IMessageService, MessageType } from '@univerjs/preset-sheets-core';
import type { Univer } from '@univerjs/core';
import { placeOf } from '../derive/formula/address';
import { cellsOf } from '../models/address';
import type { Place } from '../pane/host';
import { LAST_COLUMN, LAST_ROW } from './sheet-limits';

const CELLS = /^\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;
/** Excel's rules of names: Univer gives the selected cells such a name, as Excel does. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;

export interface NameBoxParts {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly select: (place: Place) => Promise<void>;
  /** in capitals */
  readonly isFunction: (name: string) => boolean;
}

export function readNameBox(container: HTMLElement, { univer, api, select, isFunction }: NameBoxParts): void {
  const book = api.getActiveWorkbook()!;
  const say = (content: string): void =>
    void univer.__getInjector().get(IMessageService).show({ type: MessageType.Warning, content, duration: 6000 });

  /** Where it leads, or why nowhere; undefined where it is a name, or cells of the sheet in view. */
  function read(typed: string): Place | string | undefined {
    const { sheet: named, address } = placeOf(typed);
    const sheet =
      named === ''
        ? book.getActiveSheet()
        : book.getSheets().find((each) => each.getSheetName().toLowerCase() === named.toLowerCase());
    if (!sheet) return `There is no sheet ${named}.`;
    if (CELLS.test(address)) {
      const plain = address.replaceAll('$', '').toUpperCase();
      const { row, column, rows, columns } = cellsOf(plain);
      if (row < 0 || row + rows - 1 > LAST_ROW || column + columns - 1 > LAST_COLUMN)
        return `${plain} is beyond the cells of a sheet, A1 to XFD1048576.`;
      if (rows < 1 || columns < 1) return `${plain} runs backwards: the cell above and to the left comes first.`;
      const isInView = sheet.getSheetId() === book.getActiveSheet().getSheetId();
      if (isInView && row + rows <= sheet.getMaxRows() && column + columns <= sheet.getMaxColumns()) return undefined;
      return { sheet: sheet.getSheetName(), address: plain };
    }
    if (isFunction(typed.toUpperCase())) return `${typed} is a function, and cannot be the name of a cell.`;
    const isLines = /^(?:\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)$/i.test(typed);
    return isLines || NAME.test(typed)
      ? undefined
      : `${typed} is neither a cell, such as B12 or Base!B12, nor a name, which begins with a letter and has no spaces.`;
  }

  container.addEventListener(
    'keydown',
    (event) => {
      const box = event.target;
      if (event.key !== 'Enter' || !(box instanceof HTMLInputElement)) return;
      if (!box.closest('[data-u-comp="defined-name"]') || box.value.trim() === '') return;
      const leads = read(box.value.trim());
      if (leads === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (typeof leads === 'string') say(leads);
      else select(leads).catch((fault: unknown) => say(fault instanceof Error ? `${fault.message}.` : String(fault)));
    },
    { capture: true },
  );
}
