/** Arguments made from what a function declares, for tests that loop over the catalogue. */
import fc from 'fast-check';
import type { Definition } from '../../src/catalogue/define';
import type { Rule } from '../../src/catalogue/rules';
import { defaultOf, inHelp, kindOf, type Parameter } from '../../src/catalogue/parameters';
import type { Limits } from '../../src/catalogue/domain';
import type { Sample } from '../../src/catalogue/kind';
import { isAssumption, withoutAssumption } from '../../src/catalogue/lift';

export type Arguments = Readonly<Record<string, unknown>>;

/** Where a parameter declares no end of its range. */
const FAR = 10;
const LONGEST_LIST = 5;
/** Lengths of a calculation beyond this are tried at the edges only. */
const LONGEST_COUNT = 24;

/** The declared range. An exclusive lower bound is approached, not met. */
function declaredRange({ min, max, above }: Limits): [low: number, high: number] {
  const low = min ?? (above === undefined ? -FAR : above + 1e-6);
  return [low, max ?? Math.max(low, 0) + FAR];
}

/** What is plausible where the base case says so, else what is declared. */
function plausibleRange(limits: Limits, parameter: Parameter): [low: number, high: number] {
  const [low, high] = declaredRange(limits);
  const fallback = defaultOf(parameter);
  const plausible = isAssumption(fallback) ? fallback.range : undefined;
  return plausible ? [Math.max(low, plausible[0]), Math.min(high, plausible[1])] : [low, high];
}

/** A number of few digits, so that what is printed is what was computed with. */
const between = ([low, high]: [number, number]): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1000 }).map((k) => Number((low + ((high - low) * k) / 1000).toPrecision(12)));

const edges = ([low, high]: [number, number]): fc.Arbitrary<number> => fc.constantFrom(low, high);

/** Numbers as people type them. */
const round = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((k) => k / 10),
  fc.integer({ min: 1, max: 99 }).map((k) => k / 100),
  fc.integer({ min: 1, max: 12 }),
);

/** One or two of them with their complements, sums, differences and multiples: what meets a threshold, or cancels. */
const few = fc.array(round, { minLength: 1, maxLength: 2 }).map(([x, y = x]) => {
  const related = [0, 1, x!, y!, 1 - x!, 1 - y!, x! + y!, -x! - y!, y! - x!, x! - y!, 3 * x!, x! * y!];
  return [...new Set(related.map((each) => Number(each.toPrecision(12)) + 0))];
});

const among =
  (numbers: readonly number[]) =>
  ([low, high]: [number, number]): fc.Arbitrary<number> => {
    const fitting = numbers.filter((x) => x >= low && x <= high);
    return fitting.length > 0 ? fc.constantFrom(...fitting) : edges([low, high]);
  };

/** Shares in tenths that sum to 1. */
const tenths = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: 10 }), { minLength: length - 1, maxLength: length - 1 }).map((cuts) => {
    const ends = [0, ...cuts.sort((a, b) => a - b), 10];
    return ends.slice(1).map((end, i) => (end - ends[i]!) / 10);
  });

/** Thresholds and rates among these. */
const tiersAmong = (numbers: readonly number[]): fc.Arbitrary<number[][]> =>
  fc
    .tuple(
      fc.subarray(numbers.filter((x) => x > 0)),
      fc.array(fc.constantFrom(...numbers.filter((x) => x >= 0 && x <= 1)), { minLength: 9, maxLength: 9 }),
    )
    .map(([from, rates]) => [0, ...from.slice(0, 8).sort((a, b) => a - b)].map((at, i) => [at, rates[i]!]));

/** Rates so small that 1 + r is hardly more than 1. */
const NEAR_ZERO = [0, 1e-15, 1e-14, 3e-13, 1e-12, 7e-10, 1e-9, 1e-6, 1e-3].flatMap((x) => [x, -x]);

/** Shares that sum to 1, as an analyst rounds them. */
const shares = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 100 }), { minLength: length, maxLength: length }).map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });

const tiers = (rateTo: number): fc.Arbitrary<number[][]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 1000 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((steps) => {
      let from = 0;
      return steps.map(([width, rate], i) => [
        i === 0 ? 0 : (from = Number((from + width / 500).toPrecision(12))),
        Number(((rate / 1000) * rateTo).toPrecision(12)),
      ]);
    });

const totalOf = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

const has = <K extends string>(rule: Rule, key: K): rule is Extract<Rule, Record<K, unknown>> => key in rule;

/** How many values the lists of a function have together: those that keep their default set the length. */
function lengthOfDefaults(definition: Definition): number | undefined {
  const lengths = Object.values(definition.parameters)
    .filter((parameter) => kindOf(parameter).shape === 'line')
    .flatMap((parameter) => (withoutAssumption(defaultOf(parameter)) as readonly unknown[] | undefined)?.length ?? []);
  return lengths[0];
}

interface Choices {
  /** the range numbers are drawn from */
  readonly within: (limits: Limits, parameter: Parameter) => [number, number];
  readonly draw: (range: [number, number], limits: Limits, parameter: Parameter) => fc.Arbitrary<number>;
  /** false: every parameter that can be given is given */
  readonly omit: boolean;
  /** so many shares that sum to 1 */
  readonly wholes?: (length: number) => fc.Arbitrary<number[]>;
  /** thresholds and rates */
  readonly table?: fc.Arbitrary<number[][]>;
}

/** Arguments by name that the gate takes, for functions that calculate. */
function givenBy(
  definition: Definition,
  { within, draw, omit, wholes = shares, table = tiers(1) }: Choices,
): fc.Arbitrary<Arguments> {
  const entries = Object.entries(definition.parameters);
  const together = definition.rules.flatMap((rule) => (has(rule, 'together') ? [...rule.together] : []));
  const needed = definition.rules.flatMap((rule) => (has(rule, 'needs') ? [rule.needs] : []));
  const summing = definition.rules.flatMap((rule) => (has(rule, 'sumsToOne') ? [rule.sumsToOne] : []));
  const totals = definition.rules.flatMap((rule) => (has(rule, 'sumsAboveZero') ? [rule.sumsAboveZero] : []));
  const fixed = lengthOfDefaults(definition);

  const drawn = (sample: Sample, parameter: Parameter, length: number): fc.Arbitrary<unknown> => {
    if ('oneOf' in sample) return fc.constantFrom(...sample.oneOf);
    if ('steps' in sample) return table;
    if ('rows' in sample) return fc.nat(50).map((first) => Array.from({ length }, (_, i) => sample.rows(first + i)));
    if ('listOf' in sample)
      return fc.array(drawn(sample.listOf, parameter, length), { minLength: length, maxLength: length });
    const { number, shapes, whole } = sample;
    const [low, high] = within(number, parameter);
    if (!shapes) return draw([low, high], number, parameter);
    const most = omit ? Math.min(high, Math.max(low, LONGEST_COUNT)) : high;
    if (!whole) return draw([low, most], number, parameter);
    return draw([Math.ceil(low), Math.floor(most)], number, parameter).map(Math.round);
  };

  const value = (name: string, parameter: Parameter, length: number): fc.Arbitrary<unknown> | undefined => {
    const sample = inHelp(parameter).sample?.(parameter);
    if (summing.includes(name)) return wholes(length);
    const values = sample && drawn(sample, parameter, length);
    if (!totals.includes(name)) return values;
    return (values as fc.Arbitrary<number[]>).map((xs) => (totalOf(xs) < 0 ? xs.map((x) => -x) : xs));
  };

  return fc
    .record({ length: fc.integer({ min: 1, max: LONGEST_LIST }), whole: omit ? fc.boolean() : fc.constant(true) })
    .chain(({ length, whole }) => {
      const size = together.length > 0 && whole ? length : (fixed ?? length);
      const arbitraries = entries.flatMap(([name, parameter]): [string, fc.Arbitrary<unknown>][] => {
        const given = value(name, parameter, size);
        if (!given) return [];
        const optional = omit && !('required' in parameter) && !needed.includes(name);
        if (together.includes(name)) return whole ? [[name, given]] : [];
        return [[name, optional ? fc.option(given, { freq: 3, nil: null }) : given]];
      });
      return fc.record(Object.fromEntries(arbitraries));
    });
}

/** Plausible arguments, some left out. */
export const inRange = (definition: Definition): fc.Arbitrary<Arguments> =>
  givenBy(definition, { within: plausibleRange, draw: between, omit: true });

/** Every argument given, each number at one end of what is declared. */
export const atEdges = (definition: Definition): fc.Arbitrary<Arguments> =>
  givenBy(definition, { within: declaredRange, draw: edges, omit: false });

/** Round numbers that meet each other: zeros, equal inputs, complements, multiples. */
export const roundNumbers = (definition: Definition): fc.Arbitrary<Arguments> =>
  few.chain((numbers) =>
    givenBy(definition, {
      within: declaredRange,
      draw: among(numbers),
      omit: true,
      wholes: tenths,
      table: tiersAmong(numbers),
    }),
  );

export const hasRate = (definition: Definition): boolean =>
  Object.values(definition.parameters).some((parameter) => 'unit' in parameter && parameter.unit === 'rate');

/** Plausible arguments with rates near zero. */
export const ratesNearZero = (definition: Definition): fc.Arbitrary<Arguments> =>
  givenBy(definition, {
    within: plausibleRange,
    draw: (range, limits, parameter) =>
      'unit' in parameter && parameter.unit === 'rate' ? among(NEAR_ZERO)(declaredRange(limits)) : between(range),
    omit: true,
  });
