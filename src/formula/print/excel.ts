import { inOrder, type Expression, type Op, type Operation } from '../expression';
import { expm1NearZero, log1pNearZero, NEAR_ZERO } from '../near-zero';

type Infix = 'plus' | 'minus' | 'times' | 'div';
type Called = Exclude<Operation, Infix> | 'none';

/** How one language writes an expression. */
export interface Dialect {
  name(name: string): string;
  number(value: number): string;
  /** How + − × ÷ are written, where not as in a program. */
  readonly signs?: Readonly<Record<Infix, string>>;
  /** Everything else. */
  readonly calls: Readonly<Record<Called, (...args: string[]) => string>>;
}

const INFIX: Readonly<Record<Infix, { readonly sign: string; readonly rank: number }>> = {
  plus: { sign: '+', rank: 1 },
  minus: { sign: '-', rank: 1 },
  times: { sign: '*', rank: 2 },
  div: { sign: '/', rank: 2 },
};

const isInfix = (op: Op): op is Infix => op in INFIX;

/** Lines that already have a name are written by it. */
export type Named = ReadonlyMap<Expression, string>;

/** The text of one expression; brackets only where the reader needs them. */
export function written(node: Expression, dialect: Dialect, named: Named): string {
  const part = (x: Expression): string => named.get(x) ?? written(x, dialect, named);
  if (node.op === 'input') return dialect.name(node.name);
  if (node.op === 'constant') return dialect.number(node.value);
  if (!isInfix(node.op)) return dialect.calls[node.op](...node.args.map(part));
  const infix = INFIX[node.op];
  const [left, right] = node.args as [Expression, Expression];
  const rank = (x: Expression): number => (named.has(x) || !isInfix(x.op) ? 9 : INFIX[x.op].rank);
  const bracketed = (x: Expression, needed: boolean): string => (needed ? `(${part(x)})` : part(x));
  const notAssociative = infix.sign === '-' || infix.sign === '/';
  return (
    bracketed(left, rank(left) < infix.rank) +
    (dialect.signs?.[node.op] ?? infix.sign) +
    bracketed(right, rank(right) < infix.rank || (notAssociative && rank(right) === infix.rank))
  );
}

/** Excel keeps 15 digits of a number that is typed. A negative one is bracketed, so that signs never meet. */
const excelNumber = (value: number): string => {
  const digits = String(Number(value.toPrecision(15)))
    .replace('e+', 'E')
    .replace('e', 'E');
  return value < 0 ? `(${digits})` : digits;
};

/** Named once, however often a form repeats it. */
const once = (argument: string, form: (x: string) => string): string => `LET(x_,${argument},${form('x_')})`;

/** Worksheet functions, as Excel 2021 and Microsoft 365 know them. */
const EXCEL: Dialect = {
  name: (name) => name,
  number: excelNumber,
  calls: {
    pow: (a, b) => `POWER(${a},${b})`,
    max: (a, b) => `MAX(${a},${b})`,
    min: (a, b) => `MIN(${a},${b})`,
    exp: (a) => `EXP(${a})`,
    ln: (a) => `LN(${a})`,
    expm1: (a) => once(a, (x) => `IF(ABS(${x})<${NEAR_ZERO},${expm1NearZero(x)},EXP(${x})-1)`),
    log1p: (a) => once(a, (x) => `IF(ABS(${x})<${NEAR_ZERO},${log1pNearZero(x)},LN(1+${x}))`),
    atLeast: (a, b) => `${a}>=${b}`,
    above: (a, b) => `${a}>${b}`,
    when: (test, a, b) => `IF(${test},${a},${b})`,
    sum: (...terms) => (terms.length === 0 ? '0' : `SUM(${terms.join(',')})`),
    none: () => 'NA()',
  },
};

/** True of a word that Excel would read as a cell (`net1`, `R1C1`, `c`), which a LET name must not be. */
export const readsAsCell = (name: string): boolean => /^(?:[a-z]{1,3}[0-9]+|r[0-9]*c?[0-9]*|c[0-9]*)$/i.test(name);

/** A name that LET accepts: no cell look-alike, no brackets or dots. */
export const letName = (name: string): string => {
  const plain = name.replace(/\W+/g, '_').replace(/_$/, '');
  return readsAsCell(plain) ? `${plain}_` : plain;
};

export interface Line {
  readonly name: string;
  readonly node: Expression;
}

/** The lines that the roots need, first use first, each under a name of its own. */
export function namedLines(
  roots: readonly Expression[],
  steps: readonly Line[],
  taken: Iterable<string>,
): Map<Expression, string> {
  const needed = new Set(inOrder(roots));
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  const lines = new Map<Expression, string>();
  for (const { name, node } of steps) {
    if (!needed.has(node) || lines.has(node) || node.op === 'input' || node.op === 'constant') continue;
    let unique = letName(name);
    for (let i = 2; names.has(unique.toLowerCase()); i++) unique = letName(`${name}_${i}`);
    names.add(unique.toLowerCase());
    lines.set(node, unique);
  }
  return lines;
}

/**
 * The *native* reading: a worksheet formula that needs no add-in, with the working in LET.
 * @param bindings what each input is: a number, a cell reference or an array constant, as text
 */
export function native(
  roots: readonly (readonly Expression[])[],
  steps: readonly Line[],
  bindings: Readonly<Record<string, string>>,
): string {
  const all = roots.flat();
  // A name of the workbook must not be one of ours: LET would take our value for its cell.
  const foreign = new Set(Object.values(bindings).map((text) => text.replace(/[#[].*$/, '').toLowerCase()));
  const inputName = (path: string): string => {
    let name = letName(path);
    while (foreign.has(name.toLowerCase())) name += '_';
    return name;
  };
  const lines = namedLines(all, steps, [...foreign, ...Object.keys(bindings).map(inputName)]);
  const used = new Set(
    inOrder(all)
      .filter((node) => node.op === 'input')
      .map((node) => node.name),
  );
  const single = all.length === 1;
  const dialect: Dialect = {
    ...EXCEL,
    name: (name) => (bindings[name] === undefined ? name : inputName(name)),
    // In a table, as in the cell: "n/a", since one #N/A would take the block with it.
    calls: single ? EXCEL.calls : { ...EXCEL.calls, none: () => '"n/a"' },
  };
  const pairs = Object.entries(bindings)
    .filter(([name]) => used.has(name))
    .map(([name, text]) => `${inputName(name)},${text}`);
  const before = new Map<Expression, string>();
  for (const [node, name] of inDependencyOrder(lines)) {
    pairs.push(`${name},${written(node, dialect, before)}`);
    before.set(node, name);
  }
  const cell = (node: Expression): string => lines.get(node) ?? written(node, dialect, lines);
  const body = single ? finish(all[0]!, lines, pairs, dialect) : stacked(roots.map((row) => row.map(cell)));
  return pairs.length ? `=LET(${pairs.join(',')},${body})` : `=${body}`;
}

/** The last line need not be named only to be repeated. */
function finish(node: Expression, lines: Named, pairs: string[], dialect: Dialect): string {
  const name = lines.get(node);
  if (name === undefined) return written(node, dialect, lines);
  if (!pairs.at(-1)!.startsWith(`${name},`)) return name;
  return pairs.pop()!.slice(name.length + 1);
}

function stacked(rows: readonly (readonly string[])[]): string {
  const texts = rows.map((row) => (row.length === 1 ? row[0]! : `HSTACK(${row.join(',')})`));
  return texts.length === 1 ? texts[0]! : `VSTACK(${texts.join(',')})`;
}

function inDependencyOrder(lines: Named): [Expression, string][] {
  return inOrder([...lines.keys()]).flatMap((node) => {
    const name = lines.get(node);
    return name === undefined ? [] : [[node, name] as [Expression, string]];
  });
}

/** The same in words, as one would read it out. */
const WORDS: Dialect = {
  name: spelledOut,
  number: (value) => String(Number(value.toPrecision(6))).replace('-', '−'),
  signs: { plus: ' + ', minus: ' − ', times: ' × ', div: ' ÷ ' },
  calls: {
    pow: (a, b) => `(${a}) to the power ${b}`,
    max: (a, b) => `the larger of (${a}) and (${b})`,
    min: (a, b) => `the smaller of (${a}) and (${b})`,
    exp: (a) => `e to the power (${a})`,
    ln: (a) => `the natural logarithm of (${a})`,
    expm1: (a) => `(e to the power (${a}), less 1)`,
    log1p: (a) => `the natural logarithm of (1 + ${a})`,
    atLeast: (a, b) => `${a} is at least ${b}`,
    above: (a, b) => `${a} is above ${b}`,
    when: (test, a, b) => `(if ${test}: ${a}, else ${b})`,
    sum: (...terms) => `the sum of ${terms.map((term) => `(${term})`).join(', ')}`,
    none: () => 'no answer',
  },
};

function spelledOut(name: string): string {
  return name.replace(/_/g, ' ');
}

/** The working says what is computed; how a worksheet keeps the digits near zero is told in the native formula. */
const SYMBOLS: Dialect = {
  ...EXCEL,
  calls: { ...EXCEL.calls, expm1: (a) => `(EXP(${a})-1)`, log1p: (a) => `LN(1+${a})` },
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
    const symbols = before.get(node) ?? written(node, SYMBOLS, before);
    const words = inWords.get(node) ?? written(node, WORDS, inWords);
    if (!before.has(node) && node.op !== 'input' && node.op !== 'constant') {
      before.set(node, name);
      inWords.set(node, spelledOut(name));
    }
    return { name, symbols, words };
  });
}
