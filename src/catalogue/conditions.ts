import { decided } from '../formula/doubt';
import { Graph, type Expression } from '../formula/expression';
import type { Num, Test } from '../formula/num';
import type { Inputs } from './call';
import type { Definition } from './define';
import { withoutAssumption } from './lift';
import { expectation } from './read';

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
  const at = (path: string, value: number): Expression =>
    varied.has(path) ? graph.input(path) : graph.constant(value);
  const ask = (paths: readonly string[], test: Test, says: string, shown: Num, expected: string): void => {
    if (paths.some((path) => varied.has(path)))
      conditions.push({ test: test as Expression, says, shown: shown as Expression, expected });
  };
  const within = (path: string, range: Range, expected: string): void => {
    const x = graph.input(path);
    const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE, above } = range;
    ask([path], above === undefined ? x.atLeast(min) : x.above(above), `${path} is`, x, expected);
    if (above !== undefined && range.min !== undefined) ask([path], x.atLeast(min), `${path} is`, x, expected);
    ask([path], graph.constant(max).atLeast(x), `${path} is`, x, expected);
  };
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    const plain = withoutAssumption(inputs[name]);
    if (parameter.kind === 'number') within(name, parameter, expectation(parameter));
    else if (parameter.kind === 'list') {
      const expected = expectation(parameter).replace('one row or column of numbers', 'a number');
      (plain as readonly number[] | undefined)?.forEach((_, i) => within(`${name}[${i + 1}]`, parameter, expected));
    } else if (parameter.kind === 'tiers') {
      (plain as readonly (readonly number[])[]).forEach(([from], i, rows) => {
        const [path, before] = [`${name}[${i + 1}].from`, `${name}[${i}].from`];
        if (i === 0) within(path, { min: 0, max: 0 }, 'the first threshold to be 0');
        else {
          const last = at(before, rows[i - 1]![0]!);
          within(path, { min: 0 }, 'a number of at least 0');
          ask([path, before], at(path, from!).above(last), `${path} is`, at(path, from!), 'thresholds that ascend');
        }
        within(`${name}[${i + 1}].rate`, { min: 0, max: 1 }, 'a rate from 0 to 1');
      });
    }
  }
  for (const rule of definition.rules) {
    if ('part' in rule) {
      const [part, whole] = [rule.part, rule.of].map((name) => at(name, withoutAssumption(inputs[name]) as number));
      ask([rule.part, rule.of], whole!.atLeast(part!), `${rule.part} is`, part!, `at most ${rule.of}`);
      continue;
    }
    const list = 'sumsToOne' in rule ? rule.sumsToOne : 'sumsAboveZero' in rule ? rule.sumsAboveZero : undefined;
    if (list === undefined) continue;
    const values = withoutAssumption(inputs[list]) as readonly number[];
    const paths = values.map((_, i) => `${list}[${i + 1}]`);
    const sum = graph.maths.sum(values.map((value, i) => at(paths[i]!, value)));
    if ('sumsAboveZero' in rule) ask(paths, sum.above(0), `${list} sum to`, sum, 'above 0');
    else {
      ask(paths, graph.constant(1e-9).atLeast(sum.minus(1)), `${list} sum to`, sum, '1');
      ask(paths, sum.minus(1).atLeast(-1e-9), `${list} sum to`, sum, '1');
    }
  }
  const { now } = decided(conditions.map(({ test }) => test));
  return conditions.map((condition) => ({ ...condition, test: now(condition.test) }));
}

interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
}
