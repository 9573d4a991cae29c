import { base } from '../../book/assumptions';
import { count, inputs, range, text } from '../../catalogue/parameters';
import type { Catalogue, Definition } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';

/** The function of that name, if it has a formula to be read in other ways. */
export function withFormula(catalogue: Catalogue, name: string): Definition {
  const definition = catalogue.find(name);
  if (definition.formula) return definition;
  const why = definition.onlyValue ?? 'it has no formula';
  throw new Problem('#N/A', `${definition.name} has no formula to show: ${why}.`, 'function');
}

/** What a simulation is asked, in the order in which its functions take it. */
export const SIMULATION = {
  function: text('Name of a function that returns one number.', { default: 'TAAS_MARGIN' }),
  spec: range(
    'One row for each uncertain input: name, UNIFORM (low, high), TRIANGULAR (low, mode, high), NORMAL (mean, sd) or LOGNORMAL (median, log-sd), and those values.',
    { required: true },
  ),
  trials: count('count', 'How many trials; up to 1,000,000.', {
    min: 2,
    max: 1_000_000,
    beyond: 'the command taas sweep runs more',
    default: base.trials,
  }),
  seed: count('count', 'Start of the random numbers: the same seed gives the same digits.', {
    min: 0,
    max: 4294967295,
    default: base.seed,
  }),
  inputs: inputs('Two columns, parameter name and value, that replace defaults.'),
} as const;
