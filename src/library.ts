/**
 * What the package is: `import { answer } from 'taas-excel/core'`. No Excel, no page, no network, nothing of Node.
 * Plain data goes in and comes out, anew each time; nothing throws on what it is given. Its declarations are written
 * by derive/declarations.ts from the definitions.
 */
import { VERSION } from './book/version';
import { answerOf, inputsOf } from './catalogue/call';
import { catalogueOf, unknownParameter } from './catalogue/catalogue';
import type { Cell, Definition } from './catalogue/define';
import { holdsOf } from './catalogue/define';
import { plainCopy, whatItIs } from './catalogue/plain-data';
import { orProblem, Problem } from './catalogue/problem';
import { KERNELS } from './formula/kernels.generated';
import { useKernels } from './formula/kernels';
import { functions as definitions } from './functions';

useKernels(KERNELS);

const catalogue = catalogueOf(definitions);

type Answered = Cell | readonly Cell[] | readonly (readonly Cell[])[];

/** `answer('TAAS_MARGIN', { token_spend: 2 })`: inputs by name. */
export const answer = (name: unknown, inputs: unknown = {}): Answered =>
  handedOut(() => {
    const definition = functionNamed(name);
    const given = byName(definition, inputs);
    return answered(
      definition,
      Object.keys(definition.parameters).map((each) => given.get(each)),
    );
  });

/** `call('TAAS_MARGIN', [2, 0.7])`: inputs in order, null for a default. */
export const call = (name: unknown, inputs: unknown = []): Answered =>
  handedOut(() => {
    const definition = functionNamed(name);
    if (!Array.isArray(inputs)) throw refused('inputs', whatItIs(inputs), 'an array of inputs in order');
    const names = Object.keys(definition.parameters);
    const places = Array.from({ length: inputs.length }, (_, i) => names[i] ?? `argument ${i + 1}`);
    return answered(
      definition,
      places.map((place, i) => plainCopy(place, inputs[i])),
    );
  });

/** Every function: what it answers and what it takes. */
export const functions = Object.freeze(
  definitions.map(({ name, family, answers, parameters }) =>
    Object.freeze({ name, family, answers, inputs: Object.freeze(Object.keys(parameters)) }),
  ),
);

export const version = VERSION;
export { Problem };

function functionNamed(name: unknown): Definition {
  if (typeof name !== 'string') throw refused('name', whatItIs(name), 'the name of a function, such as TAAS_MARGIN');
  return catalogue.find(name);
}

function byName(definition: Definition, inputs: unknown): ReadonlyMap<string, unknown> {
  const example = Object.keys(definition.parameters)[0];
  const expected = example === undefined ? 'an object without inputs' : `an object of inputs by name, as ${example}`;
  if (!isPlainObject(inputs)) throw refused('inputs', whatItIs(inputs), expected);
  return new Map(
    Reflect.ownKeys(inputs).map((key) => {
      const value = inputs[key];
      if (typeof key === 'symbol' || !Object.hasOwn(definition.parameters, key))
        throw unknownInput(definition, String(key), value);
      return [key, plainCopy(key, value)];
    }),
  );
}

/** Of another page or worker too; what a Map or an instance of a class holds would be passed over. */
function isPlainObject(x: unknown): x is Readonly<Record<PropertyKey, unknown>> {
  if (typeof x !== 'object' || x === null || Array.isArray(x)) return false;
  const prototype: unknown = Object.getPrototypeOf(x);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function unknownInput(definition: Definition, name: string, value: unknown): Problem {
  const { code, sentence } = unknownParameter(definition, name);
  const names = Object.keys(definition.parameters);
  const takes = names.length === 0 ? '' : ` It takes ${names.join(', ')}.`;
  return new Problem(code, `${sentence.replace(/;/, `, which came as ${whatItIs(value)};`)}${takes}`, name);
}

const refused = (argument: string, what: string, expected: string): Problem =>
  new Problem('#VALUE!', `${argument} is ${what}: expected ${expected}.`, argument);

/** The cells as the declarations say: one value, a list, or rows. */
function answered(definition: Definition, args: readonly unknown[]): Answered {
  const { single, cells } = answerOf(definition, inputsOf(definition, args), catalogue);
  const holds = holdsOf(definition.result);
  if (holds === 'list') return [...cells[0]!];
  const isOne = holds === 'number' || holds === 'text' || (holds !== 'table' && single);
  return isOne ? cells[0]![0]! : cells.map((row) => [...row]);
}

/** A Problem is an answer too; nobody can change one that others see. */
function handedOut(work: () => Answered): Answered {
  const given = orProblem(work);
  return given instanceof Problem ? Object.freeze(given) : given;
}
