import { distance } from 'fastest-levenshtein';
import { nearest } from '../../catalogue/catalogue';
import type { Definition } from '../../catalogue/define';
import type { NumberParameter } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { expectation, read, shown } from '../../catalogue/read';
import { Failure } from '../problem';
import type { Scenarios, VariedColumn } from './scenarios';

/** Which columns of the scenarios are inputs: those that are named like one, or of these the ones asked for. */
export function variedColumns(
  path: string,
  { columns }: Scenarios,
  definition: Definition,
  asked: readonly string[] | undefined,
  given: ReadonlySet<string>,
): VariedColumn[] {
  const names = columns.map(({ name }) => name);
  const numbers = columns.flatMap(({ name, numeric }) => {
    const input = pathIn(definition, name);
    return input === undefined ? [] : [{ name, numeric, path: input }];
  });
  if (asked === undefined) shapes(path, names, definition, given);
  const chosen = asked?.map((word) => {
    const input = pathIn(definition, word) ?? word.toLowerCase();
    const found = numbers.find((number) => number.path === input);
    if (found) return found;
    const parameters = Object.keys(definition.parameters);
    if (pathIn(definition, word) === undefined) {
      throw new Failure(
        `${definition.name} has no number ${word}; the nearest is ${nearest(word, parameters, 1)[0]!}.`,
      );
    }
    throw new Failure(`${path} has no column ${word}; the nearest is ${nearest(word, names, 1)[0]!}.`);
  });
  const varied = chosen ?? numbers;
  if (varied.length === 0) {
    const takes = Object.keys(definition.parameters).filter((name) => isNumber(definition, name));
    throw new Failure(
      `${path} has no column that ${definition.name} takes: its columns are ${names.slice(0, 20).join(', ')}; expected some of ${takes.join(', ')}.`,
    );
  }
  const text = varied.find(({ numeric }) => !numeric);
  if (text) throw new Failure(`${path} has ${text.name} as text: expected a column of numbers.`);
  return varied.map(({ name, path: input }) => ({ name, path: input, read: readerOf(input, definition) }));
}

/** Columns that are carried along although they look like a misspelt input: `token_spent` for `token_spend`. */
export function nearMisses({ columns }: Scenarios, varied: readonly VariedColumn[], definition: Definition): string[] {
  const free = Object.keys(definition.parameters).filter(
    (name) => isNumber(definition, name) && !varied.some(({ path }) => path === name),
  );
  return columns
    .filter(({ name }) => !varied.some((input) => input.name === name))
    .flatMap(({ name }) => {
      const near = free.find((parameter) => distance(name.trim().toLowerCase(), parameter) <= 2);
      return near === undefined
        ? []
        : [`The column ${name} is no input and is carried along; an input is called ${near}.`];
    });
}

const isNumber = (definition: Definition, name: string): boolean =>
  ['number', 'list', 'tiers'].includes(definition.parameters[name]?.kind ?? '');

const ELEMENT = /^(\w+?)(?:\[|_)(\d+)\]?(?:[._](from|rate))?$/;

/** The input that a column name means: `token_spend`, `tiers[2].rate` or `tiers_2_rate`, in any case. */
function pathIn({ parameters }: Definition, column: string): string | undefined {
  const name = column.trim().toLowerCase();
  if (parameters[name]?.kind === 'number') return name;
  const [, list, at, part] = ELEMENT.exec(name) ?? [];
  const kind = parameters[list ?? '']?.kind;
  if (kind === 'list' && part === undefined) return `${list!}[${at!}]`;
  return kind === 'tiers' && part !== undefined ? `${list!}[${at!}].${part}` : undefined;
}

/** An option or a count is one for all rows. */
function shapes(
  path: string,
  names: readonly string[],
  { name, parameters }: Definition,
  given: ReadonlySet<string>,
): void {
  for (const column of names) {
    const parameter = column.trim().toLowerCase();
    const kind = parameters[parameter]?.kind;
    if (kind === undefined || kind === 'number' || given.has(parameter)) continue;
    throw new Failure(
      `${path} has a column ${column}, which shapes the calculation of ${name} and is one for all rows: expected ${parameter}=value, or --columns to say which columns are inputs.`,
    );
  }
}

function readerOf(path: string, { parameters }: Definition): (text: string) => number {
  const parameter = parameters[path] ?? parameters[/^\w+/.exec(path)![0]]!;
  const number: NumberParameter =
    parameter.kind === 'number'
      ? parameter
      : {
          ...(parameter.kind === 'list' ? parameter : {}),
          kind: 'number',
          about: '',
          unit: 'plain',
          default: undefined as never,
        };
  const expected = expectation(number);
  return (text) => {
    const what = text.trim() === '' ? 'blank' : NUMBER_LIKE.test(text) ? undefined : shown(text);
    if (what === undefined) return read(path, number, text) as number;
    throw new Problem('#VALUE!', `${path} is ${what}: expected ${expected}.`, path);
  };
}

/** What may be a number; the gate says whether it is one. */
const NUMBER_LIKE = /^[\d\s.,+\-e%]+$/i;
