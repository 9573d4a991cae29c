/** Which input moved the result from one case to another, and by how much. */
import fc from 'fast-check';
import { walkOf } from '../../../src/analysis/walk';
import { catalogueOf } from '../../../src/catalogue/catalogue';
import { define } from '../../../src/catalogue/define';
import { number as aNumber } from '../../../src/catalogue/parameters';
import { orProblem } from '../../../src/catalogue/problem';
import '../../catalogue/seed';
import { answer, body, error, number, type Arguments } from '../cell';

const DEAL = [
  ['Name', '4Q25A', '1Q26A', 'SAME'],
  ['token_spend', 0.740741, 2, 2],
  ['fixed_fee', 0.3, 0.7, 0.7],
  ['infra_cogs', 0.235714, 0.55, 0.55],
  ['arr', 9, 30, 54],
];
const FROM_TO = { from: '4Q25A', to: '1Q26A' };
const walk = (cases: readonly (readonly unknown[])[], args: Arguments = {}): number[][] =>
  body('TAAS_WALK', { cases, ...FROM_TO, ...args });
const refused = (cases: readonly (readonly unknown[])[], args: Arguments = {}): [string, string] =>
  error('TAAS_WALK', { cases, ...FROM_TO, ...args });
const effects = (rows: readonly (readonly number[])[]): number[] => rows.map((row) => row.at(-1)!);

test('each input that differs has a line, in the order of the block, and the total is the change', () => {
  const { cells } = answer('TAAS_WALK', { cases: DEAL, ...FROM_TO });
  expect(cells.map(([name]) => name)).toEqual(['Driver', 'token_spend', 'fixed_fee', 'infra_cogs', 'Total']);
  expect(cells[0]).toEqual(['Driver', '4Q25A', '1Q26A', 'Effect']);
  const [spend, fee, cost, total] = walk(DEAL);
  expect(effects([spend!, fee!, cost!]).map((x) => Number(x.toFixed(1)))).toEqual([2426.1, 2134.8, -3932.4]);
  expect(total!.map((x) => Number(x.toFixed(4)))).toEqual([0.4871, 0.55, 628.565]);
});

test('of a line of a table, in its own unit', () => {
  const [spend, fee, cost, total] = walk(DEAL, { function: 'TAAS_PNL[EBIT]' });
  expect(effects([spend!, fee!, cost!]).map((x) => Number(x.toFixed(6)))).toEqual([0.442454, 0.38, -0.314286]);
  expect(total!.slice(0, 2).map((x) => Number(x.toFixed(6)))).toEqual([0.248082, 0.75625]);
});

test('effects are basis points of a margin unless asked for otherwise', () => {
  const [bps, pp, dec] = ['BPS', 'PP', 'DEC'].map((unit) => effects(walk(DEAL, { unit })));
  bps!.forEach((x, i) => {
    expect(pp![i]).toBeCloseTo(x / 100, 10);
    expect(dec![i]).toBeCloseTo(x / 10_000, 12);
  });
  expect(answer('TAAS_WALK', { cases: DEAL, ...FROM_TO, function: 'TAAS_TAKE_RATE' }).units![1]![3]).toBe('bp');
  const amount = { cases: DEAL, ...FROM_TO, function: 'TAAS_REV_SHARE', headers: false };
  expect(answer('TAAS_WALK', amount).units![0]![2]).toBe('usd_bn_quarter');
  expect(effects(body('TAAS_WALK', amount))[0]).toBeCloseTo(
    0.675 - number('TAAS_REV_SHARE', { token_spend: 0.740741 }),
    14,
  );
});

test('one after the other, in the order of the block', () => {
  const rows = effects(walk(DEAL, { method: 'SEQUENTIAL' }));
  const margin = (token_spend: number, fixed_fee: number, infra_cogs: number): number =>
    number('TAAS_MARGIN', { token_spend, fixed_fee, infra_cogs });
  const steps = [
    margin(0.740741, 0.3, 0.235714),
    margin(2, 0.3, 0.235714),
    margin(2, 0.7, 0.235714),
    margin(2, 0.7, 0.55),
  ];
  steps.slice(1).forEach((x, i) => expect(rows[i]).toBeCloseTo((x - steps[i]!) * 10_000, 9));
});

test('an option, a longer tier table and a flat rate are drivers like others', () => {
  const rows = [
    ['Name', 'A', 'B'],
    ['token_spend', 2, 4],
    ['mode', 'MARGINAL', 'WHOLE'],
    ['tiers[1].from', 0, 0],
    ['tiers[1].rate', 0.25, 0.2],
    ['tiers[2].from', 1, 0.8],
    ['tiers[2].rate', 0.4, 0.45],
  ];
  const args = { function: 'TAAS_REV_SHARE', from: 'A', to: 'B' };
  const { cells } = answer('TAAS_WALK', { cases: rows, ...args });
  expect(cells.slice(1, 4).map((row) => row.slice(0, 3))).toEqual([
    ['token_spend', 2, 4],
    ['mode', 'MARGINAL', 'WHOLE'],
    ['tiers', '', ''],
  ]);
  const table = (low: boolean): Arguments => ({ tiers: low ? [[0, 0.25], [1, 0.4]] : [[0, 0.2], [0.8, 0.45]] }); // prettier-ignore
  const share = (spend: boolean, mode: boolean, tiers: boolean): number =>
    number('TAAS_REV_SHARE', { token_spend: spend ? 4 : 2, mode: mode ? 'WHOLE' : 'MARGINAL', ...table(!tiers) });
  const ofSpend =
    (2 * (share(true, false, false) - share(false, false, false)) +
      share(true, true, false) - share(false, true, false) +
      share(true, false, true) - share(false, false, true) +
      2 * (share(true, true, true) - share(false, true, true))) / 6; // prettier-ignore
  expect(cells[1]![3]).toBeCloseTo(ofSpend, 12);
  expect((cells[1]![3] as number) + (cells[2]![3] as number) + (cells[3]![3] as number)).toBeCloseTo(
    cells[4]![3] as number,
    12,
  );
});

test('effects add up, rows in another order change nothing, and an input that does nothing gets 0', () => {
  const near = (x: number): fc.Arbitrary<number> => fc.integer({ min: 50, max: 150 }).map((k) => (x * k) / 100);
  const inputs = { token_spend: 2, fixed_fee: 0.7, infra_cogs: 0.55, opex_rate: 0.05, infra_rate: 0.01 };
  const names = Object.keys(inputs) as (keyof typeof inputs)[];
  const someCase = fc.tuple(...names.map((name) => near(inputs[name])));
  fc.assert(
    fc.property(someCase, someCase, fc.shuffledSubarray(names, { minLength: names.length }), (a, b, order) => {
      const rowOf = (name: (typeof names)[number]): unknown[] => [name, a[names.indexOf(name)], b[names.indexOf(name)]];
      const block = (some: readonly (typeof names)[number][]) => [['Name', '4Q25A', '1Q26A'], ...some.map(rowOf)];
      const differing = names.filter((_, i) => a[i] !== b[i]);
      if (differing.length === 0) return;
      const [straight, shuffled] = [walk(block(names)), walk(block(order))];
      const total = straight.at(-1)![2]!;
      expect(effects(straight.slice(0, -1)).reduce((sum, x) => sum + x, 0)).toBeCloseTo(total, 8);
      const sorted = order.filter((name) => differing.includes(name));
      differing.forEach((name, i) => expect(shuffled[sorted.indexOf(name)]![2]).toBe(straight[i]![2]));
      if (!differing.includes('token_spend')) return;
      const still = { function: `TAAS_MARGIN(,,,0)`, cases: block(['token_spend', 'fixed_fee']), ...FROM_TO };
      expect(effects(body('TAAS_WALK', still))[0]).toBe(0);
    }),
  );
});

test.each<[string, [string, string], [string, string]]>([
  ['cases that do not differ', refused(DEAL, { from: '1Q26A', to: 'SAME' }), ['#N/A', '1Q26A and SAME do not differ in anything that TAAS_MARGIN takes: there is nothing to explain.']],
  ['a case that is not there', refused(DEAL, { to: '2Q26E' }), ['#VALUE!', 'to is "2Q26E": expected 4Q25A, 1Q26A or SAME.']],
  ['columns without headings', refused([['token_spend', 1]]), ['#VALUE!', 'from is "4Q25A": expected none, since the columns have no headings.']],
  ['a blank in one of them', refused([['Name', '4Q25A', '1Q26A'], ['token_spend', 1, null]]), ['#VALUE!', 'token_spend is blank in 1Q26A, row 2: expected a number from 0 to 1,000,000.']],
  ['a value that the gate refuses', refused([['Name', '4Q25A', '1Q26A'], ['opex_rate', 0.05, 5]]), ['#VALUE!', 'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05) (1Q26A, row 2).']],
  ['a table', refused(DEAL, { function: 'TAAS_PNL' }), ['#VALUE!', expect.stringMatching(/^TAAS_PNL returns a table/) as never]],
])('%s: a sentence', (_what, got, expected) => {
  expect(got).toEqual(expected);
}); // prettier-ignore

test('a combination without a value is named', () => {
  const rows = [['Name', '4Q25A', '1Q26A'], ['token_spend', 0, 2], ['fixed_fee', 0.7, 0]]; // prettier-ignore
  expect(refused(rows)[1]).toBe(
    'TAAS_MARGIN has no value with fixed_fee of 1Q26A and the rest of 4Q25A: TAAS_MARGIN: ebit_margin divides by net_revenue, which is 0.',
  );
});

test('beyond twelve drivers there is the order of the block', () => {
  const names = Array.from({ length: 13 }, (_, i) => `driver_${i + 1}`);
  const sum = define({
    name: 'TAAS_SUM',
    family: 'mix',
    answers: 'The sum of many drivers.',
    parameters: Object.fromEntries(names.map((name) => [name, aNumber('plain', 'A driver.', { required: true })])),
    result: { shape: 'number', unit: 'plain', about: 'sum' },
    formula: (x, m) => m.sum(names.map((name) => x[name]!)),
    examples: [
      { args: {}, gives: '#VALUE!', says: 'none' },
      { args: {}, gives: '#VALUE!', says: 'none' },
    ],
  });
  const asked = {
    function: 'TAAS_SUM',
    cases: [['Name', 'A', 'B'], ...names.map((name, i) => [name, 0, i + 1])],
    from: 'A',
    to: 'B',
  };
  expect(orProblem(() => walkOf({ ...asked, method: 'SHAPLEY' }, catalogueOf([sum])))).toMatchObject({
    sentence: 'cases differ in 13 inputs between A and B: expected at most 12 for SHAPLEY, or method SEQUENTIAL.',
  });
  const { drivers } = walkOf({ ...asked, method: 'SEQUENTIAL' }, catalogueOf([sum]));
  expect(drivers.map(({ effect }) => effect.toNumber())).toEqual(names.map((_, i) => i + 1));
  const twelve = { ...asked, cases: [['Name', 'A', 'B'], ...names.map((name, i) => [name, 0, i === 12 ? 0 : i + 1])] };
  const even = walkOf({ ...twelve, method: 'SHAPLEY' }, catalogueOf([sum])).drivers;
  expect(even.map(({ effect }) => effect.toNumber())).toEqual(names.slice(0, 12).map((_, i) => i + 1));
});
