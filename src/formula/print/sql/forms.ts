import { isAbsolute, type Expression, type Op } from '../../expression';
import { expm1NearZero, log1pNearZero, NEAR_ZERO, type Series } from '../../near-zero';
import { bracketed, joined, RANK, WHOLE, whole, type Written } from '../brackets';
import type { Named } from '../print';
import { call, identifier, literal, type Dialect } from './dialect';

/** What the text of an expression depends on besides itself. */
export interface Context {
  readonly dialect: Dialect;
  /** expressions with a line of their own, and the name of it */
  readonly lines: Named;
  /** expressions that can be NULL although every input has a value */
  readonly mayBeNull: ReadonlySet<Expression>;
  /** under which name each input is known */
  readonly inputs: ReadonlyMap<string, string>;
}

/** How an operation is written for engines where no row may stop a query, and a row without a value is NULL. */
interface Form {
  text(node: Expression, context: Context): string;
  /** whether it may be NULL although its operands are not */
  fails(node: Expression): boolean;
  /** operands that the text names more than once */
  repeats(node: Expression, context: Pick<Context, 'dialect' | 'mayBeNull'>): readonly Expression[];
}

/** The powers of e between which EXP is a double. */
const LARGEST_EXPONENT = 709.78;
const SMALLEST_EXPONENT = -708;
/** Expressions nested deeper than this are cut into lines; engines limit the depth they parse. */
export const DEEPEST = 40;

const always = (): boolean => true;
const never = (): boolean => false;
const none = (): readonly Expression[] => [];
const all = ({ args }: Expression): readonly Expression[] => args;

const sign = (text: string): Form => ({
  text: ({ op, args }, context) => joined(op, text, part(args[0]!, context), part(args[1]!, context), false).text,
  fails: never,
  repeats: none,
});

/** Where the engine leaves NULLs out, what may be NULL is compared instead. */
const isCompared = (node: Expression, { dialect, mayBeNull }: Pick<Context, 'dialect' | 'mayBeNull'>): boolean =>
  dialect.ignoresNull && !isAbsolute(node) && node.args.some((arg) => mayBeNull.has(arg));

const extreme = (name: 'GREATEST' | 'LEAST', first: string, second: string): Form => ({
  text(node, context) {
    const [a, b] = node.args as [Expression, Expression];
    const left = text(a, context);
    if (isAbsolute(node)) return call('ABS', context.dialect, left);
    const right = text(b, context);
    if (!isCompared(node, context)) return call(name, context.dialect, left, right);
    return `CASE WHEN ${left} ${first} ${right} THEN ${left} WHEN ${left} ${second} ${right} THEN ${right} END`;
  },
  fails: never,
  repeats: (node, context) => (isCompared(node, context) ? node.args : []),
});

/** The sign of a test, the same with its sides exchanged, and the sign where it does not hold. */
const TESTS: Readonly<Partial<Record<Op, readonly [sign: string, turned: string, denied: string]>>> = {
  atLeast: ['>=', '<=', '<'],
  above: ['>', '<', '<='],
};

export const isTest = ({ op }: Expression): boolean => TESTS[op] !== undefined;

const test: Form = {
  text({ op, args: [a, b] }, context) {
    const [sign, turned] = TESTS[op]!;
    const [left, right] = [text(a!, context), text(b!, context)];
    return a!.op === 'constant' ? `${right} ${turned} ${left}` : `${left} ${sign} ${right}`;
  },
  fails: never,
  repeats: none,
};

export const FORMS: Readonly<Record<Op, Form>> = {
  input: {
    text: ({ name }, { inputs, dialect }) => identifier(inputs.get(name) ?? name, dialect),
    fails: never,
    repeats: none,
  },
  constant: {
    text: ({ value }, { dialect }) => literal(value, dialect),
    fails: ({ value }) => !Number.isFinite(value),
    repeats: none,
  },
  none: { text: (_node, { dialect }) => literal(NaN, dialect), fails: always, repeats: none },
  plus: sign(' + '),
  minus: sign(' - '),
  times: sign(' * '),
  div: {
    ...sign(' / '),
    text(node, context) {
      const [a, b] = node.args as [Expression, Expression];
      const zero = literal(0, context.dialect);
      const by = FORMS.div.fails(node)
        ? whole(call('NULLIF', context.dialect, text(b, context), zero))
        : part(b, context);
      return joined('div', ' / ', part(a, context), by, false).text;
    },
    fails: ({ args: [, by] }) => !(by!.op === 'constant' && by!.value !== 0),
  },
  max: extreme('GREATEST', '>=', '<'),
  min: extreme('LEAST', '<=', '>'),
  ln: {
    text: ({ args: [a] }, context) => logarithm(text(a!, context), context),
    fails: always,
    repeats: none,
  },
  log1p: {
    text({ args: [a] }, context) {
      const x = text(a!, context);
      return nearZero(x, log1pNearZero, logarithm(`${literal(1, context.dialect)} + ${x}`, context), context);
    },
    fails: always,
    repeats: all,
  },
  exp: {
    text({ args: [a] }, context) {
      const x = text(a!, context);
      return bounded(x, call('EXP', context.dialect, x), context);
    },
    fails: always,
    repeats: all,
  },
  expm1: {
    text({ args: [a] }, context) {
      const x = text(a!, context);
      const less = `${call('EXP', context.dialect, x)} - ${literal(1, context.dialect)}`;
      return bounded(x, nearZero(x, expm1NearZero, less, context), context, [], -1);
    },
    fails: always,
    repeats: all,
  },
  pow: { text: power, fails: always, repeats: all },
  atLeast: test,
  above: test,
  when: {
    text: choice,
    fails: never,
    repeats: ({ args: [test] }, { mayBeNull }) => (mayBeNull.has(test!) ? test!.args : []),
  },
  sum: { text: ({ args }, context) => sum(args, context), fails: never, repeats: none },
};

/** An expression, by its name where it has one. */
export function text(node: Expression, context: Context): string {
  const name = context.lines.get(node);
  return name === undefined ? FORMS[node.op].text(node, context) : identifier(name, context.dialect);
}

/** The same as an operand: CASE … END needs no bracket. */
const part = (node: Expression, context: Context): Written => ({
  text: text(node, context),
  rank: context.lines.has(node) || node.op === 'when' ? WHOLE : RANK[node.op],
});

/** Long sums are added in halves: engines limit how deep an expression may be. */
function sum(terms: readonly Expression[], context: Context): string {
  if (terms.length === 0) return literal(0, context.dialect);
  if (terms.length > DEEPEST) {
    const half = Math.ceil(terms.length / 2);
    return `(${sum(terms.slice(0, half), context)}) + (${sum(terms.slice(half), context)})`;
  }
  return terms.map((term, i) => bracketed(part(term, context), i === 0 ? RANK.sum : RANK.sum + 1)).join(' + ');
}

/** `when` in `when` is one CASE. */
function choice(node: Expression, context: Context): string {
  const { dialect, lines, mayBeNull } = context;
  const arms: string[] = [];
  for (let at = node; ;) {
    const [test, then, otherwise] = at.args as [Expression, Expression, Expression];
    if (!isTest(test)) return literal(NaN, dialect);
    arms.push(`WHEN ${FORMS[test.op].text(test, context)} THEN ${text(then, context)}`);
    const decided = !mayBeNull.has(test);
    if (decided && otherwise.op === 'when' && !lines.has(otherwise) && isTest(otherwise.args[0]!)) at = otherwise;
    else {
      const [a, b] = test.args.map((arg) => text(arg, context)) as [string, string];
      if (!decided) arms.push(`WHEN ${a} ${TESTS[test.op]![2]} ${b} THEN ${text(otherwise, context)}`);
      else if (otherwise.op !== 'none') arms.push(`ELSE ${text(otherwise, context)}`);
      return `CASE ${arms.join(' ')} END`;
    }
  }
}

function logarithm(x: string, { dialect }: Context): string {
  const zero = literal(0, dialect);
  return call('LN', dialect, call('NULLIF', dialect, call('GREATEST', dialect, x, zero), zero));
}

function nearZero(x: string, series: Series, otherwise: string, { dialect }: Context): string {
  const near = series(x, (value) => literal(value, dialect));
  return `CASE WHEN ${call('ABS', dialect, x)} < ${literal(NEAR_ZERO, dialect)} THEN ${near} ELSE ${otherwise} END`;
}

/** Nothing above the largest double; `least` below the smallest. */
function bounded(
  exponent: string,
  text: string,
  { dialect }: Context,
  more: readonly string[] = [],
  least = 0,
): string {
  const tests = [...more, `${exponent} > ${literal(LARGEST_EXPONENT, dialect)}`];
  const nothing = tests.map((test) => `WHEN ${test} THEN NULL`).join(' ');
  const tiny = `WHEN ${exponent} < ${literal(SMALLEST_EXPONENT, dialect)} THEN ${literal(least, dialect)}`;
  return `CASE ${nothing} ${tiny} ELSE ${text} END`;
}

function power({ args }: Expression, context: Context): string {
  const { dialect } = context;
  const [base, exponent] = args as [Expression, Expression];
  const [a, b, zero] = [text(base, context), text(exponent, context), literal(0, dialect)];
  const constant = (x: Expression): number => (x.op === 'constant' ? x.value : NaN);
  const notZero = constant(base) > 0 || constant(exponent) >= 0;
  const real = constant(base) >= 0 || Number.isInteger(constant(exponent));
  const size = call('LN', dialect, call('NULLIF', dialect, call('ABS', dialect, a), zero));
  return bounded(`${b} * ${size}`, call('POWER', dialect, a, b), context, [
    ...(notZero ? [] : [`${a} = ${zero} AND ${b} < ${zero}`]),
    ...(real ? [] : [`${a} < ${zero} AND ${b} <> ${call('FLOOR', dialect, b)}`]),
  ]);
}
