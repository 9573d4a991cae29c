/** Checks that can fail: each identity does when the model behind it breaks, and each failed headline says why. */
import { documented } from '../../../src/book/case';
import { snapped } from '../../../src/catalogue/read';
import { FACTS } from '../../../src/book/facts';
import { callByName } from '../../../src/catalogue/call';
import type { Num } from '../../../src/formula/num';
import type { Catalogue, Cell, Definition, Table } from '../../../src/catalogue/define';
import { Problem } from '../../../src/catalogue/problem';
import { checksOf } from '../../../src/functions/trust/checks';
import { passes, VERDICTS, verdictOf, type Check } from '../../../src/functions/trust/checks/check';
import { standsInItsQuote } from '../../../src/functions/trust/checks/quotation';
import { answer, catalogue, error, number, sameTo, type Arguments } from '../cell';

const checks = (): Check[] => checksOf(catalogue, documented);
const identities = (): Check[] => checks().filter(({ group }) => group === 'identity');
const reconciliations = (): Check[] => checks().filter(({ group }) => group === 'reconciliation');
const shown = (args: Arguments = {}): readonly (readonly Cell[])[] => answer('TAAS_CHECKS', args).cells;

describe('identities', () => {
  const NAMES = identities().map(({ name }) => name);
  const named = (name: string): Check => identities().find((check) => check.name === name)!;

  test.each(NAMES)('%s: passes', (name) => {
    expect(passes(named(name))).toBe(true);
  });

  test.each(NAMES)('%s: would not, if it were off', (name) => {
    const check = named(name);
    const off = check.tolerance + 1e-6 * Math.max(1, Math.abs(check.quoted));
    expect(passes({ ...check, value: check.quoted + 1.001 * off })).toBe(false);
    if (check.claim !== 'AT_MOST') expect(passes({ ...check, value: check.quoted - 1.001 * off })).toBe(false);
    expect(passes({ ...check, value: NaN })).toBe(false);
  });

  /** The catalogue with one function whose numbers in the last column are a thousandth too high. */
  function withFault(name: string): Catalogue {
    const sound = catalogue.find(name);
    const off = (x: Num | number | string): Num | number | string => (typeof x === 'object' ? x.plus(0.001) : x);
    const faulty: Definition = {
      ...sound,
      formula: (x, m) => {
        const result = sound.formula!(x, m) as Num | Table;
        if (!('rows' in result)) return result.plus(0.001);
        const rows = result.rows.map(({ values, ...row }) => ({
          ...row,
          values: [...values.slice(0, -1), off(values.at(-1)!)],
        }));
        return { ...result, rows };
      },
    };
    return {
      functions: catalogue.functions,
      find: (asked) => (asked.toUpperCase() === name ? faulty : catalogue.find(asked)),
    };
  }

  test.each([
    ['TAAS_MARGIN_BRIDGE', 'Margin bridge adds up'],
    ['TAAS_GROSS_NET', 'EBIT as agent = as principal'],
    ['TAAS_EBIT_BRIDGE', 'Dollar bridge adds up'],
    ['TAAS_RUN_RATE', 'Run-rate is annual'],
  ])('a fault of a thousandth in %s fails "%s" and the master check', (name, identity) => {
    const answered = callByName(catalogue.find('TAAS_CHECKS'), {}, withFault(name));
    if (answered instanceof Problem) throw answered;
    const [, master, ...others] = answered.cells;
    expect(others.filter((row) => row[5] === 'identity' && row[4] === 'FAIL').map((row) => row[0])).toEqual([identity]);
    expect(master!.slice(1, 5)).toEqual([NAMES.length - 1, NAMES.length, 0, 'FAIL']);
  });
});

describe('what passes', () => {
  const check: Check = { ...identities()[0]!, value: 0, quoted: 10, tolerance: 0.5 };
  test.each<[says: string, part: Partial<Check>, verdict: boolean]>([
    ['the quoted figure', { value: 10 }, true],
    ['half a digit above', { value: 10.5 }, true],
    ['half a digit below', { value: 9.5 }, true],
    ['more than half a digit above', { value: 10.51 }, false],
    ['more than half a digit below', { value: 9.49 }, false],
    ['far above "at least"', { value: 1e6, claim: 'AT_LEAST' }, true],
    ['just below "at least", within its tolerance', { value: 9.5, claim: 'AT_LEAST' }, true],
    ['below "at least"', { value: 9.49, claim: 'AT_LEAST' }, false],
    ['far below "at most"', { value: -1e6, claim: 'AT_MOST' }, true],
    ['just above "at most", within its tolerance', { value: 10.5, claim: 'AT_MOST' }, true],
    ['above "at most"', { value: 10.51, claim: 'AT_MOST' }, false],
    ['the rounding of a sum', { value: 10 + 5e-9, tolerance: 0 }, true],
    ['more than the rounding of a sum', { value: 10 + 5e-8, tolerance: 0 }, false],
    ['the rounding of a small sum', { value: 0.5 + 0.9e-9, quoted: 0.5, tolerance: 0 }, true],
    ['more than the rounding of a small sum', { value: 0.5 - 1.1e-9, quoted: 0.5, tolerance: 0 }, false],
    ['the rounding of a large sum, tolerance and all', { value: -2000 - 0.5 - 1.9e-6, quoted: -2000 }, true],
    ['more than the rounding of a large sum', { value: -2000 - 0.5 - 2.1e-6, quoted: -2000 }, false],
    ['the rounding below "at least"', { value: 10 - 9e-9, tolerance: 0, claim: 'AT_LEAST' }, true],
    ['more than it', { value: 10 - 1.1e-8, tolerance: 0, claim: 'AT_LEAST' }, false],
    ['the rounding above "at most"', { value: 10 + 9e-9, tolerance: 0, claim: 'AT_MOST' }, true],
    ['more than it, too', { value: 10 + 1.1e-8, tolerance: 0, claim: 'AT_MOST' }, false],
  ])('%s', (_says, part, verdict) => {
    expect(passes({ ...check, ...part })).toBe(verdict);
  });
});

/**
 * Retyped: value, quoted, tolerance and verdict of every check of the base case, to ten digits, and the figures that the
 * note gives. SET: the base case was chosen so that it holds.
 */
const TABLE = `
Margin bridge adds up                        | BOTH     | 213          | 213          | 0            | PASS |
EBIT as agent = as principal                 | BOTH     | 0.75625      | 0.75625      | 0            | PASS |
Dollar bridge adds up                        | BOTH     | 1.696        | 1.696        | 0            | PASS |
Segment revenues add up                      | BOTH     | 37.587       | 37.587       | 0            | PASS |
Segment shares sum to 1                      | BOTH     | 1            | 1            | 0            | PASS |
Bedrock is at most AI                        | BOTH     | 1.375        | 3.7587       | 0            | PASS |
Probabilities sum to 1                       | BOTH     | 1            | 1            | 0            | PASS |
First tier starts at 0                       | BOTH     | 0            | 0            | 0            | PASS |
Tiers ascend                                 | BOTH     | 2            | 2            | 0            | PASS |
Run-rate is annual                           | BOTH     | 5.5          | 5.5          | 0            | PASS |
Bottom-up COGS                               | BOTH     | 0.5504502733 | 0.55         | 0.011        | SET  | 2%
Bottom-up megawatts                          | BOTH     | 280.0134888  | 280          | 5.6          | SET  | 2%
Data book inside its quotes                  | BOTH     | 28           | 28           | 0            | PASS |
AWS margin                                   | SEED     | 0.378        | 0.378        | 0.0005       | SET  |
AWS margin                                   | REPORTED | 0.3767526006 | 0.378        | 0.0005       | FAIL | 14.161 37.587 14.2 37.6
AWS margin change, quarter on quarter        | SEED     | 213          | 213          | 0.5          | SET  | 35.67%
AWS margin change, quarter on quarter        | REPORTED | 264.0548576  | 213          | 0.5          | FAIL | 35.03% 37.68% $0.2bn
Extra operating income                       | SEED     | 0.8006031    | 1            | 0.05         | FAIL | 213 37.587 $0.80bn
Extra operating income                       | REPORTED | 0.9925029933 | 1            | 0.05         | PASS |
AWS revenue behind $1.0bn and 213 bp         | BOTH     | 46.94835681  | 37.587       | 2.34741784   | FAIL | $1.0bn 213 $44.6bn $49.3bn 37.6
Google Cloud margin                          | BOTH     | 0.3295057414 | 0.329        | 0.0029962556166| PASS | $0.1bn 0.25
Operating leverage, year on year             | BOTH     | 0.796326739  | 1            | 0            | FAIL | (2.41)
Bedrock EBIT margin                          | BOTH     | 0.55         | 0.55         | 0.005        | SET  |
Bedrock run-rate, deal model                 | BOTH     | 5.5          | 5.5          | 0.05         | SET  |
Bedrock run-rate, 10% × 37%                  | BOTH     | 5.562876     | 5.5          | 0.4070765    | PASS | 5.21 5.92
Bedrock share of AWS revenue                 | BOTH     | 0.0365817969 | 0.04         | 0.005        | PASS | 4.0%
AI share of AWS revenue                      | BOTH     | 0.099768537  | 0.1          | 0.005        | PASS | $15bn
Bedrock share of AWS AI, 1Q26                | BOTH     | 0.365817969  | 0.37         | 0.005        | PASS |
Bedrock share of AWS AI, 1Q25                | BOTH     | 0.09         | 0.09         | 0.005        | SET  |
Bedrock share of profit growth, gross profit | BOTH     | 0.2979741679 | 0.3          | 0.005        | SET  | 35%
Bedrock share of profit growth, EBIT         | BOTH     | 0.2741926358 | 0.3          | 0.005        | FAIL | 30%
Growth contribution, 2Q26E                   | BOTH     | 9            | 9            | 0.5          | SET  | 2.983
Bedrock share of AWS AI, 2Q26E               | BOTH     | 0.53         | 0.53         | 0.005        | SET  | 5.629
TaaS ARR over $10bn, AWS net 1Q26            | BOTH     | 5.5          | 10           | 0            | FAIL | 80% $5.4bn $6.1bn
TaaS ARR over $10bn, gross at exit rate      | BOTH     | 12.5         | 10           | 0            | SET  |
TaaS ARR over $10bn, AWS net 2Q26E           | BOTH     | 11.93324403  | 10           | 0            | SET  |
TaaS is the "dominant force" of AWS AI       | BOTH     | 0.37         | 0.5          | 0            | FAIL | 37% 53%
Lab net new ARR                              | BOTH     | 21           | 21           | 0.5          | PASS | $9bn
Lab ARR                                      | BOTH     | 30           | 30           | 0.5          | SET  |
Lab year-end ARR                             | BOTH     | 125.28       | 100          | 0            | SET  | 80% 75%
Lab gross margin                             | BOTH     | 0.65         | 0.65         | 0.02         | SET  |
API 13× against Bedrock year on year         | BOTH     | 10.44027593  | 13           | 0.5          | FAIL |
OpenAI backlog over Azure revenue            | BOTH     | 2.5          | 2.5          | 0.05         | SET  | 250 100
AWS is "widening its lead" over Google Cloud | BOTH     | 4.724685925  | 4.956586487  | 0            | FAIL | 21.7 5.0 4.7
Google Cloud’s improvement was "limited"     | BOTH     | 287.2449139  | 264.0548577  | 0            | FAIL |
AWS has the "only true rising trend"         | BOTH     | -14.31767838 | 397.2260023  | 0            | FAIL |
AWS margins "surpass rivals"                 | BOTH     | 0.3767526006 | 0.3962536023 | 0            | FAIL |
A shorter server life "boosts" the margin    | BOTH     | -271.1575811 | 0            | 0            | FAIL |
What the deal shares is within all payouts   | BOTH     | 0.675        | 0.48         | 0            | FAIL |
Token price of the deal at list prices       | BOTH     | 1.5          | 1.029900332  | 0            | FAIL | 1942 152%
Operating margin is "after variable costs"   | BOTH     | 0.55         | 0.6          | 0            | FAIL |
`;

describe('every check, by its figures', () => {
  const rows = TABLE.trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));

  test('is in the table, in order', () => {
    expect(checks().map(({ name, basis }) => `${name} ${basis}`)).toEqual(
      rows.map(([name, basis]) => `${name} ${basis}`),
    );
  });

  test.each(rows.map((row, i) => [row[0]!, row[1]!, row, i] as const))('%s (%s)', (_name, _basis, row, i) => {
    const check = checks()[i]!;
    const [value, quoted, tolerance] = row.slice(2, 5).map(Number);
    expect([check.value, value, sameTo(2e-9, check.value, value!)]).toEqual([check.value, value, true]);
    expect([check.quoted, quoted, sameTo(2e-9, check.quoted, quoted!)]).toEqual([check.quoted, quoted, true]);
    expect([check.tolerance, tolerance, sameTo(2e-9, check.tolerance, tolerance!)]).toEqual([
      check.tolerance,
      tolerance,
      true,
    ]);
    expect(verdictOf(check)).toBe(row[5]);
    for (const figure of (row[6] ?? '').split(' ').filter(Boolean)) expect(check.note).toContain(figure);
  });

  test('of the headlines on the articles’ basis six agree by themselves, and fourteen were set to', () => {
    const own = reconciliations()
      .filter(({ basis }) => basis !== 'REPORTED')
      .map(verdictOf);
    expect(['PASS', 'SET', 'FAIL'].map((verdict) => own.filter((x) => x === verdict).length)).toEqual([6, 14, 15]);
  });
});

describe('a verdict', () => {
  const check: Check = { ...identities()[0]!, value: 10, quoted: 10, tolerance: 0 };

  test('is PASS, SET where the inputs were chosen so, FAIL whether chosen or not', () => {
    expect(verdictOf(check)).toBe('PASS');
    expect(verdictOf({ ...check, chosen: true })).toBe('SET');
    expect(verdictOf({ ...check, value: 11 })).toBe('FAIL');
    expect(verdictOf({ ...check, value: 11, chosen: true })).toBe('FAIL');
  });

  test('is explained, each of them', () => {
    const { about } = catalogue.find('TAAS_CHECKS').result;
    for (const [verdict, means] of Object.entries(VERDICTS)) expect(about).toContain(`${verdict}: ${means}`);
  });

  test('on Bedrock’s share of profit growth is SET, and says what stands over what', () => {
    const share = shown().find(([name]) => name === 'Bedrock share of profit growth, gross profit')!;
    expect(share.slice(1, 5)).toEqual([snapped(number('BEDROCK_CONTRIB')), 0.3, 0.005, 'SET']);
    expect(share[7]).toContain('Gross profit over operating income, as AWS reports no gross profit');
    const ebit = shown().find(([name]) => name === 'Bedrock share of profit growth, EBIT')!;
    expect(ebit[4]).toBe('FAIL');
  });

  test('is SET wherever a note says that something is an input, defined, calibrated or chosen', () => {
    for (const { note, chosen } of checks())
      if (/\b(An input|Defines|calibrated|chosen)\b/.test(note)) expect([note, chosen]).toEqual([note, true]);
  });
});

describe('reconciliations', () => {
  test('some fail, and every one that does gives a reason of its own', () => {
    const failed = reconciliations().filter((check) => !passes(check));
    expect(failed.length).toBeGreaterThanOrEqual(9);
    for (const { note } of failed) expect(note).toMatch(/^.{40,}\.$/);
    expect(new Set(failed.map(({ note }) => note)).size).toBe(failed.length);
  });

  test('each quotes a fact of the articles, or compares two of them', () => {
    for (const { name, note, quoted, tolerance } of reconciliations()) {
      const ids = note.match(/\b[ABC]\d{2}\b/g) ?? [];
      const facts = ids.map((id) => FACTS.find((fact) => fact.id === id)!);
      expect([name, facts.includes(undefined as never), tolerance >= 0]).toEqual([name, false, true]);
      if (ids.length === 1) expect([name, quoted]).toEqual([name, facts[0]!.value]);
    }
  });

  test('the tolerance is half the last quoted digit, or the note says more', () => {
    for (const { note, tolerance } of reconciliations()) {
      const [id] = note.match(/^[ABC]\d{2}(?=\.)/) ?? [];
      if (id === undefined) continue;
      const half = FACTS.find((fact) => fact.id === id)!.half_width;
      expect(tolerance).toBeGreaterThanOrEqual(half);
      if (tolerance > half) expect(note).toMatch(/rounding|to \$0\.1bn/);
    }
  });
});

describe('the table', () => {
  test.each(['SEED', 'REPORTED'])('on the %s basis leaves out what is of the other', (basis) => {
    const rows = shown({ basis }).slice(1);
    expect(new Set(rows.map((row) => row[6]))).toEqual(new Set(['either', basis]));
    const wanted = checks().filter((check) => check.basis === 'BOTH' || check.basis === basis);
    expect(rows.slice(1).map(([name, value, quoted, tolerance]) => [name, value, quoted, tolerance])).toEqual(
      wanted.map(({ name, value, quoted, tolerance }) => [name, snapped(value), snapped(quoted), snapped(tolerance)]),
    );
    expect(rows.slice(1).map((row) => row[4])).toEqual(wanted.map(verdictOf));
  });

  test('holds the margin of the articles against itself, or that of the filings', () => {
    const margin = (basis: string): readonly Cell[] => shown({ basis }).find(([name]) => name === 'AWS margin')!;
    expect(margin('SEED')[4]).toBe('SET');
    expect(margin('REPORTED')[4]).toBe('FAIL');
  });

  test('is the articles’ basis if none is asked for', () => {
    expect(shown()).toEqual(shown({ basis: 'seed' }));
  });

  test.each(['SEED', 'REPORTED'])('opens with the master check, which counts the identities (%s)', (basis) => {
    const [header, master, ...rows] = shown({ basis });
    expect(header).toEqual(['Check', 'Value', 'Quoted', 'Tolerance', 'Result', 'Group', 'Basis', 'Note']);
    const own = rows.filter((row) => row[5] === 'identity');
    expect(master!.slice(1, 5)).toEqual([own.length, own.length, 0, 'PASS']);
    expect(own).toHaveLength(identities().length);
    // Identities first, then reconciliations.
    expect(rows.map((row) => row[5])).toEqual([...rows.map((row) => row[5])].sort());
  });

  test('without headers has no header row and no names', () => {
    const { cells, units } = answer('TAAS_CHECKS', { headers: false });
    expect(cells).toEqual(
      shown()
        .slice(1)
        .map((row) => row.slice(1)),
    );
    expect(units!.map((row) => row.length)).toEqual(cells.map((row) => row.length));
  });

  test('names no check twice on one basis', () => {
    for (const basis of ['SEED', 'REPORTED']) {
      const names = shown({ basis }).map(([name]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('knows two bases', () => {
    expect(error('TAAS_CHECKS', { basis: 'GAAP' })).toEqual(['#VALUE!', 'basis is "GAAP": expected SEED or REPORTED.']);
  });
});

describe('a figure stands in its own quotation', () => {
  const quoted = FACTS.filter((fact) => typeof fact.value === 'number' && fact.half_width > 0);

  test.each(quoted.map((fact) => [fact.id, fact.quote, fact] as const))('%s: %s', (_id, _quote, fact) => {
    expect(standsInItsQuote(fact)).toBe(true);
    const next = (fact.value as number) + 2.1 * fact.half_width;
    expect(standsInItsQuote({ ...fact, value: next })).toBe(false);
  });

  test.each([
    [0.378, 0.0005, "AWS's operating margin reached 37.8%", true],
    [0.379, 0.0005, "AWS's operating margin reached 37.8%", false],
    [0.65, 0.02, 'risen to the mid-60% range', true],
    [0.6, 0.02, 'risen to the mid-60% range', false],
    [-0.94, 0.005, '38% in 2025 and -94% in 2024', true],
    [0.94, 0.005, '38% in 2025 and -94% in 2024', false],
    [1, 0.05, 'about $1.0 billion in extra operating income', true],
    [1, 0.05, 'no figure at all', false],
  ])('%d ± %d in "%s": %s', (value, half_width, quote, stands) => {
    expect(standsInItsQuote({ ...FACTS[0]!, value, half_width, quote })).toBe(stands);
  });
});
