/**
 * A number typed into a cell that shows percents. Excel's default, from its help page "Format numbers as percentages":
 * "Numbers equal to and larger than 1 are converted to percentages by default; and numbers smaller than 1 are multiplied
 * by 100 to convert them to percentages. For example, typing 10 or 0.1 both result in 10.00%."
 */
import type { ICellData, Nullable, Univer } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';

const PLAIN_NUMBER = /^[-+]?(\d[\d,]*\.?\d*|\.\d+)$/;

/** What was meant: 6 in a cell of percents is 6%. */
export function percentMeant(typed: string, format: string | undefined): string {
  const text = typed.trim();
  if (format === undefined || !PLAIN_NUMBER.test(text)) return typed;
  const showsPercent = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').includes('%');
  return showsPercent && Math.abs(Number(text.replaceAll(',', ''))) >= 1 ? `${text}%` : typed;
}

const typedInto = (cell: Nullable<ICellData>): string | undefined => {
  const content = cell?.p?.body?.dataStream?.replace(/\r\n$/, '') ?? cell?.v;
  return content === undefined || content === null ? undefined : String(content);
};

/** `formatAt` is the format of the cell that its next constant will be shown in. */
export function readPercents(
  univer: Univer,
  formatAt: (sheet: string, row: number, column: number) => string | undefined,
): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: 1000,
      handler: (cell, { subUnitId, row, col }, next) => {
        const typed = typedInto(cell);
        const meant = typed === undefined ? undefined : percentMeant(typed, formatAt(subUnitId, row, col));
        return next(meant === typed ? cell : { ...cell, p: null, v: meant! });
      },
    });
}
