import type { Range } from '../formula/range';
import type { Inputs } from './call';
import type { Definition } from './define';
import { kindOf } from './parameters';
import { allows, refusalOf, type Domain } from './domain';
import type { Numbers } from './kind';
import { withoutAssumption } from './lift';
import { parsePath, printPath, type Path } from './path';
import { asNumber } from './read';

/** The numbers of one parameter by their path, undefined where they are waited for. */
export function elementsOf({ parameters }: Definition, inputs: Inputs, name: string): ReturnType<Numbers['elements']> {
  return kindOf(parameters[name]!).numbers?.elements(name, withoutAssumption(inputs[name])) ?? [];
}

/** Every number of a function by its path. */
export const numbersOf = (definition: Definition, inputs: Inputs): ReadonlyMap<string, number | undefined> =>
  new Map(Object.keys(definition.parameters).flatMap((name) => elementsOf(definition, inputs, name)));

/** Whether there are numbers at paths of this form: the name of one, a place in a list, a place and a column of a table. */
export function isNumberAt({ parameters }: Definition, { name, at, part }: Path): boolean {
  if (!Object.hasOwn(parameters, name)) return false;
  const { numbers, shape } = kindOf(parameters[name]!);
  if (numbers === undefined || part !== undefined) return numbers?.columns?.includes(part!) ?? false;
  return shape === (at === undefined ? 'cell' : 'line');
}

/** What the number at a path may be. */
export function domainAt({ parameters }: Definition, written: string): Domain {
  const path = parsePath(written)!;
  const parameter = parameters[path.name]!;
  return kindOf(parameter).numbers!.domain(parameter, path);
}

/** The same as a formula sees it: a bound that is not reached is one all the same. */
export function rangeAt(definition: Definition, path: string): Range {
  const { min = -Infinity, max = Infinity, above = -Infinity } = domainAt(definition, path);
  return { low: Math.max(min, above), high: max };
}

/** The domain in words that follow "expected". */
export function expectationAt({ parameters }: Definition, written: string): string {
  const path = parsePath(written)!;
  const parameter = parameters[path.name]!;
  return kindOf(parameter).numbers!.expected(parameter, path);
}

/** Reads the number at a path; throws the Problem of what it cannot be. */
export function parseAt(definition: Definition, path: string, given: unknown): number {
  const [x, domain] = [asNumber(given), domainAt(definition, path)];
  if (x !== undefined && allows(domain, x)) return x;
  throw refusalOf(path, given, domain, expectationAt(definition, path));
}

/** In which column of its table a number stands, counted from 0. */
export const columnAt = ({ parameters }: Definition, { name, part }: Path): number =>
  part === undefined ? 0 : (kindOf(parameters[name]!).numbers?.columns?.indexOf(part) ?? 0);

/** An input as it is typed: 0.6, WHOLE, {0,0.25;0.5,0.35}; what varies in a list stands there as such. */
export function printInput(
  { parameters }: Definition,
  inputs: Inputs,
  name: string,
  varied: ReadonlySet<string>,
): string {
  const plain = withoutAssumption(inputs[name]);
  if (!Array.isArray(plain)) return String(plain);
  const columns = kindOf(parameters[name]!).numbers?.columns;
  const rows = plain.map((row: unknown, i) =>
    [row].flat().map((value, j) => {
      const path = printPath({ name, at: i + 1, ...(columns && { part: columns[j]! }) });
      return varied.has(path) ? 'varied' : String(value);
    }),
  );
  return `{${rows.map((row) => row.join(',')).join(';')}}`;
}
