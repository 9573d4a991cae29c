/** A formula as one plain loop, printed to be compiled with the add-in. */
import fc from 'fast-check';
import { columns, type Kernel } from '../../../src/formula/columns';
import { decided } from '../../../src/formula/doubt';
import { Decimal, exact, Exact } from '../../../src/formula/exact';
import { Graph, type Expression } from '../../../src/formula/expression';
import type { Maths, Num } from '../../../src/formula/num';
import { kernel, PRELUDE } from '../../../src/formula/print/kernel';
import { formulas, formulasInTenths, INPUTS, read, values, valuesInTenths } from '../random-formula';

const compiled = (loop: string): Kernel => new Function(`${PRELUDE} return ${loop}`)() as Kernel;

const printed = (root: Num, ...held: string[]): string =>
  kernel(root as Expression, INPUTS, (path) => held.includes(path));

const RATES = { low: 0, high: 1 };

/** What is written for one row, in the columns c0, c1 and c2. */
function written(formula: (spend: Num, fee: Num, rate: Num, m: Maths) => Num, ...held: string[]): string {
  const graph = new Graph();
  const [spend, fee, rate] = INPUTS.map((name) => graph.input(name, name === 'spend' ? undefined : RATES));
  const loop = printed(formula(spend!, fee!, rate!, graph.maths), ...held);
  return /i\+\+\)\{(.*?)\}(return doubt)?\}$/.exec(loop)![1]!;
}

describe('what is written', () => {
  test.each<[string, (spend: Num, fee: Num, rate: Num, m: Maths) => Num, string]>([
    ['brackets where they are needed', (a, b, c) => c.times(a.minus(b)), 'out[i]=c2[i]*(c0[i]-c1[i])'],
    ['a sum keeps its order', (a, b, c, m) => a.plus(m.sum([b, c, 2])), 'out[i]=c0[i]+(c1[i]+c2[i]+2)'],
    ['what is divided is finite', (a, b, c) => a.div(b.plus(c)), 'out[i]=finite(c0[i]/(c1[i]+c2[i]))'],
    ['what has no answer', (a, b, _, m) => m.when(a.above(b), m.none(''), b), 'out[i]=c0[i]<=v0?v0:0/0'],
    ['a size', (a, _b, _c, m) => m.max(a, m.num(0).minus(a)), 'out[i]=Math.abs(c0[i])'],
    [
      'what may be nothing but rounding is in doubt, and a test of few digits is one of a constant',
      (a, b, c) => a.div(b.minus(c.times(b))),
      'const v0=c1[i];const v1=v0-c2[i]*v0;out[i]=finite(c0[i]/(Math.abs(v1)>2.2e-12?v1:doubt=0/0))',
    ],
    [
      'so is a tie',
      (a, b, c, m) => m.when(b.times(c).above(b.plus(c)), a, 0),
      'const v0=c1[i];const v1=c2[i];const v2=v0*v1-(v0+v1);out[i]=v2>3.3e-12?c0[i]:-3.3e-12>v2?0:doubt=0/0',
    ],
  ])('%s', (_what, formula, text) => {
    expect(written(formula)).toContain(text);
  });

  test('every number once', () => {
    expect(written((a, b) => a.times(b).plus(a.times(b).div(a)))).toBe(
      'const v0=c0[i];const v1=v0*c1[i];out[i]=v1+finite(v1/v0)',
    );
  });

  test('what is held is one number', () => {
    expect(written((a, b) => a.times(b).plus(b), 'fee')).toBe('out[i]=c0[i]*c1+c1');
  });
});

test('a logarithm of what does not vary is computed once', () => {
  const graph = new Graph();
  const [spend, fee] = INPUTS.map((name) => graph.input(name, RATES));
  const loop = compiled(printed(spend!.times(graph.maths.ln(fee!))));
  const log = jest.spyOn(Math, 'log');
  const out = new Float64Array(4);
  loop(out, 4, Float64Array.of(1, 2, 3, 4), Float64Array.of(0.5, 0.5, 0.5, 0.25));
  expect(log).toHaveBeenCalledTimes(2);
  log.mockRestore();
  expect([...out]).toEqual([1, 2, 3].map((x) => x * Math.log(0.5)).concat(4 * Math.log(0.25)));
});

describe.each([
  ['in quarters, which doubles hold', formulas, values],
  ['in tenths, which doubles miss', formulasInTenths, valuesInTenths],
] as const)('random formulas %s', (_what, trees, numbers) => {
  test('give the number that passes give and decimals have, or leave it in doubt', () => {
    const seen = { doubt: 0, nothing: 0, number: 0 };
    const rows = fc.sample(numbers, { numRuns: 15, seed: 20260331 });
    const wrong = fc.sample(trees, { numRuns: 300, seed: 20260331 }).flatMap((tree) => {
      const graph = new Graph();
      const inputs = Object.fromEntries(INPUTS.map((name) => [name, graph.input(name)]));
      const root = read(tree, inputs, graph.maths) as Expression;
      const loop = compiled(printed(root));
      const { now, clear } = decided([root]);
      const passes = columns([now(root), ...clear]);
      return rows.filter((row) => {
        const given = INPUTS.map((name) => Float64Array.of(row[name]!));
        const [out, inPasses, ...isClear] = [root, root, ...clear].map(() => new Float64Array(1));
        const doubt = loop(out!, 1, ...given);
        passes.run(Object.fromEntries(INPUTS.map((name, j) => [name, given[j]!])), 1, [inPasses!, ...isClear]);
        if (Number.isNaN(doubt)) {
          seen.doubt++;
          return isClear.every(([test]) => test === 1);
        }
        const x = out![0]!;
        const decimals = Object.fromEntries(INPUTS.map((name) => [name, new Exact(new Decimal(row[name]!), name)]));
        const { value, fault } = read(tree, decimals, exact()) as Exact;
        seen[fault ? 'nothing' : 'number']++;
        const agrees = fault ? Number.isNaN(x) : Math.abs(x - value.toNumber()) <= 1e-9 * Math.max(1, Math.abs(x));
        return !agrees || !Object.is(x + 0, inPasses![0]! + 0);
      });
    });
    expect(wrong).toEqual([]);
    expect(seen.doubt).toBeGreaterThan(30);
    expect(seen.nothing).toBeGreaterThan(50);
    expect(seen.number).toBeGreaterThan(2000);
  });
});
