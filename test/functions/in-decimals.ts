/** A table before it is rounded into cells: 34 digits, in which what adds up adds up. */
import { inOrderOf, inputsOf } from '../../src/catalogue/call';
import type { Table } from '../../src/catalogue/define';
import { bind, withoutAssumption } from '../../src/catalogue/lift';
import { Decimal, exact, Exact } from '../../src/formula/exact';
import { catalogue, type Arguments } from './cell';

export function inDecimals(name: string, args: Arguments): Decimal[][] {
  const definition = catalogue.find(name);
  const inputs = inputsOf(definition, inOrderOf(definition, args));
  const x = Object.fromEntries(
    Object.entries(definition.parameters).map(([parameter, declared]) => [
      parameter,
      bind(
        parameter,
        declared,
        withoutAssumption(inputs[parameter]),
        (_path, value) => new Exact(new Decimal(value as number)),
      ),
    ]),
  );
  const { rows } = definition.formula!(x, exact()) as Table;
  return rows.map(({ values }) =>
    values.map((value) => (value instanceof Exact ? value.value : new Decimal(value as number))),
  );
}

export const sum = (xs: readonly Decimal[]): Decimal => xs.reduce((total, x) => total.plus(x), new Decimal(0));

/** Equal but for the last of 34 digits, of whatever went into them. */
export const equal = (a: Decimal, b: Decimal, size = 1): boolean =>
  a
    .minus(b)
    .abs()
    .lte(Decimal.max(1, a.abs(), size).times('1e-29'));
