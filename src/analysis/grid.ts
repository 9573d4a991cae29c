import type { Catalogue } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { checkRows, computer } from './rows';
import { resultOf, subjectOf, type Held, type Subject } from './subject';
import { pathsOf, vary, variedIn, type Varied } from './varied';

/** What is asked: a function, and the values of two of its inputs. */
export interface GridQuestion extends Held {
  readonly function: string;
  readonly param_x: string;
  readonly values_x: readonly number[];
  readonly param_y: string;
  readonly values_y: readonly number[];
}

/** One side of a grid: the input, and its values in their order. */
export interface Side {
  readonly varied: Varied;
  readonly values: readonly number[];
}

/** A function over every combination of the values of two inputs. */
export interface Grid {
  readonly subject: Subject;
  readonly across: Side;
  readonly down: Side;
  /** a row for each value of `down`; where there is no value, the Problem why */
  readonly results: readonly (readonly (number | Problem)[])[];
}

const MOST_CELLS = 250_000;
/** A sentence is a calculation in decimals: all of them read no more numbers than this. */
const MOST_READ = 5_000;

export function gridOf(question: GridQuestion, catalogue: Catalogue): Grid {
  const subject = subjectOf(catalogue, question.function, question, [question.param_x, question.param_y]);
  const { definition } = subject;
  const [across, down] = (['x', 'y'] as const).map((axis): Side => {
    const values = question[`values_${axis}`];
    return { values, varied: variedIn(subject, question[`param_${axis}`], `param_${axis}`, values) };
  }) as [Side, Side];
  if (across.varied.path === down.varied.path) {
    const sentence = `param_y is "${question.param_y}", which param_x is too: expected another input.`;
    throw new Problem('#VALUE!', sentence, 'param_y');
  }
  checkValues('values_x', across);
  checkValues('values_y', down);
  const [xs, ys] = [across.values, down.values];
  const size = xs.length * ys.length;
  if (size > MOST_CELLS) {
    const sentence = `values_x and values_y make ${size} cells: expected at most ${MOST_CELLS}.`;
    throw new Problem('#VALUE!', sentence, 'values_x');
  }
  checkRows(subject, size, 'values_x', `values_x and values_y make ${size} cells`);
  const rows = [new Float64Array(size), new Float64Array(size)] as const;
  ys.forEach((y, i) => {
    rows[0].set(xs, i * xs.length);
    rows[1].fill(y, i * xs.length, (i + 1) * xs.length);
  });
  const values = new Float64Array(size);
  computer(subject, [across.varied, down.varied])(rows, values);

  const told = Math.ceil(MOST_READ / pathsOf(subject).length);
  const untold = new Problem('#N/A', `${definition.name} has no value here; the first ${told} such cells say why.`);
  let without = 0;
  const results = ys.map((y, i) =>
    xs.map((x, j) => {
      const value = values[i * xs.length + j]!;
      if (Number.isFinite(value)) return value;
      if (++without > told) return untold;
      const inAcross = vary(definition, subject.inputs, across.varied.path, x);
      return resultOf(subject, vary(definition, inAcross, down.varied.path, y));
    }),
  );
  return { subject, across, down, results };
}

function checkValues(argument: string, { varied, values }: Side): void {
  const at = values.findIndex((value) => !varied.allows(value));
  if (at < 0) return;
  const sentence = `${argument} has ${values[at]!} in place ${at + 1}: ${varied.path} takes ${varied.expected}.`;
  throw new Problem('#VALUE!', sentence, argument);
}
