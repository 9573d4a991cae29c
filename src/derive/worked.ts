import { current, documented } from '../book/case';
import { catalogueOn, onCase } from '../book/on-case';
import { callByName, inOrderOf, inputsOf, type Answer, type Inputs } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { exampleFormula, formulaAsTyped } from './example';

/** An example and what it answers now. */
export interface Worked {
  readonly formula: string;
  readonly answer: Answer | Problem;
  readonly says: string;
}

/** Worked on the base case that their words are of, and saying so where another has become current. */
export function workedExamples(definition: Definition, catalogue: Catalogue): Worked[] {
  const functions = catalogueOn(documented, catalogue);
  const of = documented === current ? '' : `, on the base case of ${documented.quarters.now}`;
  return definition.examples.map((example) => ({
    formula: exampleFormula(definition, example),
    answer: callByName(onCase(definition, documented), example.args, functions),
    says: `${example.says}${of}`,
  }));
}

/** Arguments that a function can be shown at: its defaults, or its first example that answers where some have none. */
export interface Occasion {
  readonly args: Readonly<Record<string, unknown>>;
  readonly formula: string;
  /** the defaults alone */
  readonly isBaseCase: boolean;
}

export function occasionOf(definition: Definition, catalogue: Catalogue): Occasion {
  const answers = (args: Occasion['args']): boolean => !(callByName(definition, args, catalogue) instanceof Problem);
  const args = [{}, ...definition.examples.map((example) => example.args)].find(answers);
  if (!args) throw new RangeError(`${definition.name} has no example with an answer`);
  return { args, formula: formulaAsTyped(definition, args), isBaseCase: Object.keys(args).length === 0 };
}

export const inputsAt = (definition: Definition, { args }: Pick<Occasion, 'args'>): Inputs =>
  inputsOf(definition, inOrderOf(definition, args));
