import type { Place } from '../pane/host';

export const rangeOf = (context: Excel.RequestContext, { sheet, address }: Place): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRange(address);
