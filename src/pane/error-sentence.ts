/** Why a cell shows an error: the function's own sentence, or what the sheet itself means by it. */
import { closest } from 'fastest-levenshtein';
import type { Listed } from './functions';
import type { Content, Host } from './host';

const ERRORS_OF_THE_SHEET: Readonly<Record<string, string>> = {
  '#NAME?': 'A name in this formula is not known here. Is it spelt right, and is text in quotes?',
  '#SPILL!': 'The answer is a table and needs room: clear the cells below and to the right.',
  '#REF!': 'The formula refers to a cell that is not there.',
  '#DIV/0!': 'The formula divides by zero, or by an empty cell.',
  '#VALUE!': 'A value has the wrong kind, here or in a cell that the formula refers to.',
  '#NUM!': 'The result is not a number that a cell can hold.',
  '#N/A': 'A value is not available, here or in a cell that the formula refers to.',
  '#NULL!': 'Two ranges in the formula have no cell in common.',
  '#CALC!': 'The formula cannot be calculated.',
  '#ERROR!': 'The formula cannot be read: check its brackets, commas and quotes.',
};

export const isError = (value: unknown): value is string =>
  typeof value === 'string' && Object.hasOwn(ERRORS_OF_THE_SHEET, value);

const CALLED = /(?<![A-Z0-9_.])([A-Z_][A-Z0-9_.]*)\s*\(/gi;
const OURS = /^(TAAS|BEDROCK)/;

function misspelt(formula: string, functions: readonly Listed[]): string | undefined {
  const names = functions.map(({ name }) => name);
  const unknown = [...formula.matchAll(CALLED)]
    .map(([, name = '']) => name.toUpperCase())
    .find((name) => OURS.test(name) && !names.includes(name));
  if (unknown === undefined || names.length === 0) return undefined;
  return `There is no function ${unknown}. Did you mean ${closest(unknown, names)}?`;
}

/** Cells of the same sheet. */
const REFERENCES = /(?<![!\w$])\$?([A-Z]{1,3})\$?(\d+)(?![\w(])/g;

/** The sentence of the first cell in the formula that shows the same error. */
async function inherited({ value, formula, place: { sheet } }: Content, host: Host): Promise<string | undefined> {
  const cells = [...formula.matchAll(REFERENCES)].map(([, column, row]) => ({ sheet, address: `${column}${row}` }));
  const read = await host.read(cells).catch(() => []); // one of them may be no cell of the sheet
  const first = read.find((cell) => cell.value === value && cell.sentence !== undefined);
  return first && `From ${first.place.address}: ${first.sentence}`;
}

export async function errorSentence(cell: Content, host: Host, functions: readonly Listed[]): Promise<string> {
  const code = String(cell.value);
  const misspelling = code === '#NAME?' ? misspelt(cell.formula, functions) : undefined;
  return cell.sentence ?? misspelling ?? (await inherited(cell, host)) ?? ERRORS_OF_THE_SHEET[code] ?? '';
}
