import { isAbsolute, type Expression } from '../../formula/expression';
import { indexOf, numeral, symbol } from './symbol';

/** A piece of mathematics in TeX. */
export interface Notation {
  readonly tex: string;
  /** how strongly it holds together: 1 a sum, 2 a product, 9 what needs no bracket */
  readonly rank: number;
  /** in characters, roughly */
  readonly width: number;
  /** of a sum: its terms */
  readonly terms?: readonly Term[];
  /** where it may be broken over lines when it is wide */
  readonly lines?: readonly string[];
}

export interface Term {
  readonly sign: '+' | '-';
  readonly notation: Notation;
}

/** A line's index: `opening_3`, or the third of a list. Written from `base`: where that is 2 it reads k+1. */
export interface Running {
  readonly letter: string;
  readonly base: number;
}

interface Context {
  /** lines written by their name */
  readonly named: ReadonlyMap<Expression, string>;
  readonly running: Running | undefined;
  /** how many sums it stands in */
  readonly depth: number;
}

const SUM_LETTERS = ['i', 'j', 'n'];

/** The textbook form of an expression: fractions, powers, cases and sums. */
export function notationOf(
  node: Expression,
  named: ReadonlyMap<Expression, string>,
  running: Running | undefined,
): Notation {
  return written(node, { named, running, depth: 0 }, true);
}

const part = (node: Expression, context: Context): Notation => {
  const name = context.named.get(node);
  return name === undefined ? written(node, context) : symbol(name, context.running);
};

function written(node: Expression, context: Context, whole = false): Notation {
  const [a, b] = node.args as [Expression, Expression];
  const of = (x: Expression): Notation => part(x, context);
  switch (node.op) {
    case 'input':
      return symbol(node.name, context.running);
    case 'constant':
      return numeral(node.value);
    case 'none':
      return atom('\\text{no answer}', 9);
    case 'plus':
      if (isConstant(b, 0)) return of(a);
      if (isConstant(a, 0)) return of(b);
      return sumOf([...termsOf(of(a)), ...termsOf(of(b))]);
    case 'minus':
      if (isConstant(b, 0)) return of(a);
      if (isConstant(a, 0) && b.op === 'expm1' && !context.named.has(b)) return lessPower(b.args[0]!, context);
      if (isConstant(a, 0)) return negative(of(b));
      return sumOf([...termsOf(of(a)), { sign: '-', notation: bracketed(of(b), 2) }]);
    case 'times':
      if (isConstant(b, 1)) return of(a);
      if (isConstant(a, 1)) return of(b);
      return product(of(a), of(b));
    case 'div':
      if (isConstant(b, 1)) return of(a);
      return fraction(of(a), of(b));
    case 'pow':
      return power(bracketed(of(a), 9), of(b));
    case 'exp':
      return exponential(a, context);
    case 'expm1':
      return sumOf([
        { sign: '+', notation: exponential(a, context) },
        { sign: '-', notation: numeral(1) },
      ]);
    case 'ln':
      return around('\\ln\\left(', of(a), '\\right)', 4);
    case 'log1p':
      return around('\\ln\\left(', onePlus(of(a)), '\\right)', 4);
    case 'max':
      if (isAbsolute(node)) return around('\\left|', of(a), '\\right|', 2);
      return choiceOf('\\max', of(a), of(b));
    case 'min':
      return choiceOf('\\min', of(a), of(b));
    case 'atLeast':
      return joined([of(a), of(b)], ' \\ge ', 3, 0);
    case 'above':
      return joined([of(a), of(b)], ' > ', 3, 0);
    case 'when':
      return decided(node) === node ? cases(node, context, whole) : of(decided(node));
    case 'sum':
      return summed(node.args, context);
  }
}

/** e to the power ln(1 + r)·n is (1 + r)ⁿ. */
function exponential(exponent: Expression, context: Context): Notation {
  const [rate, years] = exponent.op === 'times' ? exponent.args : [];
  if (rate?.op !== 'log1p' || context.named.has(rate) || context.named.has(exponent))
    return power(atom('e', 1), part(exponent, context));
  return power(bracketed(onePlus(part(rate.args[0]!, context)), 9), part(years!, context));
}

/** What is left of 1: 1 − (1 + r)⁻ⁿ. */
const lessPower = (exponent: Expression, context: Context): Notation =>
  sumOf([
    { sign: '+', notation: numeral(1) },
    { sign: '-', notation: exponential(exponent, context) },
  ]);

const onePlus = (x: Notation): Notation => sumOf([{ sign: '+', notation: numeral(1) }, ...termsOf(x)]);

const isConstant = (node: Expression, value: number): boolean => node.op === 'constant' && node.value === value;

/** A test of two numbers is decided before it is printed. */
function decided(node: Expression): Expression {
  if (node.op !== 'when') return node;
  const [test, then, otherwise] = node.args as [Expression, Expression, Expression];
  const [a, b] = test.args as [Expression, Expression];
  if (a.op !== 'constant' || b.op !== 'constant') return node;
  const holds = test.op === 'atLeast' ? a.value >= b.value : a.value > b.value;
  return decided(holds ? then : otherwise);
}

const atom = (tex: string, width: number): Notation => ({ tex, width, rank: 9 });

const around = (open: string, { tex, width }: Notation, close: string, extra: number): Notation =>
  atom(`${open}${tex}${close}`, width + extra);

const bracketed = (notation: Notation, rank: number): Notation =>
  notation.rank >= rank ? notation : around('\\left(', notation, '\\right)', 2);

const joined = (parts: readonly Notation[], sign: string, signWidth: number, rank: number): Notation => ({
  tex: parts.map(({ tex }) => tex).join(sign),
  width: parts.reduce((width, each) => width + each.width + signWidth, -signWidth),
  rank,
});

/** A product of a long sum may be broken inside the sum's bracket. */
function product(a: Notation, b: Notation): Notation {
  const whole = joined([bracketed(a, 2), bracketed(b, 2)], ' \\times ', 3, 2);
  if (!a.lines || a.rank >= 2 || b.lines) return whole;
  const lines = a.lines.map((line, i) => (i === 0 ? `\\bigl(${line}` : line));
  lines.push(`${lines.pop()!}\\bigr) \\times ${b.tex}`);
  return { ...whole, lines };
}

const fraction = (over: Notation, under: Notation): Notation =>
  atom(`\\frac{${over.tex}}{${under.tex}}`, Math.max(over.width, under.width) + 1);

const power = (base: Notation, exponent: Notation): Notation =>
  atom(`${base.tex}^{${exponent.tex}}`, base.width + Math.ceil(exponent.width * 0.7));

const choiceOf = (name: string, a: Notation, b: Notation): Notation =>
  atom(`${name}\\left(${a.tex},\\ ${b.tex}\\right)`, a.width + b.width + 7);

const negative = (x: Notation): Notation => sumOf([{ sign: '-', notation: bracketed(x, 2) }]);

const termsOf = (x: Notation): readonly Term[] => x.terms ?? [{ sign: '+', notation: x }];

function sumOf(terms: readonly Term[]): Notation {
  if (terms.length === 1 && terms[0]!.sign === '+') return terms[0]!.notation;
  const lines = terms.map(({ sign, notation }, i) => `${i === 0 && sign === '+' ? '' : `${sign} `}${notation.tex}`);
  return {
    tex: lines.join(' '),
    lines,
    width: terms.reduce((width, { notation }) => width + notation.width + 3, -3),
    rank: 1,
    terms,
  };
}

/** `when` in `when` reads as one list of cases. */
function cases(node: Expression, context: Context, whole: boolean): Notation {
  const rows: (readonly [value: Notation, condition: string, width: number])[] = [];
  let rest = node;
  do {
    const [test, then, otherwise] = rest.args as [Expression, Expression, Expression];
    const condition = written(test, context);
    rows.push([inCase(then, context), `\\text{if } ${condition.tex}`, condition.width + 3]);
    rest = context.named.has(otherwise) ? otherwise : decided(otherwise);
  } while (rest.op === 'when' && !context.named.has(rest));
  rows.push([inCase(rest, context), '\\text{otherwise}', 9]);
  const body = rows.map(([value, condition]) => `\\displaystyle ${value.tex} & ${condition}`).join(' \\\\ ');
  const width =
    Math.max(...rows.map(([value]) => value.width)) +
    Math.max(...rows.map(([, , conditionWidth]) => conditionWidth)) +
    5;
  const list = atom(`\\begin{cases}${body}\\end{cases}`, width);
  return whole ? list : bracketed({ ...list, rank: 0 }, 2);
}

/** Cases inside a case need no bracket. */
const inCase = (node: Expression, context: Context): Notation =>
  context.named.has(node) ? part(node, context) : written(node, context, true);

/** Terms that differ by their index alone are one Σ. */
function summed(args: readonly Expression[], context: Context): Notation {
  const letter = SUM_LETTERS[context.depth] ?? 'm';
  const terms: Term[] = [];
  for (let at = 0; at < args.length;) {
    const first = inRun(args[at]!, letter, context);
    let length = 1;
    if (first) {
      while (at + length < args.length) {
        const next = inRun(args[at + length]!, letter, context);
        if (next?.notation.tex !== first.notation.tex || next.base !== first.base + length) break;
        length++;
      }
    }
    if (first && length > 1) {
      const last = first.base + length - 1;
      const body = bracketed(first.notation, 2);
      const notation = {
        tex: `\\sum_{${letter}=${first.base}}^{${last}} ${body.tex}`,
        width: body.width + 3,
        rank: 2,
      };
      terms.push({ sign: '+', notation });
    } else terms.push(...termsOf(part(args[at]!, context)));
    at += length;
  }
  return terms.length === 0 ? numeral(0) : sumOf(terms);
}

function inRun(
  node: Expression,
  letter: string,
  context: Context,
): { readonly notation: Notation; readonly base: number } | undefined {
  const base = lowestIndex(node, context.named);
  if (base === undefined) return undefined;
  return { base, notation: part(node, { ...context, running: { letter, base }, depth: context.depth + 1 }) };
}

/** The lowest index of anything in the expression; undefined where nothing has one. */
export function lowestIndex(node: Expression, named: ReadonlyMap<Expression, string>): number | undefined {
  const seen = new Set<Expression>();
  let lowest = Infinity;
  const visit = (x: Expression): void => {
    if (seen.has(x)) return;
    seen.add(x);
    const name = named.get(x) ?? (x.op === 'input' ? x.name : undefined);
    if (name === undefined) x.args.forEach(visit);
    else lowest = Math.min(lowest, indexOf(name) ?? Infinity);
  };
  visit(node);
  return lowest === Infinity ? undefined : lowest;
}
