import { numberIn } from './number-in';
import { parseFunction } from './path';
import { Problem } from './problem';
import { shown, snapped } from './read';
import { parseReference, type Reference } from './reference';

/** What a formula can say for an argument: nothing, a constant, an array of them in rows, cells, or another call. */
export type Typed = Constant | readonly (readonly Constant[])[] | Reference | Call;
export type Constant = number | string | boolean | null;

/** A function and its arguments, as they are typed in a cell: `TAAS_MARGIN(1,,,{0,20%;1,25%})`. */
export interface Call {
  readonly name: string;
  readonly args: readonly Typed[];
}

export const isCall = (typed: Typed): typed is Call => typeof typed === 'object' && typed !== null && 'name' in typed;
export const isReference = (typed: unknown): typed is Reference =>
  typeof typed === 'object' && typed !== null && 'reference' in typed;

export interface Reading {
  /** what a sentence calls the text */
  readonly argument: string;
  /** whether there are cells to refer to */
  readonly references?: boolean;
}

/** More than any cell or command line holds. */
const LONGEST_TEXT = 1_000_000;
const MOST_CALLS = 64;

const NUMBER = /[-+]?\s*(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?(?:\s*%)?(?=[\s,;)}]|$)/iy;
const TEXT = /"((?:[^"]|"")*)"/y;
const WORD = /(?:[^"(){},;'[\]\s]|'(?:[^']|'')*'|\[(?:[^[\]']|'[^]|\[(?:[^[\]']|'[^])*\])*\])+/y;
const SPACES = /\s*/y;
const LINE = /\[(?:"(?:[^"]|"")*"|[^[\]"]|\[[^[\]]*\])*\]/y;
/** A name alone, which has brackets of its own in the heading of a column: `TAAS_GROSS_NET[EBIT, Agent (net)]`. */
const NAME = new RegExp(`^\\w+\\s*${LINE.source}$`);

/** Reads `TAAS_MARGIN`, `=TAAS_MARGIN(1)`, `TAAS_PNL[EBIT](1)` or `TAAS_PNL(1)[EBIT]`; throws a Problem that says where the text cannot be read. */
export function parseCall(text: string, reading: Reading): Call {
  const name = text.trim().replace(/^=\s*/, '');
  if (!name.includes('(') || NAME.test(name)) return { name, args: [] };
  return parser(text, reading).whole(true) as Call;
}

/** Reads one argument. */
export const parseTyped = (text: string, reading: Reading): Typed => parser(text, reading).whole(false);

function parser(text: string, { argument, references = false }: Reading): { whole(aCall: boolean): Typed } {
  let at = 0;
  let calls = 0;

  function fail(expected: string, where = at): never {
    const sentence = `${argument} is ${shown(text)}: expected ${expected} at character ${where + 1}.`;
    throw new Problem('#VALUE!', sentence, argument);
  }
  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  }
  function take(sign: string): boolean {
    match(SPACES);
    if (text[at] !== sign) return false;
    at++;
    return true;
  }
  const or = (end: string, signs: string): string => (at === text.length ? end : `${signs} or ${end}`);

  function constant(): Constant | undefined {
    match(SPACES);
    if (at === text.length || ',;)}'.includes(text[at]!)) return null;
    const from = at;
    const digits = match(NUMBER);
    if (digits) return numberOf(digits[0]) ?? fail('a number that is not too large', from);
    const quoted = match(TEXT);
    if (quoted) return quoted[1]!.replaceAll('""', '"');
    if (text[at] === '"') fail('the text that starts here to end in "');
    const word = match(WORD)?.[0] ?? '';
    if (/^(?:true|false)$/i.test(word) && text[at] !== '(') return word.toLowerCase() === 'true';
    at = from;
    return undefined;
  }
  function value(): Typed {
    const simple = constant();
    if (simple !== undefined) return simple;
    if (take('{')) return array();
    const from = at;
    const word = match(WORD)?.[0] ?? fail(kinds());
    if (text[at] === '(') return call(word);
    const reference = parseReference(word);
    if (reference === undefined) return fail(kinds(), from);
    return references ? reference : fail(`${kinds()}, since there is no cell to refer to,`, from);
  }
  const kinds = (): string => `a number, a text in quotes, TRUE${references ? ', FALSE or a reference' : ' or FALSE'}`;

  function call(name: string): Call {
    if (++calls > MOST_CALLS) fail(`at most ${MOST_CALLS} calls`);
    at++;
    const args = [value()];
    while (take(',')) args.push(value());
    if (!take(')')) fail(or(')', ','));
    name += match(LINE)?.[0] ?? '';
    return { name, args: args.length === 1 && args[0] === null ? [] : args };
  }
  function array(): Constant[][] {
    // A blank in an array is "": Excel's own arrays have no other.
    const element = (): Constant => {
      const simple = constant();
      return simple === undefined ? fail('a number, a text in quotes, TRUE or FALSE') : (simple ?? '');
    };
    const rows: Constant[][] = [[element()]];
    for (;;) {
      if (take(',')) rows.at(-1)!.push(element());
      else if (take(';')) rows.push([element()]);
      else if (take('}')) return rows;
      else fail(or('}', ', ;'));
    }
  }

  return {
    whole(aCall) {
      if (text.length > LONGEST_TEXT) {
        const sentence = `${argument} has ${text.length} characters: expected at most ${LONGEST_TEXT}.`;
        throw new Problem('#VALUE!', sentence, argument);
      }
      take('=');
      const from = at;
      const typed = value();
      if (aCall && !isCall(typed)) fail('a function and its arguments in brackets', from);
      match(SPACES);
      if (at < text.length) fail('nothing more');
      return typed;
    },
  };
}

/** A formula may have spaces after a sign, and a cell shows 15 digits. */
function numberOf(digits: string): number | undefined {
  const x = numberIn(digits.replace(/\s/g, ''));
  return x === undefined ? undefined : snapped(x);
}

/** A call as it is typed in a cell, without the = before it. */
export function printCall({ name: named, args }: Call): string {
  const { name, line } = parseFunction(named);
  return `${name}(${args.map(printTyped).join(',')})${line === undefined ? '' : `[${line}]`}`;
}

export function printTyped(typed: Typed): string {
  if (typed === null) return '';
  if (typeof typed === 'number') return String(snapped(typed)).replace('e', 'E');
  if (typeof typed === 'boolean') return typed ? 'TRUE' : 'FALSE';
  if (typeof typed === 'string') return `"${typed.replaceAll('"', '""')}"`;
  if (isCall(typed)) return printCall(typed);
  if (isReference(typed)) return typed.reference;
  return `{${typed.map((row) => row.map((cell) => printTyped(cell ?? '')).join(',')).join(';')}}`;
}
