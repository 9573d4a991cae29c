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
import { type Area, type Referred, referencesIn } from '../derive/formula/references';
import { searchColumns } from '../pane/check-up/columns';
import { circlesIn, type NodeInCircle } from '../pane/check-up/cycles';

interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** how far its table has spilled */
  readonly rows: number;
  readonly columns: number;
}

/** Whose nodes are cells, and parts of columns beyond them. */
interface Circle extends NodeInCircle {
  readonly of: readonly FormulaCell[];
}

export function tellCircles(univer: Univer, unit: string, answers: Answers): void {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const model = injector.get(FormulaDataModel);
  const names = injector.get(IDefinedNamesService);
  const workbook = (): Nullable<Workbook> => instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET);
  const read = new Map<string, readonly Referred[]>();

  /** The sheets by their names, that of the formula's own as ''. */
  function referencesOf(formula: string): readonly Referred[] {
    const known = read.get(formula) ?? referencesIn(formula, '');
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
  function areasOf({ formula, sheet }: Pick<FormulaCell, 'formula' | 'sheet'>, depth = 0): readonly Area[] {
    return referencesOf(formula).flatMap((referred) => {
      if ('area' in referred) {
        const { area } = referred;
        const id = area.sheet === '' ? sheet : workbook()?.getSheetBySheetName(area.sheet)?.getSheetId();
        return id === undefined ? [] : { ...area, sheet: id };
      }
      const meant = depth > 8 ? undefined : names.getValueByName(unit, referred.name)?.formulaOrRefString;
      if (meant === undefined) return [];
      return areasOf({ formula: meant.startsWith('=') ? meant : `=${meant}`, sheet }, depth + 1);
    });
  }

  function circles(): ReadonlyMap<FormulaCell, Circle> {
    const cells = formulaCells();
    const standing = cells.map(({ sheet, row, column }) => ({ place: { sheet }, row, column }));
    const search = searchColumns(
      standing,
      cells.map((cell, of) => ({ ...cell, of })),
    );
    const edges = cells.map((cell) =>
      areasOf(cell).flatMap((area) => search.within(area).map((found) => found.cell ?? cells.length + found.part!)),
    );
    const next = (node: number): readonly number[] => edges[node] ?? search.partsOf(node - cells.length);
    const found = new Map<FormulaCell, Circle>();
    for (const [node, circle] of circlesIn(cells.length + search.size, next, [...cells.keys()])) {
      const cell = cells[node];
      if (cell) found.set(cell, { ...circle, of: cells });
    }
    return found;
  }

  function sentence({ nodes, at, of }: Circle, from: FormulaCell): string {
    const nameOf = (sheet: string): string => workbook()?.getSheetBySheetId(sheet)?.getName() ?? '';
    const round: string[] = [];
    // Parts of columns lie between the cells.
    for (let i = 0; i <= nodes.length && round.length <= SHOWN; i++) {
      const cell = of[nodes[((at ?? 0) + i) % nodes.length]!];
      if (!cell) continue;
      const { sheet, row, column } = cell;
      round.push(referenceTo({ sheet: nameOf(sheet), address: addressOf({ row, column }) }, nameOf(from.sheet)));
    }
    const shown = round.slice(0, SHOWN).join(' → ') + (round.length > SHOWN ? ' → …' : '');
    return at !== undefined
      ? `This formula comes back to itself (${shown}), so it has no answer. Type a number into one of these cells.`
      : `This formula is computed from one that comes back to itself (${shown}), which has no answer.`;
  }

  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationResultMutation.id) return;
    const results = (params as ISetFormulaCalculationResultMutation).unitData[unit];
    if (!results) return;
    for (const [cell, circle] of circles()) {
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
