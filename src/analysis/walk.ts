import { caseAt, casesIn } from '../catalogue/block';
import { numberOf, type Inputs } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { inputsWith } from '../catalogue/inputs';
import { kindOf } from '../catalogue/parameters';
import { isAssumption, withoutAssumption } from '../catalogue/lift';
import { elementsOf } from '../catalogue/numbers';
import { parsePath } from '../catalogue/path';
import { orProblem, Problem } from '../catalogue/problem';
import type { Plain } from '../catalogue/read';
import { functionNamed } from '../catalogue/subject';
import { isFraction, type Unit } from '../catalogue/units';
import { Decimal } from '../formula/exact';
import { rowsOf } from './rows';
import { shapley } from './shapley';
import { resultAt, scalarNamed } from './subject';

/** How what several drivers do together is shared among them. */
export const METHODS = {
  SHAPLEY: 'the mean over all orders in which the drivers could change',
  SEQUENTIAL: 'one after the other, in the order of the block',
} as const;

const OF_ONE = { BPS: [10_000, 'bp'], PP: [100, 'pp'], DEC: [1, undefined] } as const;

/** The unit of effects on a result, and how many of it are one of the result: an amount moves in its own. */
export function effectIn(unit: Unit, asked: keyof typeof OF_ONE): { readonly unit: Unit; readonly ofOne: number } {
  const [ofOne, its] = isFraction(unit) ? OF_ONE[asked] : OF_ONE.DEC;
  return { unit: its ?? unit, ofOne };
}

export interface WalkQuestion {
  readonly function: string;
  readonly cases: readonly (readonly unknown[])[];
  readonly from: string;
  readonly to: string;
  readonly method: keyof typeof METHODS;
}

/** An input that differs between the two cases, all elements of a list together, and what it did to the result. */
export interface Driver {
  readonly name: string;
  readonly from: Plain;
  readonly to: Plain;
  readonly effect: Decimal;
}

/** From the result of one case to that of another, driver by driver. */
export interface Walk {
  readonly definition: Definition;
  /** the cases as they are headed */
  readonly names: readonly [from: string, to: string];
  readonly results: readonly [from: number, to: number];
  /** in the order of the block; their effects sum to the change */
  readonly drivers: readonly Driver[];
  readonly change: Decimal;
}

/** 4,096 sets of drivers, which columns compute in milliseconds. */
const MOST_DRIVERS = 12;

/** Throws the Problem of cases that do not differ, or between which the function has no value. */
export function walkOf(question: WalkQuestion, catalogue: Catalogue): Walk {
  const found = scalarNamed(catalogue, question.function);
  const cases = casesIn(question.cases, catalogue);
  const places = [caseAt(cases, question.from, 'from'), caseAt(cases, question.to, 'to')] as const;
  const names = [cases.names[places[0]]!, cases.names[places[1]]!] as const;
  const [before, after] = places.map((at) => {
    try {
      const inputs = inputsWith(found.definition, cases.pairs(at, found.definition), found.given, 'cases');
      const definition = functionNamed(found, inputs);
      return { definition, inputs, result: numberOf(definition, inputs) };
    } catch (problem) {
      throw problem instanceof Problem ? cases.located(problem, at) : problem;
    }
  }) as [End, End];
  const { definition } = before;
  const rows = cases.pairs(places[0], definition).map(([path]) => parsePath(path)!.name);
  const drivers = [...new Set(rows)].filter((name) => isChanged(before.inputs[name], after.inputs[name]));
  if (drivers.length === 0) {
    const sentence = `${names[0]} and ${names[1]} do not differ in anything that ${definition.name} takes: there is nothing to explain.`;
    throw new Problem('#N/A', sentence, 'to');
  }
  const change = new Decimal(after.result).minus(before.result);
  /** What the function is where some drivers have changed and the others have not. */
  const between = (changed: (name: string) => boolean): Inputs => ({
    ...before.inputs,
    ...Object.fromEntries(drivers.filter(changed).map((name) => [name, after.inputs[name]])),
  });
  const effects =
    question.method === 'SEQUENTIAL'
      ? oneAfterTheOther(drivers.map((_, i) => valueWith((name) => drivers.indexOf(name) <= i)))
      : shapley(everySet(), change);
  return {
    definition,
    names,
    results: [before.result, after.result],
    change,
    drivers: drivers.map((name, i) => ({
      name,
      from: withoutAssumption(before.inputs[name]),
      to: withoutAssumption(after.inputs[name]),
      effect: effects[i]!,
    })),
  };

  function valueWith(changed: (name: string) => boolean): number {
    const result = orProblem(() => resultAt(definition, between(changed)));
    return result instanceof Problem ? refuse(changed, result.sentence) : result;
  }

  function refuse(changed: (name: string) => boolean, why: string): never {
    const moved = drivers.filter(changed).join(', ');
    const sentence = `${definition.name} has no value with ${moved} of ${names[1]} and the rest of ${names[0]}: ${why}`;
    throw new Problem('#N/A', sentence, 'cases');
  }

  function oneAfterTheOther(values: readonly number[]): Decimal[] {
    return values.map((value, i) => new Decimal(value).minus(values[i - 1] ?? before.result));
  }

  /** The result for every set of changed drivers: bit i of the index is set where driver i has changed. */
  function everySet(): Float64Array {
    const n = drivers.length;
    if (n > MOST_DRIVERS) {
      const sentence = `cases differ in ${n} inputs between ${names[0]} and ${names[1]}: expected at most ${MOST_DRIVERS} for SHAPLEY, or method SEQUENTIAL.`;
      throw new Problem('#VALUE!', sentence, 'cases');
    }
    // What shapes the calculation is not a number of a row: there is a formula for each of its sets.
    const shapes = drivers.filter((name) => isShape(definition, name, before.inputs, after.inputs));
    const numbers = drivers.filter((name) => !shapes.includes(name));
    const bits = new Map(drivers.map((name, i) => [name, 1 << i]));
    const bitsOf = (some: Iterable<string>): number => [...some].reduce((all, name) => all | bits.get(name)!, 0);
    const numberBits = numbers.map((name) => bits.get(name)!);
    const results = new Float64Array(2 ** n);
    for (let shape = 0; shape < 2 ** shapes.length; shape++) {
      const reshaped = new Set(shapes.filter((_, k) => shape & (1 << k)));
      const sets = new Uint16Array(2 ** numbers.length).fill(bitsOf(reshaped));
      for (const [k, bit] of numberBits.entries())
        for (let set = 0; set < sets.length; set++) if (set & (1 << k)) sets[set]! |= bit;
      const elements = numbers.flatMap((name) => {
        const ends = elementsOf(definition, after.inputs, name);
        const bit = bits.get(name)!;
        return elementsOf(definition, before.inputs, name).map(([path, x], k) => ({ bit, path, x, y: ends[k]![1] }));
      });
      const columns = elements.map(({ bit, x, y }) => {
        const column = new Float64Array(sets.length);
        for (let row = 0; row < sets.length; row++) column[row] = sets[row]! & bit ? y! : x!;
        return column;
      });
      const values = new Float64Array(sets.length);
      const inputs = between((name) => reshaped.has(name));
      rowsOf(
        definition,
        inputs,
        elements.map(({ path }) => path),
      )(columns, values);
      sets.forEach((set, row) => {
        const changed = (name: string): boolean => (set & bits.get(name)!) !== 0;
        results[set] = Number.isNaN(values[row]) ? valueWith(changed) : values[row]!;
      });
    }
    return results;
  }
}

interface End {
  readonly definition: Definition;
  readonly inputs: Inputs;
  readonly result: number;
}

const isChanged = (before: Plain, after: Plain): boolean =>
  JSON.stringify(withoutAssumption(before)) !== JSON.stringify(withoutAssumption(after)) &&
  !(isAssumption(before) && isAssumption(after));

/** An option, a count, a text; and a list or a table that has another length. */
function isShape(definition: Definition, name: string, before: Inputs, after: Inputs): boolean {
  if (!kindOf(definition.parameters[name]!).numbers) return true;
  return elementsOf(definition, before, name).length !== elementsOf(definition, after, name).length;
}
