import type { Definition } from '../../catalogue/define';
import { knownParameter, type Pairs } from '../../catalogue/inputs';
import type { Parameter } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { acceptable } from './vary';

/** A cell or a block of cells, in this sheet or another. */
const CELLS = /^=?((?:'[^']+'!|\w+!)?\$?[A-Z]{1,3}\$?(\d{1,7})(?::\$?[A-Z]{1,3}\$?(\d{1,7}))?)$/i;
const COLUMNS = /([A-Z]{1,3})\$?\d+:\$?([A-Z]{1,3})/i;

/** Parameters that are given as a reference: parameter → its text. */
export function referencesIn(definition: Definition, pairs: Pairs): Record<string, string> {
  const references: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const match = typeof value === 'string' ? CELLS.exec(value.trim()) : null;
    if (!match) continue;
    if (name.includes('[')) {
      const sentence = `${name} is "${String(value)}": a reference stands for a whole parameter, such as ${name.split('[')[0]!}.`;
      throw new Problem('#VALUE!', sentence, 'inputs');
    }
    const known = knownParameter(definition, name);
    const parameter = definition.parameters[known]!;
    if (!['number', 'list', 'tiers'].includes(parameter.kind)) {
      throw new Problem(
        '#VALUE!',
        `${known} is "${String(value)}": a reference cannot stand for it, since it shapes the formula.`,
        'inputs',
      );
    }
    checkShape(known, parameter, match);
    references[known] = match[1]!;
  }
  return references;
}

const rowsIn = (match: RegExpExecArray): number => Math.abs(Number(match[3] ?? match[2]) - Number(match[2])) + 1;

function checkShape(name: string, parameter: Parameter, match: RegExpExecArray): void {
  const columns = COLUMNS.exec(match[1]!);
  const width = columns ? Math.abs(columnNumber(columns[2]!) - columnNumber(columns[1]!)) + 1 : 1;
  const rows = rowsIn(match);
  const wanted =
    parameter.kind === 'number' ? 'one cell' : parameter.kind === 'tiers' ? 'two columns' : 'one row or column';
  const fits =
    parameter.kind === 'number'
      ? rows * width === 1
      : parameter.kind === 'tiers'
        ? width === 2
        : rows === 1 || width === 1;
  if (!fits) throw new Problem('#VALUE!', `${name} is "${match[1]!}": expected ${wanted}.`, 'inputs');
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** More cells than a formula of 8,192 characters can name. */
const MOST_CELLS = 500;

/** Arguments that stand in for references: as many values as the range has cells, such as the function accepts. */
export function standIns(
  definition: Definition,
  references: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(references).map(([name, reference]): [string, unknown] => {
      const parameter = definition.parameters[name]!;
      const cells = cellsIn(reference);
      if (cells > MOST_CELLS) {
        const sentence = `${name} is "${reference}": a native formula names each cell, and has room for ${MOST_CELLS} at most.`;
        throw new Problem('#VALUE!', sentence, 'inputs');
      }
      if (parameter.kind === 'tiers') return [name, Array.from({ length: cells / 2 }, (_, i) => [i, 0])];
      if (parameter.kind !== 'list') return [name, acceptable(parameter)];
      const sums = definition.rules.some((rule) => 'sumsToOne' in rule && rule.sumsToOne === name);
      return [name, Array.from({ length: cells }, () => (sums ? 1 / cells : acceptable(parameter)))];
    }),
  );
}

function cellsIn(reference: string): number {
  const columns = COLUMNS.exec(reference);
  const width = columns ? Math.abs(columnNumber(columns[2]!) - columnNumber(columns[1]!)) + 1 : 1;
  return width * rowsIn(CELLS.exec(reference)!);
}
