/** The core by itself, as a notebook or another program asks it. */
import fc from 'fast-check';
import { answer, call, functions, inputsWith, Problem, type Answer } from '../src/core';
import './catalogue/seed';

const value = (answered: Answer | Problem): unknown =>
  answered instanceof Problem ? [answered.code, answered.sentence] : answered.cells[0]![0];

test('arguments in order and by name', () => {
  expect(value(call('TAAS_MARGIN', [1]))).toBe(0.4);
  expect(value(answer('taas_margin', { token_spend: 1 }))).toBe(0.4);
  expect(value(answer('TAAS_MARGIN', { token_spend: undefined }))).toBe(0.55);
});

test('a name that is none is refused, with the nearest', () => {
  expect(value(answer('TAAS_MARGIN', { token_spnd: 1 }))).toEqual([
    '#VALUE!',
    expect.stringContaining('TAAS_MARGIN has no parameter token_spnd; the nearest are token_spend, '),
  ]);
  expect(value(answer('TAAS_VERSION', { name: 1 }))).toEqual([
    '#VALUE!',
    'TAAS_VERSION has no parameter name; it has none.',
  ]);
  expect(() => call('TAAS_MARGIN(1)')).toThrow('no function TAAS_MARGIN(1); the nearest are TAAS_MARGIN');
});

test('no function takes a name that it does not declare', () => {
  const others = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'Token_Spend', ''), fc.string());
  fc.assert(
    fc.property(fc.constantFrom(...functions), others, (definition, name) => {
      fc.pre(!Object.hasOwn(definition.parameters, name));
      const args: Record<string, unknown> = Object.fromEntries([[name, 1]]);
      expect(value(answer(definition.name, args))).toEqual(['#VALUE!', expect.stringContaining('has no parameter ')]);
    }),
    { numRuns: 300 },
  );
});

test('pairs replace inputs, each once', () => {
  const margin = functions.find(({ name }) => name === 'TAAS_MARGIN')!;
  expect(inputsWith(margin, [['Token_Spend', 1]])).toMatchObject({ token_spend: 1 });
  expect(() =>
    inputsWith(margin, [
      ['mode', 'WHOLE'],
      ['token_spend', 1],
      ['TOKEN_SPEND ', 1],
    ]),
  ).toThrow('token_spend is given in row 2 and again in row 3 of inputs: expected one of the two.');
});
