/** Notes at cells: they go with their cells and sheets, and undo takes them back with what else was done. */
import {
  CommandType,
  ICommandService,
  type IMutationInfo,
  type IRange,
  IUndoRedoService,
  IUniverInstanceService,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  CopySheetCommand,
  handleCommonDefaultRangeChangeWithEffectRefCommands,
  RemoveSheetCommand,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { placeOf, referenceTo } from '../derive/formula/address';
import { addressOf, cellsOf } from '../models/address';

/** A cell of a sheet, as notes are kept by. */
export const noteKey = (sheet: string, address: string): string => referenceTo({ sheet, address }, '');

const SET_NOTES = 'taas.mutation.set-notes';
const COPY_NOTES = 'taas.mutation.copy-notes';

/** by cell, '' where there is to be none */
type Notes = readonly (readonly [key: string, text: string])[];

export type SetNotes = (notes: Notes) => void;

export function keepNotes(univer: Univer, unitId: string, notes: Map<string, string>): SetNotes {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);

  commands.registerCommand({
    id: SET_NOTES,
    type: CommandType.MUTATION,
    handler: (_accessor, params?: { readonly notes: Notes }) => {
      for (const [key, text] of params?.notes ?? []) {
        if (text === '') notes.delete(key);
        else notes.set(key, text);
      }
      return true;
    },
  });
  // A copied sheet gets its name only when it is made.
  commands.registerCommand({
    id: COPY_NOTES,
    type: CommandType.MUTATION,
    handler: (_accessor, { from, to }: { readonly from?: string; readonly to: string }) => {
      const [source, copy] = [from, to].map((id) => (id === undefined ? undefined : nameOf(id)));
      const placed = [...notes].map(([key, text]) => ({ key, text, ...placeOf(key) }));
      for (const { key, sheet } of placed) if (sheet === copy) notes.delete(key);
      for (const { text, sheet, address } of placed)
        if (sheet === source && copy !== undefined) notes.set(noteKey(copy, address), text);
      return true;
    },
  });
  const nameOf = (sheet: string): string | undefined =>
    instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(sheet)?.getName();
  const mutation = (changed: Notes): IMutationInfo => ({ id: SET_NOTES, params: { unitId, notes: changed } });
  /** What brings these back as they are now. */
  const held = (changed: Notes): Notes => changed.map(([key]) => [key, notes.get(key) ?? '']);
  const bothWays = (changed: Notes) =>
    changed.length === 0 ? { redos: [], undos: [] } : { redos: [mutation(changed)], undos: [mutation(held(changed))] };

  /** Of the notes of a sheet, those that a command moves or removes: first all are taken away, then set where they go. */
  function moved(sheet: string, goesTo: (cell: IRange) => readonly IRange[]): Notes {
    const its = [...notes].flatMap(([key, text]) => {
      const place = placeOf(key);
      if (place.sheet !== sheet) return [];
      const { row, column } = cellsOf(place.address);
      const [to] = goesTo({ startRow: row, endRow: row, startColumn: column, endColumn: column });
      const next = to && noteKey(sheet, addressOf({ row: to.startRow, column: to.startColumn }));
      return next === key ? [] : [{ key, text, next }];
    });
    const after = new Map(its.map(({ key }) => [key, '']));
    for (const { text, next } of its) if (next !== undefined) after.set(next, text);
    return [...after];
  }

  injector.get(SheetInterceptorService).interceptCommand({
    getMutations: (command) => {
      const params = command.params as { unitId?: string; subUnitId?: string; targetSubUnitId?: string } | undefined;
      const book = instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
      const sheet =
        params?.subUnitId === undefined ? book?.getActiveSheet() : book?.getSheetBySheetId(params.subUnitId);
      if (!sheet || notes.size === 0) return { redos: [], undos: [] };
      if (command.id === CopySheetCommand.id) {
        const [from, to] = [sheet.getSheetId(), params?.targetSubUnitId];
        return {
          redos: [{ id: COPY_NOTES, params: { unitId, from, to } }],
          preUndos: [{ id: COPY_NOTES, params: { unitId, to } }],
          undos: [],
        };
      }
      if (command.id === RemoveSheetCommand.id) return bothWays(moved(sheet.getName(), () => []));
      return bothWays(
        moved(sheet.getName(), (cell) => {
          const to = handleCommonDefaultRangeChangeWithEffectRefCommands(cell, command);
          return Array.isArray(to) ? to : [];
        }),
      );
    },
  });

  return (changed) => {
    const { redos, undos } = bothWays(changed);
    if (redos.length === 0) return;
    for (const { id, params } of redos) commands.syncExecuteCommand(id, params);
    injector.get(IUndoRedoService).pushUndoRedo({ unitID: unitId, redoMutations: redos, undoMutations: undos });
  };
}
