import { answerOf, inOrderOf, inputsOf, type Answer, type Inputs } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { withoutAssumption } from '../catalogue/lift';

/** Arguments by name, as an example or a form has them. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What the gate has made of the arguments: plain data, defaults filled in. */
export type Asked = Readonly<Record<string, unknown>>;

/** Reads arguments as the function's own declaration does; throws the Problem of the first one that is wrong. */
export function asked(definition: Definition, args: Arguments): Inputs {
  return inputsOf(definition, inOrderOf(definition, args));
}

export const plainOf = (inputs: Inputs): Asked =>
  Object.fromEntries(Object.entries(inputs).map(([name, plain]) => [name, withoutAssumption(plain)]));

/** The answer of a table function with its header row and label column. */
export const withHeaders = (definition: Definition, inputs: Inputs, catalogue: Catalogue): Answer =>
  answerOf(definition, { ...inputs, headers: true }, catalogue);
