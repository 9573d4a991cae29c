import type { LineText } from '../formula/print/words';
import { stepsOf, type Inputs } from './call';
import type { Definition } from './define';
import { linesOf } from './readings';

/** A line of the working: how it comes from the lines before it, and its value, where it has one. */
export interface WorkingLine extends LineText {
  readonly value: number | undefined;
}

/** The working, in order. A line in a branch that is not taken may have no value. */
export function workingLines(definition: Definition, inputs: Inputs): WorkingLine[] {
  const steps = stepsOf(definition, inputs);
  return linesOf(definition, inputs).map((line, i) => {
    const { value } = steps[i]!;
    return { ...line, value: Number.isFinite(value) ? value : undefined };
  });
}
