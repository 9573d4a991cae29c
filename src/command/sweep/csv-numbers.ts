import { Problem } from '../../catalogue/problem';
import { shown } from '../../catalogue/read';
import { Misuse } from '../problem';
import type { CsvForm } from './question';
import type { VariedColumn } from './scenarios';

/** What most numbers look like; the gate would read them the same. */
const PLAIN = /^-?\d{1,12}(?:\.\d{1,12})?$/;
const PLAIN_WITH_COMMA = /^-?\d{1,12}(?:,\d{1,12})?$/;

/** Reads the cells of an input: a number, or the sentence that says why it is none. */
export type NumberReader = (text: string) => number | string;

/** Decimal commas are turned into points and the other way round; then the gate reads as it does everywhere. */
export function numberReader(input: VariedColumn, delimiter: string, { decimal }: CsvForm, path: string): NumberReader {
  if (decimal === ',') {
    const read = byTheGate(input, swapped);
    return (text) => (isShort(text) && PLAIN_WITH_COMMA.test(text) ? Number(text.replace(',', '.')) + 0 : read(text));
  }
  const read = byTheGate(input, (text) => text);
  return (text) => {
    if (isShort(text) && PLAIN.test(text)) return Number(text) + 0;
    // Where commas do not separate fields they are likely to be decimal commas: 1,375 would be 1375.
    if (decimal === undefined && delimiter !== ',' && /\d,\d/.test(text))
      throw new Misuse(
        `${path} has ${input.path} as ${shown(text)}: add --decimal , if that comma is a decimal comma, or --decimal . if it is not.`,
      );
    return read(text);
  };
}

/** So that its digits are all kept. */
const isShort = (text: string): boolean => text.length < 16;

const swapped = (text: string): string => text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));

function byTheGate(input: VariedColumn, inAmerica: (text: string) => string): NumberReader {
  return (text) => {
    const { stackTraceLimit } = Error;
    // A million bad rows are a million sentences, of which nobody wants to know where they were thrown.
    Error.stackTraceLimit = 0;
    const given = inAmerica(text);
    try {
      return input.read(given);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const said = problem.sentence.replace(/\.$/, '');
      return given === text ? said : said.replace(shown(given), shown(text)).replace(/ \(type .*\)$/, '');
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  };
}
