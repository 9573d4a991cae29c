import type { Expression } from '../expression';
import { OPERATIONS } from '../operations';
import { EXCEL } from './excel';
import type { Line } from './lines';
import { print, type Language } from './print';

/** The same in words, as one would read it out. */
const WORDS: Language = {
  name: spelledOut,
  number: (value) => String(Number(value.toPrecision(6))).replace('-', '−'),
  none: 'no answer',
  form: (op) => OPERATIONS[op].words,
};

function spelledOut(name: string): string {
  return name.replace(/_/g, ' ');
}

/** The working says what is computed; how a worksheet keeps the digits near zero is told in the native formula. */
const SYMBOLS: Language = {
  ...EXCEL,
  form: (op) => (op === 'expm1' ? (a) => `(EXP(${a})-1)` : op === 'log1p' ? (a) => `LN(1+${a})` : OPERATIONS[op].excel),
};

export interface LineText {
  readonly name: string;
  /** as a worksheet expression */
  readonly symbols: string;
  readonly words: string;
}

/** Each line of the working in the names of the lines before it. */
export function lineTexts(steps: readonly Line[]): LineText[] {
  const before = new Map<Expression, string>();
  const inWords = new Map<Expression, string>();
  return steps.map(({ name, node }) => {
    const symbols = before.get(node) ?? print(node, SYMBOLS, before);
    const words = inWords.get(node) ?? print(node, WORDS, inWords);
    if (!before.has(node) && node.op !== 'input' && node.op !== 'constant') {
      before.set(node, name);
      inWords.set(node, spelledOut(name));
    }
    return { name, symbols, words };
  });
}
