/** What the cells of a workbook come to, by the engine of the grid and the add-in's functions, without a page. */
import { IUniverInstanceService, UniverInstanceType, type Workbook } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import type { FileCell, FileSheet, WorkbookFile } from '../../models/xlsx/workbook-file';
import { createAnswers } from '../answers';
import { behaveAsExcel } from '../excel-behaviour';
import { fromFile } from '../files/from-file';
import { toFile } from '../files/to-file';
import { headlessUniver } from '../headless-univer';
import type { Metadata } from '../metadata';
import type { Implementations } from '../office-stand-in';
import { univerFunctions } from '../univer-functions';

export async function computed(
  workbook: WorkbookFile,
  metadata: Metadata,
  implementations: Implementations,
): Promise<WorkbookFile> {
  const answers = createAnswers();
  const univer = headlessUniver(univerFunctions(metadata, implementations, answers));
  try {
    const api = FUniver.newAPI(univer);
    const { workbook: data } = fromFile(workbook);
    const { id } = data;
    api.createWorkbook(data);
    behaveAsExcel(univer, id!, answers);
    // Univer's own promise of the end gives up after half a minute by the clock, which a busy machine may need.
    const ended = new Promise<void>((done) => void api.getFormula().calculationEnd(() => done()));
    api.getFormula().executeCalculation();
    await ended;
    const unit = univer
      .__getInjector()
      .get(IUniverInstanceService)
      .getUnit<Workbook>(id!, UniverInstanceType.UNIVER_SHEET)!;
    const shown = toFile(univer, unit.getSnapshot(), new Map());
    return { ...workbook, sheets: workbook.sheets.map((sheet, i) => withValues(sheet, shown.sheets[i]!)) };
  } finally {
    univer.dispose();
  }
}

/** The sheet as it was declared, with what its cells show; where a table fills others, those too. */
function withValues(sheet: FileSheet, shown: FileSheet): FileSheet {
  const keyOf = ({ row, column }: FileCell): string => `${row},${column}`;
  const cells = new Map(sheet.cells.map((cell) => [keyOf(cell), cell]));
  for (const cell of shown.cells) {
    const declared = cells.get(keyOf(cell)) ?? { row: cell.row, column: cell.column };
    // How far a table reaches is what the engine says: in a quarter without a name it is one blank cell.
    cells.set(keyOf(cell), {
      ...withoutSpill(declared),
      ...(cell.value !== undefined && { value: cell.value }),
      ...(cell.spill && { spill: cell.spill }),
    });
  }
  return { ...sheet, cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column) };
}

function withoutSpill(cell: FileCell): FileCell {
  const plain = { ...cell };
  delete (plain as { spill?: FileCell['spill'] }).spill;
  return plain;
}
