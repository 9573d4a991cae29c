/** What every function promises of itself: examples that hold, and words that an analyst can read. */
import { callByName, inOrderOf, inputsOf } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import { Problem } from '../../src/catalogue/problem';
import { symbolic, type Symbolic } from '../../src/catalogue/readings';
import { letName } from '../../src/formula/print/excel';
import { SIGNATURES } from '../catalogue/signatures';
import { catalogue, difference, sameTo, type Arguments } from './cell';

const { functions } = catalogue;
const each = functions.map((definition) => [definition.name, definition] as const);
const withFormula = each.filter(([, definition]) => definition.formula !== undefined);
const published = new Set(functions.map(({ name }) => name));

const ERROR = /^#(VALUE!|N\/A|DIV\/0!|NUM!)$/;
const sentence = /^[A-ZΑ-Ω$“"].*[^.]\.$/su;

/** The formula of every example that has an answer, read on symbols. */
const onSymbols = (definition: Definition): Symbolic[] =>
  definition.examples
    .filter(({ gives }) => !ERROR.test(String(gives)))
    .map(({ args }) => inputsOf(definition, inOrderOf(definition, args as Arguments)))
    .map((inputs) => symbolic(definition, inputs, () => true, false));

describe('examples', () => {
  const examples = functions.flatMap((definition) =>
    definition.examples.map((example, i) => [definition.name, i + 1, example.says, definition, example] as const),
  );

  test.each(examples)('%s, example %i: %s', (_name, _i, _says, definition, { args, gives }) => {
    // A table's example gives the numbers alone; a block of cells is given whole.
    const table = definition.result.shape === 'table' && 'headers' in definition.parameters;
    const given = table ? { ...(args as Arguments), headers: false } : (args as Arguments);
    const answered = callByName(definition, given, catalogue);
    if (typeof gives === 'string' && ERROR.test(gives)) {
      expect(answered).toBeInstanceOf(Problem);
      expect((answered as Problem).code).toBe(gives);
      return;
    }
    if (answered instanceof Problem) throw answered;
    // Of a long report one cell is told: the first.
    const report = definition.result.shape === 'cells' && typeof gives !== 'object';
    const cells = report ? [[answered.cells[0]![0]]] : answered.cells;
    const expected = typeof gives === 'object' ? gives : [[gives]];
    expect(difference(cells, expected, (got, wanted) => sameTo(1e-12, got, wanted, 1e-12))).toBeUndefined();
  });

  test.each(each)('%s has two at least, each saying what it shows', (_name, { examples: own }: Definition) => {
    expect(own.length).toBeGreaterThanOrEqual(2);
    for (const { says } of own) expect(says).toMatch(/^\S.*[^.\s]$/u);
  });

  test.each(each)('%s can be called as its first example is', (_name, definition) => {
    const [first] = definition.examples;
    expect(ERROR.test(String(first!.gives))).toBe(false);
  });
});

describe('words', () => {
  test.each(each)('%s says in a sentence what it answers', (_name, { answers, result }) => {
    expect(answers).toMatch(sentence);
    expect(answers.length).toBeLessThanOrEqual(200);
    expect(result.about).toMatch(/^\S.*[^.\s]$/u);
  });

  test.each(each)('%s explains every parameter and every option', (_name, { parameters }) => {
    for (const [name, parameter] of Object.entries(parameters)) {
      expect(`${name}: ${parameter.about}`).toMatch(/^\w+: \S.{3,}\.$/su);
      if (!('options' in parameter)) continue;
      for (const meaning of Object.values<string>(parameter.options)) expect(meaning).toMatch(/^\S.*[^.\s]$/u);
    }
  });

  test.each(each)('%s names related functions that there are', (name, { related }) => {
    expect(related.filter((other) => !published.has(other))).toEqual([]);
    expect(new Set(related).size).toBe(related.length);
    expect(related).not.toContain(name);
  });
});

describe('working', () => {
  test.each(withFormula)('%s has lines that LET accepts, and none named as an input', (_name, definition) => {
    const parameters = Object.keys(definition.parameters);
    for (const { steps } of onSymbols(definition)) {
      expect(steps.map((step) => step.name).filter((name) => letName(name) !== name)).toEqual([]);
      expect(steps.map((step) => step.name).filter((name) => parameters.includes(name))).toEqual([]);
    }
  });

  const scalars = withFormula.filter(([, definition]) => definition.result.shape === 'number');
  test.each(scalars)('%s ends in a named line', (_name, definition) => {
    for (const { roots, steps } of onSymbols(definition)) {
      expect(steps.at(-1)!.node).toBe(roots[0]![0]);
    }
  });

  const tables = withFormula.filter(([, definition]) => definition.result.shape === 'table');
  test.each(tables)(
    '%s has as many headings as columns, and headers as the last of its first parameters',
    (name, definition) => {
      const first = SIGNATURES.find((signature) => signature.name === name)?.parameters;
      expect(Object.keys(definition.parameters).at((first?.length ?? 0) - 1)).toBe('headers');
      for (const { args, gives } of definition.examples) {
        if (typeof gives === 'string') continue;
        const answered = callByName(definition, { ...(args as Arguments), headers: true }, catalogue);
        if (answered instanceof Problem) throw answered;
        expect(new Set(answered.cells.map((row) => row.length)).size).toBe(1);
        expect(answered.cells[0]!.every((heading) => typeof heading === 'string' && heading !== '')).toBe(true);
        expect(answered.cells.every((row) => typeof row[0] === 'string' && row[0] !== '')).toBe(true);
        expect(answered.units!.map((row) => row.length)).toEqual(answered.cells.map((row) => row.length));
      }
    },
  );
});
