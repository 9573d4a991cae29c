import { isAbsolute, isConstant, simplified, type Expression, type Op } from '../expression';
import { RANK, WHOLE } from './brackets';
import type { Named } from './print';

/** A piece of mathematics in TeX. */
export interface Notation {
  readonly tex: string;
  /** how strongly it holds together */
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

/** How names are written, and which of them are one of a row. */
export interface Symbols {
  readonly symbol: (name: string, running?: Running) => Notation;
  /** 3 of `opening_3` */
  readonly indexOf: (name: string) => number | undefined;
}

interface Context {
  readonly symbols: Symbols;
  /** lines written by their name */
  readonly named: Named;
  readonly running: Running | undefined;
  /** how many sums it stands in */
  readonly depth: number;
}

const SUM_LETTERS = ['i', 'j', 'n'];

/** The textbook form of an expression: fractions, powers, cases and sums. */
export const notationOf = (node: Expression, symbols: Symbols, named: Named, running: Running | undefined): Notation =>
  notation(node, { symbols, named, running, depth: 0 }, true);

const part = (node: Expression, context: Context): Notation => {
  const name = context.named.get(node);
  return name === undefined ? notation(node, context) : context.symbols.symbol(name, context.running);
};

/** @param whole false where it is a part of something, so that cases need a bracket */
function notation(node: Expression, context: Context, whole = false): Notation {
  const simpler = simplified(node);
  return simpler ? part(simpler, context) : FORMS[node.op](node, context, whole);
}

type Form = (node: Expression, context: Context, whole: boolean) => Notation;

const of =
  (form: (...operands: Notation[]) => Notation): Form =>
  ({ args }, context) =>
    form(...args.map((arg) => part(arg, context)));

const FORMS: Readonly<Record<Op, Form>> = {
  input: ({ name }, { symbols, running }) => symbols.symbol(name, running),
  constant: ({ value }) => numeral(value),
  none: () => atom('\\text{no answer}', 9),
  plus: of((a, b) => sumOf([...termsOf(a), ...termsOf(b)])),
  minus: difference,
  times: of((a, b) => product(a, b)),
  div: of((a, b) => fraction(a, b)),
  pow: of((a, b) => power(bracketed(a, WHOLE), b)),
  exp: ({ args: [exponent] }, context) => exponential(exponent!, context),
  expm1: ({ args: [exponent] }, context) =>
    sumOf([
      { sign: '+', notation: exponential(exponent!, context) },
      { sign: '-', notation: numeral(1) },
    ]),
  ln: of((a) => around('\\ln\\left(', a, '\\right)', 4)),
  log1p: of((a) => around('\\ln\\left(', onePlus(a), '\\right)', 4)),
  max: (node, context) =>
    isAbsolute(node)
      ? around('\\left|', part(node.args[0]!, context), '\\right|', 2)
      : of((a, b) => choiceOf('\\max', a, b))(node, context, false),
  min: of((a, b) => choiceOf('\\min', a, b)),
  atLeast: of((...sides) => joined(sides, ' \\ge ', 3, RANK.atLeast)),
  above: of((...sides) => joined(sides, ' > ', 3, RANK.above)),
  when: (node, context, whole) => {
    const taken = decided(node);
    return taken === node ? cases(node, context, whole) : part(taken, context);
  },
  sum: ({ args }, context) => summed(args, context),
};

/** What is taken from nothing is negative. */
function difference({ args }: Expression, context: Context): Notation {
  const [a, b] = args as [Expression, Expression];
  if (!isConstant(a, 0))
    return sumOf([...termsOf(part(a, context)), { sign: '-', notation: bracketed(part(b, context), RANK.times) }]);
  return b.op === 'expm1' && !context.named.has(b) ? lessPower(b.args[0]!, context) : negative(part(b, context));
}

/** e to the power ln(1 + r)·n is (1 + r)ⁿ. */
function exponential(exponent: Expression, context: Context): Notation {
  const [rate, years] = exponent.op === 'times' ? exponent.args : [];
  if (rate?.op !== 'log1p' || context.named.has(rate) || context.named.has(exponent))
    return power(atom('e', 1), part(exponent, context));
  return power(bracketed(onePlus(part(rate.args[0]!, context)), WHOLE), part(years!, context));
}

/** What is left of 1: 1 − (1 + r)⁻ⁿ. */
const lessPower = (exponent: Expression, context: Context): Notation =>
  sumOf([
    { sign: '+', notation: numeral(1) },
    { sign: '-', notation: exponential(exponent, context) },
  ]);

const onePlus = (x: Notation): Notation => sumOf([{ sign: '+', notation: numeral(1) }, ...termsOf(x)]);

/** A test of two numbers is decided before it is printed. */
function decided(node: Expression): Expression {
  if (node.op !== 'when') return node;
  const [test, then, otherwise] = node.args as [Expression, Expression, Expression];
  const [a, b] = test.args as [Expression, Expression];
  if (a.op !== 'constant' || b.op !== 'constant') return node;
  const holds = test.op === 'atLeast' ? a.value >= b.value : a.value > b.value;
  return decided(holds ? then : otherwise);
}

const atom = (tex: string, width: number): Notation => ({ tex, width, rank: WHOLE });

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
  const whole = joined([bracketed(a, RANK.times), bracketed(b, RANK.times)], ' \\times ', 3, RANK.times);
  if (!a.lines || a.rank >= RANK.times || b.lines) return whole;
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

const negative = (x: Notation): Notation => sumOf([{ sign: '-', notation: bracketed(x, RANK.times) }]);

const termsOf = (x: Notation): readonly Term[] => x.terms ?? [{ sign: '+', notation: x }];

function sumOf(terms: readonly Term[]): Notation {
  if (terms.length === 1 && terms[0]!.sign === '+') return terms[0]!.notation;
  const lines = terms.map(({ sign, notation }, i) => `${i === 0 && sign === '+' ? '' : `${sign} `}${notation.tex}`);
  return {
    tex: lines.join(' '),
    lines,
    width: terms.reduce((width, { notation }) => width + notation.width + 3, -3),
    rank: RANK.sum,
    terms,
  };
}

/** `when` in `when` reads as one list of cases. */
function cases(node: Expression, context: Context, whole: boolean): Notation {
  const rows: (readonly [value: Notation, condition: string, width: number])[] = [];
  let rest = node;
  do {
    const [test, then, otherwise] = rest.args as [Expression, Expression, Expression];
    const condition = notation(test, context);
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
  return whole ? list : bracketed({ ...list, rank: RANK.when }, RANK.times);
}

/** Cases inside a case need no bracket. */
const inCase = (node: Expression, context: Context): Notation =>
  context.named.has(node) ? part(node, context) : notation(node, context, true);

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
      const body = bracketed(first.notation, RANK.times);
      const notation = {
        tex: `\\sum_{${letter}=${first.base}}^{${last}} ${body.tex}`,
        width: body.width + 3,
        rank: RANK.times,
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
  const base = lowestIndex(node, context.symbols, context.named);
  if (base === undefined) return undefined;
  return { base, notation: part(node, { ...context, running: { letter, base }, depth: context.depth + 1 }) };
}

/** The lowest index of anything in the expression; undefined where nothing has one. */
export function lowestIndex(node: Expression, { indexOf }: Symbols, named: Named): number | undefined {
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

/** A number as written: thousands apart, powers of ten for the very small and the very large. */
function numeral(value: number): Notation {
  const [digits = '', exponent] = String(Number(value.toPrecision(12))).split('e');
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '{,}');
  const tex = exponent === undefined ? grouped : `${grouped} \\times 10^{${Number(exponent)}}`;
  return { tex, width: digits.length, rank: value < 0 ? RANK.sum : exponent === undefined ? WHOLE : RANK.times };
}
