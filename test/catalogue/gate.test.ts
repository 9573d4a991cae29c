/** The one gate: what holds of every argument, whatever kind it is. */
import { call, inOrderOf } from '../../src/catalogue/call';
import { plainly } from '../../src/catalogue/assumption';
import type { Definition } from '../../src/catalogue/define';
import { isAssumption } from '../../src/catalogue/lift';
import { either, Problem } from '../../src/catalogue/problem';
import { snapped, type Plain } from '../../src/catalogue/read';
import { functions } from '../../src/functions';
import { catalogue, error, number, sameTo, type Arguments } from '../functions/cell';

describe('what a cell shows', () => {
  test.each<[number, number]>([
    [0.1 + 0.2, 0.3],
    [0.1 + 0.7, 0.8],
    [1e-320, 1e-320],
    [1234567890123456, 1234567890123460],
    [-0, 0],
  ])('what the cell shows of %d is what we compute with', (given, shown) => {
    expect(Object.is(snapped(given), shown)).toBe(true);
  });
});

describe('a sentence', () => {
  test('has at most 400 characters and an end, whatever it is about', () => {
    for (const length of [10, 399, 400, 401, 30_041]) {
      const { sentence, message } = new Problem('#VALUE!', `${'x'.repeat(length - 1)}.`);
      expect(sentence).toHaveLength(Math.min(400, length));
      expect(sentence).toMatch(/x(…)?\.$/);
      expect(message).toBe(sentence);
    }
  });

  test('offers some of very many, and says how many others there are', () => {
    const paths = Array.from({ length: 10_000 }, (_, i) => `revenues[${i + 1}]`);
    expect(either(paths)).toMatch(/^revenues\[1\], .*revenues\[\d+\] or 9,9\d\d others$/);
    expect(either(paths.slice(0, 3))).toBe('revenues[1], revenues[2] or revenues[3]');
    expect(either(['x'.repeat(150), 'y'.repeat(80)])).toBe(`${'x'.repeat(150)} or 1 other`);
    expect(either(['x'.repeat(300)])).toBe('x'.repeat(300));
  });
});

describe('too much', () => {
  const column = (length: number, value: number): number[][] => Array.from({ length }, () => [value]);

  test('an argument too many', () => {
    const problem = call(catalogue.find('TAAS_VERSION'), [1], catalogue) as Problem;
    expect([problem.code, problem.sentence]).toEqual(['#VALUE!', 'TAAS_VERSION takes 0 arguments; argument 1 is 1.']);
    const blank = call(catalogue.find('BEDROCK_REVENUE'), [2, null, null, null], catalogue) as Problem;
    expect(blank.sentence).toBe('BEDROCK_REVENUE takes 3 arguments; argument 4 is blank.');
    const single = call(catalogue.find('TAAS_BASE'), ['token_spend', 'x'], catalogue) as Problem;
    expect(single.sentence).toBe('TAAS_BASE takes 1 argument; argument 2 is "x".');
  });

  test('as many rows as a list may have are worked through, and one more is refused', () => {
    const margin = (rows: number): Arguments => ({ revenues: column(rows, 2), margins: column(rows, 0.25) });
    expect(number('TAAS_BLENDED_MARGIN', margin(5000))).toBe(0.25);
    expect(error('TAAS_BLENDED_MARGIN', margin(5001))).toEqual([
      '#VALUE!',
      'revenues has 5,001 values: expected at most 5,000.',
    ]);
  });

  test('as many tiers as a table may have are worked through, and one more is refused', () => {
    const deal = (rows: number): Arguments => ({
      token_spend: 2,
      tiers: Array.from({ length: rows }, (_, i) => [i / 1000, 0.5]),
    });
    expect(number('TAAS_REV_SHARE', deal(100))).toBe(1);
    expect(number('TAAS_REV_SHARE', { ...deal(100), mode: 'WHOLE' })).toBe(1);
    expect(error('TAAS_REV_SHARE', deal(101))).toEqual(['#VALUE!', 'tiers has 101 rows: expected at most 100.']);
  });

  test('100,000 rows where one number belongs', () => {
    expect(error('TAAS_MARGIN', { token_spend: column(100_000, 1) })).toEqual([
      '#VALUE!',
      'token_spend is a range of 100000×1 cells: expected a number from 0 to 1,000,000.',
    ]);
  });

  test('more than half a million cells are refused', () => {
    expect(error('TAAS_BLENDED_MARGIN', { revenues: column(500_001, 2), margins: [1] })).toEqual([
      '#VALUE!',
      'revenues is a range of 500001×1 cells: expected at most 500,000 cells.',
    ]);
  });
});

describe('omitted, blank and the default are one', () => {
  const BLANKS = [undefined, '', '  ', [[null]], [['']], { type: 'Empty', basicType: 'Empty', basicValue: '' }];

  /** Every parameter whose default can be written down, with that default. */
  const written = (definition: Definition): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(definition.parameters).flatMap(([name, parameter]) => {
        const fallback = 'default' in parameter ? (parameter.default as Plain) : undefined;
        return fallback === undefined ? [] : [[name, isAssumption(fallback) ? plainly(fallback) : fallback]];
      }),
    );

  const close = (got: ReturnType<typeof call>, expected: ReturnType<typeof call>): boolean => {
    if (got instanceof Problem || expected instanceof Problem) {
      return got instanceof Problem && expected instanceof Problem && got.code === expected.code;
    }
    // A default such as 4Q25's margin has more digits than a cell; writing it into one rounds it.
    return got.cells.every((row, i) => row.every((x, j) => sameTo(1e-10, x, expected.cells[i]![j], 1e-9)));
  };

  test.each(functions.map((definition) => [definition.name, definition] as const))('%s', (_name, definition) => {
    const names = Object.keys(definition.parameters);
    const first = definition.examples.find((example) => !String(example.gives).startsWith('#'))!.args as Arguments;
    const args = inOrderOf(definition, first);
    const omitted = call(definition, args, catalogue);
    expect(omitted).not.toBeInstanceOf(Problem);
    names.forEach((name, i) => {
      if (first[name] !== undefined) return;
      for (const blank of BLANKS) {
        const given = args.map((argument, j) => (j === i ? blank : argument));
        expect(call(definition, given, catalogue)).toEqual(omitted);
      }
    });
    // Trailing arguments left off, as in =TAAS_MARGIN(2).
    const last = args.findLastIndex((argument) => argument !== null);
    expect(call(definition, args.slice(0, last + 1), catalogue)).toEqual(omitted);
    expect(
      close(call(definition, inOrderOf(definition, { ...written(definition), ...first }), catalogue), omitted),
    ).toBe(true);
  });

  const grouped = (definition: Definition): string[] =>
    definition.rules.flatMap((rule) => ('together' in rule ? [...rule.together] : []));

  test.each(functions.map((definition) => [definition.name, definition] as const))(
    '%s, one default at a time',
    (_name, definition) => {
      const first = definition.examples.find((example) => !String(example.gives).startsWith('#'))!.args as Arguments;
      const omitted = call(definition, inOrderOf(definition, first), catalogue);
      for (const [name, value] of Object.entries(written(definition))) {
        if (first[name] !== undefined || grouped(definition).includes(name)) continue;
        const given = call(definition, inOrderOf(definition, { ...first, [name]: value }), catalogue);
        expect([name, close(given, omitted)]).toEqual([name, true]);
      }
    },
  );
});
