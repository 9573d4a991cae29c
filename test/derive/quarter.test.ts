/** With another quarter as the current one, all that is written of the base case says so. */
import { quarters } from '../../src/book/case';
import { shownIn } from '../../src/excel/result';
import { callByName, inputsOf, workedAnswerOf, type Answer } from '../../src/catalogue/call';
import type { Problem } from '../../src/catalogue/problem';
import type { Arguments } from '../functions/cell';
import { catalogue, fileOf } from './files';

jest.mock('../../src/book/cases', () => {
  const { Q2_26E } = jest.requireActual('../book/2Q26E');
  const { Q1_26 } = jest.requireActual('../../src/book/cases/1Q26');
  return { CASES: [Q2_26E, Q1_26], DOCUMENTED: Q1_26 };
});

const answered = (name: string, args: Arguments = {}): Answer | Problem =>
  callByName(catalogue.find(name), args, catalogue);
const number = (name: string, args: Arguments = {}): unknown => (answered(name, args) as Answer).cells[0]![0];

test('the quarter is 2Q26E', () => {
  expect(quarters.now).toBe('2Q26E');
  expect(number('TAAS_MARGIN')).toBeCloseTo(0.554425075427422, 12);
});

test('Excel offers its defaults', () => {
  const { functions: offered } = JSON.parse(fileOf('functions.json'));
  const margin = offered.find(({ id }: { id: string }) => id === 'TAAS_MARGIN');
  expect(margin.parameters[0].description).toMatch(/Default 4\.02\.$/);
});

test('help says which quarter it is of; an example keeps that which its words are of', () => {
  const page = fileOf('help/TAAS_MARGIN.html');
  expect(page).toContain('base case 2Q26E.');
  expect(page).toContain('calibrated to 9 points of AWS growth');
  expect(page).toContain('The base case: Bedrock’s 55%, on the base case of 1Q26.');
  expect(page).toContain('55.0%');
  expect(fileOf('help/index.html')).toContain('the base case of 2Q26E');
});

test('catalogue.json and llms.txt tell a program and an assistant', () => {
  const { base_case, functions: described } = JSON.parse(fileOf('catalogue.json'));
  expect(base_case).toBe('2Q26E');
  const revenue = described.find(({ name }: { name: string }) => name === 'BEDROCK_REVENUE');
  expect(revenue.parameters[0]).toMatchObject({ default: 40.2, source: { standing: 'assumption', text: 'our guess' } });
  expect(revenue.examples[0]).toMatchObject({
    result: 1.390719,
    says: expect.stringMatching(/, on the base case of 1Q26$/),
  });
  expect(fileOf('llms.txt')).toContain('case of 2Q26E.');
});

test('a card says which quarter its defaults are of', () => {
  const definition = catalogue.find('TAAS_MARGIN');
  const inputs = inputsOf(definition, [null, 0.7]);
  const handed = shownIn(definition, inputs, workedAnswerOf(definition, inputs, catalogue), true);
  expect(handed).toMatchObject({
    layouts: { card: { sections: [{ title: 'Working' }, { title: 'Base case 2Q26E' }] } },
    properties: { source_token_spend: { basicValue: expect.stringContaining('(B27)') } },
  });
});

test('a name with a date in it goes on answering what it always did', () => {
  expect(number('TAAS_BASE', { name: 'aws_revenue_1q26' })).toBe(37.587);
  expect(number('TAAS_BASE', { name: 'aws_revenue_4q25' })).toBe(35.579);
  expect(number('TAAS_BASE', { name: 'bedrock_ebit_1q25' })).toBeCloseTo(0.03951045, 12);
  expect(number('TAAS_BASE', { name: 'aws_revenue_quarter_before' })).toBe(37.587);
  expect(answered('TAAS_BASE', { name: 'aws_revenue_3q24' })).toMatchObject({
    sentence: expect.stringContaining('nearest are aws_revenue_3q25'),
  });
});
