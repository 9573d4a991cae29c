/** What is typed into a field, as the argument of a formula: 6% and B4 as they stand, a word in quotes, $1,375 as 1375. */
import { parse as parseTree, tokenize } from '@borgar/fx/xlsx';
import { insteadOf, numberIn } from '../../catalogue/number-in';
import { expectation, kindOf, parse, type Parameter } from '../../catalogue/parameters';
import { bad, shown } from '../../catalogue/read';
import { printTyped } from '../../catalogue/typed';

/** A number that a formula takes as it is typed. */
const FORMULA_NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?$/i;

/** Cells, with their sheet or without: `B4`, `'P&L'!$B$4:C9`, `A5#`. */
const CELLS =
  /^(?:'(?:[^']|'')+'!|[^\s'!"(){},;]+!)?\$?[a-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[a-z]{1,3}\$?[1-9]\d{0,6})?#?$/i;

/** Throws the Problem of what cannot stand in a formula. */
export function argumentText(name: string, parameter: Parameter, typed: string): string {
  const text = typed.trim();
  if (text === '') return '';
  if (text.startsWith('=')) return expression(name, parameter, text.slice(1).trim());
  if (parameter.kind === 'choice' && Object.hasOwn(parameter.options, text.toUpperCase())) {
    return printTyped(text.toUpperCase());
  }
  if (parameter.kind === 'flag' && /^(?:true|false)$/i.test(text)) return text.toUpperCase();
  if (isWord(parameter, text) || isSubject(name, text)) return printTyped(text);
  const x = numberIn(text);
  if (x !== undefined) return FORMULA_NUMBER.test(text) ? text : printTyped(x);
  return expression(name, parameter, text);
}

/** Of a field that takes a text: what is neither in quotes, cells nor computed is that text. */
const isWord = ({ kind }: Parameter, text: string): boolean =>
  (kind === 'text' || kind === 'quarter') && !CELLS.test(text) && !/^["{]|[(&!]/.test(text);

/** The function of an analysis, which is given as a text: its name, or a call whose arguments are the base case. */
const isSubject = (name: string, text: string): boolean => name === 'function' && /^(?:TAAS|BEDROCK)_/i.test(text);

/** How a text was understood, where it might have been meant otherwise. */
export function understood({ kind }: Parameter, typed: string): string | undefined {
  const text = typed.trim();
  if (kind !== 'text' && kind !== 'quarter') return undefined;
  if (CELLS.test(text)) return `${text} is read as a cell; for the text, type "${text}".`;
  return /^[a-z_][\w.]*$/i.test(text)
    ? `${text} is read as a text; for a name of the workbook, type =${text}.`
    : undefined;
}

/** A part of a formula, as it is typed. */
function expression(name: string, parameter: Parameter, text: string): string {
  if (kindOf(parameter).numbers && insteadOf(text) !== undefined) parse(name, parameter, text);
  const is = `is ${shown(text)}`;
  const open: string[] = [];
  for (const { type, value, unterminated } of tokenize(`=${text}`, { mergeRefs: true })) {
    if (unterminated) throw bad(name, is, 'each quotation mark to have its second');
    if (type !== 'operator') continue;
    if (value === '(' || value === '{') open.push(value);
    else if (value === ')' || value === '}') {
      if (open.pop() !== (value === ')' ? '(' : '{')) throw bad(name, is, `no ${value} without its first`);
    } else if (value === ';' && open.at(-1) !== '{') {
      throw bad(name, is, 'commas between arguments and points in decimals, as in IF(A1>0,0.06,0), not semicolons');
    } else if (value === ',' && open.length === 0) {
      throw bad(name, is, 'one argument, and a point in decimals, as in 0.06, not a comma');
    }
  }
  if (open.length > 0) throw bad(name, is, 'each bracket to be closed');
  if (!isFormula(text)) throw bad(name, is, `${expectation(parameter)}, a cell such as B4, a name or a formula`);
  return text;
}

function isFormula(text: string): boolean {
  try {
    parseTree(tokenize(`=${text}`, { withLocation: true }));
    return text !== '';
  } catch {
    return false;
  }
}
