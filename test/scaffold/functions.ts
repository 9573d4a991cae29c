/** Two functions and their tests: one has a formula, the other looks something up. */
const FUNCTION = `import { define } from '../../catalogue/define';
import { rate } from '../../catalogue/parameters';

/** Steady growth: the rule of 72, exactly. */
export const TAAS_DOUBLE = define({
  name: 'TAAS_DOUBLE',
  family: 'returns',
  answers: 'How many years a run-rate takes to double at a steady growth rate.',
  parameters: { growth: rate('Growth a year.', { above: 0, max: 100, required: true }) },
  result: { shape: 'number', unit: 'years', about: 'doubling time' },
  formula: (x, m) => m.step('years_to_double', m.ln(2).div(m.log1p(x.growth))),
  examples: [
    { args: { growth: 1 }, gives: 1, says: 'doubling every year takes a year' },
    { args: { growth: 0.08 }, gives: 9.00646834200059, says: 'the rule of 72 says nine years at 8%' },
  ],
  related: ['TAAS_PAYBACK', 'TAAS_ARR_FORECAST'],
});
`;

const ITS_TEST = `import { error, number } from '../cell';

test('growth of 41.4% doubles in two years', () => {
  expect(number('TAAS_DOUBLE', { growth: Math.SQRT2 - 1 })).toBeCloseTo(2, 12);
});

test('what does not grow does not double', () => {
  expect(error('TAAS_DOUBLE', { growth: 0 })[0]).toBe('#VALUE!');
});
`;

const LOOK_UP = `import { defineAnswer } from '../../catalogue/define';
import { text } from '../../catalogue/parameters';

export const TAAS_INPUTS = defineAnswer({
  name: 'TAAS_INPUTS',
  family: 'trust',
  answers: 'How many inputs a function has.',
  parameters: { function: text('Name of the function.', { required: true }) },
  result: { shape: 'number', unit: 'plain', about: 'inputs' },
  onlyValue: 'a look-up in the catalogue',
  answer: ({ function: name }, catalogue) => Object.keys(catalogue.find(name).parameters).length,
  examples: [
    { args: { function: 'TAAS_DOUBLE' }, gives: 1, says: 'growth alone' },
    { args: { function: 'TAAS_VERSION' }, gives: 0, says: 'none' },
  ],
});
`;

const ITS_TEST_TOO = `import { error, number } from '../cell';

test('a look-up counts itself', () => {
  expect(number('TAAS_INPUTS', { function: 'TAAS_INPUTS' })).toBe(1);
  expect(error('TAAS_INPUTS', { function: 'TAAS_MARGN' })[1]).toContain('TAAS_MARGIN');
});
`;

export const FUNCTIONS = {
  'src/functions/returns/TAAS_DOUBLE.ts': FUNCTION,
  'test/functions/returns/TAAS_DOUBLE.test.ts': ITS_TEST,
  'src/functions/trust/TAAS_INPUTS.ts': LOOK_UP,
  'test/functions/trust/TAAS_INPUTS.test.ts': ITS_TEST_TOO,
};
