/** What moves a result: each input a tenth lower and a tenth higher, the others held. */
import { callByName } from '../../../src/catalogue/call';
import type { Definition } from '../../../src/catalogue/define';
import { Problem } from '../../../src/catalogue/problem';
import { functions } from '../../../src/functions';
import { answer, catalogue, error, number, sameTo, type Arguments } from '../cell';
import { groupsOf } from '../groups';

interface Bar {
  readonly input: string;
  readonly low: number | 'n/a';
  readonly high: number | 'n/a';
  readonly swing: number;
}

const bars = (args: Arguments = {}): Bar[] =>
  answer('TAAS_TORNADO', args)
    .cells.slice(1)
    .map(([input, low, high, swing]) => ({ input, low, high, swing }) as Bar);

const scalars = functions.filter(({ formula, result }) => formula !== undefined && result.shape === 'number');

test('infrastructure cost moves the margin most, platform opex least', () => {
  expect(bars().map(({ input }) => input)).toEqual([
    'infra_cogs',
    'token_spend',
    'fixed_fee',
    'rev_share_scale',
    'opex_rate',
  ]);
  // Economics (j): 8.00, 4.67, 4.08, 3.94 and 1.00 percentage points.
  expect(bars().map(({ swing }) => (100 * swing).toFixed(2))).toEqual(['8.00', '4.67', '4.08', '3.94', '1.00']);
});

const header = (args: Arguments = {}): unknown => answer('TAAS_TORNADO', args).cells[0]![0];

test('an input of 0 has no tenth, and is left out', () => {
  expect(bars().map(({ input }) => input)).not.toContain('infra_rate');
  expect(header()).toContain('infra_rate is 0');
  const withRate = bars({ inputs: [['infra_rate', 0.1]] });
  expect(withRate.map(({ input }) => input)).toContain('infra_rate');
});

test('of equal swings the one declared first comes first', () => {
  // Revenue is a product of three: a tenth of any of them is a tenth of it.
  const { parameters } = catalogue.find('BEDROCK_REVENUE');
  const product = bars({
    function: 'BEDROCK_REVENUE',
    inputs: [
      ['aws_revenue', 40],
      ['ai_share', 0.5],
      ['bedrock_share', 0.5],
    ],
  });
  expect(new Set(product.map(({ swing }) => swing.toFixed(12))).size).toBe(1);
  expect(product.map(({ input }) => input)).toEqual(Object.keys(parameters));
});

test('a value out of the input’s range is n/a on that side, and the bar goes as far as the other', () => {
  const [opex] = bars({ inputs: [['opex_rate', 0.95]] });
  expect(opex).toEqual({
    input: 'opex_rate',
    low: expect.closeTo(-0.255, 12) as number,
    high: 'n/a',
    swing: expect.closeTo(0.095, 12) as number,
  });
  const pue = bars({ function: 'TAAS_CHIP_HOUR_COST' }).find(({ input }) => input === 'pue')!;
  expect(pue.low).not.toBe('n/a');
  expect(bars({ function: 'TAAS_CHIP_HOUR_COST', delta: 0.2 }).find(({ input }) => input === 'pue')!.low).toBe('n/a');
});

describe('what is not moved is named at the top', () => {
  test.each<[Arguments, string]>([
    [
      {},
      'Input (not moved: infra_rate is 0, tiers are those of the base case, mode is an option, share_basis is an option, cap is blank)',
    ],
    [{ function: 'BEDROCK_REVENUE' }, 'Input'],
    [
      { function: 'TAAS_EXPECTED_MARGIN({0.8,1},{0.5,0.5})' },
      'Input (not moved: probabilities[1] has no value on either side, probabilities[2] has no value on either side, contract is an option, floor is blank, infra_rate is 0, tiers are those of the base case, 3 more)',
    ],
    [{ function: 'TAAS_PAYBACK(20,{4,0,5,0,0,0,0,0,0,0,0,50})' }, 'Input (not moved: annual_cash[2] is 0, annual_cash[4] is 0, annual_cash[5] is 0, annual_cash[6] is 0, annual_cash[7] is 0, annual_cash[8] is 0, 4 more)'], // prettier-ignore
  ])('%j: %s', (args, says) => expect(header(args)).toBe(says));

  test('more elements of a list than a picture holds are one name', () => {
    const years = Array.from({ length: 101 }, () => 1);
    const args = { function: `TAAS_PAYBACK(20,{${years.join(',')}})` };
    expect(header(args)).toBe('Input (not moved: annual_cash has more than 100 numbers, rate is 0)');
    expect(bars(args).map(({ input }) => input)).toEqual(['capex']);
  });

  test('every input of every function is moved or named', () => {
    for (const { name, parameters } of scalars) {
      const asked = callByName(catalogue.find('TAAS_TORNADO'), { function: name }, catalogue);
      if (asked instanceof Problem) continue;
      const told = asked.cells.map(([cell]) => String(cell)).join(' ');
      const untold = Object.keys(parameters).filter((parameter) => !told.includes(parameter));
      if (untold.length > 0) expect(told).toContain(`, ${untold.length} more)`);
    }
  });

  test('nothing at all to move is no table', () => {
    expect(error('TAAS_TORNADO', { function: 'TAAS_REV_SHARE(0)' })).toEqual([
      '#N/A',
      'TAAS_REV_SHARE has nothing to move: token_spend is 0, tiers are those of the base case, mode is an option, share_basis is an option, cap is blank, fixed_fee is blank, 2 more.',
    ]);
  });
});

describe('elements are moved one by one', () => {
  test.each<[says: string, text: string, path: string, low: string, high: string]>([
    ['of a list', 'TAAS_PAYBACK(20,{4,6,5,7})', 'annual_cash[2]', 'TAAS_PAYBACK(20,{4,5.4,5,7})', 'TAAS_PAYBACK(20,{4,6.6,5,7})'], // prettier-ignore
    ['the rate of a tier', 'TAAS_MARGIN(2,,,{0,25%;1,35%})', 'tiers[2].rate', 'TAAS_MARGIN(2,,,{0,25%;1,31.5%})', 'TAAS_MARGIN(2,,,{0,25%;1,38.5%})'], // prettier-ignore
    ['the threshold of a tier', 'TAAS_MARGIN(2,,,{0,25%;1,35%})', 'tiers[2].from', 'TAAS_MARGIN(2,,,{0,25%;0.9,35%})', 'TAAS_MARGIN(2,,,{0,25%;1.1,35%})'], // prettier-ignore
    ['a term in years', 'TAAS_PPA_PRICE(18,1920,17)', 'years', 'TAAS_PPA_PRICE(18,1920,15.3)', 'TAAS_PPA_PRICE(18,1920,18.7)'], // prettier-ignore
  ])('%s', (_says, text, path, ...ends) => {
    const bar = bars({ function: text }).find(({ input }) => input === path)!;
    const [low, high] = ends.map((end) => answer('TAAS_EXPLAIN', { function: end }).cells.at(-1)![1]);
    expect(bar).toMatchObject({ low: expect.closeTo(low as number, 12), high: expect.closeTo(high as number, 12) });
  });

  test('given by inputs they are moved too', () => {
    const moved = bars({ inputs: [['tiers[2].rate', 0.3]] }).map(({ input }) => input);
    expect(moved).toEqual(expect.arrayContaining(['tiers[1].rate', 'tiers[2].rate', 'tiers[3].rate', 'tiers[3].from']));
  });

  test('a threshold that would pass its neighbour is n/a on that side', () => {
    const [bar] = bars({ function: 'TAAS_REV_SHARE(2,{0,25%;1,35%;1.05,50%})' }).filter(({ input }) => input === 'tiers[2].from'); // prettier-ignore
    expect(bar).toMatchObject({ high: 'n/a' });
  });
});

test('a number below 0 is lowered to less, not to nearer 0', () => {
  const [bar] = bars({ function: 'TAAS_BLENDED_MARGIN({5,3},{0.3,-0.1})' }).filter(({ input }) => input === 'margins[2]'); // prettier-ignore
  expect([bar!.low, bar!.high]).toEqual([expect.closeTo(1.17 / 8, 12), expect.closeTo(1.23 / 8, 12)]);
});

test('no change is no swing', () => {
  expect(bars({ delta: 0 }).every(({ low, high, swing }) => low === high && swing === 0)).toBe(true);
});

test('units are the function’s, headers can be left out', () => {
  const { cells, units } = answer('TAAS_TORNADO');
  expect(cells[0]).toEqual([expect.stringMatching(/^Input \(not moved: /), 'Low', 'High', 'Swing']);
  expect(units![1]).toEqual([undefined, 'margin', 'margin', 'margin']);
  expect(answer('TAAS_TORNADO', { headers: false }).cells).toEqual(cells.slice(1).map((row) => row.slice(1)));
});

describe('every function that returns one number', () => {
  const required = ({ parameters }: Definition): string[] =>
    Object.entries(parameters).flatMap(([name, parameter]) => ('required' in parameter ? [name] : []));

  test.each(scalars.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
    const asked = callByName(catalogue.find('TAAS_TORNADO'), { function: name }, catalogue);
    if (asked instanceof Problem) {
      // Without arguments only what has to be given can be missing, and the sentence names it.
      expect(required(definition)).toContain(asked.parameter);
      expect(asked.sentence).toContain(`${asked.parameter!} is missing`);
      return;
    }
    const groups = Object.fromEntries(groupsOf(definition));
    const middle = number(name);
    const rows = bars({ function: name, delta: 0.1 });
    expect(rows.length).toBeGreaterThan(0);
    const swings = rows.map(({ swing }) => swing);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    const assumed = answer('TAAS_ASSUMPTIONS', { function: name }).cells.slice(1);
    for (const { input, low, high, swing } of rows) {
      const base = assumed.find(([parameter]) => parameter === input)![1] as number;
      const at = (factor: number): number | 'n/a' => {
        const there = callByName(definition, { ...groups, [input]: base * factor }, catalogue);
        return there instanceof Problem ? 'n/a' : (there.cells[0]![0] as number);
      };
      expect([input, sameTo(1e-12, low, at(0.9), 1e-12), sameTo(1e-12, high, at(1.1), 1e-12)]).toEqual([
        input,
        true,
        true,
      ]);
      const end = (x: number | 'n/a'): number => (x === 'n/a' ? middle : x);
      expect(sameTo(1e-12, swing, Math.abs(end(low) - end(high)), 1e-12)).toBe(true);
    }
  });
});

test('what has to be given can be given', () => {
  const demand = bars({ function: 'TAAS_SHOCK_MARGIN', inputs: [['demand', 0.8]] }).find(
    ({ input }) => input === 'demand',
  )!;
  expect(demand.low).toBeCloseTo(number('TAAS_SHOCK_MARGIN', { demand: 0.72 }), 12);
  expect(demand.high).toBeCloseTo(number('TAAS_SHOCK_MARGIN', { demand: 0.88 }), 12);
});

test.each<[Arguments, string, string]>([
  [
    { function: 'TAAS_PNL' },
    '#VALUE!',
    'TAAS_PNL returns a table: expected a function that returns one number, or a line of the table in brackets, as in TAAS_PNL[EBIT].',
  ],
  [{ function: 'TAAS_MARGN' }, '#N/A', 'no function TAAS_MARGN; the nearest are TAAS_MARGIN'],
  [{ function: 'TAAS_TORNADO' }, '#N/A', 'TAAS_TORNADO has no formula to show: it analyses other functions.'],
  [{ function: 'TAAS_SHOCK_MARGIN' }, '#VALUE!', 'demand is missing: expected a number from 0 to 10.'],
  [{ delta: 2 }, '#VALUE!', 'delta is 2: expected a number from 0 to 1 (2% is 0.02).'],
  [{ delta: -0.1 }, '#VALUE!', 'delta is -0.1: expected a number from 0 to 1.'],
  [{ inputs: [['token_spnd', 2]] }, '#VALUE!', 'TAAS_MARGIN has no parameter token_spnd; the nearest are token_spend'],
  [
    {
      inputs: [
        ['token_spend', 0],
        ['fixed_fee', 0],
      ],
    },
    '#DIV/0!',
    'TAAS_MARGIN: ebit_margin divides by net_revenue, which is 0.',
  ],
])('%j is %s %s', (args, code, says) => {
  const [got, sentence] = error('TAAS_TORNADO', args);
  expect(got).toBe(code);
  expect(sentence).toContain(says);
});
