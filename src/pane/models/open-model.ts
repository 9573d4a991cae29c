/** A ready model as a workbook of its own, on a sheet of inputs of its own. */
import { workbookOf } from '../../models';
import type { Model } from '../../models/declaration';
import { fileNames } from '../../models/file-names';
import { sheetName } from '../../models/layout';
import type { Host } from '../host';

/** `url` is where a file of this site lies. Answers what happened, in a sentence. */
export const openModel = (
  openWorkbook: NonNullable<Host['openWorkbook']>,
  model: Model,
  url: (path: string) => string,
): Promise<string> =>
  openWorkbook({
    name: sheetName(model),
    workbook: workbookOf([model]),
    file: () => fetched(url(`models/${fileNames(model).live}`)),
  });

async function fetched(file: string): Promise<Blob> {
  const response = await fetch(file).catch(() => undefined);
  if (!response?.ok) throw new Error(`${file} did not load: nothing was opened.`);
  return response.blob();
}
