import { inputsOf, plainOf } from '../../catalogue/call';
import type { FormulaCall } from '../formula/calls';
import { valuesOf, type ArgumentValue, type Sheet } from '../formula/values';
import { not } from './not-native';

/** An argument as it stands in a formula, and what it comes to. */
export interface Argument {
  readonly text: string;
  readonly value: ArgumentValue;
}

/** What a call that asks other functions is given: as it stands there, and as the gate has read it. */
export interface Asked {
  readonly argument: (name: string) => Argument;
  readonly plain: Readonly<Record<string, unknown>>;
}

export async function askedIn(call: FormulaCall, on: Sheet): Promise<Asked> {
  const { definition, args } = call;
  const values = await valuesOf(call, on);
  const names = Object.keys(definition.parameters);
  const given = values.map((value, i) => {
    if (value.kind === 'unknown') return not(`${names[i] ?? `argument ${i + 1}`}: ${value.why}`);
    return value.kind === 'blank' ? null : value.value;
  });
  return {
    argument: (name) => {
      const at = names.indexOf(name);
      return { text: args[at]?.text ?? '', value: values[at] ?? { kind: 'blank' } };
    },
    plain: plainOf(definition, inputsOf(definition, given)),
  };
}
