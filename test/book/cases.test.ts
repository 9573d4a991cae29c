/** A quarter is data: every function answers on another one, and whatever names a quarter names that one. */
import { ROLES, UNLISTED } from '../../src/book/base';
import { caseOf, current, documented } from '../../src/book/case';
import { CASES } from '../../src/book/cases';
import { chosen } from '../../src/book/figure';
import { catalogueOn, onCase } from '../../src/book/on-case';
import { quartersAround } from '../../src/book/quarters';
import type { Role, Told, Words } from '../../src/book/role';
import { exactly, plainly, type Assumption } from '../../src/catalogue/assumption';
import { callByName, type Answer } from '../../src/catalogue/call';
import type { Cell } from '../../src/catalogue/define';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import { catalogue, type Arguments } from '../functions/cell';
import { Q2_26E } from './2Q26E';

const cases = [...CASES.filter(({ quarter }) => quarter !== Q2_26E.quarter), Q2_26E];
const next = caseOf(Q2_26E);

/** What a function answers on that case. */
function on(of: typeof current, name: string, args: Arguments = {}): Answer | Problem {
  const all = catalogueOn(of, catalogue);
  return callByName(all.find(name), args, all);
}

function cellsOf(name: string, args: Arguments = {}): readonly (readonly Cell[])[] {
  const answered = on(next, name, args);
  if (answered instanceof Problem) throw answered;
  return answered.cells;
}

describe('on the base case of 2Q26E', () => {
  test.each<[name: string, expected: number]>([
    ['TAAS_MARGIN', 0.554425075427422],
    ['TAAS_TAKE_RATE', 2.983 / 4.02],
    ['TAAS_LAB_MARGIN', 0.626865671641791],
    ['TAAS_RUN_RATE', 11.932],
    ['TAAS_IMPLIED_SPEND', 4.02],
    ['TAAS_REVENUE_PER_MW', 11.9 / 0.6],
    ['BEDROCK_REVENUE', 40.2 * 0.14 * 0.53],
    // Four quarters of operating income to it, of which three are reported.
    ['TAAS_ROIC', ((11.434 + 12.465 + 14.161 + 15.3) * 0.79) / 270],
    ['TAAS_OPERATING_LEVERAGE', (15.3 / 10.16 - 1) / (40.2 / 30.873 - 1)],
  ])('%s', (name, expected) => {
    expect(cellsOf(name)[0]![0]).toBeCloseTo(expected, 12);
  });

  test('tables do, and the base scenario is the quarter’s own', () => {
    expect(cellsOf('TAAS_PNL').find(([label]) => label === 'EBIT')![1]).toBeCloseTo(1.65385, 12);
    const [, ...lines] = cellsOf('TAAS_SCENARIOS');
    for (const [, base, expected] of lines) expect(base).toBeCloseTo(expected as number, 12);
    expect(cellsOf('TAAS_SCENARIO').slice(1)).toEqual(lines.map(([label, base]) => [label, base]));
  });

  test('so do the functions that take the base deal for granted', () => {
    const margin = cellsOf('TAAS_MARGIN')[0]![0] as number;
    expect(cellsOf('TAAS_SHOCK_MARGIN', { demand: 1 })[0]![0]).toBeCloseTo(margin, 12);
    expect(cellsOf('TAAS_EXPECTED_MARGIN', { demands: [1], probabilities: [1] })[0]![0]).toBeCloseTo(margin, 12);
  });

  test.each(functions.map(({ name }) => [name]))('%s answers without arguments as it did', (name) => {
    const [then, now] = [on(current, name), on(next, name)];
    if (then instanceof Problem) return void expect(now).toMatchObject({ code: then.code, sentence: then.sentence });
    if (now instanceof Problem) throw now;
    expect(now.cells.map((row) => row.map((cell) => typeof cell))).toEqual(
      then.cells.slice(0, now.cells.length).map((row) => row.map((cell) => typeof cell)),
    );
  });

  test('the quarter is named, and the quarters that it is compared with', () => {
    expect(cellsOf('TAAS_VERSION')[0]![0]).toMatch(/, base case 2Q26E$/);
    expect(cellsOf('TAAS_BASE', { name: 'aws_ebit_1q26' })[0]![0]).toBe(14.161);
    expect(cellsOf('TAAS_BASE', { name: 'aws_ebit_2q25' })[0]![0]).toBe(10.16);
    expect(next.base.aws_ebit_year_before.source).toBe('AWS.EBIT.2Q25, public series, reported');
    expect(next.base.bedrock_net_revenue_year_before_next).toMatchObject({
      name: 'bedrock_net_revenue_3q25',
      about: 'Bedrock net revenue, 3Q25',
      source: 'geometric mean of 2Q25 and 4Q25; 4Q25 = 1Q26 ÷ 2.7, 1Q26 = 2Q26E ÷ 2.01 (customer spend +170%, +101%)',
    });
    // No peer has reported it yet.
    expect(cellsOf('TAAS_PEERS')[0]![1]).toBe('Margin 1Q26');
  });

  test('identities are checks of it, while the articles are held against the quarter that they are of', () => {
    const [here, there] = [next, documented].map((of) => {
      const answered = on(of, 'TAAS_CHECKS');
      if (answered instanceof Problem) throw answered;
      return answered.cells.slice(2);
    });
    const isIdentity = (row: readonly Cell[]): boolean => row[5] === 'identity';
    expect(here!.filter((row) => !isIdentity(row))).toEqual(there!.filter((row) => !isIdentity(row)));
    expect(here!.filter(isIdentity).map(([name]) => name)).toEqual(there!.filter(isIdentity).map(([name]) => name));
    expect(here!.find(([name]) => name === 'Run-rate is annual')!.slice(1, 5)).toEqual([11.932, 11.932, 0, 'PASS']);
    // The fleet of the guess is not the deal's.
    expect(here!.find(([name]) => name === 'Bottom-up COGS')![4]).toBe('FAIL');
  });

  test('with other numbers in its data it is another case, and what is computed follows', () => {
    const { data } = documented;
    const values = { ...data.values, token_spend: chosen(4.02, [0, 10], 'yours') };
    expect(plainly(caseOf({ ...data, values }).base.take_rate)).toBeCloseTo((0.7 + 1.483) / 4.02, 12);
  });

  test('what is remembered of one case is never told of another', () => {
    expect(exactly(next.base.bedrock_ebit)).not.toBe(exactly(documented.base.bedrock_ebit));
    const definition = onCase(catalogue.find('TAAS_MARGIN'), next);
    const margins = [definition, catalogue.find('TAAS_MARGIN'), definition].map((each) =>
      callByName(each, {}, catalogue),
    );
    expect(margins.map((answered) => (answered as Answer).cells[0]![0])).toEqual([
      expect.closeTo(0.554425075427422, 12),
      expect.closeTo(0.55, 12),
      expect.closeTo(0.554425075427422, 12),
    ]);
  });
});

const roles: readonly Pick<Role, 'role' | 'about'>[] = Object.values({ ...ROLES, ...UNLISTED });
const aboutIn = (quarter: string, about: Words): string =>
  typeof about === 'string' ? about : about(quartersAround(quarter) as Told);

describe.each(cases.map((data) => [data.quarter, data] as const))('%s', (quarter, data) => {
  const assumptions = Object.values<Assumption>(caseOf(data).base);

  test('has a value, words and a source for every role', () => {
    for (const assumption of assumptions) {
      expect([plainly(assumption)].flat(2).every(Number.isFinite)).toBe(true);
      expect(`${assumption.about}; ${assumption.source}`).not.toMatch(/undefined|NaN/);
    }
    expect(new Set(assumptions.map(({ name }) => name)).size).toBe(assumptions.length);
  });

  test('says anew what is of a quarter, and takes no number of another one for its own', () => {
    for (const other of cases.filter((each) => each !== data)) {
      const carried = roles.filter(({ role, about }) => {
        const [said, elsewhere] = [data, other].map(({ values }) => values[role as keyof typeof values]);
        if (said === undefined || said !== elsewhere || 'series' in said) return false;
        return aboutIn(quarter, about) !== aboutIn(other.quarter, about);
      });
      expect(carried.map(({ role }) => role)).toEqual([]);
    }
  });
});
