import { placeOf } from '../derive/formula/address';
import type { Place } from '../pane/host';
import { asked, supports } from './asked';
import { rangeOf } from './range-of';

const CELLS = /^[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?$/i;
/** A column of a table: `Deals[Spend]`. */
const COLUMN = /^([^[\]]+)\[([^[\]]+)\]$/;

/** The cells that a reference in a formula of that sheet names. */
export const resolved = (reference: string, sheet: string): Promise<Place | undefined> =>
  asked(`${reference} of ${sheet}`, async (context) => {
    const range = await rangeNamed(reference, sheet, context);
    if (!range) return undefined;
    range.load({ address: true });
    await context.sync();
    return range.isNullObject ? undefined : placeOf(range.address);
  });

async function rangeNamed(
  reference: string,
  sheet: string,
  context: Excel.RequestContext,
): Promise<Excel.Range | undefined> {
  const isSpill = reference.endsWith('#');
  const plain = reference.replace(/#$/, '').replaceAll('$', '');
  const place = placeOf(plain);
  if (CELLS.test(place.address)) {
    const range = rangeOf(context, { ...place, sheet: place.sheet || sheet });
    if (!isSpill) return range;
    return supports('1.12') ? range.getSpillingToRangeOrNullObject() : undefined;
  }
  const [, table, column] = COLUMN.exec(plain) ?? [];
  if (table !== undefined && column !== undefined) {
    const its = context.workbook.tables.getItemOrNullObject(table);
    const cells = its.columns.getItemOrNullObject(column);
    await context.sync();
    return its.isNullObject || cells.isNullObject ? undefined : cells.getDataBodyRange();
  }
  const local = context.workbook.worksheets.getItem(sheet).names.getItemOrNullObject(plain);
  const global = context.workbook.names.getItemOrNullObject(plain);
  await context.sync();
  if (local.isNullObject && global.isNullObject) return undefined;
  const range = (local.isNullObject ? global : local).getRangeOrNullObject();
  return isSpill && supports('1.12') ? range.getSpillingToRangeOrNullObject() : range;
}
