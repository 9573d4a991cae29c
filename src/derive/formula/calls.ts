/**
 * Where our functions stand in a formula, and each of their arguments, as text. Whatever else the formula has (names,
 * spills, other functions, spaces) is left as it stands: nothing here prints a formula anew.
 */
import { tokenize, type Token } from '@borgar/fx/xlsx';
import type { Catalogue, Definition } from '../../catalogue/define';

/** An argument's text, without the spaces around it, and where it stands. */
export interface ArgumentText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface FormulaCall {
  readonly definition: Definition;
  /** from the first letter of the name, `_xldudf_` included, to after its closing bracket */
  readonly start: number;
  readonly end: number;
  /** after the opening bracket */
  readonly opened: number;
  /** false while it is typed */
  readonly isClosed: boolean;
  /** how many calls, of whatever function, it stands in */
  readonly depth: number;
  /** as they are typed: `TAAS_MARGIN()` has none, `TAAS_MARGIN(,)` two empty ones */
  readonly args: readonly ArgumentText[];
}

/** The name that Excel gives a function of ours in a file, and in the formula bar while the add-in is not there. */
export const plainName = (name: string): string => name.replace(/^_xldudf_/i, '').toUpperCase();

interface Located extends Token {
  readonly at: number;
}

/** Its tokens, each with its place. */
function tokensOf(formula: string): Located[] {
  let at = 0;
  return tokenize(formula, { mergeRefs: true }).map((token) => {
    const located = { ...token, at };
    at += token.value.length;
    return located;
  });
}

interface Open {
  readonly name: Located | undefined;
  readonly opened: number;
  readonly sign: string;
  readonly commas: number[];
}

/** Calls of our functions in a formula, in the order in which they begin; one that is not closed reaches to its end. */
export function callsIn(formula: string, catalogue: Catalogue): readonly FormulaCall[] {
  const known = new Map(catalogue.functions.map((definition) => [definition.name, definition]));
  const calls: FormulaCall[] = [];
  const open: Open[] = [];
  let before: Located | undefined;

  function close(its: Open, end: number, isClosed: boolean): void {
    const definition = its.name && known.get(plainName(its.name.value));
    if (!its.name || !definition) return;
    const inside = isClosed ? end - 1 : end;
    const depth = open.filter(({ name }) => name).length;
    const args = argumentsIn(formula, its.opened, its.commas, inside);
    calls.push({ definition, start: its.name.at, end, opened: its.opened, isClosed, depth, args });
  }

  for (const token of tokensOf(formula)) {
    const { type, value, at } = token;
    if (type === 'operator' && (value === '(' || value === '{')) {
      const name = before?.type === 'func' ? before : undefined;
      open.push({ name, opened: at + 1, sign: value, commas: [] });
    } else if (type === 'operator' && (value === ')' || value === '}')) {
      const its = open.pop();
      if (its) close(its, at + 1, true);
    } else if (type === 'operator' && value === ',') open.at(-1)?.commas.push(at);
    before = token;
  }
  while (open.length > 0) close(open.pop()!, formula.length, false);
  return calls.sort((a, b) => a.start - b.start);
}

function argumentsIn(formula: string, opened: number, commas: readonly number[], end: number): ArgumentText[] {
  const starts = [opened, ...commas.map((at) => at + 1)];
  const ends = [...commas, end];
  const all = starts.map((start, i) => trimmed(formula, start, ends[i]!));
  return all.length === 1 && all[0]!.text === '' ? [] : all;
}

function trimmed(formula: string, start: number, end: number): ArgumentText {
  const text = formula.slice(start, end);
  const spaces = text.length - text.trimStart().length;
  const from = text.trim() === '' ? start : start + spaces;
  return { text: text.trim(), start: from, end: from + text.trim().length };
}

/** The innermost call of ours that the caret stands in, and which argument of it. */
export function argumentAt(
  formula: string,
  caret: number,
  catalogue: Catalogue,
): { readonly call: FormulaCall; readonly argument: number } | undefined {
  const typed = formula.slice(0, caret);
  const call = callsIn(typed, catalogue)
    .filter(({ isClosed }) => !isClosed)
    .at(-1);
  // In a function of Excel's own within it, the argument at hand is that one's.
  if (!call || innermostOpen(typed) !== call.opened) return undefined;
  return { call, argument: Math.max(0, call.args.length - 1) };
}

/** After the bracket of the last call that is not closed. */
function innermostOpen(typed: string): number | undefined {
  const open: { readonly opened: number; readonly isCall: boolean }[] = [];
  let before: Located | undefined;
  for (const token of tokensOf(typed)) {
    if (token.value === '(') open.push({ opened: token.at + 1, isCall: before?.type === 'func' });
    else if (token.value === ')') open.pop();
    before = token;
  }
  return open.filter(({ isCall }) => isCall).at(-1)?.opened;
}

/**
 * The formula with other arguments in one of its calls. An argument whose text is the same stays with the spaces around
 * it; blanks at the end are left out.
 */
export function withArguments(formula: string, call: FormulaCall, texts: readonly string[]): string {
  const inside = call.isClosed ? call.end - 1 : call.end;
  const before = call.args.map(({ text }) => text);
  const width = Math.max(texts.length, before.length);
  const parts = Array.from({ length: width }, (_, i) => {
    const text = (texts[i] ?? '').trim();
    const its = call.args[i];
    if (!its) return { text, part: text, isOld: false };
    const from = i === 0 ? call.opened : formula.lastIndexOf(',', its.start - 1) + 1;
    const isOld = text === its.text;
    const [left, right] = [formula.slice(from, its.start), formula.slice(its.end, endOf(formula, call, i, inside))];
    return { text, part: left + text + right, isOld };
  });
  while (parts.length > 0 && parts.at(-1)!.text === '' && !parts.at(-1)!.isOld) parts.pop();
  const written = parts.map(({ part }) => part).join(',');
  return `${formula.slice(0, call.opened)}${written}${formula.slice(inside)}`;
}

/** Where the part of an argument ends: at the comma after it, or at the bracket. */
function endOf(formula: string, { args }: FormulaCall, i: number, inside: number): number {
  const next = args[i + 1];
  return next ? formula.lastIndexOf(',', next.start - 1) : inside;
}
