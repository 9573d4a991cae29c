import type { Inputs, Worked } from '../catalogue/call';
import { isAssumption } from '../catalogue/lift';

/** Excel calls again for no reason (a row inserted, a sheet opened); the same inputs have the same answer. */
const MOST_ANSWERS = 2000;
/** Of all remembered answers together, and of one. */
const MOST_CELLS = 200_000;
const MOST_OF_ONE = 50_000;
const LONGEST_KEY = 4000;

const answers = new Map<string, Worked>();
let cells = 0;

export function forgetAnswers(): void {
  answers.clear();
  cells = 0;
}

/** The remembered answer for what the gate has read, or a new one; the oldest are forgotten. A failure is not remembered. */
export function remembered(name: string, inputs: Inputs, compute: () => Worked): Worked {
  const key = keyOf(name, inputs);
  const known = key === undefined ? undefined : answers.get(key);
  if (known) return known;
  const worked = compute();
  if (key === undefined || sizeOf(worked.answer.cells) > MOST_OF_ONE) return worked;
  answers.set(key, worked);
  cells += sizeOf(worked.answer.cells);
  for (const [oldest, { answer }] of answers) {
    if (answers.size <= MOST_ANSWERS && cells <= MOST_CELLS) break;
    answers.delete(oldest);
    cells -= sizeOf(answer.cells);
  }
  return worked;
}

/**
 * Undefined where the inputs are too many to be worth a key. A default has a key of its own: its card tells the source,
 * which that of the same number given does not.
 */
function keyOf(name: string, inputs: Inputs): string | undefined {
  let key = name;
  for (const parameter in inputs) {
    const plain = inputs[parameter];
    if (Array.isArray(plain) && sizeOf(plain) > LONGEST_KEY / 4) return undefined;
    key += plain === undefined || isAssumption(plain) ? ',' : `,${JSON.stringify(plain)}`;
    if (key.length > LONGEST_KEY) return undefined;
  }
  return key;
}

const sizeOf = (rows: readonly unknown[]): number =>
  rows.length * (Array.isArray(rows[0]) ? Math.max(1, rows[0].length) : 1);
