/** The form of a base case: the function as an analysis is given it. */
import { baseCase } from '../../../src/pane/what-if/base-case';
import { startOf, type Filled } from '../../../src/pane/what-if/form';
import { analysed } from '../../../src/pane/what-if/subject';
import { resultOf, subjectOf } from '../../../src/analysis/subject';
import { catalogue } from '../../functions/cell';
import { offered } from './offered';

/** The call that stands in the formula, with these boxes filled in anew. */
function text(named: string, filled: Filled = {}): string {
  const { fields, text: of } = baseCase(analysed(named, catalogue));
  expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(filled)));
  return of({ ...startOf(fields), ...filled });
}

test('untouched, it is the function as it was named', () => {
  expect(text('TAAS_MARGIN')).toBe('TAAS_MARGIN');
  expect(text('TAAS_PPA_PRICE')).toBe('TAAS_PPA_PRICE(18,1920,17)');
  expect(text('=taas_margin(3,0.9,,{0,20%;1,25%},,,"whole")')).toBe('TAAS_MARGIN(3,0.9,,{0,0.2;1,0.25},,,"WHOLE")');
});

test('a line of a table keeps its name behind the call', () => {
  expect(text('TAAS_PNL[EBIT]')).toBe('TAAS_PNL[EBIT]');
  expect(text('TAAS_PNL[EBIT]', { fixed_fee: '0.5' })).toBe('TAAS_PNL(,0.5)[EBIT]');
});

test('what is typed goes into the call; an element brings its whole list', () => {
  expect(text('TAAS_MARGIN', { fixed_fee: '0.5' })).toBe('TAAS_MARGIN(,0.5)');
  expect(text('TAAS_MARGIN', { fixed_fee: '0.5', 'tiers[2].rate': '30%' })).toBe(
    'TAAS_MARGIN(,0.5,,{0,0.25;0.5,0.3;1.5,0.4})',
  );
  expect(text('TAAS_MARGIN', { token_spend: 'lots', 'tiers[2].rate': '30%' })).toBe(
    'TAAS_MARGIN("lots",,,{0,0.25;0.5,0.3;1.5,0.4})',
  );
});

test.each(offered)('%s: the call is the base case', (name) => {
  expect(resultOf(subjectOf(catalogue, text(name), []))).toEqual(analysed(name, catalogue).result);
});
