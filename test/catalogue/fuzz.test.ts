/** Whatever stands in the cells an analyst points at: an answer, or an error with a sentence. Never anything else. */
import fc from 'fast-check';
import { call, inOrderOf, type Answer } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import { ERROR_CODES, Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import { catalogue } from '../functions/cell';
import { atEdges, inRange } from './random';
import { RUNS } from './seed';
import { argumentsOf } from './whatever';

const each = functions.map((definition) => [definition.name, definition] as const);
const calculating = each.filter(([, definition]) => definition.formula !== undefined);
/** Of an argument that is wrong only in value, so the calculation itself must say what is wrong with it. */
const OF_THE_CALCULATION = ['#DIV/0!', '#N/A', '#NUM!'];
/** No answer to a junk argument needs more cells than this: a bound on work that no slow machine upsets. */
const MOST_CELLS = 200_000;

/** What is wrong with an answer, as a sentence; undefined if nothing is. */
function wrongWith(answer: Answer): string | undefined {
  const width = answer.cells[0]?.length ?? 0;
  if (width === 0) return 'an answer without cells';
  if (answer.cells.some((row) => row.length !== width)) return 'an answer that is not rectangular';
  if (answer.cells.length * width > MOST_CELLS) return `${answer.cells.length}×${width} cells`;
  if (answer.single && (answer.cells.length !== 1 || width !== 1)) return 'a single answer of several cells';
  for (const shown of answer.cells.flat()) {
    if (shown instanceof Problem) {
      const wrong = wrongWithSentence(shown);
      if (wrong) return wrong;
    } else if (typeof shown === 'number') {
      if (!Number.isFinite(shown) || Object.is(shown, -0)) return `the number ${Object.is(shown, -0) ? '-0' : shown}`;
    } else if (typeof shown !== 'string' && typeof shown !== 'boolean') return `a cell that is ${typeof shown}`;
  }
  return undefined;
}

/** Cut off by the last guard, or not even that. */
const withoutEnd = (sentence: string): string | undefined =>
  sentence.length > 400 || sentence.endsWith('….') ? `no end in sight: ${sentence}` : undefined;

function wrongWithSentence({ code, sentence }: Problem): string | undefined {
  // What the analyst typed stands in quotation marks and may be anything.
  const ours = sentence.replace(/"[^"]*"/g, '""');
  if (!ERROR_CODES.includes(code)) return `the code ${code}`;
  if (!/^\S.{8,}[^.\s]\.$/su.test(sentence)) return `not a sentence: ${sentence}`;
  if (/undefined|NaN|Infinity|\[object|null\b|function \(/.test(ours)) return `not for an analyst: ${sentence}`;
  return withoutEnd(sentence);
}

const parameterNames = new Set(functions.flatMap((definition) => Object.keys(definition.parameters)));

/** A #VALUE! is about an argument, so it names one; what analyses other functions may name one of theirs. */
function namesAParameter({ parameters, family }: Definition, { sentence, parameter }: Problem): boolean {
  const words: readonly string[] = sentence.match(/\w+/g) ?? [];
  if (Object.keys(parameters).some((name) => words.includes(name))) return true;
  if (/takes \d+ arguments?; argument \d+ is/.test(sentence)) return true;
  return family === 'analysis' && parameter !== undefined && words.some((word) => parameterNames.has(word));
}

describe('whatever is passed, a finite answer or a problem in a sentence', () => {
  test.each(each)('%s', (_name, definition) => {
    fc.assert(
      fc.property(argumentsOf(definition), (args) => {
        const answered = call(definition, args, catalogue);
        if (!(answered instanceof Problem)) return void expect(wrongWith(answered)).toBeUndefined();
        expect(wrongWithSentence(answered)).toBeUndefined();
        if (answered.code === '#VALUE!')
          expect([namesAParameter(definition, answered), answered.sentence]).toEqual([true, answered.sentence]);
        if (answered.code === '#VALUE!' && answered.parameter !== undefined)
          expect(parameterNames).toContain(answered.parameter);
      }),
      { numRuns: RUNS ?? 150, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
  });
});

/** As much as Excel lets a cell hold, of what makes a careless reader work: spaces, brackets, names, digits. */
const MOST_OF_A_CELL = 32_000;
const long = [
  ' ',
  '(',
  '[',
  '"',
  '{',
  '1',
  'a',
  'a ',
  '1 ',
  '1,',
  '(\n',
  'token_spend',
  'tiers[1].rate,',
  "'",
  '=',
  '\u200b',
].map((piece) => `x${piece.repeat(MOST_OF_A_CELL / piece.length)}x`);
const LONG_LIST = 1_000;
const huge = [1, 'a', '0,825', 'token_spend', long[6]].flatMap((value) => [
  Array.from({ length: LONG_LIST }, () => [value]),
  Array.from({ length: LONG_LIST }, () => [value, value]),
  Array.from({ length: LONG_LIST }, (_, i) => [`revenues[${i + 1}]`, value]),
]);

describe('long texts and long lists are refused in a sentence that has an end', () => {
  test.each(each)('%s', (_name, definition) => {
    const { args: example } = definition.examples[0]!;
    for (const name of Object.keys(definition.parameters)) {
      for (const given of [...long, ...long.map((text) => [[text, 1]]), ...huge]) {
        const answered = call(definition, inOrderOf(definition, { ...example, [name]: given }), catalogue);
        const problems = answered instanceof Problem ? [answered] : answered.cells.flat();
        for (const problem of problems)
          if (problem instanceof Problem) expect(withoutEnd(problem.sentence)).toBeUndefined();
      }
    }
  });
});

/** Rules that only the formula can check: a list whose length depends on a number, an option that needs another argument. */
const mayRefuse = (definition: Definition, { code, sentence }: Problem): boolean =>
  OF_THE_CALCULATION.includes(code) ||
  Object.keys(definition.parameters).some((name) => sentence.startsWith(`${name} `));

describe.each([
  ['plausible arguments', inRange, 100],
  ['arguments at the ends of what is declared', atEdges, 40],
] as const)('%s have a number for an answer, or none for a reason', (_what, make, numRuns) => {
  test.each(calculating)('%s', (_name, definition) => {
    let answers = 0;
    fc.assert(
      fc.property(make(definition), (args) => {
        const answered = call(definition, inOrderOf(definition, args), catalogue);
        if (answered instanceof Problem) {
          expect(wrongWithSentence(answered)).toBeUndefined();
          expect([mayRefuse(definition, answered), answered.sentence]).toEqual([true, answered.sentence]);
          return;
        }
        answers++;
        expect(wrongWith(answered)).toBeUndefined();
        if (definition.result.shape === 'number') expect(typeof answered.cells[0]![0]).toBe('number');
      }),
      { numRuns: RUNS ?? numRuns },
    );
    if (make === inRange) expect(answers).toBeGreaterThan(0);
  });
});

test('the same arguments have the same answer', () => {
  for (const [, definition] of each) {
    fc.assert(
      fc.property(argumentsOf(definition), (args) => {
        const once = call(definition, args, catalogue);
        expect(call(definition, args, catalogue)).toEqual(once);
      }),
      { numRuns: 5 },
    );
  }
});
