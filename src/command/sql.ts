import { scalarNamed } from '../analysis/subject';
import { pathsOf } from '../analysis/varied';
import { nearest } from '../catalogue/catalogue';
import type { Catalogue } from '../catalogue/define';
import { replacementsIn } from '../catalogue/inputs';
import { isNumberAt } from '../catalogue/numbers';
import { defaultOf } from '../catalogue/parameters';
import { parsePath, printColumn } from '../catalogue/path';
import { sqlOf } from '../catalogue/readings';
import { namesOf, SQL_DIALECTS, type SqlDialect } from '../formula/print/sql/query';
import { Misuse } from './problem';
import { parseWords, rowSubject } from './subject';

export interface SqlOptions {
  readonly dialect?: string | undefined;
  /** inputs that are columns, with commas between; by default every number that is not given */
  readonly columns?: string | undefined;
  /** columns that are carried along */
  readonly keep?: string | undefined;
  readonly table?: string | undefined;
}

/** `taas sql TAAS_MARGIN --dialect spark --columns token_spend,infra_cogs --table scenarios`: a query to run elsewhere. */
export function sqlText(words: readonly string[], options: SqlOptions, catalogue: Catalogue): string {
  if (words.length === 0) throw new Misuse('sql needs a function: taas sql TAAS_MARGIN --dialect spark.');
  const { text, pairs } = parseWords(words);
  const { definition, given } = scalarNamed(catalogue, text);
  const held = replacementsIn(definition, pairs, given);
  // What may be left out, such as a cap, is no column unless it is asked for: a blank in it would be no scenario.
  const numbers = (): string[] =>
    Object.entries(definition.parameters).flatMap(([path, parameter]) => {
      const hasValue = 'required' in parameter || defaultOf(parameter) !== undefined;
      const isOpen = isNumberAt(definition, { name: path }) && !held.has(path) && !Object.hasOwn(given, path);
      return hasValue && isOpen ? [path] : [];
    });
  const varied = options.columns === undefined ? numbers() : listed(options.columns).map((path) => path.toLowerCase());
  const subject = rowSubject(catalogue, text, pairs, varied);
  const chosen = new Set(varied);
  const columns = [
    ...listed(options.keep ?? '').map((column) => ({ name: column })),
    ...pathsOf(subject)
      .filter((path) => chosen.has(path))
      .map((path) => ({ name: printColumn(parsePath(path)!), path })),
  ];
  if (columns.length === 0) throw new Misuse('no columns: expected at least one name after --columns or --keep.');
  return sqlOf(
    subject.definition,
    subject.inputs,
    { table: options.table ?? 'scenarios', columns },
    dialectOf(options.dialect),
  );
}

export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

function dialectOf(name = 'duckdb'): SqlDialect {
  const dialect = SQL_DIALECTS.find((known) => namesOf(known).includes(name.trim().toLowerCase()));
  if (dialect) return dialect;
  const names = SQL_DIALECTS.flatMap(namesOf);
  throw new Misuse(`no dialect ${name}; the nearest is ${nearest(name, names, 1)[0]!} of ${names.join(', ')}.`);
}
