/** Random formulas, and what they come to by fractions and by plain doubles: two evaluations that no reading shares. */
import fc from 'fast-check';
import type { Maths, Num, Test } from '../../src/formula/num';

type Infix = 'plus' | 'minus' | 'times' | 'div' | 'max' | 'min';

export type Tree =
  | { readonly op: 'input'; readonly name: string }
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: Infix; readonly left: Tree; readonly right: Tree }
  | { readonly op: 'when'; readonly test: Comparison; readonly then: Tree; readonly otherwise: Tree }
  | { readonly op: 'sum'; readonly of: readonly Tree[] }
  | { readonly op: 'step'; readonly name: string; readonly of: Tree };

interface Comparison {
  readonly op: 'atLeast' | 'above';
  readonly left: Tree;
  readonly right: Tree;
}

export const INPUTS = ['spend', 'fee', 'tiers[1].rate'] as const;

/** Small multiples of a quarter: sums and products of them are exact in doubles, so no comparison hangs on a last digit. */
const quarters = fc.integer({ min: -12, max: 12 }).map((k) => k / 4);

export const values: fc.Arbitrary<Readonly<Record<string, number>>> = fc.record(
  Object.fromEntries(INPUTS.map((name) => [name, quarters])),
);

/** Names as authors write them, some of which Excel would read as cells, and some of them twice. */
const names = fc.constantFrom('net revenue', 'net_revenue', 'tax1', 'r1c1', 'c', 'total.1', 'spend', 'x');

const leafOf = (numbers: fc.Arbitrary<number>): fc.Arbitrary<Tree> =>
  fc.oneof(
    fc.constantFrom(...INPUTS).map((name) => ({ op: 'input', name }) as const),
    numbers.map((value) => ({ op: 'constant', value }) as const),
  );

const trees = (leaf: fc.Arbitrary<Tree>, divides: boolean, deep: number): fc.Arbitrary<Tree> => {
  if (deep === 0) return leaf;
  const part = trees(leaf, divides, deep - 1);
  const infix = (...ops: Infix[]): fc.Arbitrary<Tree> =>
    fc.record({ op: fc.constantFrom(...ops), left: part, right: part });
  if (!divides)
    return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 3, arbitrary: infix('plus', 'minus', 'times') });
  const compared = trees(leaf, false, Math.min(2, deep - 1));
  const test = fc.record({ op: fc.constantFrom('atLeast', 'above'), left: compared, right: compared });
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    { weight: 6, arbitrary: infix('plus', 'minus', 'times', 'div', 'max', 'min') },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('when'), test, then: part, otherwise: part }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('sum'), of: fc.array(part, { maxLength: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('step'), name: names, of: part }) },
  );
};

export const formulas: fc.Arbitrary<Tree> = trees(leafOf(quarters), true, 4);

/** Multiples of a tenth, which doubles miss: 0.1 + 0.2 is not 0.3. */
const tenths = fc.integer({ min: 0, max: 10 }).map((k) => k / 10);

export const formulasInTenths: fc.Arbitrary<Tree> = trees(leafOf(tenths), true, 4);

export const valuesInTenths: fc.Arbitrary<Readonly<Record<string, number>>> = fc.record(
  Object.fromEntries(INPUTS.map((name) => [name, tenths])),
);

/** The tree as a formula, for any reading. */
export function read(tree: Tree, x: Readonly<Record<string, Num>>, m: Maths): Num {
  const of = (part: Tree): Num => read(part, x, m);
  switch (tree.op) {
    case 'input':
      return x[tree.name]!;
    case 'constant':
      return m.num(tree.value);
    case 'max':
    case 'min':
      return m[tree.op](of(tree.left), of(tree.right));
    case 'when': {
      const test: Test = of(tree.test.left)[tree.test.op](of(tree.test.right));
      return m.when(test, of(tree.then), of(tree.otherwise));
    }
    case 'sum':
      return m.sum(tree.of.map(of));
    case 'step':
      return m.step(tree.name, of(tree.of));
    default:
      return of(tree.left)[tree.op](of(tree.right));
  }
}

export type Fraction = readonly [top: bigint, bottom: bigint];

/** The tree in fractions of whole numbers, without any rounding; undefined where it divides by zero. */
export function inFractions(tree: Tree, x: Readonly<Record<string, number>>): Fraction | undefined {
  const of = (part: Tree): Fraction | undefined => inFractions(part, x);
  const both = (a: Tree, b: Tree, then: (a: Fraction, b: Fraction) => Fraction | undefined): Fraction | undefined => {
    const [left, right] = [of(a), of(b)];
    return left && right && then(left, right);
  };
  switch (tree.op) {
    case 'input':
      return [BigInt(x[tree.name]! * 4), 4n];
    case 'constant':
      return [BigInt(tree.value * 4), 4n];
    case 'plus':
      return both(tree.left, tree.right, ([a, b], [c, d]) => [a * d + c * b, b * d]);
    case 'minus':
      return both(tree.left, tree.right, ([a, b], [c, d]) => [a * d - c * b, b * d]);
    case 'times':
      return both(tree.left, tree.right, ([a, b], [c, d]) => [a * c, b * d]);
    case 'div':
      return both(tree.left, tree.right, ([a, b], [c, d]) =>
        c === 0n ? undefined : c < 0n ? [-a * d, -b * c] : [a * d, b * c],
      );
    case 'max':
      return both(tree.left, tree.right, (a, b) => (isAtLeast(a, b) ? a : b));
    case 'min':
      return both(tree.left, tree.right, (a, b) => (isAtLeast(a, b) ? b : a));
    case 'when': {
      const [left, right] = [of(tree.test.left), of(tree.test.right)];
      if (!left || !right) return undefined;
      const holds = tree.test.op === 'atLeast' ? isAtLeast(left, right) : !isAtLeast(right, left);
      return of(holds ? tree.then : tree.otherwise);
    }
    case 'sum':
      return tree.of.reduce<Fraction | undefined>(
        (total, part) => {
          const added = of(part);
          return total && added && [total[0] * added[1] + added[0] * total[1], total[1] * added[1]];
        },
        [0n, 1n],
      );
    case 'step':
      return of(tree.of);
  }
}

const isAtLeast = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d >= c * b;

/** A fraction to so many decimal places, cut off. */
export function decimals([top, bottom]: Fraction, places: number): string {
  const scaled = (top * 10n ** BigInt(places)) / bottom;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
