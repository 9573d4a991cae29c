/** Why a cell shows an error: the function's own sentence, or what the sheet itself means by it. */
import type { Definition } from '../catalogue/define';
import { isError, type ErrorOfSheet } from '../derive/formula/is-error';
import { missingCells, unknownName, unreadable } from './formula/fault';
import type { Content, Host } from './host';

/** What the workbench shows of a formula that comes back to itself. */
export const CIRCLE = '#CYCLE!';

const ERRORS_OF_THE_SHEET: Readonly<Record<ErrorOfSheet, string>> = {
  '#NAME?': 'A name in this formula is not known here. Is it spelt right, and is text in quotes?',
  '#SPILL!': 'The answer is a table and needs room: clear the cells below and to the right.',
  '#REF!': 'The formula refers to a cell that is not there.',
  '#DIV/0!': 'The formula divides by zero, or by an empty cell.',
  '#VALUE!': 'A value has the wrong kind, here or in a cell that the formula refers to.',
  '#NUM!': 'The result is not a number that a cell can hold.',
  '#N/A': 'A value is not available, here or in a cell that the formula refers to.',
  '#NULL!': 'Two ranges in the formula have no cell in common.',
  '#CALC!': 'The formula cannot be calculated.',
  '#BUSY!': 'The answer is still being worked out.',
  '#GETTING_DATA': 'The answer is still being worked out.',
  '#CONNECT!': 'A service that the formula asks could not be reached.',
  '#BLOCKED!': 'This Excel is not allowed to fetch what the formula asks for.',
  '#FIELD!': 'The value that the formula refers to has no field of this name.',
  '#UNKNOWN!': 'The cell holds a kind of value that this Excel does not know.',
  '#EXTERNAL!': 'A function of another program has failed.',
  '#PYTHON!': 'The Python of the cell has failed.',
  [CIRCLE]: 'The formula comes back to itself, by way of the cells that it refers to.',
  '#ERROR!': 'The formula cannot be read: check its brackets, commas and quotes.',
};

/** Cells of the same sheet. */
const REFERENCES = /(?<![!\w$])\$?([A-Z]{1,3})\$?(\d+)(?![\w(])/g;

/** The sentence of the first cell in the formula that shows the same error. */
async function inherited({ value, formula, place: { sheet } }: Content, host: Host): Promise<string | undefined> {
  const cells = [...formula.matchAll(REFERENCES)].map(([, column, row]) => ({ sheet, address: `${column}${row}` }));
  const read = await host.read(cells).catch(() => []); // one of them may be no cell of the sheet
  const first = read.find((cell) => cell.value === value && cell.sentence !== undefined);
  return first && `From ${first.place.address}: ${first.sentence}`;
}

/** What is wrong in the formula's own text, as far as its error may come from that. */
async function fault(
  { value, formula, sentence = '', place: { sheet } }: Content,
  on: Host,
  functions: readonly Pick<Definition, 'name'>[],
) {
  if (formula === '') return undefined;
  const shows = (code: string): boolean => value === code || sentence.includes(code);
  const missing = async (): Promise<string | undefined> => missingCells(formula, await on.sheets());
  const unknown = (): Promise<string | undefined> =>
    unknownName(formula, {
      functions: functions.map(({ name }) => name),
      hasName: async (name) => (await on.resolve(name, sheet)) !== undefined,
    });
  return unreadable(formula) ?? (await missing()) ?? (shows('#NAME?') ? unknown() : undefined);
}

export async function errorSentence(
  cell: Content,
  host: Host,
  functions: readonly Pick<Definition, 'name'>[],
): Promise<string> {
  const inText = await fault(cell, host, functions);
  return (
    inText ??
    cell.sentence ??
    (await inherited(cell, host)) ??
    (isError(cell.value) ? ERRORS_OF_THE_SHEET[cell.value] : '')
  );
}
