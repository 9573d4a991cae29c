import type { Inputs } from '../../catalogue/call';
import type { Definition } from '../../catalogue/define';
import { knownParameter, type Pairs } from '../../catalogue/inputs';
import { withoutAssumption } from '../../catalogue/lift';
import type { Parameter } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';

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

/** Ranges that belong together have as many cells as each other. */
export function checkLengths(definition: Definition, inputs: Inputs): void {
  const lengthOf = (name: string): number => (withoutAssumption(inputs[name]) as readonly unknown[]).length;
  for (const rule of definition.rules) {
    if (!('sameLength' in rule)) continue;
    const [first, ...others] = rule.sameLength.filter((name) => inputs[name] !== undefined);
    const other = others.find((name) => lengthOf(name) !== lengthOf(first!));
    if (other === undefined) continue;
    const sentence = `${other} has ${lengthOf(other)} values and ${first!} has ${lengthOf(first!)}: expected lists of one length.`;
    throw new Problem('#VALUE!', sentence, 'inputs');
  }
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

/** As many elements as the referenced range has cells; their values are never looked at. */
export function placeholders(definition: Definition, references: Readonly<Record<string, string>>): Inputs {
  return Object.fromEntries(
    Object.entries(references).map(([name, reference]) => {
      const match = CELLS.exec(reference)!;
      const columns = COLUMNS.exec(reference);
      const width = columns ? Math.abs(columnNumber(columns[2]!) - columnNumber(columns[1]!)) + 1 : 1;
      const rows = rowsIn(match);
      const parameter = definition.parameters[name]!;
      if (parameter.kind === 'tiers') return [name, Array.from({ length: rows }, (_, i) => [i, 0])];
      if (parameter.kind === 'list') return [name, Array.from({ length: Math.max(rows, width) }, () => 0)];
      return [name, withoutAssumption(0)];
    }),
  );
}
