import { referenceTo } from './address';
import { cardOf, type Card } from './card';
import { errorSentence, isError } from './error-sentence';
import type { Listed } from './functions';
import type { Host } from './host';

/** The active cell: its formula and value; why, if it shows an error; else what the function answers, and its card. */
export interface CellView {
  readonly address: string;
  readonly spilledFrom?: string;
  readonly formula: string;
  readonly shows:
    | { readonly empty: true }
    | { readonly error: string; readonly sentence: string }
    | { readonly value: string; readonly about: string; readonly card: Card };
}

export async function activeCell(host: Host, functions: readonly Listed[]): Promise<CellView> {
  const place = await host.activeCell();
  const cell = (await host.read([place]))[0]!;
  const { formula, spilledFrom } = cell;
  const view = {
    address: place.address,
    formula,
    ...(spilledFrom && { spilledFrom: referenceTo(spilledFrom, place.sheet) }),
  };
  if (cell.value === '' && formula === '') return { ...view, shows: { empty: true } };
  if (isError(cell.value)) {
    return { ...view, shows: { error: cell.value, sentence: await errorSentence(cell, host, functions) } };
  }
  const about = functions.find(({ name }) => name === cell.answer?.function)?.answers ?? '';
  return { ...view, shows: { value: cell.shown, about, card: cardOf(cell.answer?.value, about) } };
}
