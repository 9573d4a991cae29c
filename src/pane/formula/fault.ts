/** What is wrong in the text of a formula, in a sentence: what no cell is to blame for. */
import { tokenize, type Token } from '@borgar/fx/xlsx';
import { near } from './near';

/** What a formula may name. */
export interface Named {
  readonly functions: readonly string[];
  /** whether the workbook has this name */
  readonly hasName: (name: string) => Promise<boolean>;
}

/** A call or bracket, or the braces of a list, that is open where one stands in the formula. */
interface Open {
  readonly sign: string;
  readonly call: string;
  argument: number;
}

/** A formula that cannot be read: brackets, quotes, semicolons, an operator without its other side. */
export function unreadable(formula: string): string | undefined {
  const open: Open[] = [];
  let before: Token | undefined;
  const tokens = tokenize(formula, { mergeRefs: true }).filter(({ type }) => type !== 'whitespace');
  for (const token of tokens) {
    const { type, value } = token;
    const within = open.at(-1);
    if (type === 'string' && !/^"(?:[^"]|"")*"$/.test(value)) return `The text ${value} has no closing quote.`;
    if (type === 'operator') {
      if (value === '(' || value === '{') {
        open.push({ sign: value, call: before?.type === 'func' ? before.value : '', argument: 0 });
      } else if (value === ')' || value === '}') {
        const its = open.pop();
        if (!its) return `This formula has a closing bracket ${value} too many.`;
        if (closing(its) !== value) return `The bracket ${opening(its)} is closed with ${value}.`;
      } else if (value === ';' && open.at(-1)?.sign !== '{') {
        return 'Arguments are separated by commas here, not by semicolons.';
      } else if (value === ',' && open.length === 0) {
        return 'A comma stands outside every bracket: a number has a decimal point, as in 1.5, and no commas between its thousands.';
      }
      const fault = misplaced(value, before, within);
      if (fault !== undefined) return fault;
    } else if (type === 'unknown' || NO_NAME.test(value)) {
      return unknownSign(value);
    } else if (before && isOperand(before) && isOperand(token) && !shareCells(before, token)) {
      return `Between ${before.value} and ${value} a comma or an operator is missing.`;
    }
    before = token;
  }
  const its = open.at(-1);
  if (its) return `The bracket ${opening(its)} is not closed.`;
  if (before?.type === 'operator' && INFIX.test(before.value)) {
    return `After the last ${before.value} something is missing.`;
  }
  return undefined;
}

/** An operator without its other side, brackets around nothing. */
function misplaced(sign: string, before: Token | undefined, its: Open | undefined): string | undefined {
  if (before?.type !== 'operator') return undefined;
  if (sign === ')' && before.value === '(' && its?.call === '') return 'Between ( and ) something is missing.';
  if (!INFIX.test(before.value)) return undefined;
  const isSigned = /^[-+@({]$/.test(sign);
  return isSigned || sign === '!' ? undefined : `Between ${before.value} and ${sign} something is missing.`;
}

const INFIX = /^([-+*/^&<>=]|<=|>=|<>)$/;
/** What is read as a name and is none: currency signs, and the quotes of a letter. */
const NO_NAME = /^[€£¥“”„‘’]/;

function unknownSign(value: string): string {
  if (/^[€£¥$]/.test(value))
    return `${value}: a number in a formula has no sign of its currency; the format of a cell shows it.`;
  if (/^[“”„‘’]/.test(value)) return `${value}: text in a formula has straight quotes, as in "text".`;
  if (/^'.*'$/.test(value)) return `${value}: text in a formula has double quotes, as in "text".`;
  return `${value} cannot be read in a formula.`;
}

const opening = ({ sign, call }: Open): string => `${call}${sign}`;
const closing = ({ sign }: Open): string => (sign === '(' ? ')' : '}');

const OPERANDS = ['number', 'string', 'bool', 'error', 'range', 'range_beam', 'range_named', 'structured', 'func'];
const isOperand = ({ type }: Token): boolean => OPERANDS.includes(type);
/** A space between two references asks for the cells they share; a function may answer with one. */
const shareCells = (a: Token, b: Token): boolean => [a, b].every((each) => each.type === 'func' || isReference(each));
const isReference = ({ type }: Token): boolean => type.startsWith('range') || type === 'structured';

/** A sheet that is not there, or cells that went with what they stood in. */
export function missingCells(formula: string, sheets: readonly string[]): string | undefined {
  for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
    if (type === 'error' && value.endsWith('#REF!')) {
      return 'The formula has #REF! where cells were that have been deleted: say there which cells are meant.';
    }
    const [, quoted, plain] = /^(?:'((?:[^']|'')+)'|([^'![\]]+))!/.exec(value) ?? [];
    const sheet = type.startsWith('range') ? (quoted?.replaceAll("''", "'") ?? plain) : undefined;
    if (sheet === undefined || /[[:]/.test(sheet)) continue; // of another workbook, or of several sheets
    if (!sheets.some((each) => each.toUpperCase() === sheet.toUpperCase())) {
      return `There is no sheet ${sheet}.${didYouMean(sheet, sheets)}`;
    }
  }
  return undefined;
}

/** A function or a name that is not known: what #NAME? means. */
export async function unknownName(formula: string, named: Named): Promise<string | undefined> {
  const tokens = tokenize(formula, { mergeRefs: true }).filter(({ type }) => type !== 'whitespace');
  const bound = boundNames(tokens);
  const functions = new Set(named.functions.map((name) => name.toUpperCase()));
  const foreign = new Set<string>();
  for (const [i, { type, value }] of tokens.entries()) {
    const name = value.toUpperCase();
    if (bound.has(name)) continue;
    if (type === 'func') {
      const plain = name.replace(/^_XLDUDF_/, '');
      if (/^_XL/.test(name))
        return `${value} is how a file has it: in a cell, type ${value.replace(/^_xl[a-z]+[._]/i, '')}.`;
      if (functions.has(plain)) continue;
      if (OURS.test(plain)) return `There is no function ${plain}.${didYouMean(plain, named.functions)}`;
      foreign.add(plain);
    } else if (type === 'range_named' && PAST_THE_END.test(value)) {
      return `There is no cell ${value}: a sheet begins at A1 and ends at XFD1048576.`;
    } else if (type === 'range_named' && !(await named.hasName(value))) {
      if (functions.has(name)) {
        return `${value} is a function: with quotes, "${name}", it is its name; with brackets, ${name}(), it is its answer.`;
      }
      if (/^[=:]$/.test(tokens[i + 1]?.value ?? '') && /^[(,]$/.test(tokens[i - 1]?.value ?? '')) {
        return `${value}${tokens[i + 1]!.value} is not known here: arguments are given in their order, without their names.`;
      }
      return `There is no name ${value}.${didYouMean(value, named.functions) || ` If it is text, it needs quotes: "${value}".`}`;
    }
  }
  if (foreign.size === 0) return undefined;
  const suspects = [...foreign].map((name) => ({ name, meant: near(name, named.functions) }));
  const misspelt = suspects.find(({ meant }) => meant !== undefined);
  if (misspelt) return `There is no function ${misspelt.name}. Did you mean ${misspelt.meant}?`;
  return suspects.length === 1
    ? `There is no function ${suspects[0]!.name} here.`
    : `One of these functions is not known here: ${[...foreign].join(', ')}.`;
}

/** Written as a cell, and yet not read as one. */
const PAST_THE_END = /^\$?[A-Z]{1,3}\$?\d{1,7}$/i;
const OURS = /^(TAAS|BEDROCK)/;

function didYouMean(name: string, known: readonly string[]): string {
  const meant = near(name, known);
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}

/** What LET and LAMBDA name for themselves. */
function boundNames(tokens: readonly Token[]): Set<string> {
  const bound = new Set<string>();
  const open: Open[] = [];
  for (const [i, { type, value }] of tokens.entries()) {
    const its = open.at(-1);
    const isFollowed = tokens[i + 1]?.value === ',';
    const isFirst = /^[(,]$/.test(tokens[i - 1]?.value ?? '');
    if (type === 'range_named' && its && isFollowed && isFirst) {
      const isLet = its.call === 'LET' && its.argument % 2 === 0;
      if (isLet || its.call === 'LAMBDA') bound.add(value.toUpperCase());
    }
    if (value === '(' || value === '{') {
      const before = tokens[i - 1];
      const call = before?.type === 'func' ? before.value.toUpperCase().replace(/^_XLFN\./, '') : '';
      open.push({ sign: value, call, argument: 0 });
    } else if (value === ')' || value === '}') open.pop();
    else if (value === ',' && its) its.argument += 1;
  }
  return bound;
}
