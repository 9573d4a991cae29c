import { decided } from '../doubt';
import { isAbsolute, type Expression } from '../expression';
import type { Form, Operation } from '../operations';
import { bracketed, joined, RANK, whole, type Written } from './brackets';

/** What the loops are written with: a double that is finite, or none; in JavaScript NaN to the power 0 is 1. */
export const PRELUDE = `const finite = (x) => x - (x - x);
const power = (base, exponent) => (base === base ? finite(Math.pow(base, exponent)) : base);`;

/** What has no value. V8 takes NaN for anything there may be, and 0/0 for a double. */
const NOTHING: Written = { text: '0/0', rank: RANK.div };
const DOUBT = 'doubt=0/0';

/** A looser test of a difference of such size sends a few more rows to where they are decided, and is no work itself. */
const SMALL = 1e-5;

const FORMS: Readonly<Record<Exclude<Operation, 'when' | 'atLeast' | 'above' | 'sum'>, Form>> = {
  plus: '+',
  minus: '-',
  times: '*',
  div: '/',
  pow: (a, b) => `power(${a},${b})`,
  max: (a, b) => `Math.max(${a},${b})`,
  min: (a, b) => `Math.min(${a},${b})`,
  exp: (a) => `finite(Math.exp(${a}))`,
  expm1: (a) => `finite(Math.expm1(${a}))`,
  ln: (a) => `finite(Math.log(${a}))`,
  log1p: (a) => `finite(Math.log1p(${a}))`,
};

/** A node as it is written: what of, which of that twice, and how. */
interface Part {
  readonly of: readonly Expression[];
  readonly twice?: readonly Expression[];
  readonly write: (...operands: Written[]) => Written;
}

/**
 * A formula as the source of one plain loop over columns of doubles, to be compiled with everything else: nothing is
 * compiled where it runs. A row that doubles cannot decide is NaN, and then NaN is what the loop returns.
 * @param paths the inputs, in the order in which they are handed over
 * @param isHeld of which of them there is one number for all rows instead of a column
 */
export function kernel(formula: Expression, paths: readonly string[], isHeld: (path: string) => boolean): string {
  const { now, clear, ties } = decided([formula]);
  const tests = new Set(clear);
  const remembered: string[] = [];
  const lines: string[] = [];

  const parts = new Map<Expression, Part>();
  const uses = new Map<Expression, number>();
  const root = now(formula);
  visit(root);
  const written = new Map<Expression, Written>();
  for (const [node, { of, write }] of parts) {
    const all = write(...of.map((operand) => written.get(operand)!));
    const isName = node.op === 'constant' || node.op === 'none' || (node.op === 'input' && isHeld(node.name));
    if (isName || uses.get(node)! < 2) written.set(node, all);
    else {
      const name = `v${lines.length}`;
      lines.push(`const ${name}=${all.text};`);
      written.set(node, whole(name));
    }
  }
  const row = `${lines.join('')}out[i]=${written.get(root)!.text}`;
  const variables = [...(row.includes(DOUBT) ? ['doubt=0'] : []), ...remembered];
  const before = variables.length > 0 ? `let ${variables.join(',')};` : '';
  const after = row.includes(DOUBT) ? 'return doubt' : '';
  return `(${['out', 'rows', ...paths.map((_, j) => `c${j}`)].join(',')})=>{${before}for(let i=0;i<rows;i++){${row}}${after}}`;

  /** Operands before what is made of them. */
  function visit(node: Expression): void {
    uses.set(node, (uses.get(node) ?? 0) + 1);
    if (parts.has(node)) return;
    const part = partOf(node);
    for (const operand of [...part.of, ...(part.twice ?? [])]) visit(operand);
    parts.set(node, part);
  }

  function partOf(node: Expression): Part {
    const { op, args } = node;
    switch (op) {
      case 'input':
        return { of: [], write: () => whole(input(node.name)) };
      case 'constant':
        return { of: [], write: () => number(node.value) };
      case 'none':
        return { of: [], write: () => NOTHING };
      case 'when':
        return choice(args as [Expression, Expression, Expression]);
      case 'atLeast':
      case 'above':
        throw new Error('A test is written where something hangs on it.');
      case 'sum':
        return { of: args, write: (...xs) => xs.reduce((total, x) => joined('plus', '+', total, x, false)) };
      case 'div':
        return { of: args, write: (a, b) => whole(`finite(${joined('div', '/', a, b, false).text})`) };
      case 'exp':
      case 'expm1':
      case 'ln':
      case 'log1p':
        return { of: args, twice: args, write: (x) => remember(x.text, FORMS[op] as (x: string) => string) };
      default: {
        if (isAbsolute(node)) return { of: args.slice(0, 1), write: (x) => whole(`Math.abs(${x.text})`) };
        const form = FORMS[op];
        if (typeof form !== 'string') return { of: args, write: (...xs) => whole(form(...xs.map(({ text }) => text))) };
        return { of: args, write: (a, b) => joined(op, form, a, b, false) };
      }
    }
  }

  function input(path: string): string {
    const name = `c${paths.indexOf(path)}`;
    return isHeld(path) ? name : `${name}[i]`;
  }

  /** A power or a logarithm takes as long as all the rest; what does not vary is computed once. */
  function remember(x: string, form: (x: string) => string): Written {
    const [was, is] = [`was${remembered.length}`, `is${remembered.length}`];
    remembered.push(`${was}=0/0`, `${is}=0/0`);
    return { text: `${x}===${was}?${is}:${is}=${form(`${was}=${x}`)}`, rank: RANK.when };
  }

  function choice([test, a, b]: readonly [Expression, Expression, Expression]): Part {
    if (isNone(test)) return { of: [], write: () => NOTHING };
    const tie = ties.get(test);
    if (tie) {
      const { difference } = tie;
      const tolerance = loosened(tie.tolerance);
      return {
        of: [difference, tolerance, a, b],
        twice: [difference, tolerance],
        write: (x, y, yes, no) => chosen(above(x, y), yes, `${above(negative(y), x)}?${branch(no)}:${DOUBT}`),
      };
    }
    const [x, y] = test.args as [Expression, Expression];
    if (tests.has(test)) return { of: [x, loosened(y), a], write: (x, y, yes) => chosen(above(x, y), yes, DOUBT) };
    const [is, isNot] = test.op === 'above' ? ['>', '<='] : ['>=', '<'];
    const compared = (sign: string) => (x: Written, y: Written) => `${side(x)}${sign}${side(y)}`;
    const none = NOTHING.text;
    if (isNone(b)) return { of: [x, y, a], write: (x, y, yes) => chosen(compared(is)(x, y), yes, none) };
    if (isNone(a)) return { of: [x, y, b], write: (x, y, no) => chosen(compared(isNot)(x, y), no, none) };
    return {
      of: [x, y, a, b],
      twice: [x, y],
      write: (x, y, yes, no) => chosen(compared(is)(x, y), yes, `${compared(isNot)(x, y)}?${branch(no)}:${none}`),
    };
  }
}

const isNone = ({ op, value }: Expression): boolean => op === 'none' || (op === 'constant' && Number.isNaN(value));

const number = (x: number): Written =>
  Number.isNaN(x) ? NOTHING : { text: String(x), rank: x < 0 ? 0 : RANK.constant };

const side = (x: Written): string => bracketed(x, RANK.plus);
const branch = (x: Written): string => bracketed(x, RANK.when);
const above = (x: Written, y: Written): string => `${side(x)}>${side(y)}`;
const negative = (x: Written): Written => ({ text: `-${bracketed(x, RANK.constant)}`, rank: RANK.constant });
const chosen = (test: string, a: Written, otherwise: string): Written => ({
  text: `${test}?${branch(a)}:${otherwise}`,
  rank: RANK.when,
});

function loosened(tolerance: Expression): Expression {
  const { high } = tolerance.range;
  return high <= SMALL ? tolerance.graph.constant(Number((1.1 * high).toPrecision(2))) : tolerance;
}
