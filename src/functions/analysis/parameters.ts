import { base } from '../../book/case';
import { cases, count, inputs, range, text } from '../../catalogue/parameters';
import { DISTRIBUTIONS } from '../../analysis/distributions';
import { either } from '../../catalogue/problem';

/** The function that an analysis computes again and again. */
export const SUBJECT = text(
  'A function of one number or a line of a table: TAAS_MARGIN, TAAS_PNL[EBIT], or a call such as TAAS_MARGIN(1), whose arguments are the base case.',
  { default: 'TAAS_MARGIN' },
);

/** What an analysis holds: an input cannot be held and varied, while the arguments of a call may be varied. */
export const HELD = inputs(
  'Two columns, parameter name and value, that replace defaults and are held: what is varied is not among them.',
);

/** Appended to what an analysis is asked, since its functions are older than it. */
export const CASE_OF_INPUTS = text(
  'Where inputs are a block of cases: the heading of the one that is held, such as 2Q26E.',
  {},
);

/** The analyst's own quarters and cases. */
export const BLOCK_OF_CASES = cases(
  'Block of cases: a heading row, then a row for each input, with its name and a value for each case; or two columns, name and value. One block serves every function: rows of other functions are passed over.',
  { required: true },
);

export const CASE = text('Heading of one case, such as 2Q26E; blank for all of them.', {});

const WITH_VALUES = either(Object.entries(DISTRIBUTIONS).map(([name, { takes }]) => `${name} (${takes.join(', ')})`));

/** Appended to what a simulation is asked, since its functions are older than it. */
export const CORRELATION = range(
  'A row and a column for each input of spec, in its order: how they go together, 1 on the diagonal (Gaussian copula); blank: independent.',
  { most: 100 },
);

/** What a simulation is asked, in the order in which its functions take it. */
export const SIMULATION = {
  function: SUBJECT,
  spec: range(`One row for each uncertain input: its name, a distribution and the values of that: ${WITH_VALUES}.`, {
    required: true,
    most: 100,
  }),
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
  inputs: HELD,
} as const;
