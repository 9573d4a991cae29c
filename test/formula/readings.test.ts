/** Random formulas read every way, against fractions of whole numbers. */
import fc from 'fast-check';
import { columns } from '../../src/formula/columns';
import { Decimal, exact, Exact } from '../../src/formula/exact';
import { Graph, type Expression } from '../../src/formula/expression';
import { OPERATIONS, type Operation } from '../../src/formula/operations';
import { native } from '../../src/formula/print/excel';
import type { Num } from '../../src/formula/num';
import { evaluated } from '../engines/ironcalc';
import { decimals, formulas, inFractions, INPUTS, read, values, type Tree } from './random-formula';

const cases = fc.sample(fc.tuple(formulas, values), { numRuns: 1500, seed: 20260331 });

const asDecimals = (tree: Tree, x: Readonly<Record<string, number>>): Exact => {
  const inputs = Object.fromEntries(INPUTS.map((name) => [name, new Exact(new Decimal(x[name]!), name)]));
  return read(tree, inputs, exact()) as Exact;
};

const onSymbols = (tree: Tree, fold: boolean): { graph: Graph; root: Expression } => {
  const graph = new Graph(fold);
  const inputs: Record<string, Num> = Object.fromEntries(INPUTS.map((name) => [name, graph.input(name)]));
  return { graph, root: read(tree, inputs, graph.maths) as Expression };
};

test('decimals agree with fractions to 24 places, and have a fault exactly where these divide by zero', () => {
  let faults = 0;
  for (const [tree, x] of cases) {
    const fraction = inFractions(tree, x);
    const { value, fault } = asDecimals(tree, x);
    if (!fraction) {
      faults++;
      expect(fault?.code).toBe('#DIV/0!');
      continue;
    }
    expect(fault).toBeUndefined();
    const far = value.minus(decimals(fraction, 40)).abs();
    expect(far.lte(new Decimal('1e-24').times(Decimal.max(1, value.abs())))).toBe(true);
  }
  expect(faults).toBeGreaterThan(50);
});

test('columns agree with fractions, row by row, and are NaN where these divide by zero', () => {
  for (const [tree] of cases.slice(0, 400)) {
    const rows = cases.slice(0, 40).map(([, x]) => x);
    const out = new Float64Array(rows.length);
    const { root } = onSymbols(tree, true);
    columns([root]).run(
      Object.fromEntries(INPUTS.map((name) => [name, Float64Array.from(rows, (x) => x[name]!)])),
      rows.length,
      [out],
    );
    const wrong = rows.filter((x, i) => {
      const fraction = inFractions(tree, x);
      if (!fraction) return !Number.isNaN(out[i]);
      const expected = Number(decimals(fraction, 40));
      return !(Math.abs(out[i]! - expected) <= 1e-9 * Math.max(1, Math.abs(expected)));
    });
    expect(wrong).toEqual([]);
  }
});

/** The graph walked node by node with the table of operations, as slowly and plainly as can be. */
function walked(node: Expression, x: Readonly<Record<string, number>>): number {
  if (node.op === 'input') return x[node.name]!;
  if (node.op === 'constant') return node.value;
  const args = node.args.map((arg) => walked(arg, x));
  return OPERATIONS[node.op as Operation].double(...args);
}

test('folding constants, sharing and fusing change no digit', () => {
  for (const [tree, x] of cases) {
    const out = new Float64Array(1);
    const row = Object.fromEntries(INPUTS.map((name) => [name, Float64Array.of(x[name]!)]));
    columns([onSymbols(tree, true).root]).run(row, 1, [out]);
    expect(out[0]! + 0).toBe(walked(onSymbols(tree, false).root, x) + 0);
  }
});

test('native formulas agree with fractions in IronCalc, whatever the lines are called', () => {
  const some = cases.slice(0, 700);
  const judged = evaluated(
    some.map(([tree, x]) => {
      const { graph, root } = onSymbols(tree, false);
      return native([[root]], graph.steps, Object.fromEntries(INPUTS.map((name) => [name, String(x[name])])));
    }),
  );
  const wrong = some.flatMap(([tree, x], i) => {
    const fraction = inFractions(tree, x);
    const expected = fraction ? Number(decimals(fraction, 40)) : '#DIV/0!';
    const got = judged[i]!;
    const agrees =
      typeof expected === 'string' || typeof got === 'string'
        ? got === expected
        : Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    return agrees ? [] : [`${JSON.stringify(tree)} on ${JSON.stringify(x)}: ${expected}, IronCalc ${got}`];
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});
