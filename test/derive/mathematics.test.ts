/** The formula of a function line by line, as its page prints it. */
import { inOrderOf, inputsOf } from '../../src/catalogue/call';
import { define, type Definition } from '../../src/catalogue/define';
import { list } from '../../src/catalogue/parameters';
import { formulasOf, mathMarkup } from '../../src/derive/help/mathematics';
import { catalogue } from './files';

const NO_CELLS = { rows: [], columns: [] };
const printed = (definition: Definition, args: Readonly<Record<string, unknown>> = {}): string[] =>
  formulasOf(definition, inputsOf(definition, inOrderOf(definition, args)), NO_CELLS).map(({ tex }) => tex);

test('terms alike but for their index are a sum', () => {
  const definition = catalogue.find('TAAS_BLENDED_MARGIN');
  expect(printed(definition, { revenues: [100, 50, 10], margins: [0.3, 0.6, 0.1] })).toEqual([
    '\\text{profit} = \\sum_{i=1}^{3} \\text{revenues}_{i} \\times \\text{margins}_{i}',
    '\\text{revenue} = \\sum_{i=1}^{3} \\text{revenues}_{i}',
    '\\text{blended margin} = \\frac{\\text{profit}}{\\text{revenue}}',
  ]);
});

test('the tiers of a revenue share are a sum and the last tier', () => {
  const [line] = printed(catalogue.find('TAAS_REV_SHARE'));
  expect(line).toContain(
    '\\sum_{i=1}^{2} \\max\\left(0,\\ \\min\\left(\\text{token spend},\\ \\text{tier threshold}_{i+1}\\right)',
  );
  expect(line).toContain('\\text{token spend} - \\text{tier threshold}_{3}');
});

test('lines alike but for their index are told once', () => {
  const balances = define({
    name: 'TAAS_TEST',
    family: 'deal',
    answers: 'A test.',
    parameters: { flows: list('plain', 'Flows.', { required: true, most: 10 }) },
    result: { shape: 'list', unit: 'plain', about: 'balances' },
    formula: ({ flows }, m) => {
      let balance = m.num(7);
      return flows.map((flow, i) => (balance = m.step(`balance_${i + 1}`, balance.plus(flow))));
    },
    examples: [
      { args: { flows: [1] }, gives: [[8]], says: 'one' },
      { args: { flows: [1] }, gives: [[8]], says: 'one' },
    ],
  });
  const formulas = formulasOf(balances, inputsOf(balances, [[1, 2, 3, 4]]), NO_CELLS);
  expect(formulas).toEqual([
    { tex: '\\text{balance}_{1} = 7 + \\text{flows}_{1}' },
    { tex: '\\text{balance}_{k} = \\text{balance}_{k-1} + \\text{flows}_{k}', runs: [2, 4] },
  ]);
});

test('what TeX does not know stops the build', () => {
  expect(() => mathMarkup('\\nosuchcommand{x}')).toThrow();
});
