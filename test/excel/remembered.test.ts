/** The functions as Excel calls them, again and again: the same question has the same answer, whoever wrote on the last one. */
import fc from 'fast-check';
import { call, inOrderOf, type Answer } from '../../src/catalogue/call';
import { define, defineAnswer, type Definition } from '../../src/catalogue/define';
import { number, text } from '../../src/catalogue/parameters';
import { Problem } from '../../src/catalogue/problem';
import { complaints } from '../../src/excel/why';
import { functions } from '../../src/functions';
import { CellError, standInForExcel } from '../../src/workbench/office-stand-in';
import { inRange } from '../catalogue/random';
import { RUNS } from '../catalogue/seed';
import { anything, argumentsOf } from '../catalogue/whatever';
import { catalogue } from '../functions/cell';

let implementation: typeof import('../../src/excel/implementation').implementation;

// The add-in looks for Excel when it loads.
beforeAll(async () => {
  standInForExcel(globalThis);
  ({ implementation } = await import('../../src/excel/implementation'));
});

/** Office has started before these tests do, so that every answer is there at once. */
type Shown = Exclude<ReturnType<ReturnType<typeof implementation>>, Promise<unknown>>;
const INVOCATION = { address: 'Sheet1!A1', functionName: 'TAAS', isInValuePreview: false };

/** What Excel is handed: the value, or the error that was thrown. */
function shown(definition: Definition, args: readonly unknown[]): Shown | CellError {
  const declared = Object.keys(definition.parameters).map((_, i) => args[i] ?? null);
  try {
    return implementation(definition, catalogue)(...declared, INVOCATION) as Shown;
  } catch (thrown) {
    if (thrown instanceof CellError) return thrown;
    throw thrown;
  }
}

const isRich = (value: unknown): value is { readonly basicValue: unknown } =>
  typeof value === 'object' && value !== null && 'basicValue' in value;
const plain = (value: unknown): unknown =>
  value instanceof CellError ? value.code : isRich(value) ? value.basicValue : value;
const plainRows = (value: unknown): unknown[][] =>
  Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(plain)) : [[plain(value)]];
const answered = (answer: Answer | Problem): unknown[][] =>
  answer instanceof Problem
    ? [[answer.code]]
    : answer.cells.map((row) => row.map((cell) => (cell instanceof Problem ? cell.code : cell)));

/** Writes on everything that can be reached. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner);
    try {
      (value as Record<string, unknown>)[key] = 'spoilt';
    } catch {
      // Frozen: as good.
    }
  }
}

const throwing = [
  {
    get type(): never {
      throw new Error('not for you');
    },
  },
  {
    get basicValue(): never {
      throw new Error('x'.repeat(1000));
    },
  },
  {
    get code(): never {
      throw Symbol('no error');
    },
  },
  {
    get code(): never {
      throw Object.create(null);
    },
  },
  [
    [
      1,
      {
        get basicValue(): never {
          throw new Error('inside');
        },
      },
    ],
  ],
  new Proxy(
    {},
    {
      has: () => {
        throw new TypeError('a proxy');
      },
    },
  ),
];

const each = functions.map((definition) => [definition.name, definition] as const);

describe('as Excel calls it', () => {
  test.each(each)('%s', (_name, definition) => {
    const last = Math.max(0, Object.keys(definition.parameters).length - 1);
    const place = fc.option(fc.record({ at: fc.nat({ max: last }), worse: fc.nat({ max: throwing.length - 1 }) }));
    fc.assert(
      fc.property(argumentsOf(definition), place, fc.boolean(), (given, place, mayWrite) => {
        const args = [...given];
        if (place) args[place.at] = throwing[place.worse];
        const once = shown(definition, args);
        const before = JSON.stringify(once);
        if (once instanceof CellError) {
          expect(once.message).toMatch(/^\S.*\S$/s);
          expect(once.message.length).toBeLessThanOrEqual(400);
          expect(complaints()[0]).toMatchObject({ function: definition.name, sentence: once.message });
        }
        if (mayWrite) spoil(once);
        expect(JSON.stringify(shown(definition, args))).toBe(before);
      }),
      { numRuns: RUNS ?? 25 },
    );
  });

  test.each(each)('%s answers each question with its own answer', (_name, definition) => {
    const questions = fc.array(
      fc.oneof(
        inRange(definition).map((args) => inOrderOf(definition, args)),
        argumentsOf(definition),
        fc.array(anything, { maxLength: 2 }),
      ),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(questions, (asked) => {
        for (const args of [...asked, ...asked]) {
          const declared = Object.keys(definition.parameters).map((_, i) => args[i] ?? null);
          expect(plainRows(shown(definition, args))).toEqual(answered(call(definition, declared, catalogue)));
        }
      }),
      { numRuns: RUNS ?? 10 },
    );
  });

  test('what looks like a blank to JSON is not one', () => {
    const margin = catalogue.find('TAAS_MARGIN');
    expect(plain(shown(margin, [null]))).toBe(0.55);
    for (const junk of [NaN, Infinity, () => 1, Symbol('x'), 10n, new Date(0), [[NaN]], {}])
      expect([String(junk?.constructor), plain(shown(margin, [junk]))]).toEqual([String(junk.constructor), '#VALUE!']);
  });

  test('a number given is not a number of the base case: the card tells no source of it', () => {
    const margin = catalogue.find('TAAS_MARGIN');
    const [blank, given] = [shown(margin, [null]), shown(margin, [2])] as { readonly properties: object }[];
    expect(blank!.properties).toHaveProperty('source_token_spend');
    expect(given!.properties).not.toHaveProperty('source_token_spend');
    expect(plain(given)).toBe(plain(blank));
  });
});

/** A function that counts how often it is computed. */
function counting(cells: (x: number) => number[][]): { readonly definition: Definition; readonly runs: () => number } {
  let runs = 0;
  const definition = defineAnswer({
    name: `TAAS_COUNTING_${Math.abs(cells(1).length)}_${cells(1)[0]!.length}`,
    family: 'trust',
    answers: 'What it is given, once.',
    parameters: { x: number('plain', 'A number.', {}), name: text('A name.', {}) },
    result: { shape: 'cells', holds: 'table', about: 'cells' },
    onlyValue: 'a test',
    answer: ({ x }) => {
      runs++;
      return { cells: cells(x ?? 0) };
    },
    examples: [
      { args: { x: 1 }, gives: 1, says: 'one' },
      { args: { x: 2 }, gives: 2, says: 'two' },
    ],
  });
  return { definition, runs: () => runs };
}

describe('what is remembered', () => {
  test('an answer, until two thousand others have come', () => {
    const { definition, runs } = counting((x) => [[x]]);
    for (let i = 0; i < 2000; i++) shown(definition, [i]);
    expect(runs()).toBe(2000);
    for (let i = 0; i < 2000; i++) expect(shown(definition, [i])).toBe(i);
    expect(runs()).toBe(2000);
    shown(definition, [2000]);
    shown(definition, [1]);
    expect(runs()).toBe(2001);
    shown(definition, [0]);
    expect(runs()).toBe(2002);
  });

  test('tables up to so many cells together', () => {
    const { definition, runs } = counting((x) =>
      Array.from({ length: 40 }, () => Array.from({ length: 1000 }, () => x)),
    );
    for (let i = 0; i < 5; i++) shown(definition, [i]);
    for (let i = 0; i < 5; i++) shown(definition, [i]);
    expect(runs()).toBe(5);
    shown(definition, [5]);
    shown(definition, [0]);
    expect(runs()).toBe(7);
  });

  test('no single table that would push out all others, and no question that is long itself', () => {
    const { definition: large, runs } = counting((x) =>
      Array.from({ length: 51 }, () => Array.from({ length: 1000 }, () => x)),
    );
    shown(large, [1]);
    shown(large, [1]);
    expect(runs()).toBe(2);
    const { definition: wordy, runs: wordyRuns } = counting((x) => [[x], [x]]);
    for (const length of [100, 100, 4000, 4000]) shown(wordy, [1, 'x'.repeat(length)]);
    expect(wordyRuns()).toBe(3);
  });
});

describe('the card', () => {
  let runs = 0;
  const huge = define({
    name: 'TAAS_HUGE',
    family: 'trust',
    answers: 'One, by way of a number that no cell holds.',
    parameters: { x: number('plain', 'A number.', {}) },
    result: { shape: 'number', unit: 'ratio', about: 'one' },
    formula: ({ x }, m) => {
      runs++;
      const large = m.step('large', (x ?? m.num(1)).times(1e200));
      const beyond = m.step('beyond', large.times(large));
      return m.step('one', beyond.div(large).div(large));
    },
    examples: [
      { args: { x: 1 }, gives: 1, says: 'one' },
      { args: { x: 2 }, gives: 1, says: 'one' },
    ],
  });

  test('comes from the run that gave the answer, and holds no number that a cell cannot', () => {
    const card = shown(huge, [3]) as { readonly basicValue: number; readonly properties: Record<string, unknown> };
    expect([card.basicValue, runs]).toEqual([1, 1]);
    expect(Object.keys(card.properties)).toEqual(['answers', 'large', 'one']);
    expect(JSON.stringify(card)).not.toMatch(/null|Infinity/);
  });
});
