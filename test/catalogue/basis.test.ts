/** AWS’ margins differ between the articles and the filings: a default says which it is of. */
import { inputsOf, workedAnswerOf } from '../../src/catalogue/call';
import { shownIn } from '../../src/excel/result';
import { body, catalogue, error, number } from '../functions/cell';

test.each([
  ['TAAS_SEGMENT_IMPACT', 3],
  ['TAAS_EBIT_BRIDGE', 1],
])('%s: other defaults on the other basis, and the same on its own', (name, row) => {
  const [seed, reported] = ['SEED', 'REPORTED'].map((basis) => body(name, { basis })[row]![0]);
  expect(seed).not.toBeCloseTo(reported!, 3);
  expect([seed, reported]).toContain(body(name)[row]![0]);
});

test('figures of one’s own are on no basis of ours', () => {
  const own = { revenue0: 10, ebit0: 2, revenue1: 20, ebit1: 5 };
  expect(body('TAAS_EBIT_BRIDGE', { ...own, basis: 'SEED' })).toEqual(body('TAAS_EBIT_BRIDGE', own));
  const shares = { segment1: 2, segment0: 1, total1: 12, total0: 10, basis: 'SEED' };
  expect(number('BEDROCK_CONTRIB', shares)).toBe(0.5);
});

test.each([
  ['BEDROCK_CONTRIB', 'total0'],
  ['TAAS_INCREMENTAL_MARGIN', 'ebit0'],
  ['TAAS_OPERATING_LEVERAGE', 'ebit0'],
])('%s: what the articles do not say is not taken from the filings', (name, parameter) => {
  const why = 'the articles give no AWS margin of the year before; expected basis REPORTED, or your own figures.';
  expect(error(name, { basis: 'SEED' })).toEqual(['#N/A', `${parameter} is missing: ${why}`]);
});

test('an analysis stays on the basis that it is asked on', () => {
  const question = { function: 'TAAS_EBIT_BRIDGE[Rate]', target: 0.8006031, param: 'revenue1' };
  expect(number('TAAS_SOLVE', { ...question, inputs: [['basis', 'SEED']] })).toBeCloseTo(37.587, 6);
});

test('the card says which basis was used, and who stands behind it', () => {
  const definition = catalogue.find('TAAS_RESTATED_MARGIN');
  const card = (basis: string): string => {
    const inputs = inputsOf(definition, [...Array<null>(10).fill(null), basis]);
    return JSON.stringify(shownIn(definition, inputs, workedAnswerOf(definition, inputs, catalogue), true));
  };
  expect(card('SEED')).toMatch(/"source_margin":[^}]*A01.*, basis SEED"/);
  expect(card('REPORTED')).toMatch(/"source_margin":[^}]*over revenue.*, basis REPORTED"/);
});
