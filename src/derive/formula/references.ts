/** Which cells a formula refers to. */
import { parseA1Ref, tokenize, type Token } from '@borgar/fx/xlsx';
import { cellsOf, type Cells } from '../../models/address';
import type { CellReader } from './cells';

/** Cells of a sheet. */
export interface Area extends Cells {
  readonly sheet: string;
}

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A reference as it stands in a formula: cells that its text tells, or a name whose cells the workbook tells. */
export type Referred = { readonly area: Area } | { readonly name: string };

/** Where a cell is, or what is typed into it, is asked without its value: no such question makes a formula circular. */
const ASK_OF_CELLS = new Set('ROW ROWS COLUMN COLUMNS SHEET SHEETS AREAS ISREF ISFORMULA FORMULATEXT'.split(' '));

/** What a formula on that sheet is computed from; cells of another workbook are none of this one's. */
export function referencesIn(formula: string, sheet: string): readonly Referred[] {
  const calls: string[] = [];
  let called = '';
  return tokenize(formula, { mergeRefs: true }).flatMap((token) => {
    const { type, value } = token;
    if (value === '(') calls.push(called);
    else if (value === ')') calls.pop();
    called = type === 'func' ? value.toUpperCase() : '';
    return ASK_OF_CELLS.has(calls.at(-1) ?? '') ? [] : (referred(token, sheet) ?? []);
  });
}

/** What a text refers to that is a reference and nothing more: `B4`, `spend`, `A5#`. */
export function referenceOf(text: string, sheet: string): Referred | undefined {
  const [first, sign, ...more] = tokenize(`=${text}`, { mergeRefs: true }).slice(1);
  if (!first || more.length > 0 || (sign && sign.value !== '#')) return undefined;
  return sign ? { name: text } : referred(first, sheet);
}

function referred({ type, value }: Token, sheet: string): Referred | undefined {
  if (type === 'range_named' || type === 'structured') return { name: value };
  if (type !== 'range' && type !== 'range_beam') return undefined;
  const its = parseA1Ref(value);
  if (!its || !('range' in its) || !its.range || its.workbookName) return undefined;
  const { top, left, bottom, right } = its.range;
  const row = top ?? 0;
  const column = left ?? 0;
  const rows = (bottom ?? LAST_ROW - 1) - row + 1;
  const columns = (right ?? LAST_COLUMN - 1) - column + 1;
  return { area: { sheet: its.sheetName || sheet, row, column, rows, columns } };
}

/** Finds the cells of names, each asked of the workbook once. */
export function findNames(host: CellReader): (name: string, sheet: string) => Promise<Area | undefined> {
  const known = new Map<string, Promise<Area | undefined>>();
  return (name, sheet) => {
    const key = `${sheet}!${name.toLowerCase()}`;
    let found = known.get(key);
    if (!found) {
      const asked = host.resolve(name, sheet).catch(() => undefined);
      known.set(key, (found = asked.then((place) => place && { sheet: place.sheet, ...cellsOf(place.address) })));
    }
    return found;
  };
}
