/**
 * What Excel computes, or refuses to take, and this grid would answer with a number of its own or not at all: in a
 * sentence. Such a formula is #CALC!, which is Excel's word for what its engine does not support.
 */
import { parseA1Ref, tokenize, type Token } from '@borgar/fx/xlsx';

/** How many rows and columns a sheet has here; undefined where there is no such sheet. '' is a sheet that is not named. */
export type SizeOf = (sheet: string) => { readonly rows: number; readonly columns: number } | undefined;

/** The grid reads every cell of a range, empty or not: of more than this, only what is within the sheet. */
export const READ_AT_MOST = 200_000;

/** How many arguments one of the grid's own functions takes. */
export type ArgumentsOf = (name: string) => { readonly least: number; readonly most: number } | undefined;

export interface Here {
  readonly sizeOf: SizeOf;
  readonly argumentsOf: ArgumentsOf;
}

export function notHere(formula: string, { sizeOf, argumentsOf }: Here): string | undefined {
  const tokens = tokenize(formula, { mergeRefs: true });
  return (
    tooLong(formula, tokens) ??
    lambdaFault(tokens) ??
    argumentFault(tokens, argumentsOf) ??
    first(tokens, (token, i) => signFault(token, i, tokens)) ??
    betweenReferences(tokens) ??
    first(tokens, (token) => placeFault(token) ?? tooMany(token, sizeOf))
  );
}

function first(
  tokens: readonly Token[],
  sentence: (token: Token, i: number) => string | undefined,
): string | undefined {
  for (const [i, token] of tokens.entries()) {
    const found = sentence(token, i);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isReference = ({ type }: Token): boolean => /^(?:range|structured)/.test(type);
const isSpace = ({ type }: Token): boolean => type === 'whitespace' || type === 'newline';

/** `#` and `@` where they stand at nothing that they could be said of; a number that no cell can hold. */
function signFault({ type, value }: Token, i: number, tokens: readonly Token[]): string | undefined {
  if (type === 'number' && !Number.isFinite(Number(value))) return `${value} is more than a cell can hold: 1.79E+308.`;
  if (type !== 'operator') return undefined;
  const before = tokens[i - 1];
  // After #REF!, which a cell becomes with its sheet, it asks for nothing more.
  if (value === '#' && !(before && (isReference(before) || before.type === 'error')))
    return 'The sign # asks for the table that a cell answers with: this grid takes it only after a cell, as in A1#.';
  if (value === '!') return 'The sign ! stands between a sheet and a cell, as in Sheet1!A1; “is not” is <>.';
  return undefined;
}

/** "Excel specifications and limits": contents of a formula, levels of nesting, text in a formula. */
const [MOST_CHARACTERS, MOST_LEVELS, MOST_OF_TEXT] = [8192, 64, 255];
/** The grid works through what stands between signs one inside the other, and runs out of room. */
const MOST_SIGNS = 1000;

function tooLong(formula: string, tokens: readonly Token[]): string | undefined {
  if (formula.length > MOST_CHARACTERS)
    return `This formula has ${count(formula.length)} characters: Excel takes at most ${count(MOST_CHARACTERS)}.`;
  let [level, signs] = [0, 0];
  const calls: boolean[] = [];
  for (const [i, { type, value }] of tokens.entries()) {
    if (type === 'string' && value.slice(1, -1).replaceAll('""', '"').length > MOST_OF_TEXT)
      return `A text in this formula has more than ${MOST_OF_TEXT} characters, which Excel does not take: put it into a cell, or join parts with &.`;
    if (value === '(') {
      calls.push(tokens[i - 1]?.type === 'func');
      if (calls.at(-1) && ++level > MOST_LEVELS + 1)
        return `Functions stand inside one another more than ${MOST_LEVELS} levels deep here, which Excel does not take: compute a part in a cell of its own.`;
    } else if (value === ')' && calls.pop()) level--;
    else if (type === 'operator' && value !== ',' && value !== ';' && ++signs > MOST_SIGNS)
      return `This formula has more than ${count(MOST_SIGNS)} signs such as +, which this grid cannot work through: use SUM, or cells in between.`;
  }
  return undefined;
}

/** Excel does not take such a formula at all: "You've entered too few arguments for this function." */
function argumentFault(all: readonly Token[], argumentsOf: ArgumentsOf): string | undefined {
  const tokens = all.filter((token) => !isSpace(token));
  const open: { readonly call: string; commas: number }[] = [];
  for (const [i, { value }] of tokens.entries()) {
    const before = tokens[i - 1];
    if (value === '(' || value === '{')
      open.push({ call: value === '(' && before?.type === 'func' ? before.value : '', commas: 0 });
    else if (value === ',' && open.length > 0) open.at(-1)!.commas++;
    else if (value === ')' || value === '}') {
      const { call = '', commas = 0 } = open.pop() ?? {};
      const takes = call === '' ? undefined : argumentsOf(call.toUpperCase());
      const given = before?.value === '(' ? 0 : commas + 1;
      if (!takes || (given >= takes.least && given <= takes.most)) continue;
      const { least, most } = takes;
      const expected =
        most === 0
          ? 'no arguments'
          : least === most
            ? `${least}`
            : given < least
              ? `at least ${least}`
              : `at most ${most}`;
      return `${call.toUpperCase()} is given ${given === 0 ? 'no arguments' : given === 1 ? '1 argument' : `${given} arguments`}: expected ${expected}.`;
    }
  }
  return undefined;
}

interface Open {
  readonly call: string;
  readonly sign: string;
  /** the names that a LET gives */
  readonly names: string[];
  argument: number;
}

/** LET and LAMBDA, as far as Univer has them: what LET names is never called, and a LAMBDA gets its values at once. */
function lambdaFault(all: readonly Token[]): string | undefined {
  const tokens = all.filter((token) => !isSpace(token));
  const open: Open[] = [];
  for (const [i, token] of tokens.entries()) {
    const { type, value } = token;
    const its = open.at(-1);
    if (type === 'func') {
      const named = open.some(({ names }) => names.includes(value.toLowerCase()));
      if (named) {
        return `LET has named ${value} here, and this grid cannot call what LET has named (Excel can): write out its formula, or LAMBDA(x,x+1)(2).`;
      }
    } else if (value === '(' || value === '{') {
      const before = tokens[i - 1];
      const call = before?.type === 'func' ? before.value.toUpperCase() : '';
      open.push({ call, sign: value, names: [], argument: 0 });
    } else if (value === ')' || value === '}') {
      if (its?.call === 'LAMBDA' && open.length === 1 && tokens[i + 1]?.value !== '(')
        return 'This LAMBDA is given no values: they stand in brackets after it, as in LAMBDA(x,x+1)(2).';
      if (its?.call === 'LET' && its.argument % 2 === 1)
        return 'LET ends with a name’s value: expected names, each with its value, and last what is computed from them.';
      open.pop();
    } else if (value === ',' && its) {
      const isWhole = /^[(,]$/.test(tokens[i - 2]?.value ?? '');
      const isName =
        isWhole && (its.call === 'LET' ? its.argument % 2 === 0 : its.call === 'LAMBDA' && its.sign === '(');
      const name = tokens[i - 1];
      if (isName && name) {
        if (name.type !== 'range_named')
          return `${name.value} is ${name.type.startsWith('range') ? 'a cell' : 'no name'}: ${its.call} needs a name there that is nothing else.`;
        its.names.push(name.value.toLowerCase());
      }
      its.argument++;
    }
    if (its?.sign === '{' && (isReference(token) || type === 'func'))
      return `${value} stands in braces, which take numbers and texts only: CHOOSE({1,2},A1,A2) makes a list of cells.`;
  }
  return undefined;
}

/** Functions of the add-in: cases, lists and tables are one range each. */
const OURS = /^(?:TAAS|BEDROCK)_/;

/** A space between two ranges asks for the cells they share, a comma joins them: Univer reads neither. */
function betweenReferences(all: readonly Token[]): string | undefined {
  const calls: string[] = [];
  for (const [i, { type, value }] of all.entries()) {
    const [before, after] = [all[i - 1], all[i + 1]];
    if (value === '(')
      calls.push(before?.type === 'func' ? before.value.toUpperCase() : before?.value === ')' ? ')' : '');
    else if (value === ')') calls.pop();
    else if (value === ',' && calls.at(-1) === '' && before && isReference(before)) {
      const call = calls.findLast((each) => each !== '') ?? '';
      if (OURS.test(call))
        return `${call} reads one block of cells, and ${before.value},${after?.value ?? ''} are areas apart: put them side by side, and name one range from its names to the last case.`;
      return `${before.value},${after?.value ?? ''} joins ranges into one, which this grid cannot do: give them as arguments of their own.`;
    } else if (type === 'whitespace' && before && after && isReference(before) && isReference(after))
      return `A space between ${before.value} and ${after.value} asks for the cells they share, which this grid cannot do: name these cells.`;
  }
  return undefined;
}

/** Cells that are elsewhere than on one sheet of this workbook. */
function placeFault({ type, value }: Token): string | undefined {
  if (type === 'structured') return `${value} stands in a table, and this grid has no tables: name its cells.`;
  if (!type.startsWith('range') || !value.includes('!')) return undefined;
  if (value.includes('['))
    return `${value} stands in another workbook, which this grid cannot read: copy its cells here.`;
  const sheet = value.slice(0, value.lastIndexOf('!')).replace(/^'|'$/g, '');
  return sheet.includes(':')
    ? `${value} reads several sheets at once, which this grid cannot do: name the cells of each sheet.`
    : undefined;
}

/** A range past the end of the sheet, of more cells than the grid could read in a moment. */
function tooMany({ type, value }: Token, sizeOf: SizeOf): string | undefined {
  if (type !== 'range') return undefined;
  const its = parseA1Ref(value);
  const range = its && 'range' in its ? its.range : undefined;
  if (!range || range.top == null || range.left == null || range.bottom == null || range.right == null)
    return undefined;
  const size = sizeOf(its?.sheetName ?? '');
  if (!size) return undefined;
  const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  if (cells <= READ_AT_MOST || (range.bottom < size.rows && range.right < size.columns)) return undefined;
  return `${value} has ${count(cells)} cells, most of them past the end of the sheet, where this grid reads at most ${count(READ_AT_MOST)}: name fewer, or whole columns as in A:C.`;
}

const count = (number: number): string => number.toLocaleString('en-US');
