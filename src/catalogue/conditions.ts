import { decided } from '../formula/doubt';
import { Graph, type Expression } from '../formula/expression';
import type { Num, Test } from '../formula/num';
import type { Inputs } from './call';
import type { Definition } from './define';
import { domainAt, elementsOf, expectationAt, numbersOf } from './numbers';
import { asksOf } from './rules';

/** What a row has to fulfil to have a value; `token_spend is` -1 `: expected a number from 0 to 1,000,000`. */
export interface Condition {
  readonly test: Expression;
  readonly says: string;
  readonly shown: Expression;
  readonly expected: string;
}

/** What the gate asks of inputs that vary: declared ranges, thresholds that ascend, shares that sum to 1. */
export function conditionsOf(definition: Definition, inputs: Inputs, varied: ReadonlySet<string>): Condition[] {
  const graph = new Graph();
  const conditions: Condition[] = [];
  const at = (path: string, value: number | undefined): Expression =>
    varied.has(path) || value === undefined ? graph.input(path) : graph.constant(value);
  const ask = (paths: readonly string[], test: Test, says: string, shown: Num, expected: string): void => {
    if (paths.some((path) => varied.has(path)))
      conditions.push({ test: test as Expression, says, shown: shown as Expression, expected });
  };
  const numbers = numbersOf(definition, inputs);
  for (const [path, value] of numbers) {
    const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE, above, after } = domainAt(definition, path);
    const [x, is] = [at(path, value), `${path} is`];
    if (varied.has(path)) {
      const expected = expectationAt(definition, path);
      ask([path], above === undefined ? x.atLeast(min) : x.above(above), is, x, expected);
      if (above !== undefined && min > above) ask([path], x.atLeast(min), is, x, expected);
      ask([path], graph.constant(max).atLeast(x), is, x, expected);
    }
    if (after) ask([path, after.path], x.above(at(after.path, numbers.get(after.path))), is, x, after.expected);
  }
  for (const rule of definition.rules) {
    const paths: string[] = [];
    const of = (name: string): Expression[] =>
      elementsOf(definition, inputs, name).map(([path, value]) => {
        paths.push(path);
        return at(path, value);
      });
    for (const { name, verb, test, shown, expected } of asksOf(rule, of, graph.maths))
      ask(paths, test, `${name} ${verb}`, shown, expected);
  }
  const { now } = decided(conditions.map(({ test }) => test));
  return conditions.map((condition) => ({ ...condition, test: now(condition.test) }));
}
