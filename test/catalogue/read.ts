/** What the gate makes of one argument, and what stands in cells. */
import { inOrderOf, inputsOf } from '../../src/catalogue/call';
import { withoutAssumption } from '../../src/catalogue/lift';
import { Problem } from '../../src/catalogue/problem';
import type { Plain } from '../../src/catalogue/read';
import { catalogue, type Arguments } from '../functions/cell';

/** What the gate makes of one argument, beside others, or the problem it has with it. */
export function read(
  name: string,
  parameter: string,
  given: unknown,
  others: Arguments = {},
): Plain | [string, string] {
  const definition = catalogue.find(name);
  try {
    return withoutAssumption(inputsOf(definition, inOrderOf(definition, { ...others, [parameter]: given }))[parameter]);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    expect(problem.parameter).toBe(parameter);
    return [problem.code, problem.sentence];
  }
}

export const double = (basicValue: unknown): object => ({
  type: 'Double',
  basicType: 'Double',
  basicValue,
  numberFormat: '0.0',
});
export const errorValue = (basicValue: string): object => ({ type: 'Error', basicType: 'Error', basicValue });
