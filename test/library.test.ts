/** The package's core: what it declares is what it answers, what it is given is plain data, and nobody can change it. */
import fc from 'fast-check';
import { holdsOf, type Holds } from '../src/catalogue/define';
import { functions as definitions } from '../src/functions';
import { answer, call, functions, Problem, version } from '../src/library';
import manifest from '../package.json';
import './catalogue/seed';

const isCell = (x: unknown): boolean => ['number', 'string', 'boolean'].includes(typeof x) || x instanceof Problem;
const isTable = (x: unknown): boolean =>
  Array.isArray(x) && x.length > 0 && x.every((row) => Array.isArray(row) && row.every(isCell));
const IS: Readonly<Record<Holds, (x: unknown) => boolean>> = {
  number: (x) => typeof x === 'number',
  text: (x) => typeof x === 'string',
  list: (x) => Array.isArray(x) && x.length > 0 && x.every((each) => typeof each === 'number'),
  table: isTable,
  value: isCell,
  'value or table': (x) => isCell(x) || isTable(x),
};

test.each(definitions.map((each) => [each.name, each] as const))('%s answers what is declared', (name, definition) => {
  const answers = definition.examples.map(({ args }) => answer(name, args));
  const shown = answers.filter((each) => !(each instanceof Problem));
  expect(shown.length).toBeGreaterThan(0);
  for (const each of shown) expect([each, IS[holdsOf(definition.result)](each)]).toEqual([each, true]);
  definition.examples.forEach(({ args }, i) => {
    const inOrder = Object.keys(definition.parameters).map((each) => (args as Record<string, unknown>)[each]);
    expect(call(name, inOrder)).toEqual(answers[i]);
  });
});

const sentence = (given: unknown): string => {
  expect(given).toBeInstanceOf(Problem);
  return (given as Problem).sentence;
};

test('an input that there is not is refused: what came, what is near, what there is', () => {
  expect(sentence(answer('TAAS_MARGIN', { token_spent: 1 }))).toMatch(
    /^TAAS_MARGIN has no parameter token_spent, which came as 1; the nearest are token_spend, .* It takes token_spend, fixed_fee, /,
  );
  for (const name of ['__proto__', 'constructor', 'toString', 'Token_Spend', 'tiers[2].rate', ''])
    expect(sentence(answer('TAAS_MARGIN', Object.fromEntries([[name, 1]])))).toContain('TAAS_MARGIN has no parameter ');
  expect(sentence(answer('TAAS_MARGIN', { [Symbol('token_spend')]: 1 }))).toContain('no parameter Symbol(token_spend)');
});

test('a function that there is not is a Problem too', () => {
  expect(sentence(answer('TAAS_MARGN'))).toBe(
    'no function TAAS_MARGN; the nearest are TAAS_MARGIN, TAAS_BASE or TAAS_CALL.',
  );
  for (const name of [undefined, null, 1, Symbol('x'), {}, 'toString', '__proto__']) sentence(answer(name));
});

test.each([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['a Date', new Date(0)],
  ['the bigint 1n', 1n],
  ['a symbol', Symbol('1')],
  ['a function', () => 1],
  ['an object', { value: 1 }],
  ['an object', { basicType: 'Double', basicValue: 1 }],
])('%s is no plain data, alone or in a list', (what, value) => {
  expect(sentence(answer('TAAS_MARGIN', { token_spend: value }))).toMatch(
    `token_spend is ${what}: expected plain data`,
  );
  expect(sentence(call('TAAS_MARGIN', [value]))).toMatch(`token_spend is ${what}: expected plain data`);
  const margins = { revenues: [1, value], margins: [0.1, 0.2] };
  expect(sentence(answer('TAAS_BLENDED_MARGIN', margins))).toMatch(`revenues is ${what} in place 2: expected`);
});

test('inputs are a plain object, or an array in order, and no more than there are', () => {
  for (const inputs of [null, 1, 'x', [1], new Map([['token_spend', 1]]), new Date(), () => 1])
    expect(sentence(answer('TAAS_MARGIN', inputs))).toMatch(/^inputs is .*: expected an object of inputs by name/);
  expect(sentence(call('TAAS_MARGIN', { token_spend: 1 }))).toMatch(/^inputs is an object: expected an array/);
  expect(sentence(call('TAAS_VERSION', [1]))).toContain('takes 0 arguments; argument 1 is 1');
  const sparse: unknown[] = [];
  sparse[1] = 2;
  expect(sentence(answer('TAAS_BLENDED_MARGIN', { revenues: sparse, margins: [0.1, 0.2] }))).toContain(
    'has a blank in ',
  );
});

test('undefined and null are the default', () => {
  for (const blank of [undefined, null]) expect(answer('TAAS_MARGIN', { token_spend: blank })).toBe(0.55);
});

test('nothing at all makes it throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...definitions),
      fc.anything({ withBigInt: true, withDate: true, withSparseArray: true }),
      (definition, value) => {
        for (const name of Object.keys(definition.parameters)) answer(definition.name, { [name]: value });
        answer(definition.name, value);
      },
    ),
    { numRuns: 50 },
  );
});

test('what is done to an answer, or to what was given, changes no later answer', () => {
  for (const { name, examples } of definitions.filter(({ family }) => family !== 'analysis')) {
    const args = structuredClone(examples[0]!.args) as Record<string, unknown>;
    const [first, kept] = [answer(name, args), answer(name, args)];
    if (Array.isArray(first)) {
      for (const row of first as unknown[]) if (Array.isArray(row)) row.fill('spoilt');
      (first as unknown[]).length = 0;
    }
    for (const value of Object.values(args)) if (Array.isArray(value)) value.length = 0;
    expect(answer(name, examples[0]!.args)).toEqual(kept);
  }
  expect(() => (functions as unknown[]).pop()).toThrow(TypeError);
  expect(() => Object.assign(functions[0]!, { name: 'X' })).toThrow(TypeError);
  expect(() => (functions[0]!.inputs as string[]).push('x')).toThrow(TypeError);
  expect(() => Object.assign(answer('TAAS_MARGN') as Problem, { code: '#NUM!' })).toThrow(TypeError);
});

test('the version is that of the package', () => expect(version).toBe(manifest.version));
