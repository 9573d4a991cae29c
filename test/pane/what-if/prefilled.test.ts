/** What the form of an analysis is filled in with before anyone has typed. */
import { DISTRIBUTIONS } from '../../../src/analysis/distributions';
import { drawOf } from '../../../src/analysis/draws';
import { aim, analysable, analysed, likely, linesOf, stepsAround } from '../../../src/pane/what-if/subject';
import { parseBox, parseList } from '../../../src/pane/what-if/parse';
import { base } from '../../../src/book/case';
import { catalogue } from '../../functions/cell';
import { offered } from './offered';

const margin = analysed('TAAS_MARGIN', catalogue);
const varied = (path: string) => margin.varied.find((each) => each.path === path)!;

test('the inputs that move the margin most come first', () => {
  expect(margin.varied.slice(0, 3).map(({ path }) => path)).toEqual(['infra_cogs', 'token_spend', 'fixed_fee']);
});

test('an uncertain input starts a quarter around the base case, inside what is plausible', () => {
  expect(likely(varied('token_spend'))).toEqual([1.5, 2.5]);
  expect(likely(varied('infra_rate'))).toEqual(base.infra_rate.range);
  for (const name of offered)
    for (const each of analysed(name, catalogue).varied) {
      const { path, base: middle, allows } = each;
      const [low, high] = likely(each);
      const said = `${name} ${path} ${low} ${middle} ${high}`;
      expect([said, low <= middle && middle <= high && allows(low) && allows(high)]).toEqual([said, true]);
    }
});

test('every distribution is offered, and starts with values that it takes', () => {
  for (const [name, { takes, likely: start }] of Object.entries(DISTRIBUTIONS)) {
    const values = start(2, 1.5, 2.5);
    expect(values).toHaveLength(takes.length);
    expect(drawOf(['token_spend', name, ...values], 1).distribution).toBe(`${name}(${values.join(', ')})`);
  }
});

test('a table starts with five round steps around the base case', () => {
  expect(stepsAround(varied('token_spend'))).toEqual([1, 1.5, 2, 2.5, 3]);
  expect(stepsAround(varied('infra_cogs'))).toEqual([0.35, 0.45, 0.55, 0.65, 0.75]);
});

test('the target starts a little below the base case', () => {
  expect(aim(margin)).toBe(0.5);
});

test('functions whose inputs are cells are offered, others are not', () => {
  const names = analysable(catalogue).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['TAAS_MARGIN', 'TAAS_PPA_PRICE', 'TAAS_ROIC', 'TAAS_PNL']));
  for (const name of ['TAAS_BLENDED_MARGIN', 'TAAS_SUBSCRIPTION_PNL', 'TAAS_PEERS', 'TAAS_FACTS'])
    expect(names).not.toContain(name);
});

test('of a table each line is offered, of several columns each cell', () => {
  expect(linesOf(catalogue.find('TAAS_MARGIN'))).toEqual([]);
  expect(linesOf(catalogue.find('TAAS_PNL'))).toEqual(expect.arrayContaining(['Net revenue', 'EBIT', 'EBIT margin']));
  expect(linesOf(catalogue.find('TAAS_GROSS_NET'))).toContain('EBIT, Principal (gross)');
  expect(linesOf(catalogue.find('TAAS_API_PNL'))).toContain('Gross profit');
});

test('what is typed is a number where it can be one', () => {
  expect(['50%', '1,000,000', ' 0.5 ', '-2', '', 'lots'].map(parseBox)).toEqual([0.5, 1e6, 0.5, -2, undefined, 'lots']);
  expect(parseList('1, 1.5, 2')).toEqual([1, 1.5, 2]);
  expect(parseList('40% 45%;50%')).toEqual([0.4, 0.45, 0.5]);
  expect(parseList(' ')).toBeUndefined();
});

test('what is typed and may be another number is left as it is, for the function to refuse', () => {
  const doubtful = ['1,37', '0,825', '5%%', '1 2', '1.2.3'];
  expect(doubtful.map(parseBox)).toEqual(doubtful);
  expect(['(2)', '5 %', '$1,375', '−2'].map(parseBox)).toEqual([-2, 0.05, 1375, -2]);
  expect(parseList('1,375, 2\n1,5; 3,')).toEqual([1375, 2, '1,5', 3]);
  expect(parseList('1,2,3')).toEqual(['1,2,3']);
  expect(parseList('1\u00a0287 2')).toEqual([1287, 2]);
});
