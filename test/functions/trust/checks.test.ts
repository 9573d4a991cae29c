/** Checks that can fail: each identity does when the model behind it breaks, and each failed headline says why. */
import { snapped } from '../../../src/catalogue/read';
import { FACTS } from '../../../src/book/facts';
import { callByName } from '../../../src/catalogue/call';
import type { Catalogue, Cell, Definition } from '../../../src/catalogue/define';
import { Problem } from '../../../src/catalogue/problem';
import { checksOf, passes, standsInItsQuote, type Check } from '../../../src/functions/trust/checks';
import { answer, catalogue, error, type Arguments } from '../cell';

const checks = checksOf(catalogue);
const identities = checks.filter(({ group }) => group === 'identity');
const reconciliations = checks.filter(({ group }) => group === 'reconciliation');
const shown = (args: Arguments = {}): readonly (readonly Cell[])[] => answer('TAAS_CHECKS', args).cells;

describe('identities', () => {
  test.each(identities.map((check) => [check.name, check] as const))('%s: passes', (_name, check) => {
    expect(passes(check)).toBe(true);
  });

  test.each(identities.map((check) => [check.name, check] as const))(
    '%s: would not, if it were off',
    (_name, check) => {
      const off = check.tolerance + 1e-6 * Math.max(1, Math.abs(check.quoted));
      expect(passes({ ...check, value: check.quoted + 1.001 * off })).toBe(false);
      if (check.claim !== 'AT_MOST') expect(passes({ ...check, value: check.quoted - 1.001 * off })).toBe(false);
      expect(passes({ ...check, value: NaN })).toBe(false);
    },
  );

  /** The catalogue with one function whose numbers in the last column are a thousandth too high. */
  function withFault(name: string): Catalogue {
    const sound = catalogue.find(name);
    const faulty: Definition = {
      ...sound,
      answer: (given: Arguments) => {
        const answered = callByName(sound, given, catalogue);
        if (answered instanceof Problem) return answered;
        const cells = answered.cells.map((row) =>
          row.map((cell, j) => (j === row.length - 1 && typeof cell === 'number' ? cell + 0.001 : cell)),
        );
        return { cells };
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
    expect(master!.slice(1, 5)).toEqual([identities.length - 1, identities.length, 0, 'FAIL']);
  });
});

describe('what passes', () => {
  const check: Check = { ...identities[0]!, value: 0, quoted: 10, tolerance: 0.5 };
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
  ])('%s', (_says, part, verdict) => {
    expect(passes({ ...check, ...part })).toBe(verdict);
  });
});

describe('reconciliations', () => {
  test('some fail, and every one that does gives a reason of its own', () => {
    const failed = reconciliations.filter((check) => !passes(check));
    expect(failed.length).toBeGreaterThanOrEqual(9);
    for (const { note } of failed) expect(note).toMatch(/^.{40,}\.$/);
    expect(new Set(failed.map(({ note }) => note)).size).toBe(failed.length);
  });

  test.each(reconciliations.map((check) => [check.name, check.basis, check] as const))(
    '%s (%s) quotes a fact of the articles, or compares two of them',
    (_name, _basis, { note, quoted, tolerance }) => {
      const ids = note.match(/\b[ABC]\d{2}\b/g) ?? [];
      const facts = ids.map((id) => FACTS.find((fact) => fact.id === id)!);
      expect(facts).not.toContain(undefined);
      expect(tolerance).toBeGreaterThanOrEqual(0);
      if (ids.length === 1) expect(quoted).toBe(facts[0]!.value);
    },
  );

  test('the tolerance is half the last quoted digit, or the note says more', () => {
    for (const { note, tolerance } of reconciliations) {
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
    const wanted = checks.filter((check) => check.basis === 'BOTH' || check.basis === basis);
    expect(rows.slice(1).map(([name, value, quoted, tolerance]) => [name, value, quoted, tolerance])).toEqual(
      wanted.map(({ name, value, quoted, tolerance }) => [name, snapped(value), snapped(quoted), tolerance]),
    );
    expect(rows.slice(1).map((row) => row[4])).toEqual(wanted.map((check) => (passes(check) ? 'PASS' : 'FAIL')));
  });

  test('holds the margin of the articles against itself, or that of the filings', () => {
    const margin = (basis: string): readonly Cell[] => shown({ basis }).find(([name]) => name === 'AWS margin')!;
    expect(margin('SEED')[4]).toBe('PASS');
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
    expect(own).toHaveLength(identities.length);
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
    expect(units!.map((row) => row.length)).toEqual(cells.map(() => 3));
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
