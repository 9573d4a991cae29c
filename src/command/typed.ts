import { Misuse } from './problem';

/** What can be typed for an argument: nothing, a literal, an array as rows, or another call. */
export type Typed = number | string | boolean | null | readonly (readonly Typed[])[] | FormulaCall;

/** A function as it is typed in a cell: `TAAS_MARGIN(1,,,,0.6)`. */
export interface FormulaCall {
  readonly name: string;
  readonly args: readonly Typed[];
}

export const isCall = (typed: Typed): typed is FormulaCall =>
  typeof typed === 'object' && typed !== null && 'name' in typed;

const TOKEN = /\s*(?:("(?:[^"]|"")*")|([(){},;])|([^"(){},;]+))/y;

/** Reads `=TAAS_MARGIN(1,,{0,25%;0.5,35%},,,,"whole")`: numbers, texts, TRUE and FALSE, arrays, calls, omitted arguments. */
export function readFormula(text: string): FormulaCall {
  const typed = readTyped(text.trim().replace(/^=/, ''));
  if (isCall(typed)) return typed;
  throw new Misuse(`cannot read ${text}: expected a function and its arguments in brackets, as in TAAS_MARGIN(1).`);
}

/** Reads one argument. */
export function readTyped(text: string): Typed {
  const tokens = tokensOf(text);
  let at = 0;
  const fail = (expected: string): never => {
    const read = tokens.slice(0, at).join('');
    const place = tokens[at] === undefined ? 'at the end' : `before ${tokens[at]}`;
    throw new Misuse(`cannot read ${text}: expected ${expected} ${place}${read && `, after ${read}`}.`);
  };
  const take = (token: string): boolean => tokens[at] === token && ++at > 0;

  const value = (): Typed => {
    const token = tokens[at];
    if (token === undefined || /^[(),;}]$/.test(token)) return null;
    if (take('{')) return array();
    at++;
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (take('(')) return { name: token, args: list() };
    return literal(token) ?? fail(`a number, a text in quotes or TRUE or FALSE, not ${token},`);
  };
  const list = (): Typed[] => {
    if (take(')')) return [];
    const args = [value()];
    while (take(',')) args.push(value());
    if (!take(')')) fail(', or )');
    return args;
  };
  const array = (): Typed[][] => {
    const rows: Typed[][] = [[value()]];
    for (;;) {
      if (take(',')) rows.at(-1)!.push(value());
      else if (take(';')) rows.push([value()]);
      else if (take('}')) return rows;
      else fail(', ; or }');
    }
  };

  const typed = value();
  if (at < tokens.length) fail('nothing more');
  return typed;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Misuse(`cannot read ${text}: the text that starts at ${text.slice(from).trim()} has no end.`);
    tokens.push((match[1] ?? match[2] ?? match[3]!).trim());
  }
  return tokens;
}

/** The number, percentage or flag that a word is; undefined if it is none. */
export function literal(word: string): number | boolean | undefined {
  if (/^(true|false)$/i.test(word)) return /^true$/i.test(word);
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(word);
  if (!match) return undefined;
  const x = Number(match[1]);
  return match[2] ? Number((x / 100).toPrecision(15)) : x;
}

/** `token_spend=1`, `mode=WHOLE`, `tiers={0,25%;0.5,35%}`: a name and what is typed for it; words need no quotes. */
export function readPair(text: string): [name: string, typed: Typed] {
  const at = text.indexOf('=');
  if (at <= 0) throw new Misuse(`cannot read ${text}: expected name=value, as in token_spend=1.`);
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (/^[{"]/.test(value)) return [name, readTyped(value)];
  return [name, value === '' ? null : (literal(value) ?? value)];
}
