import { nearest } from '../../catalogue/catalogue';
import type { Definition } from '../../catalogue/define';
import { kindOf } from '../../catalogue/parameters';
import { expectationAt, isNumberAt, parseAt } from '../../catalogue/numbers';
import { parseColumn, printPath } from '../../catalogue/path';
import { Problem } from '../../catalogue/problem';
import { Failure, Misuse } from '../problem';
import { listed } from '../sql';
import type { Scenarios, VariedColumn } from './scenarios';
import { sameName } from './schema';

/** Columns that were said to be carried along, as they are called in the files. */
export function keptColumns(path: string, { columns }: Scenarios, words: readonly string[]): string[] {
  const names = columns.map(({ name }) => name);
  const named = (word: string): string | undefined => names.find((name) => sameName(name, word));
  // A name may have a comma in it.
  return words
    .flatMap((word) => (named(word) === undefined ? listed(word) : [word]))
    .map((word) => {
      const found = named(word);
      if (found !== undefined) return found;
      throw new Failure(`${path} has no column ${word} to keep; the nearest is ${nearest(word, names, 1)[0]!}.`);
    });
}

/** Which columns of the scenarios are inputs: those that are named like one, or of these the ones asked for. */
export function variedColumns(
  path: string,
  { columns }: Scenarios,
  definition: Definition,
  words: readonly string[] | undefined,
  kept: readonly string[],
  given: ReadonlySet<string>,
): VariedColumn[] {
  const names = columns.map(({ name }) => name);
  const free = columns.filter(({ name }) => !kept.includes(name));
  const numbers = free.flatMap((column) => {
    const input = pathIn(definition, column.name);
    return input === undefined ? [] : [{ ...column, path: input }];
  });
  if (words === undefined)
    shapes(
      path,
      free.map(({ name }) => name),
      definition,
      given,
    );
  const chosen = words?.map((word) => {
    const input = pathIn(definition, word) ?? word.toLowerCase();
    const found = numbers.find((number) => number.path === input);
    if (found) return found;
    const parameters = Object.keys(definition.parameters);
    if (pathIn(definition, word) === undefined) {
      throw new Failure(
        `${definition.name} has no number ${word}; the nearest is ${nearest(word, parameters, 1)[0]!}.`,
      );
    }
    if (kept.some((name) => pathIn(definition, name) === input))
      throw new Misuse(`${word} stands after --columns and after --keep: expected one of the two.`);
    throw new Failure(`${path} has no column ${word}; the nearest is ${nearest(word, names, 1)[0]!}.`);
  });
  const varied = [...new Set(chosen ?? numbers)];
  if (varied.length === 0) {
    const takes = Object.keys(definition.parameters).filter((name) => kindOf(definition.parameters[name]!).numbers);
    throw new Failure(
      `${path} has no column that ${definition.name} takes: its columns are ${names.slice(0, 20).join(', ')}; expected some of ${takes.join(', ')}.`,
    );
  }
  for (const { name, path: input, numeric, type } of varied) {
    const same = numbers.find((other) => other.path === input && other.name !== name);
    if (same)
      throw new Failure(
        `${path} has ${input} in two columns, ${name} and ${same.name}: expected one, or --keep "${same.name}" to carry it along.`,
      );
    if (!numeric)
      throw new Failure(`${path} has ${name} as ${type === 'VARCHAR' ? 'text' : type}: expected a column of numbers.`);
  }
  return varied.map(({ name, path: input }) => ({ name, path: input, read: readerOf(input, definition) }));
}

/** The input that a column name means: `token_spend`, `tiers[2].rate` or `tiers_2_rate`, in any case. */
function pathIn(definition: Definition, column: string): string | undefined {
  const found = parseColumn(column).find((path) => isNumberAt(definition, path));
  return found && printPath(found);
}

/** An option or a count is one for all rows. */
function shapes(path: string, names: readonly string[], definition: Definition, given: ReadonlySet<string>): void {
  for (const column of names) {
    const parameter = column.trim().toLowerCase();
    if (!Object.hasOwn(definition.parameters, parameter) || given.has(parameter)) continue;
    if (isNumberAt(definition, { name: parameter })) continue;
    throw new Failure(
      `${path} has a column ${column}, which shapes the calculation of ${definition.name} and is one for all rows: expected ${parameter}=value, or --columns to say which columns are inputs.`,
    );
  }
}

const readerOf =
  (path: string, definition: Definition) =>
  (text: string): number => {
    if (text.trim() !== '') return parseAt(definition, path, text);
    throw new Problem('#VALUE!', `${path} is blank: expected ${expectationAt(definition, path)}.`, path);
  };
