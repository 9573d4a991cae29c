/** The form of a base case: the function as an analysis is given it. */
import { parseHTML } from 'linkedom';
import { baseCase, type BaseCase } from '../../src/pane/analyse/base-case';
import { analysable, analysed } from '../../src/pane/analyse/subject';
import { exactly, subjectOf } from '../../src/functions/analysis/vary';
import { catalogue } from '../functions/cell';

const page = parseHTML('<!doctype html><html><body></body></html>').document;

beforeAll(() => Object.assign(globalThis, { document: page }));
afterAll(() => Reflect.deleteProperty(globalThis, 'document'));

const form = (text: string): BaseCase => baseCase(analysed(text, catalogue));

/** Types into the box of that name. */
function fill({ body }: BaseCase, name: string, text: string): void {
  const label = [...body.querySelectorAll('label')].find((each) =>
    each.querySelector('.label')!.textContent.startsWith(name),
  )!;
  label.querySelector<HTMLInputElement>('input, select')!.value = text;
}

test('untouched, it is the function as it was named', () => {
  expect(form('TAAS_MARGIN').text()).toBe('TAAS_MARGIN');
  expect(form('TAAS_PPA_PRICE').text()).toBe('TAAS_PPA_PRICE(18,1920,17)');
  expect(form('=taas_margin(3,0.9,,{0,20%;1,25%},,,"whole")').text()).toBe(
    'TAAS_MARGIN(3,0.9,,{0,0.2;1,0.25},,,"WHOLE")',
  );
});

test('what is typed goes into the call; an element brings its whole list', () => {
  const margin = form('TAAS_MARGIN');
  fill(margin, 'fixed_fee', '0.5');
  expect(margin.text()).toBe('TAAS_MARGIN(,0.5)');
  fill(margin, 'tiers[2].rate', '30%');
  expect(margin.text()).toBe('TAAS_MARGIN(,0.5,,{0,0.25;0.5,0.3;1.5,0.4})');
  fill(margin, 'fixed_fee', '0.7');
  fill(margin, 'token_spend', 'lots');
  expect(margin.text()).toBe('TAAS_MARGIN("lots",,,{0,0.25;0.5,0.3;1.5,0.4})');
});

test.each(analysable(catalogue).map(({ name }) => [name] as const))('%s: the call is the base case', (name) => {
  const { definition, inputs } = subjectOf(catalogue, form(name).text(), []);
  expect(exactly(definition, inputs, catalogue)).toEqual(analysed(name, catalogue).result);
});
