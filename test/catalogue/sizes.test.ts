/** Every list has a largest size, said in a sentence; up to it, twice as much takes no more than twice the work. */
import { callByName } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import { allows, type Limits } from '../../src/catalogue/domain';
import { domainAt, isNumberAt } from '../../src/catalogue/numbers';
import { inHelp, kindOf, type Parameter } from '../../src/catalogue/parameters';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import { catalogue, type Arguments } from '../functions/cell';
import { growthOf } from '../work';

type Sized = Extract<Parameter, { readonly most: number }>;

const parametersOf = ({ parameters }: Definition): (readonly [string, Parameter])[] => Object.entries(parameters);

/** A number that a parameter takes, the same in every place. */
const some = (limits: Limits): number =>
  [0.5, 1, limits.min, limits.max].find((x) => x !== undefined && allows(limits, x))!;

const column = <T>(size: number, of: (i: number) => T): T[][] => Array.from({ length: size }, (_, i) => [of(i)]);

/** So many values, or rows, of what a parameter takes. */
function filled({ rules }: Definition, name: string, parameter: Sized, size: number): unknown {
  const sample = inHelp(parameter).sample?.(parameter);
  if (sample === undefined) return column(size, (i) => `row ${i + 1}`);
  if ('rows' in sample) return Array.from({ length: size }, (_, i) => sample.rows(i));
  if ('steps' in sample) return Array.from({ length: size }, (_, i) => [i / 100, 0.25]);
  if (!('listOf' in sample && 'number' in sample.listOf)) return column(size, (i) => `Segment ${i + 1}`);
  const { number } = sample.listOf;
  const toOne = rules.some((rule) => 'sumsToOne' in rule && rule.sumsToOne === name);
  return column(size, () => (toOne ? 1 / size : some(number)));
}

/** The list that has as many values as a count says. */
const listOf = ({ rules }: Definition, count: string): string | undefined =>
  rules.flatMap((rule) => ('each' in rule && rule.each === count ? [rule.list] : []))[0];

/** Arguments whose sizes are all `size`, with what else must be given. */
function sized(definition: Definition, size: number): Arguments {
  const lists = parametersOf(definition).filter(([, parameter]) => 'most' in parameter);
  return Object.fromEntries(
    parametersOf(definition).flatMap(([name, parameter]): [string, unknown][] => {
      // Every case of a list looks at every tier: a deal of the base case's three.
      if (parameter.kind === 'tiers' && lists.length > 1) return [];
      if ('most' in parameter) return [[name, filled(definition, name, parameter, size)]];
      // A ramp has a value for every year, and so have lists that a count is of.
      if (name === 'years' && 'ramp' in definition.parameters) return [[name, size]];
      if (listOf(definition, name)) return [[name, size]];
      const isOfGroup = definition.rules.some((rule) => 'together' in rule && rule.together.includes(name));
      if (isOfGroup && parameter.kind === 'count') return [[name, 1]];
      return isNumberAt(definition, { name }) && ('required' in parameter || isOfGroup)
        ? [[name, some(domainAt(definition, name))]]
        : [];
    }),
  );
}

const lists = functions.flatMap((definition) =>
  parametersOf(definition).flatMap(([name, parameter]) =>
    'most' in parameter ? [[definition.name, name, parameter.most, definition, parameter] as const] : [],
  ),
);

test.each(lists)('%s takes no more in %s than %i', (_name, name, most, definition, parameter) => {
  const rows = kindOf(parameter).shape === 'table' ? 'rows' : 'values';
  const said = (x: number): string => x.toLocaleString('en-US');
  const given = { ...sized(definition, 2), [name]: filled(definition, name, parameter, most + 1) };
  const texts = Object.fromEntries(
    parametersOf(definition).flatMap(([text, { kind }]) => (kind === 'text' ? [[text, 'token_spend']] : [])),
  );
  expect(callByName(definition, { ...texts, ...given }, catalogue)).toMatchObject({
    code: '#VALUE!',
    sentence: `${name} has ${said(most + 1)} ${rows}: expected at most ${said(most)}.`,
  });
});

const calculating = functions.filter(({ formula }) => formula !== undefined);
const LINEAR = 2.2;

const withLists = calculating.flatMap((definition) => {
  const sizes = parametersOf(definition).flatMap(([, parameter]) => ('most' in parameter ? [parameter.most] : []));
  return sizes.length === 0 ? [] : [[definition.name, Math.min(...sizes), definition] as const];
});

test.each(withLists)('%s works on up to %i in a time that grows with them', (_name, most, definition) => {
  const growth = growthOf((size) => {
    const answer = callByName(definition, sized(definition, size), catalogue);
    if (answer instanceof Problem && answer.code === '#VALUE!') throw answer;
  }, most / 2);
  expect(growth).toBeGreaterThan(1);
  expect(growth).toBeLessThanOrEqual(LINEAR);
});

const counts = calculating.flatMap((definition) =>
  parametersOf(definition).flatMap(([name, parameter]) =>
    parameter.kind === 'count' && parameter.max >= 20
      ? [[definition.name, name, parameter.max, definition] as const]
      : [],
  ),
);

test.each(counts)('%s works on %s of up to %i in a time that grows with it', (_name, name, most, definition) => {
  const another = ['ramp', listOf(definition, name)];
  const given = Object.fromEntries(Object.entries(sized(definition, 3)).filter(([given]) => !another.includes(given)));
  const growth = growthOf((size) => {
    const answer = callByName(definition, { ...given, [name]: size }, catalogue);
    if (answer instanceof Problem && answer.code === '#VALUE!') throw answer;
  }, most / 2);
  expect(growth).toBeLessThanOrEqual(LINEAR);
});
