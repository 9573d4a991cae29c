/** Why a cell shows an error: the function's own sentence, or what the grid itself means by it. */
import { closest } from 'fastest-levenshtein';
import { positionOf } from './address';
import type { Answer, Answers, Cell } from './answers';
import type { Metadata } from './metadata';

const errorsOfTheGrid: Readonly<Record<string, string>> = {
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
  typeof value === 'string' && Object.hasOwn(errorsOfTheGrid, value);

const called = /(?<![A-Z0-9_.])([A-Z_][A-Z0-9_.]*)\s*\(/gi;
const ours = /^(TAAS|BEDROCK)/;

function misspelt(formula: string, { functions }: Metadata): string | undefined {
  const names = functions.map(({ name }) => name);
  const unknown = [...formula.matchAll(called)]
    .map(([, name = '']) => name.toUpperCase())
    .find((name) => ours.test(name) && !names.includes(name));
  if (unknown === undefined || names.length === 0) return undefined;
  return `There is no function ${unknown}. Did you mean ${closest(unknown, names)}?`;
}

const ownSentence = (code: string, answers: readonly Answer[]): string | undefined =>
  answers.filter(({ error }) => error?.code === code && error.sentence !== '').at(-1)?.error?.sentence;

const references = /\$?([A-Z]{1,3})\$?(\d+)(?![\w(])/g;

/** The sentence of the first cell in the formula that shows the same error. */
function inherited(code: string, formula: string, { sheet }: Cell, answers: Answers): string | undefined {
  for (const [, column = '', row = ''] of formula.matchAll(references)) {
    const address = column + row;
    const sentence = ownSentence(code, answers.at({ sheet, ...positionOf(address) }));
    if (sentence !== undefined) return `From ${address}: ${sentence}`;
  }
  return undefined;
}

export function errorSentence(code: string, formula: string, cell: Cell, answers: Answers, metadata: Metadata): string {
  const misspelling = code === '#NAME?' ? misspelt(formula, metadata) : undefined;
  const own = ownSentence(code, answers.at(cell));
  return own ?? misspelling ?? inherited(code, formula, cell, answers) ?? errorsOfTheGrid[code] ?? '';
}
