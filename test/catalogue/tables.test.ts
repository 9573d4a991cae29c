/** A table keeps its shape whatever numbers stand in it: a ratio of nothing is "n/a" in its own cell. */
import { allows } from '../../src/catalogue/domain';
import { domainAt, isNumberAt } from '../../src/catalogue/numbers';
import fc from 'fast-check';
import { call, inOrderOf, type Answer } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import { catalogue } from '../functions/cell';
import { inRange, type Arguments } from './random';
import './seed';

const tables = functions
  .filter(({ formula, result }) => formula !== undefined && result.shape === 'table')
  .map((definition) => [definition.name, definition] as const);

const answered = (definition: Definition, args: Arguments): Answer | Problem =>
  call(definition, inOrderOf(definition, args), catalogue);

const shapeOf = ({ cells }: Answer): string => cells.map((row) => row.length).join(',');

/** The same arguments with some of their numbers zero, where zero is allowed. */
const withZeros = (definition: Definition, args: Arguments, zero: readonly boolean[]): Arguments => {
  let i = 0;
  const perhaps = (x: unknown): unknown => (typeof x === 'number' && zero[i++ % zero.length] ? 0 : x);
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (isNumberAt(definition, { name }) && allows(domainAt(definition, name), 0)) return [name, perhaps(value)];
      return [name, isNumberAt(definition, { name, at: 1 }) && Array.isArray(value) ? value.map(perhaps) : value];
    }),
  );
};

test.each(tables)('%s with zeros among its inputs', (_name, definition) => {
  fc.assert(
    fc.property(inRange(definition), fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), (args, zero) => {
      const usual = answered(definition, { ...args, headers: false });
      const given = withZeros(definition, args, zero);
      const [alone, labelled] = [false, true].map((headers) => answered(definition, { ...given, headers }));
      if (alone instanceof Problem || labelled instanceof Problem) {
        expect(alone).toEqual(labelled);
        return;
      }
      if (!(usual instanceof Problem)) expect(shapeOf(alone!)).toBe(shapeOf(usual));
      const numbers = alone!.cells.flat().filter((cell) => typeof cell === 'number');
      expect(numbers.length).toBeGreaterThan(0);
      expect(new Set(alone!.cells.flat().filter((cell) => typeof cell !== 'number'))).toEqual(
        new Set(numbers.length === alone!.cells.flat().length ? [] : ['n/a']),
      );
      expect(labelled!.cells.slice(1).map((row) => row.slice(1))).toEqual(alone!.cells);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['TAAS_PNL', { token_spend: 0 }],
  ['TAAS_GROSS_NET', { token_spend: 0 }],
  ['TAAS_CHANNELS', { fixed_fee: 0 }],
  ['TAAS_CAPACITY_GAP', { required_mw: 0, owned_mw: 1, own_cost: 1, buy_cost: 1, annual_revenue: 1 }],
  ['TAAS_LAB_PNL', { revenue: 0 }],
  ['TAAS_API_PNL', { tokens: 0, token_price: 1, token_cost: 1 }],
  ['TAAS_SUBSCRIPTION_PNL', { users: [1], prices: [0], costs: [1] }],
  ['TAAS_BACKLOG_RUNOFF', { backlog: 1, annual_revenue: 0 }],
])('%s with %j has an "n/a" among its numbers', (name, args) => {
  const answer = answered(catalogue.find(name), { ...args, headers: false });
  if (answer instanceof Problem) throw answer;
  expect(answer.cells.flat()).toContain('n/a');
});

test('a table of nothing but undefined ratios is an error that says why', () => {
  const answer = answered(catalogue.find('TAAS_EBIT_BRIDGE'), { revenue0: 0, ebit0: 0, revenue1: 1, ebit1: 1 });
  expect(answer).toMatchObject({
    code: '#DIV/0!',
    sentence: 'TAAS_EBIT_BRIDGE: margin0 divides by revenue0, which is 0.',
  });
});
