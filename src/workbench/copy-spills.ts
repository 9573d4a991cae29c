/** What a table has spilled into cells is copied with them: Univer copies only what a cell holds itself, which is nothing. */
import { CellModeEnum, type ICellDataWithSpanAndDisplay, type Univer, Worksheet } from '@univerjs/core';
import { COPY_TYPE, ISheetClipboardService } from '@univerjs/preset-sheets-core';
import { type CellReader, cellReader } from './cell-reader';

export function copySpills(univer: Univer, unit: string): void {
  const clipboard = univer.__getInjector().get(ISheetClipboardService);
  const reader = cellReader(univer, unit);
  readSpilled(reader);

  const generate = clipboard.generateCopyContent.bind(clipboard);
  clipboard.generateCopyContent = (workbook, sheet, range, options) => {
    const content = generate(workbook, sheet, range, options);
    // Pasted into the grid, a formula fills its cells again, and needs them empty: their values go with others only.
    content?.matrixFragment.forValue((down, right, cell) => {
      const at = { row: content.discreteRange.rows[down]!, column: content.discreteRange.cols[right]! };
      const anchor = reader.spilledFrom({ sheet, ...at });
      if (!anchor || !cell) return;
      const { startRow, endRow, startColumn, endColumn } = range;
      const isWithin =
        anchor.row >= startRow && anchor.row <= endRow && anchor.column >= startColumn && anchor.column <= endColumn;
      if (isWithin || options?.copyType === COPY_TYPE.CUT) delete cell.v;
    });
    return content;
  };
}

/** Univer reads cells in this mode to copy them, and for nothing else. */
function readSpilled(reader: CellReader): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const { getMatrixWithMergedCells } = Worksheet.prototype;
  Worksheet.prototype.getMatrixWithMergedCells = function (
    row: number,
    column: number,
    endRow: number,
    endColumn: number,
    mode?: CellModeEnum,
  ) {
    const matrix = getMatrixWithMergedCells.call(this, row, column, endRow, endColumn, mode ?? CellModeEnum.Raw);
    if (mode !== CellModeEnum.Both) return matrix;
    for (let r = row; r <= endRow; r++)
      for (let c = column; c <= endColumn; c++) {
        const cell = { sheet: this.getSheetId(), row: r, column: c };
        if (!reader.spilledFrom(cell)) continue;
        const value = reader.valueOf(cell);
        const shown = this.getCell(r, c)?.v ?? value;
        const held: ICellDataWithSpanAndDisplay = {
          ...matrix.getValue(r, c),
          v: typeof value === 'boolean' ? Number(value) : value,
        };
        matrix.setValue(r, c, { ...held, displayV: shown === null ? '' : String(shown) });
      }
    return matrix;
  };
}
