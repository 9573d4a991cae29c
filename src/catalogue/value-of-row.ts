import { Decimal, Exact, exact } from '../formula/exact';
import type { Num } from '../formula/num';
import type { Inputs } from './call';
import type { Definition } from './define';
import { bindAll } from './lift';
import { snapped } from './read';

const VALUE = exact();

/**
 * The *value* reading of a row of changed inputs: what a cell would show, NaN where that is an error, undefined once
 * more than the most have been asked for.
 */
export function valueOf(
  definition: Definition,
  inputs: Inputs,
  varied: readonly string[],
  most: number,
): (row: readonly number[]) => number | undefined {
  let left = most;
  let before: readonly number[] = [];
  let value: number | undefined;
  return (row) => {
    if (row.every((x, i) => Object.is(x, before[i]))) return value;
    before = row;
    return (value = left-- > 0 ? computed(row) : undefined);
  };

  function computed(row: readonly number[]): number {
    const given = new Map(varied.map((path, i) => [path, snapped(row[i]!)]));
    const enter = (path: string, x: number | Num): Num => {
      const value = given.get(path) ?? x;
      return typeof value === 'number' ? new Exact(new Decimal(value)) : value;
    };
    const { value, fault } = definition.formula!(bindAll(definition, inputs, enter), VALUE) as Exact;
    return fault ? NaN : value.toNumber() + 0;
  }
}
