/** A ready model into the workbook, on the sheet of inputs that is there or one of its own. */
import { workbookOf } from '../../models';
import { BASE, BASE_NAMES } from '../../models/base-sheet';
import { HEADER } from '../../models/columns';
import type { Model } from '../../models/declaration';
import { sheetName } from '../../models/layout';
import type { Host } from '../host';

export type Inserted =
  | { readonly is: 'inserted'; readonly sentence: string }
  /** a sheet of that name is there: it may be replaced if the analyst says so */
  | { readonly is: 'taken'; readonly sheet: string };

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Never touches the sheet of inputs that is there: the analyst's own numbers are on it. */
export async function insertModel(host: Host, model: Model, replace = false): Promise<Inserted> {
  const sheets = await host.sheets();
  const base = sheets.find((name) => same(name, BASE));
  if (base !== undefined && !(await isOurs(host, base)))
    throw new Error(
      `There is a sheet ${base} that is not the models’ sheet of inputs: give it another name first. Nothing was inserted.`,
    );
  const name = sheetName(model);
  const taken = sheets.find((each) => same(each, name));
  if (taken !== undefined && !replace) return { is: 'taken', sheet: taken };
  const file = workbookOf([model]);
  const wanted = base === undefined ? file.sheets : file.sheets.filter((sheet) => sheet.name !== BASE);
  const names = file.names.filter(({ sheet }) => wanted.some((each) => each.name === sheet));
  await host.insertSheets({ sheets: wanted, names }, replace);
  const on = base === undefined ? `with its inputs on ${BASE}` : `on the inputs that ${BASE} has`;
  return { is: 'inserted', sentence: `${name} is inserted, ${on}.` };
}

async function isOurs(host: Host, base: string): Promise<boolean> {
  try {
    const address = `A${HEADER + 1}:A${HEADER + BASE_NAMES.length}`;
    const names = (await host.values({ sheet: base, address })).map(([cell]) => String(cell));
    return names.every((name, i) => name === BASE_NAMES[i]);
  } catch {
    // It has fewer rows than ours.
    return false;
  }
}
