import { conditionsOf } from '../catalogue/conditions';
import type { Inputs } from '../catalogue/call';
import type { Definition } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { columnsOf } from '../catalogue/columns';
import { columns } from '../formula/columns';
import { refuseWaiting, type Subject } from './subject';
import { pathsOf, type Varied } from './varied';

/** Of all rows together; it keeps the longest analysis to about a second. */
const MOST_NUMBERS = 50_000_000;

/** Throws the Problem of more rows than a function of so many numbers is computed for. */
export function checkRows(subject: Subject, rows: number, argument: string, what: string): void {
  const numbers = pathsOf(subject).length;
  const most = Math.floor(MOST_NUMBERS / numbers);
  if (rows <= most) return;
  const sentence = `${what}: expected at most ${most}, since ${subject.definition.name} has ${numbers} numbers here.`;
  throw new Problem('#VALUE!', sentence, argument);
}

/** Computes a function over rows, each a column of one input that is varied; a row without a value is NaN. */
export type Rows = (columns: readonly Float64Array[], out: Float64Array) => void;

/** A subject over rows of changed inputs. */
export function computer(subject: Subject, varied: readonly Varied[]): Rows {
  const { definition, inputs, waiting } = subject;
  const paths = varied.map(({ path }) => path);
  refuseWaiting(subject, paths);
  const blank = varied.find(({ path, base }) => base === undefined && !waiting.has(path));
  if (blank) throw new RangeError(`${blank.path} is blank, and was not said to vary`);
  return rowsOf(definition, inputs, paths);
}

/** A function over rows of changed inputs, by path, on the columns reading. */
export function rowsOf(definition: Definition, inputs: Inputs, paths: readonly string[]): Rows {
  const program = columnsOf(definition, inputs, paths);
  // What holds between numbers is seen row by row: thresholds ascend, shares sum to 1, a part is at most its whole.
  const elements = paths.filter(
    (path) =>
      path.includes('[') || definition.rules.some((rule) => 'part' in rule && [rule.part, rule.of].includes(path)),
  );
  const conditions = elements.length > 0 ? conditionsOf(definition, inputs, new Set(elements)) : [];
  const tests = conditions.map(({ test }) => test);
  const together = tests.length > 0 ? columns(tests) : undefined;
  const given: Record<string, Float64Array> = {};
  return (rows, out) => {
    paths.forEach((path, i) => (given[path] = rows[i]!));
    program.run(given, out.length, [out]);
    if (!together) return;
    const held = tests.map(() => new Float64Array(out.length));
    together.run(given, out.length, held);
    for (const holds of held) for (let i = 0; i < out.length; i++) if (holds[i] !== 1) out[i] = NaN;
  };
}
