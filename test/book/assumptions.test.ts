/** The base case: every default by name, with a source, a range and one way to compute it. */
import { documented } from '../../src/book/case';
import { FACTS, standingOf } from '../../src/book/facts';
import { exactly, plainly, STANDINGS, type Assumption } from '../../src/catalogue/assumption';
import { UNITS } from '../../src/catalogue/units';
import type { Exact } from '../../src/formula/exact';
import { catalogue, sameTo } from '../functions/cell';

const { base } = documented;

const assumptions = Object.entries<Assumption>(base as never);
const defaults = catalogue.functions.flatMap(({ name, parameters }) =>
  Object.entries(parameters).flatMap(([parameter, declared]) => {
    const value: unknown = 'default' in declared ? declared.default : undefined;
    return value === undefined ? [] : [{ name, parameter, kind: declared.kind, value }];
  }),
);
const isAssumption = (x: unknown): x is Assumption => typeof x === 'object' && x !== null && 'standing' in x;

test('every number that a function assumes is one of the base case', () => {
  const numbers = defaults.filter(({ kind }) => ['number', 'count', 'list', 'tiers'].includes(kind));
  const named = new Set(assumptions.map(([, assumption]) => assumption));
  const loose = numbers.filter(({ value }) => !isAssumption(value) || !named.has(value));
  expect(loose.map(({ name, parameter }) => `${name} ${parameter}`)).toEqual([]);
});

test('names are words that an analyst can type', () => {
  expect(assumptions.filter(([name]) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
});

test.each(assumptions)('%s is described, sourced and in its own range', (name, assumption) => {
  expect(assumption.role).toBe(name);
  expect(assumption.about.length).toBeGreaterThan(7);
  expect(assumption.source.length).toBeGreaterThan(5);
  expect(UNITS[assumption.unit]).toBeDefined();
  expect(Object.keys(STANDINGS)).toContain(assumption.standing);
  const plain = plainly(assumption);
  const numbers: unknown[] = [plain].flat(3);
  expect(numbers.every(Number.isFinite)).toBe(true);
  if (!assumption.range || typeof plain !== 'number') return;
  const [low, high] = assumption.range;
  expect(low).toBeLessThan(high);
  expect(plain).toBeGreaterThanOrEqual(low);
  expect(plain).toBeLessThanOrEqual(high);
});

test.each(assumptions.filter(([, { standing }]) => standing !== 'derived'))(
  '%s says what is plausible',
  (name, assumption) => {
    // A tier table has no one range.
    if (name !== 'tiers') expect(assumption.range).toBeDefined();
  },
);

describe('what an article says is quoted with its id', () => {
  const quoted = assumptions.flatMap(([name, assumption]) => {
    const [, id, words, more] = /^([ABC]\d{2}): "([^"]*)"(.*)$/.exec(assumption.source) ?? [];
    return id === undefined ? [] : [[name, assumption, id, words!, more!] as const];
  });

  test.each(quoted)('%s', (_name, assumption, id, words, more) => {
    const fact = FACTS.find((candidate) => candidate.id === id)!;
    expect(fact.quote).toContain(words);
    // Our reading of the words is no longer the article's.
    if (more !== '') return void expect(assumption.standing).toBe('assumption');
    expect(plainly(assumption)).toBe(fact.value);
    expect(assumption.standing).toBe(standingOf(fact));
  });

  test('is most of what analysts ask about', () => {
    expect(quoted.length).toBeGreaterThan(8);
  });
});

describe('who stands behind a number', () => {
  const namesOf = (...standings: string[]): string[] =>
    assumptions.filter(([, { standing }]) => standings.includes(standing)).map(([name]) => name);

  test('a fact is only what the company itself filed', () => {
    expect(namesOf('fact')).toEqual([
      'aws_revenue',
      'aws_revenue_quarter_before',
      'aws_revenue_year_before_next',
      'aws_revenue_year_before',
      'aws_ebit',
      'aws_ebit_quarter_before',
      'aws_ebit_year_before',
    ]);
  });

  test('a digit that waits for the filing says so', () => {
    expect(base.aws_ebit.source).toBe('AWS.EBIT.1Q26, public series, reported (last digit unverified)');
    expect(base.aws_ebit_quarter_before.source).toBe('AWS.EBIT.4Q25, public series, reported');
    expect(base.aws_depreciation).toMatchObject({
      standing: 'third-party',
      source: 'AWS.DEPRECIATION.1Q26, public series',
    });
  });

  test('what was said by "over" is a bound', () => {
    expect(namesOf('bound')).toEqual(['custom_share', 'cache_hit', 'aws_ai_run_rate']);
    const over = assumptions.filter(([, { source }]) => /(?<!\d )\bover \$?\d+/.test(source)).map(([name]) => name);
    expect(over.sort()).toEqual([
      'aws_ai_run_rate',
      'azure_annual_revenue',
      'cache_hit',
      'copilot_attach',
      'custom_share',
    ]);
    // Two of them are computed or chosen with the bound in mind, and say so.
  });

  test('what the press, an article or a digest says is not our choice', () => {
    const said = assumptions.filter(([, { source }]) => /^(press|company|public|annual reports)\b/.test(source));
    expect(said.filter(([, { standing }]) => standing === 'assumption')).toEqual([]);
    expect(said.length).toBeGreaterThan(8);
  });
});

test('the building costs per kW of facility power what public quotes per kW of IT load come to', () => {
  const pue = plainly(base.pue) as number;
  const [low, high] = base.dc_capex_per_kw.range!;
  expect(Math.abs(low * pue - 10_000)).toBeLessThan(100);
  expect(Math.abs(high * pue - 15_000)).toBeLessThan(100);
  expect(base.dc_capex_per_kw.source).toContain(
    `${((plainly(base.dc_capex_per_kw) as number) * pue).toLocaleString('en-US')} per kW of IT load`,
  );
});

test('the profit of Bedrock says what it stands over, and what the share is on one level of profit', () => {
  const change = (later: Assumption, earlier: Assumption): number =>
    (plainly(later) as number) - (plainly(earlier) as number);
  const ebit =
    change(base.bedrock_ebit, base.bedrock_ebit_year_before) / change(base.aws_ebit, base.aws_ebit_year_before);
  expect(base.bedrock_gross_profit.source).toMatch(
    new RegExp(`operating income; EBIT over EBIT the share is ${(100 * ebit).toFixed(1)}%$`),
  );
});

describe('what is computed comes to what the derivations say', () => {
  /** Retyped, to 12 digits; bedrock is Bedrock, 4Q25 its deal at 2.0/2.7 of spend, a fee of 0.30 and 120 of 280 MW. */
  const DERIVED: Readonly<Record<string, number | readonly number[]>> = {
    bedrock_net_revenue: 1.375,
    bedrock_gross_profit: 0.825,
    bedrock_ebit: 0.75625,
    bedrock_net_revenue_year_before: 0.1317015,
    bedrock_gross_profit_year_before: 0.046095525,
    bedrock_net_revenue_year_before_next: 0.204741007637,
    bedrock_net_revenue_quarter_before: 0.509259259259,
    bedrock_ebit_quarter_before: 0.248082010582,
    aws_margin_quarter_before: 0.3567,
    aws_ebit_seed: 14.207886,
    aws_ebit_seed_quarter_before: 12.6910293,
    aws_annual_revenue: 150.348,
    aws_ebit_ttm: 48.22,
    aws_capital: 236.755,
    segment_revenues_quarter_before: [32.73268, 2.33706074074, 0.509259259259],
    segment_margins_quarter_before: [0.365858681332, 0.2, 0.487142857143],
    segment_revenues: [33.8283, 2.3837, 1.375],
    segment_margins: [0.383551523429, 0.2, 0.55],
    trainium_chip_hour_cost: 0.550101027397,
    gpu_chip_hour_cost: 2.15186757991,
    custom_cost: 0.351277795273,
    gpu_cost: 0.474397614618,
    take_rate: 0.6875,
    infra_share: 0.35,
    copilot_attach: 20 / 450,
  };

  test.each(Object.entries(DERIVED))('%s', (name, expected) => {
    const plain = plainly(base[name as keyof typeof base]);
    expect([plain].flat().map((x, i) => sameTo(1e-11, x, [expected].flat()[i]))).toEqual(
      [expected].flat().map(() => true),
    );
  });

  test('the scenarios’ fleets cost what the margins of the scenario table need', () => {
    // Net revenue of 1.375 at 5% opex: EBIT 0.674237262514 and 0.805457642492.
    expect(sameTo(1e-11, plainly(base.infra_cogs_all_gpu), 1.375 * 0.95 - 0.674237262514)).toBe(true);
    expect(sameTo(1e-11, plainly(base.infra_cogs_trainium_80), 1.375 * 0.95 - 0.805457642492)).toBe(true);
  });

  test('without rounding on the way', () => {
    const value = (exactly(base.bedrock_net_revenue_quarter_before) as Exact).value;
    expect(value.times(2.7).minus(1.375).abs().lte('1e-32')).toBe(true);
  });

  test('once, however often it is asked for', () => {
    expect(exactly(base.segment_margins)).toBe(exactly(base.segment_margins));
  });

  test('the segments of both quarters total AWS and its margin, to the last digit', () => {
    for (const [revenues, margins, total, margin] of [
      [base.segment_revenues, base.segment_margins, 37.587, 0.378],
      [base.segment_revenues_quarter_before, base.segment_margins_quarter_before, 35.579, 0.3567],
    ] as const) {
      const r = (exactly(revenues) as Exact[]).map((x) => x.value);
      const w = (exactly(margins) as Exact[]).map((x) => x.value);
      const sum = r.reduce((a, b) => a.plus(b));
      const profit = r.map((x, i) => x.times(w[i]!)).reduce((a, b) => a.plus(b));
      expect(sum.minus(total).abs().lte('1e-31')).toBe(true);
      expect(profit.div(sum).minus(margin).abs().lte('1e-31')).toBe(true);
    }
  });
});
