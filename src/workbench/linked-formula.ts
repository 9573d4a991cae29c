/**
 * A formula that a link brings behind the `#` of the page: `#=TAAS_MARGIN()`, `#='T1 Margin bridge'!$D$39`. The ready
 * models that it names are inserted where they are not there yet. A reference is gone to; any other formula gets a sheet
 * of its own. Nothing that is there is written over, and nothing but a formula is ever taken from a link.
 */
import { tokenize } from '@borgar/fx/xlsx';
import { MODELS, workbookOf } from '../models';
import { BASE } from '../models/base-sheet';
import { sheetName } from '../models/layout';
import { placeOf } from '../derive/formula/address';
import type { Host } from '../pane/host';
import { insertModel } from '../pane/models/insert-model';

/** Beside our functions what a link may call: arithmetic that answers at once, and asks nothing of anywhere. */
const PLAIN = ['ABS', 'AND', 'IF', 'INDEX', 'MATCH', 'MAX', 'MIN', 'OR', 'ROUND', 'SUM', 'VLOOKUP'];
const LONGEST = 2000;
const SHEET = 'Formula';
const PLACE = { sheet: SHEET, address: 'B2' };

/** The formula of a link, or a sentence why it is none. */
export function formulaIn(
  hash: string,
  ours: ReadonlySet<string>,
): { readonly formula: string } | { readonly refused: string } {
  const formula = decoded(hash.slice(1));
  if (formula === undefined || formula.length > LONGEST || !formula.startsWith('='))
    return { refused: `The link brings no formula: expected one of at most ${LONGEST} characters.` };
  const tokens = tokenize(formula, { mergeRefs: true });
  const strange = tokens.find(({ type }) => type === 'unknown' || type === 'newline');
  if (strange || tokens.length < 2)
    return { refused: `The link brings ${formula}, which is no formula: nothing was inserted.` };
  // Without a sheet it would be read from the sheet that is made for it, and could be that very cell.
  const elsewhere = tokens.find(
    ({ type, value }) => type.startsWith('range') && !(type === 'range' && value.includes('!')),
  );
  if (elsewhere)
    return { refused: `The link refers to ${elsewhere.value}: expected cells with their sheet, such as Base!$A$1.` };
  const called = tokens.filter(({ type }) => type === 'func').map(({ value }) => value.toUpperCase());
  const other = called.find((name) => !ours.has(name) && !PLAIN.includes(name));
  if (other !== undefined)
    return { refused: `The link calls ${other}: expected functions of TaaS for Excel or ${PLAIN.join(', ')}.` };
  return { formula };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Opens it, and answers where. */
export async function openFormula(host: Host, formula: string): Promise<string> {
  const references = tokenize(formula, { mergeRefs: true })
    .filter(({ type }) => type === 'range')
    .map(({ value }) => placeOf(value))
    .map(({ sheet, address }) => ({ sheet, address: address.replaceAll('$', '') }));
  const there = async (sheet: string): Promise<boolean> =>
    (await host.sheets()).some((name) => name.toLowerCase() === sheet.toLowerCase());
  const named = [...new Set(references.map(({ sheet }) => sheet))];
  const models = MODELS.filter((model) => named.includes(sheetName(model)));
  const known = [...models.map(sheetName), BASE];
  for (const sheet of named)
    if (!known.includes(sheet) && !(await there(sheet)))
      throw new Error(`The link refers to ${sheet}, which no model has.`);
  for (const model of models) if (!(await there(sheetName(model)))) await insertModel(host, model);
  if (named.includes(BASE) && !(await there(BASE))) await host.insertSheets(workbookOf([]));

  const [only] = references;
  const alone = only && /^=(?:'[^']+'|\w+)![$A-Z0-9]+$/.test(formula);
  const place = alone ? only : await written(host, formula);
  await host.select(place);
  return `${place.sheet}!${place.address}`;
}

/** On the sheet that a link has made of the same formula, or on a new one. */
async function written(host: Host, formula: string): Promise<typeof PLACE> {
  const sheets = await host.sheets();
  const taken = new Set(sheets.map((name) => name.toLowerCase()));
  for (const sheet of sheets.filter((name) => /^Formula(?: \d+)?$/.test(name))) {
    const [block] = await host.formulas({ ...PLACE, sheet });
    if (block?.formulas[0]?.[0] === formula) return { ...PLACE, sheet };
  }
  let sheet = SHEET;
  for (let count = 2; taken.has(sheet.toLowerCase()); count++) sheet = `${SHEET} ${count}`;
  const place = { ...PLACE, sheet };
  await host.addSheet(sheet);
  await host.write({ place: { sheet, address: 'B1' }, formulas: [['From the link']] });
  await host.write({ place, formulas: [[formula]] });
  return place;
}
