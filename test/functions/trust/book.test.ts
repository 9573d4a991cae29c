/** Where a number comes from: facts, assumptions and the base case, cell by cell. */
import { FACTS } from '../../../src/book/facts';
import { POINTS } from '../../../src/book/series';
import { documented } from '../../../src/book/case';
import { plainly, type Assumption } from '../../../src/catalogue/assumption';
import type { Definition } from '../../../src/catalogue/define';
import { VERSION } from '../../../src/book/version';
import { functions } from '../../../src/functions';
import { answer, cell, error, type Arguments } from '../cell';

const { base } = documented;

describe('TAAS_FACT', () => {
  test.each(FACTS.map((fact) => [fact.id, fact] as const))('%s by id, with everything known of it', (id, fact) => {
    expect(cell('TAAS_FACT', { key: id })).toBe(fact.value);
    expect(cell('TAAS_FACT', { key: id.toLowerCase(), field: 'quote' })).toBe(fact.quote);
    expect(cell('TAAS_FACT', { key: id, field: 'UNIT' })).toBe(fact.unit);
    expect(cell('TAAS_FACT', { key: id, field: 'KIND' })).toBe(fact.kind);
    expect(cell('TAAS_FACT', { key: id, field: 'PERIOD' })).toBe(fact.period);
    expect(cell('TAAS_FACT', { key: id, field: 'TOLERANCE' })).toBe(fact.half_width);
    expect(cell('TAAS_FACT', { key: id, field: 'SOURCE' })).toMatch(/^Seed 00[013]: /);
    expect(cell('TAAS_FACT', { key: fact.key })).toBe(fact.value);
  });

  test('shows a public series as what it is, never as a figure of the articles', () => {
    for (const { key, value, standing } of POINTS) {
      expect(cell('TAAS_FACT', { key })).toBe(value);
      expect(cell('TAAS_FACT', { key, field: 'KIND' })).toBe(standing);
      expect(cell('TAAS_FACT', { key, field: 'QUOTE' })).toMatch(/\(public series, no quotation\)$/);
    }
  });

  test.each<[string, string]>([
    ['AWS.EBIT_MARGIN.2Q27', 'no fact AWS.EBIT_MARGIN.2Q27; the latest is 1Q26.'],
    ['AWS.REVENUE.1Q27', 'no fact AWS.REVENUE.1Q27; the latest is 1Q26.'],
    ['B99', 'no fact B99; the nearest are B09, B19 or B29.'],
  ])('%s is answered with what there is', (key, sentence) => {
    expect(error('TAAS_FACT', { key })).toEqual(['#N/A', sentence]);
  });

  test('a key that resembles nothing is still answered with three that exist', () => {
    const [code, sentence] = error('TAAS_FACT', { key: 'REVENUE OF THE MOON' });
    expect(code).toBe('#N/A');
    const [, near] = /^no fact REVENUE OF THE MOON; the nearest are (.*)\.$/.exec(sentence)!;
    const known = new Set([...FACTS, ...POINTS].map(({ key }) => key));
    for (const key of near!.split(/, | or /)) expect(known).toContain(key);
  });
});

describe('TAAS_FACTS', () => {
  test('without a filter is all of them', () => {
    const { cells } = answer('TAAS_FACTS');
    expect(cells[0]![0]).toBe('Id');
    expect(cells.slice(1).map((row) => row[0])).toEqual(FACTS.map(({ id }) => id));
    expect(answer('TAAS_FACTS', { headers: false }).cells).toEqual(cells.slice(1).map((row) => row.slice(1)));
  });

  test('by entity and metric, in any case, by part of a name', () => {
    const ids = (args: Arguments): unknown[] =>
      answer('TAAS_FACTS', args)
        .cells.slice(1)
        .map((row) => row[0]);
    expect(ids({ entity: 'bedrock', metric: 'ebit margin' })).toEqual(['B15']);
    expect(ids({ entity: 'Google_Cloud' })).toEqual(
      FACTS.filter(({ key }) => /GOOGLE_CLOUD\./.test(key)).map(({ id }) => id),
    );
    expect(ids({ metric: 'ARR' })).toContain('B20');
  });

  test('finds nothing in words', () => {
    expect(error('TAAS_FACTS', { entity: 'Bedrok' })).toEqual([
      '#N/A',
      expect.stringMatching(/^no fact of the articles on Bedrok; near are BEDROCK/),
    ]);
    expect(error('TAAS_FACTS', { entity: 'Bedrock', metric: 'wheels' })[1]).toMatch(
      /^no fact of the articles on Bedrock, wheels; near are .*\.$/,
    );
  });
});

describe('TAAS_BASE', () => {
  test.each(Object.entries<Assumption>(base))('%s, by its role and by its date', (role, assumption) => {
    const plain = plainly(assumption);
    const rows = typeof plain === 'number' ? [[plain]] : typeof plain[0] === 'number' ? [plain] : plain;
    for (const name of [role, assumption.name])
      expect(answer('TAAS_BASE', { name: name.toUpperCase() }).cells).toEqual(rows);
  });

  test.each(['toString', '__proto__', 'constructor'])('%s is no assumption', (name) => {
    expect(error('TAAS_BASE', { name })[0]).toBe('#N/A');
  });

  test('a name that is nearly right is told which', () => {
    expect(error('TAAS_BASE', { name: 'token_spent' })).toEqual([
      '#N/A',
      expect.stringMatching(/^no base-case assumption token_spent; the nearest are token_spend, .*\.$/),
    ]);
  });
});

describe('TAAS_ASSUMPTIONS', () => {
  const inputsOf = ({ parameters }: Definition): string[] =>
    Object.keys(parameters).filter((parameter) => parameter !== 'headers');
  /** Names in their order, the elements of a list or a table under its own. */
  const wholes = (cells: readonly (readonly unknown[])[]): string[] => [
    ...new Set(cells.slice(1).map(([name]) => String(name).replace(/\[.*/, ''))),
  ];
  const withInputs = functions.filter((definition) => inputsOf(definition).length > 0);

  test.each(withInputs.map((definition) => [definition.name, definition] as const))(
    '%s: every input but headers, with value, unit, range and source',
    (name, definition) => {
      const names = inputsOf(definition);
      const { cells } = answer('TAAS_ASSUMPTIONS', { function: name });
      expect(cells[0]).toEqual(['Name', 'Value', 'Unit', 'Range', 'Source']);
      expect(wholes(cells)).toEqual(names);
      for (const row of cells.slice(1)) {
        expect(row[3]).not.toBe('');
        expect(row[4]).toMatch(
          /^(fact|third-party|estimate|bound|assumption|derived): \S|^yours: no default$|^how the function works$/,
        );
      }
    },
  );

  const without = functions.filter((definition) => !withInputs.includes(definition)).map(({ name }) => name);
  test.each(without)('%s: nothing is assumed, and it says so', (name) => {
    for (const headers of [true, false])
      expect(error('TAAS_ASSUMPTIONS', { function: name, headers })).toEqual([
        '#N/A',
        `${name} has no inputs: there is nothing to assume.`,
      ]);
  });

  test('without a function is the whole base case', () => {
    expect(wholes(answer('TAAS_ASSUMPTIONS').cells)).toEqual(Object.values(base).map(({ name }) => name));
  });

  test('a tier table has a line for each of its numbers, with its unit', () => {
    const lines = answer('TAAS_ASSUMPTIONS', { function: 'TAAS_REV_SHARE' }).cells.slice(2, 8);
    expect(lines.map(([name, value, unit]) => [name, value, unit])).toEqual([
      ['tiers[1].from', 0, '$bn a quarter'],
      ['tiers[1].rate', 0.25, 'fraction (5% is 0.05)'],
      ['tiers[2].from', 0.5, '$bn a quarter'],
      ['tiers[2].rate', 0.35, 'fraction (5% is 0.05)'],
      ['tiers[3].from', 1.5, '$bn a quarter'],
      ['tiers[3].rate', 0.4, 'fraction (5% is 0.05)'],
    ]);
  });
});

test('TAAS_VERSION says what computed the workbook', () => {
  expect(cell('TAAS_VERSION')).toBe(`TaaS for Excel ${VERSION}, base case 1Q26`);
});
