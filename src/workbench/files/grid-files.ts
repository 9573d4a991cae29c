/** What the grid holds, to keep and to write into a file; and word of every edit. */
import {
  CommandType,
  ICommandService,
  IResourceManagerService,
  IUniverInstanceService,
  type IWorkbookData,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { type ISetWorksheetNameMutationParams, SetWorksheetNameMutation } from '@univerjs/sheets';
import type { Sheet } from '../../models/sheet';
import type { WorkbookFile } from '../../models/xlsx/workbook-file';
import { placeOf } from '../../derive/formula/address';
import type { AnswerFormats } from '../default-formats';
import { isTemplate, writeSheet } from '../write-sheet';
import type { GridData } from './kept';
import { noteKey } from '../notes';
import { toFile } from './to-file';

export interface GridFiles {
  /** to be copied at once, as storing it does: it goes on changing with the grid */
  readonly data: () => GridData;
  /** with what the cells show; every sheet of a template is written first */
  readonly file: () => Promise<WorkbookFile>;
  readonly onEdit: (listener: () => void) => void;
  /** by cell and by name, what is kept with the workbook: a change of them is an edit too */
  readonly notes: Map<string, string>;
  readonly settings: Map<string, unknown>;
}

export interface GridFilesParts {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly unwritten: Map<string, Sheet>;
  readonly answerFormats: () => AnswerFormats;
  readonly kept?: GridData;
}

/** What the grid does to a workbook by itself: results, heights that follow a text. Names are kept by its engine too. */
const NO_EDIT = /^formula\.mutation\.(?!(?:set|remove)-defined-name)|auto-height|mark-dirty/;

export function gridFiles({ univer, api, unwritten, answerFormats, kept }: GridFilesParts): GridFiles {
  const unit = api.getActiveWorkbook()!.getId();
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const listeners: (() => void)[] = [];
  const tell = (): void => listeners.forEach((listener) => listener());
  const [notes, settings] = [telling(kept?.notes, tell), telling(kept?.settings, tell)];

  const workbook = (): Workbook =>
    injector.get(IUniverInstanceService).getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET)!;

  /** As it stands in the grid: whoever keeps it copies it, and once is enough. */
  function snapshot(): IWorkbookData {
    const resources = injector.get(IResourceManagerService).getResources(unit, UniverInstanceType.UNIVER_SHEET);
    return { ...workbook().getSnapshot(), resources };
  }

  // The editors of a cell and of the bar are documents of their own, which change whenever another cell is selected.
  commands.onCommandExecuted(({ id, type, params }, options) => {
    const isOwn = options?.onlyLocal === true || options?.fromFormula === true || isTemplate(options);
    const its = (params as { readonly unitId?: string } | undefined)?.unitId;
    if (type === CommandType.MUTATION && its === unit && !isOwn && !NO_EDIT.test(id)) tell();
  });
  // Notes are kept by the name of their sheet, and go with it.
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetWorksheetNameMutation.id) return;
    const { subUnitId, name } = params as ISetWorksheetNameMutationParams;
    const before = workbook().getSheetBySheetId(subUnitId)?.getName();
    for (const [key, note] of [...notes]) {
      const { sheet, address } = placeOf(key);
      if (sheet !== before) continue;
      notes.delete(key);
      notes.set(noteKey(name, address), note);
    }
  });

  return {
    notes,
    settings,
    data: () => ({
      workbook: snapshot(),
      unwritten: [...unwritten.keys()],
      notes: [...notes],
      settings: [...settings],
      answerFormats: answerFormats(),
    }),
    async file() {
      const waiting = [...unwritten.values()].filter(({ name }) => workbook().getSheetBySheetId(name));
      unwritten.clear();
      for (const sheet of waiting) writeSheet(univer, unit, sheet.name, sheet);
      if (waiting.length > 0) await api.getFormula().onCalculationEnd();
      return toFile(univer, snapshot(), notes);
    },
    onEdit: (listener) => void listeners.push(listener),
  };
}

/** A map that tells of every change. */
function telling<Value>(entries: Iterable<readonly [string, Value]> = [], tell: () => void): Map<string, Value> {
  const map = new Map(entries);
  const [set, remove] = [map.set.bind(map), map.delete.bind(map)];
  map.set = (key, value) => {
    set(key, value);
    tell();
    return map;
  };
  map.delete = (key) => {
    const was = remove(key);
    if (was) tell();
    return was;
  };
  return map;
}
