import type { Definition } from '../catalogue/define';
import { exampleFormula, parameterList } from '../derive/example';
import type { Listed } from './functions';

/** A function of the catalogue, for a list. */
export const listed = (definition: Definition): Listed => ({
  name: definition.name,
  family: definition.family,
  answers: definition.answers,
  parameters: parameterList(definition),
  example: exampleFormula(definition, definition.examples[0]!),
  about: [definition.result.about, ...Object.values(definition.parameters).map(({ about }) => about)].join(' '),
});
