/**
 * A number from a function brings its own format (55.0%), which the cell shows unless the analyst
 * has chosen one. Univer would keep the first format for ever: here a default follows the answer,
 * and leaves with it when something else is typed into the cell.
 */
import {
  type ICellData,
  ICommandService,
  IUniverInstanceService,
  type Nullable,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { FormulaDataModel, SetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import { type CellMatrix, cellsIn } from './cell-matrix';
import { movesCells } from './moves';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';

type Sheets = Nullable<Record<string, Nullable<CellMatrix>>>;

const inlineFormat = (cell: Nullable<ICellData>): string | undefined =>
  typeof cell?.s === 'object' ? cell.s?.n?.pattern : undefined;

/** by sheet, and in it by `row,column`, the formats that came with answers */
export type AnswerFormats = readonly (readonly [
  sheet: string,
  formats: readonly (readonly [cell: string, format: string])[],
])[];

export interface DefaultFormats {
  /** the format of a cell that its analyst has chosen, which stays whatever is typed into it */
  readonly chosen: (sheet: string, row: number, column: number) => string | undefined;
  /** to be kept with the workbook: without it, they would look chosen when it is opened again */
  readonly given: () => AnswerFormats;
}

export function showDefaultFormats(univer: Univer, unit: string, kept: AnswerFormats = []): DefaultFormats {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  const spills = injector.get(FormulaDataModel);
  const given = new Map(kept.map(([sheet, formats]) => [sheet, new Map(formats)]));

  const workbook = (): Nullable<Workbook> => instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
  const stored = (sheet: string, row: number, column: number): Nullable<ICellData> =>
    workbook()?.getSheetBySheetId(sheet)?.getCellMatrix().getValue(row, column);
  const formatAt = (sheet: string, row: number, column: number): string | undefined =>
    workbook()
      ?.getStyles()
      .getStyleByCell(stored(sheet, row, column))?.n?.pattern;

  function givenIn(sheet: string): Map<string, string> {
    const known = given.get(sheet) ?? new Map<string, string>();
    given.set(sheet, known);
    return known;
  }

  function setFormats(sheet: string, formats: [string, string | undefined][]): void {
    const known = givenIn(sheet);
    const changes: Record<number, Record<number, ICellData>> = {};
    for (const [key, format] of formats) {
      const [row, column] = key.split(',').map(Number) as [number, number];
      const now = formatAt(sheet, row, column);
      const chosen = now !== undefined && now !== known.get(key);
      if (chosen || now === format) {
        if (chosen) known.delete(key);
        continue;
      }
      (changes[row] ??= {})[column] = { s: { n: format === undefined ? null : { pattern: format } } };
      if (format === undefined) known.delete(key);
      else known.set(key, format);
    }
    if (Object.keys(changes).length === 0) return;
    const params: ISetRangeValuesMutationParams = {
      unitId: unit,
      subUnitId: sheet,
      cellValue: changes,
    };
    commands.syncExecuteCommand(SetRangeValuesMutation.id, params, {
      onlyLocal: true,
      fromFormula: true,
    });
  }

  function followAnswers(answered: Sheets): void {
    const spilled = spills.getArrayFormulaCellData()[unit] as Sheets;
    for (const sheet of new Set([...Object.keys(answered ?? {}), ...given.keys()])) {
      const formats = new Map<string, string | undefined>();
      for (const key of givenIn(sheet).keys()) {
        const [row, column] = key.split(',').map(Number) as [number, number];
        const cell = stored(sheet, row, column);
        if (cell?.f == null && cell?.si == null) formats.set(key, undefined);
      }
      for (const source of [spilled?.[sheet], answered?.[sheet]]) {
        for (const [row, column, cell] of cellsIn(source)) {
          formats.set(`${row},${column}`, inlineFormat(cell));
        }
      }
      setFormats(sheet, [...formats]);
    }
  }

  /** A number typed over a formula is just a number. */
  function followTyping({ subUnitId, cellValue }: ISetRangeValuesMutationParams): void {
    const known = given.get(subUnitId);
    if (!known || known.size === 0) return;
    const typed: [string, undefined][] = [];
    for (const [row, column, cell] of cellsIn(cellValue as Nullable<CellMatrix>)) {
      const key = `${row},${column}`;
      if (known.has(key) && cell?.f == null && cell?.si == null && (!cell || 'v' in cell)) {
        typed.push([key, undefined]);
      }
    }
    setFormats(subUnitId, typed);
  }

  /** Cells are about to move: the recalculation that follows gives the formats again, in the new places. */
  function withdraw(): void {
    for (const [sheet, formats] of given) {
      setFormats(
        sheet,
        [...formats.keys()].map((key) => [key, undefined]),
      );
    }
  }

  commands.beforeCommandExecuted((command) => {
    if (movesCells(command.id)) withdraw();
    if (command.id !== SetFormulaCalculationResultMutation.id) return;
    const { unitData } = command.params as { unitData: Record<string, Sheets> };
    followAnswers(unitData[unit]);
  });
  commands.onCommandExecuted((command, options) => {
    if (command.id !== SetRangeValuesMutation.id || options?.fromFormula === true) return;
    followTyping(command.params as ISetRangeValuesMutationParams);
  });

  return {
    chosen(sheet, row, column) {
      const format = formatAt(sheet, row, column);
      return format === given.get(sheet)?.get(`${row},${column}`) ? undefined : format;
    },
    given: () => [...given].map(([sheet, formats]) => [sheet, [...formats]]),
  };
}
