import { answerOf, inputsOf, type Answer, type Inputs } from './call';
import type { Catalogue, Definition } from './define';
import { lineOf } from './line';
import { parseFunction } from './path';
import { Problem } from './problem';
import { shown } from './read';
import type { Reference } from './reference';
import { isCall, isReference, parseCall, type Call, type Reading, type Typed } from './typed';

/** A function that a text names, with the arguments that the text gives it: `TAAS_MARGIN`, `=TAAS_MARGIN(1,,0.9)`. */
export interface Named {
  readonly definition: Definition;
  /** of a table, the one that the text names: `EBIT` of `TAAS_PNL[EBIT]` */
  readonly line?: string | undefined;
  /** by parameter, for the gate to read; what is left out has its default */
  readonly given: Readonly<Record<string, unknown>>;
  /** parameters that the text leaves to cells */
  readonly references: Readonly<Record<string, Reference>>;
}

/**
 * Reads a text that names a function; throws the Problem of what it cannot read, find or compute.
 * @param analyses whether a call among the arguments may be an analysis: in a cell each takes as long as one call may
 */
export function named(catalogue: Catalogue, text: string, reading: Reading, analyses = false): Named {
  const { name: written, args } = parseCall(text, reading);
  const { name, line } = parseFunction(written);
  const definition = catalogue.find(name);
  const names = Object.keys(definition.parameters);
  if (args.length > names.length) {
    const takes = names.length === 1 ? '1 argument' : `${names.length} arguments`;
    const sentence = `${reading.argument} is ${shown(text)}: ${definition.name} takes ${takes}, not ${args.length}.`;
    throw new Problem('#VALUE!', sentence, reading.argument);
  }
  const given: Record<string, unknown> = {};
  const references: Record<string, Reference> = {};
  args.forEach((arg, i) => {
    if (arg === null) return;
    if (isReference(arg)) references[names[i]!] = arg;
    else given[names[i]!] = valueOf(arg, catalogue, reading.argument, analyses);
  });
  return { definition, line, given, references };
}

/** The function that is named, once its inputs are known: a line of a table is a function of one number. */
export const functionNamed = ({ definition, line }: Pick<Named, 'definition' | 'line'>, inputs: Inputs): Definition =>
  line === undefined ? definition : lineOf(definition, line, inputs);

/** What an argument comes to: a call among the arguments is computed first, as in a cell. */
function valueOf(typed: Exclude<Typed, Reference>, catalogue: Catalogue, argument: string, analyses: boolean): unknown {
  return isCall(typed) ? computed(typed, catalogue, argument, analyses) : typed;
}

function computed(call: Call, catalogue: Catalogue, argument: string, analyses: boolean): Answer['cells'] {
  const { name, line } = parseFunction(call.name);
  const definition = catalogue.find(name);
  const refused = (why: string): Problem =>
    new Problem('#VALUE!', `${argument} calls ${definition.name}${why}.`, argument);
  if (definition.family === 'analysis' && !analyses) throw refused(', an analysis: expected its answer, as a value');
  const values = call.args.map((arg): unknown => {
    if (!isReference(arg)) return valueOf(arg, catalogue, argument, analyses);
    throw refused(` with ${arg.reference.slice(0, 80)}: expected values in a call inside another`);
  });
  const inputs = inputsOf(definition, values);
  return answerOf(functionNamed({ definition, line }, inputs), inputs, catalogue).cells;
}
