/** Why a cell shows an error: the function's own sentence, or what the grid itself means by it. */
import { closest } from 'fastest-levenshtein';
import type { Answer } from './answers';
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

const called = /([A-Z_][A-Z0-9_.]*)\s*\(/gi;
const ours = /^(TAAS|BEDROCK)/;

function misspelt(formula: string, { functions }: Metadata): string | undefined {
  const names = functions.map(({ name }) => name);
  const unknown = [...formula.matchAll(called)]
    .map(([, name = '']) => name.toUpperCase())
    .find((name) => ours.test(name) && !names.includes(name));
  if (unknown === undefined || names.length === 0) return undefined;
  return `There is no function ${unknown}. Did you mean ${closest(unknown, names)}?`;
}

export function errorSentence(code: string, formula: string, answers: readonly Answer[], metadata: Metadata): string {
  const own = answers.filter(({ error }) => error?.code === code && error.sentence !== '').at(-1);
  if (own?.error) return own.error.sentence;
  if (code === '#NAME?') return misspelt(formula, metadata) ?? errorsOfTheGrid[code] ?? '';
  return errorsOfTheGrid[code] ?? '';
}
