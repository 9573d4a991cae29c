import { PLAIN_NUMBERS } from '../pane/check-up/settings';

let known: boolean | undefined;
const listeners = new Set<() => void>();

/**
 * Whether numbers go out with a format and a card: this Excel shows them, and this workbook has not asked for plain
 * numbers. Unknown until Office has started.
 */
export const cards = (): boolean | undefined => (known ??= globalThis.Office ? cardsHere() : false);

/** Office that has not started by now will not: then numbers are plain. */
export const decideOnCards = (): void => void (known ??= cardsHere() ?? false);

function cardsHere(): boolean | undefined {
  const has = Office.context?.requirements?.isSetSupported('ExcelApi', '1.19');
  return has && Office.context.document?.settings?.get(PLAIN_NUMBERS.name) !== true;
}

/** The workbook asks for plain numbers, or no longer. */
export function askForCardsAgain(): void {
  known = cardsHere();
  listeners.forEach((listener) => listener());
}

export const onCards = (listener: () => void): void => void listeners.add(listener);
