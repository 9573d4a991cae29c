import { pairsOf } from '../catalogue/block';
import { inputsOf, numberOf, type Inputs } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { inputsWith, replacementsIn, type Pairs, type Replacement } from '../catalogue/inputs';
import { isAssumption } from '../catalogue/lift';
import { isNumberAt, numbersOf } from '../catalogue/numbers';
import { parsePath, printPath } from '../catalogue/path';
import { orProblem, Problem } from '../catalogue/problem';
import { defaultOf, expectation } from '../catalogue/parameters';
import { functionNamed, named, type Named } from '../catalogue/subject';
import { knownIn, standIn } from './stand-in';

/** A function of one number, ready to be computed again with other inputs. */
export interface Subject {
  readonly definition: Definition;
  readonly inputs: Inputs;
  /** what can be varied, by path: undefined where there is no value */
  readonly numbers: ReadonlyMap<string, number | undefined>;
  /** of these, what needs a value and has none yet: in the inputs something stands in for it */
  readonly waiting: ReadonlySet<string>;
  /** what pairs of inputs hold, by path */
  readonly held: ReadonlyMap<string, Replacement>;
}

/** What a question holds: names and values in two columns, or a case of a block. */
export interface Held {
  readonly inputs: readonly (readonly unknown[])[];
  readonly case?: string | undefined;
}

/** The same as pairs, which they are where they were typed. */
export const pairsIn = (from: Pairs | Held, definition: Definition, catalogue: Catalogue): Pairs =>
  'inputs' in from ? pairsOf(from.inputs, from.case, definition, catalogue) : from;

/**
 * The function that a text names, and its inputs; throws a Problem for a table function or one without a formula.
 * @param varied what is to be varied, and so need not have a value
 */
export function subjectOf(
  catalogue: Catalogue,
  text: string,
  from: Pairs | Held,
  varied: readonly string[] = [],
): Subject {
  const found = scalarNamed(catalogue, text);
  const { definition, given } = found;
  const pairs = pairsIn(from, definition, catalogue);
  const held = replacementsIn(definition, pairs, given);
  const lacks = (path: string): boolean => {
    const { name, at } = parsePath(path) ?? { name: path };
    if (!isNumberAt(definition, at === undefined ? { name } : { name, at }) || held.has(path)) return false;
    return defaultOf(definition.parameters[name]!) === undefined && !held.has(name) && !Object.hasOwn(given, name);
  };
  const required = Object.entries(definition.parameters).flatMap(([name, each]) => ('required' in each ? [name] : []));
  const waiting = new Set(
    [...required, ...varied.flatMap((text) => parsePath(text) ?? []).map(printPath)].filter(lacks),
  );
  const known = knownIn(held.values());
  const standIns = [...waiting].map((path) => {
    const { name, at = 1 } = parsePath(path)!;
    const length = [...waiting, ...held.keys()].filter((other) => other.startsWith(`${name}[`)).length;
    return [path, [standIn(definition, name, length, known)].flat()[at - 1] ?? 0] as const;
  });
  const names = varied.map((path) => parsePath(path)?.name ?? path);
  const inputs = inputsWith(definition, [...pairs, ...standIns], given, 'inputs', names);
  const numbers = new Map(
    [...numbersOf(definition, inputs)].map(([path, x]) => [path, waiting.has(path) ? undefined : x]),
  );
  return { definition: functionNamed(found, inputs), inputs, numbers, waiting, held };
}

/** The function that a text names and what it gives it, if there is a formula to be read in other ways. */
export function withFormula(catalogue: Catalogue, text: string, references = false): Named {
  const found = named(catalogue, text, { argument: 'function', references });
  const { definition } = found;
  if (definition.formula) return found;
  const why = definition.onlyValue ?? 'it has no formula';
  throw new Problem('#N/A', `${definition.name} has no formula to show: ${why}.`, 'function');
}

/** The same, if it returns one number. */
export function scalarNamed(catalogue: Catalogue, text: string): Named {
  const found = withFormula(catalogue, text);
  const { name, result } = found.definition;
  if (result.shape === 'number' || found.line !== undefined) return found;
  const one =
    result.shape === 'table' ? 'one number, or a line of the table in brackets, as in TAAS_PNL[EBIT]' : 'one number';
  const sentence = `${name} returns a ${result.shape}: expected a function that returns ${one}.`;
  throw new Problem('#VALUE!', sentence, 'function');
}

/** The Problem of a number that still has no value, other than those that are varied. */
export function refuseWaiting({ definition, waiting }: Subject, varied: readonly string[] = []): void {
  const path = [...waiting].find((each) => !varied.includes(each));
  if (path === undefined) return;
  const parameter = definition.parameters[parsePath(path)!.name]!;
  throw new Problem('#VALUE!', `${path} is missing: expected ${expectation(parameter)}.`, path);
}

/** The answer of the value reading, or its Problem with the sentence that says why there is none. */
export const resultOf = (subject: Subject, inputs = subject.inputs): number | Problem =>
  orProblem(() => {
    if (inputs === subject.inputs) refuseWaiting(subject);
    return resultAt(subject.definition, inputs);
  });

/** The same of a function with inputs of its own; throws the Problem. */
export const resultAt = (definition: Definition, inputs: Inputs): number =>
  numberOf(definition, throughGate(definition, inputs));

/** Changed inputs pass the gate again, as they would from a cell. */
const throughGate = (definition: Definition, inputs: Inputs): Inputs =>
  inputsOf(
    definition,
    Object.keys(definition.parameters).map((name) => (isAssumption(inputs[name]) ? null : (inputs[name] ?? null))),
    'ANY',
  );
