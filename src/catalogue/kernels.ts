import type { Kernel } from '../formula/columns';
import type { Exact } from '../formula/exact';
import { Graph, inOrder, type Declared, type Expression } from '../formula/expression';
import { fingerprint } from '../formula/fingerprint';
import { kernelsOf } from '../formula/kernels';
import type { Num } from '../formula/num';
import type { Inputs } from './call';
import type { Definition } from './define';
import { bindAll, withoutAssumption } from './lift';
import { numbersOf, rangeAt } from './numbers';
import { defaultOf } from './parameters';
import { parsePath } from './path';

/** A loop that was printed, and the inputs that it is handed, some of them as one number for all rows. */
export interface Printed {
  readonly kernel: Kernel;
  readonly paths: readonly string[];
  readonly isHeld: (path: string) => boolean;
}

/**
 * The loop that was printed of a formula with its options and lengths, if one was: the formula is known by its
 * fingerprint, so that a loop of another formula, or of the same before it was changed, is never taken for it.
 */
export function kernelOf(definition: Definition, inputs: Inputs, varied: ReadonlySet<string>): Printed | undefined {
  const whole = wholeOf(definition, inputs);
  const kernels = kernelsOf(fingerprint(whole));
  if (!kernels) return undefined;
  const paths = pathsIn(whole);
  const numbers = numbersOf(definition, inputs);
  const isUsual = (path: string): boolean => {
    const neutral = neutralOf(definition, path);
    return neutral === undefined || (!varied.has(path) && numbers.get(path) === neutral);
  };
  const isHeld = [...varied].some(isTerm(definition)) ? () => false : isTerm(definition);
  const place = [...varied].some(isTerm(definition)) ? 2 : paths.every(isUsual) ? 0 : 1;
  return { kernel: kernels[Math.min(place, kernels.length - 1)]!, paths, isHeld };
}

/** The inputs of a formula, in the order in which loops have their columns. */
export const pathsIn = (formula: Expression): string[] =>
  inOrder([formula]).flatMap(({ op, name }) => (op === 'input' ? [name] : []));

/**
 * A formula with every number an input.
 * @param isUsual what changes nothing in the base case (a rate of 0, a scale of 1) is that number instead
 */
export function wholeOf(definition: Definition, inputs: Inputs, isUsual = false): Expression {
  const graph = new Graph();
  const long = new Set<string>();
  const note = (path: string, x: number | Num): Num => {
    if (typeof x !== 'number' && !(x as Exact).value.eq((x as Exact).value.toNumber())) long.add(path);
    return typeof x === 'number' ? graph.constant(x) : x;
  };
  const defaults = Object.entries(definition.parameters).map(([name, parameter]) => [name, defaultOf(parameter)]);
  bindAll(definition, Object.fromEntries(defaults) as Inputs, note);
  bindAll(definition, inputs, note);
  const enter = (path: string): Num => {
    const neutral = neutralOf(definition, path);
    if (isUsual && neutral !== undefined) return graph.constant(neutral);
    const declared: Declared = { ...rangeAt(definition, path), long: long.has(path), neutral };
    return graph.input(path, declared);
  };
  return definition.formula!(bindAll(definition, inputs, enter), graph.maths) as Expression;
}

/** The number that an input is in the base case, if it changes nothing there. */
function neutralOf({ parameters }: Definition, path: string): number | undefined {
  const parameter = parameters[path];
  if (parameter?.kind !== 'number') return undefined;
  const x = withoutAssumption(parameter.default);
  return x === 0 || x === 1 ? x : undefined;
}

/** A number of a table or a list that the base case has: one choice, of which a single number is seldom varied. */
export const isTerm =
  ({ parameters }: Definition) =>
  (path: string): boolean => {
    const { name, at } = parsePath(path)!;
    return at !== undefined && 'default' in parameters[name]!;
  };
