/** `=other!A1` is `=Other!A1` where a sheet is called so: Excel takes it in any capitals, and writes it as the sheet has it. */
import { tokenize } from '@borgar/fx/xlsx';

export function withSheetsAsCalled(formula: string, sheets: readonly string[]): string {
  if (!formula.includes('!')) return formula;
  const called = sheets.map((sheet) => sheet.replaceAll("'", "''"));
  return tokenize(formula, { mergeRefs: true })
    .map(({ type, value }) => {
      const end = value.lastIndexOf('!');
      if (!type.startsWith('range') || end < 0) return value;
      const [, quote, written] = /^('?)(.*)\1$/s.exec(value.slice(0, end))! as unknown as [string, string, string];
      if (called.includes(written)) return value;
      const its = called.find((sheet) => sheet.toLowerCase() === written.toLowerCase());
      return its === undefined ? value : `${quote}${its}${quote}${value.slice(end)}`;
    })
    .join('');
}
