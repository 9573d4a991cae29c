import { catalogueOf } from '../../catalogue/catalogue';
import { functions } from '../../functions';
import type { WorkbookFile } from '../../models/xlsx/workbook-file';
import { nativeWorkbook, type NativeWorkbook } from './native-workbook';

/** The same workbook for whoever has no add-in, where there is no catalogue at hand. */
export const withoutAddIn = (file: WorkbookFile): Promise<NativeWorkbook> =>
  nativeWorkbook(file, catalogueOf(functions));
