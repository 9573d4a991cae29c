/**
 * A formula that comes back to itself has no answer, and says so: the grid would compute it once with 0 for itself, and
 * show a number that looks like any other. Excel warns when it is typed, and shows 0.
 */
import {
  CellValueType,
  ICommandService,
  type Nullable,
  type Univer,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  FormulaDataModel,
  IDefinedNamesService,
  type ISetFormulaCalculationResultMutation,
  SetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import { addressOf } from '../models/address';
import { referenceTo } from '../derive/formula/address';
import { CIRCLE } from '../pane/error-sentence';
import type { Answers } from './answers';
import { type Circle, circlesIn, type FormulaCell, references } from './circles';

export function tellCircles(univer: Univer, unit: string, answers: Answers): void {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const model = injector.get(FormulaDataModel);
  const names = injector.get(IDefinedNamesService);
  const workbook = (): Nullable<Workbook> => instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
  const read = new Map<string, ReturnType<typeof references>>();

  function referencesOf(formula: string): ReturnType<typeof references> {
    const known = read.get(formula) ?? references(formula);
    read.set(formula, known);
    return known;
  }

  function formulaCells(): FormulaCell[] {
    const cells: FormulaCell[] = [];
    for (const sheet of workbook()?.getSheets() ?? []) {
      const id = sheet.getSheetId();
      const spills = model.getArrayFormulaRange()[unit]?.[id];
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (cell?.f == null && cell?.si == null) return;
        const formula = cell.si == null ? cell.f : model.getFormulaStringByCell(row, column, id, unit);
        if (!formula) return;
        const spill = spills?.[row]?.[column];
        const rows = spill ? spill.endRow - spill.startRow + 1 : 1;
        const columns = spill ? spill.endColumn - spill.startColumn + 1 : 1;
        cells.push({ sheet: id, row, column, formula, rows, columns });
      });
    }
    return cells;
  }

  /** The sheets by their ids; a name of the workbook is what it stands for. */
  function areasOf(
    { formula, sheet }: Pick<FormulaCell, 'formula' | 'sheet'>,
    depth = 0,
  ): ReturnType<typeof references>['areas'] {
    const { areas, names: named } = referencesOf(formula);
    const own = areas.map((area) => ({
      ...area,
      sheet: area.sheet === '' ? sheet : (workbook()?.getSheetBySheetName(area.sheet)?.getSheetId() ?? ''),
    }));
    const meant = depth > 8 ? [] : named.flatMap((name) => names.getValueByName(unit, name)?.formulaOrRefString ?? []);
    return [
      ...own,
      ...meant.flatMap((text) => areasOf({ formula: text.startsWith('=') ? text : `=${text}`, sheet }, depth + 1)),
    ];
  }

  function sentence({ cells, isIn }: Circle, from: FormulaCell): string {
    const start = isIn ? cells.indexOf(from) : 0;
    const round = [...cells.slice(start), ...cells.slice(0, start + 1)].slice(0, SHOWN);
    const nameOf = ({ sheet }: FormulaCell): string => workbook()?.getSheetBySheetId(sheet)?.getName() ?? '';
    const place = ({ row, column, ...rest }: FormulaCell): string =>
      referenceTo({ sheet: nameOf({ row, column, ...rest }), address: addressOf({ row, column }) }, nameOf(from));
    const shown = round.map(place).join(' → ') + (cells.length + 1 > SHOWN ? ' → …' : '');
    return isIn
      ? `This formula comes back to itself (${shown}), so it has no answer. Type a number into one of these cells.`
      : `This formula is computed from one that comes back to itself (${shown}), which has no answer.`;
  }

  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationResultMutation.id) return;
    const results = (params as ISetFormulaCalculationResultMutation).unitData[unit];
    if (!results) return;
    const cells = formulaCells();
    for (const [cell, circle] of circlesIn(cells, areasOf)) {
      const its = results[cell.sheet]?.[cell.row];
      if (its?.[cell.column] === undefined) continue;
      its[cell.column] = { v: CIRCLE, t: CellValueType.STRING };
      const error = { code: CIRCLE, sentence: sentence(circle, cell) };
      answers.record({ cell, functionName: 'Circular reference', error });
    }
  });
}

/** cells of a circle that a sentence has room for */
const SHOWN = 8;
