import type { Catalogue } from '../../catalogue/define';
import { parameterList } from '../../derive/example';
import { parameterWords } from '../../derive/wording';
import type { Typing } from '../host';
import { argumentAt } from '../../derive/formula/calls';

/** What is to be known of the argument that is being typed. */
export interface ArgumentHelp {
  readonly name: string;
  /** `[token_spend], [fixed_fee], …`: brackets mean optional */
  readonly parameters: string;
  readonly argument: string;
  readonly about: string;
  /** `$bn a quarter; a number from 0 to 1,000; left out: 2` */
  readonly facts: string;
}

/** Of the innermost call of ours that the caret stands in. */
export function argumentHelp({ formula, caret }: Typing, catalogue: Catalogue): ArgumentHelp | undefined {
  const at = argumentAt(formula, caret, catalogue);
  if (!at) return undefined;
  const { definition } = at.call;
  const parameters = Object.entries(definition.parameters);
  const named = { name: definition.name, parameters: parameterList(definition) };
  const its = parameters[at.argument];
  if (!its) {
    const about = `${definition.name} takes ${parameters.length} arguments: this is one more.`;
    return {
      ...named,
      argument: '',
      about: parameters.length === 0 ? `${definition.name} takes no arguments.` : about,
      facts: '',
    };
  }
  const [argument, parameter] = its;
  const { unit, accepts, default: fallback, plausible } = parameterWords(parameter);
  const facts = [
    unit,
    accepts,
    plausible && `plausible ${plausible[0]} to ${plausible[1]}`,
    fallback && `left out: ${fallback}`,
  ];
  return { ...named, argument, about: parameter.about, facts: facts.filter(Boolean).join('; ') };
}
