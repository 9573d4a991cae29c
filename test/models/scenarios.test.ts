/** T6: the scenarios of the book, the tornado and its cross-check, demand by contract, the simulation. */
import { catalogue } from '../functions/cell';
import { sheetOf, type SheetOf } from './sheet-of';

const COMPARED = 'What each comes to';
const SORTED = 'Largest swing first';
const CROSS_CHECK = 'The same by TAAS_TORNADO, on the tiers of the base case';
const SHOCK = 'EBIT margin by demand, plan = 1';
const SIMULATED = 'EBIT margin, simulated';

describe('scenarios', () => {
  let sheet: SheetOf;
  beforeAll(async () => {
    sheet = await sheetOf('T6');
  });

  test('the six come to what TAAS_SCENARIOS answers', () => {
    const { examples } = catalogue.functions.find(({ name }) => name === 'TAAS_SCENARIOS')!;
    const book = examples[0]!.gives as number[][];
    const columns = sheet.body(COMPARED, 6, 6).map((row) => row.slice(1).map(Number));
    book.forEach((line, i) => line.forEach((value, k) => expect(columns[k]![i]).toBeCloseTo(value, 12)));
  });

  test('the bars are sorted: cost, spend, fee, share, opex', () => {
    expect(sheet.labels(SORTED, 5)).toEqual([
      'Infrastructure COGS',
      'Token spend',
      'Infrastructure fee',
      'Revenue share',
      'Platform opex',
    ]);
    const swings = sheet.body(SORTED, 5, 4).map((row) => Number(row[3]));
    [8, 4.67035518581908, 4.08331013270776, 3.936759993505, 1].forEach((swing, i) =>
      expect(swings[i]).toBeCloseTo(swing, 9),
    );
  });

  test('TAAS_TORNADO has the same bars', () => {
    const ours = sheet.body(SORTED, 5, 4).map((row) => Number(row[3]) / 100);
    // Its answer has its labels with it: the numbers begin a column further left.
    expect(sheet.labels(CROSS_CHECK, 5)).toEqual([
      'infra_cogs',
      'token_spend',
      'fixed_fee',
      'rev_share_scale',
      'opex_rate',
    ]);
    const swings = sheet.body(CROSS_CHECK, 5, 1).map(([swing]) => Number(swing));
    swings.forEach((swing, i) => expect(ours[i]).toBeCloseTo(swing, 12));
  });

  test('30% less demand costs tokens 17 points of margin; rent gains two', () => {
    const [tokens, rented] = sheet.body(SHOCK, 11, 2)[3]!;
    expect(tokens).toBeCloseTo(0.376344086021505, 12);
    expect(rented).toBeCloseTo(0.187857142857143, 12);
    expect(sheet.body(SHOCK, 11, 2)[9]![0]).toBeCloseTo(0.558219178082192, 12);
  });

  test('the margin to expect, the answer of EBIT, and the demand that earns nothing', () => {
    const [expected, answer] = sheet.body('What demand risk costs, by contract', 2, 2);
    expect(expected![0]).toBeCloseTo(0.518856817319099, 12);
    expect(expected![1]).toBeCloseTo(0.170571428571429, 12);
    expect(answer![0]).toBeCloseTo(1.81157024793388, 11);
    expect(answer![1]).toBeCloseTo(-0.478260869565217, 12);
    expect(sheet.at('Demand at which the tokens earn nothing')).toBeCloseTo(0.425490196078431, 12);
  });

  test('the simulation has the worked digits of its seed', () => {
    const [mean, , low, , , , high] = sheet.body(SIMULATED, 7, 1).map(([value]) => value);
    expect(mean).toBeCloseTo(0.555526742557191, 12);
    expect(low).toBeCloseTo(0.434703420227807, 12);
    expect(high).toBeCloseTo(0.647319915086846, 12);
  });

  test('the table of checks is whole, and none stands below it', () => {
    const verdicts = sheet.labels(
      'PASS: an independent figure agrees; SET: chosen so that it agrees; FAIL: it does not, and why',
      51,
    );
    expect(verdicts[0]).toBe('Master check: every identity passes');
    expect(verdicts[48]).toBe('Operating margin is "after variable costs"');
    expect(verdicts[49]).toBeUndefined();
    expect(verdicts[50]).toMatch(/^Scenarios, steps, odds/);
  });
});

test('another scenario is chosen: all below is of it', async () => {
  const stall = await sheetOf('T6', { 'T6 Scenarios!D6': 'ANTHROPIC_STALL' });
  expect(stall.at('EBIT margin')).toBeCloseTo(0.281645569620253, 12);
  expect(stall.at('At plan the margin is that of the scenario')).toBe('OK');
  expect(stall.at('Checks')).toBe('OK');
});

test('what is drawn is not held', async () => {
  const more = await sheetOf('T6', {
    'T6 Scenarios!D169': 'opex_rate',
    'T6 Scenarios!E169': 'UNIFORM',
    'T6 Scenarios!F169': 0.04,
    'T6 Scenarios!G169': 0.06,
  });
  expect(more.at('Held 5')).toBe('');
  expect(Number(more.body(SIMULATED, 1, 1)[0]![0])).toBeCloseTo(0.555, 2);
});
