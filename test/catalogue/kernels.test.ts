/** One plain loop computes what the passes compute, for every function and option, to the last bit. */
import fc from 'fast-check';
import { inOrderOf, inputsOf, type Inputs } from '../../src/catalogue/call';
import { columnsOf, passesOf } from '../../src/catalogue/columns';
import type { Definition } from '../../src/catalogue/define';
import { isTerm, kernelOf } from '../../src/catalogue/kernels';
import { withoutAssumption } from '../../src/catalogue/lift';
import { symbolic } from '../../src/catalogue/readings';
import { numbersOf, rangeAt } from '../../src/catalogue/numbers';
import { snapped } from '../../src/catalogue/read';
import { columns, type ColumnProgram } from '../../src/formula/columns';
import { decided } from '../../src/formula/doubt';
import type { Maths } from '../../src/formula/num';
import { optionsOf } from '../../src/derive/kernels';
import { functions } from '../../src/functions';
import { catalogue } from '../functions/cell';
import './seed';

/** Each function with each of its options; what is assumed is given as a cell shows it. */
const cases = functions.flatMap((definition) =>
  optionsOf(definition).map((inputs) => {
    const options = Object.values(inputs).filter((plain) => typeof plain === 'string');
    const blank = Object.keys(inputs).filter((name) => inputs[name] === undefined);
    const title = [definition.name, ...options, ...blank.map((name) => `without ${name}`)].join(' ');
    return [title, definition, given(definition, inputs)] as const;
  }),
);

function given(definition: Definition, inputs: Inputs): Inputs {
  const shown = (x: unknown): unknown => (typeof x === 'number' ? snapped(x) : Array.isArray(x) ? x.map(shown) : x);
  const args = Object.entries(inputs).map(([name, plain]) => [name, shown(withoutAssumption(plain))]);
  return inputsOf(definition, inOrderOf(definition, Object.fromEntries(args) as Inputs));
}

const pathsOf = (definition: Definition, inputs: Inputs): string[] =>
  [...numbersOf(definition, inputs)].flatMap(([path, x]) => (x === undefined ? [] : [path]));

/** Numbers that meet thresholds, tie, leave nothing to divide by, are at the ends, or are none. */
function numberAt(definition: Definition, path: string): fc.Arbitrary<number> {
  const { low, high } = rangeAt(definition, path);
  const ends = [low, high].filter(Number.isFinite);
  const round = [0, 0.1, 0.25, 0.3, 0.5, 0.7, 1, 1.5, 2, 4].filter((x) => x >= low && x <= high);
  const within = fc.double({ noNaN: true, min: Math.max(low, -10), max: Math.min(high, 10) });
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...round, ...ends) },
    { weight: 8, arbitrary: within },
    { weight: 1, arbitrary: fc.constant(NaN) },
  );
}

const ROWS = 700;

const rowsOf = (definition: Definition, paths: readonly string[]): number[][] =>
  fc.sample(fc.tuple(...paths.map((path) => numberAt(definition, path))), { numRuns: ROWS, seed: 20260331 });

const column = (rows: readonly (readonly number[])[], j: number): Float64Array =>
  Float64Array.from(rows, (row) => row[j]!);

function computed(
  reading: typeof columnsOf,
  definition: Definition,
  inputs: Inputs,
  paths: readonly string[],
  rows: readonly (readonly number[])[],
): number[] {
  const out = new Float64Array(rows.length);
  const given = Object.fromEntries(paths.map((path, j) => [path, column(rows, j)]));
  reading(definition, inputs, paths).run(given, rows.length, [out]);
  return [...out];
}

/** The passes over all inputs, in which nothing is folded, and no row is computed in decimals. */
function inDoubles(definition: Definition, inputs: Inputs): ColumnProgram {
  const roots = symbolic(definition, inputs, () => true, true).roots.flat();
  return columns(roots.map(decided(roots).now));
}

/**
 * The rows in which a loop over some inputs differs from these, and from the passes over the same inputs, which decide
 * what it leaves in doubt: passes decide a row in decimals also where nothing hangs on what is in doubt.
 */
function differences(definition: Definition, inputs: Inputs, isVaried: (path: string) => boolean): string[] {
  const all = pathsOf(definition, inputs);
  const varied = all.filter(isVaried);
  const numbers = numbersOf(definition, inputs);
  const rows = rowsOf(definition, varied);
  const whole = rows.map((row) => all.map((path) => row[varied.indexOf(path)] ?? numbers.get(path)!));
  const got = computed(columnsOf, definition, inputs, varied, rows);
  const unfolded = computed(inDoubles, definition, inputs, all, whole);
  const same = computed(passesOf, definition, inputs, varied, rows);
  return got.flatMap((x, i) =>
    [unfolded, same].some((passes) => Object.is(x + 0, passes[i]! + 0))
      ? []
      : [`${varied.map((path, j) => `${path} ${rows[i]![j]!}`).join(', ')}: ${x}, in passes ${unfolded[i]!}`],
  );
}

describe.each(cases)('%s', (_title, definition, inputs) => {
  test('has loops', () => {
    expect(kernelOf(definition, inputs, new Set())).toBeDefined();
  });

  test('with every number varied', () => {
    expect(differences(definition, inputs, () => true).slice(0, 3)).toEqual([]);
  });

  test('with the terms of the base case fixed', () => {
    const isFixed = isTerm(definition);
    expect(differences(definition, inputs, (path) => !isFixed(path)).slice(0, 3)).toEqual([]);
  });

  test('with what changes nothing fixed too', () => {
    const numbers = numbersOf(definition, inputs);
    const isFixed = isTerm(definition);
    const isUsual = (path: string): boolean => !isFixed(path) && ![0, 1].includes(numbers.get(path)!);
    expect(differences(definition, inputs, isUsual).slice(0, 3)).toEqual([]);
  });
});

describe('what was not printed is computed in passes', () => {
  const margin = catalogue.find('TAAS_MARGIN');
  const inputs = (args: Readonly<Record<string, unknown>>): Inputs => inputsOf(margin, inOrderOf(margin, args));

  test('a table of another length', () => {
    const tiers = [
      [0, 0.2],
      [1, 0.3],
    ];
    expect(kernelOf(margin, inputs({ tiers }), new Set())).toBeUndefined();
    expect(differences(margin, inputs({ tiers }), () => true)).toEqual([]);
  });

  test.each([
    ['that is not the one that was printed', (m: Maths): Maths => ({ ...m, max: (a, b) => m.min(a, b) })],
    ['with another constant in it', (m: Maths): Maths => ({ ...m, max: (a, b) => m.max(a === 0 ? 0.1 : a, b) })],
  ])('a formula %s', (_what, changed) => {
    const other: Definition = { ...margin, formula: (x, m) => margin.formula!(x, changed(m)) };
    expect(kernelOf(margin, inputs({}), new Set())).toBeDefined();
    expect(kernelOf(other, inputs({}), new Set())).toBeUndefined();
  });

  test('an input that is declared otherwise', () => {
    const { fixed_fee } = margin.parameters;
    const other = {
      ...margin,
      parameters: { ...margin.parameters, fixed_fee: { ...fixed_fee!, min: -1 } },
    } as Definition;
    expect(kernelOf(other, inputs({}), new Set())).toBeUndefined();
  });

  test('an input that changes something in another base case', () => {
    const { infra_rate, fixed_fee } = margin.parameters;
    const changed = { ...infra_rate!, default: (fixed_fee as { default: unknown }).default };
    const other = { ...margin, parameters: { ...margin.parameters, infra_rate: changed } } as Definition;
    expect(kernelOf(other, inputs({}), new Set())).toBeUndefined();
  });
});

test('what is in doubt in every row is decided in decimals, like in passes', () => {
  const payback = catalogue.find('TAAS_PAYBACK');
  const inputs = inputsOf(payback, [10, [1], 0.1]);
  const rows = Array.from({ length: 1000 }, () => [10]);
  expect(computed(columnsOf, payback, inputs, ['capex'], rows)).toEqual(
    computed(passesOf, payback, inputs, ['capex'], rows),
  );
});
