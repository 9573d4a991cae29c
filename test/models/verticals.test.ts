/** T7: what every vertical earns, by the worked figures of its function, and how they add up to their companies. */
import { QUARTERS } from '../../src/models/base/quarters';
import { BASE } from '../../src/models/base-sheet';
import { FILLED, FIRST } from '../../src/models/columns';
import { VERTICAL_ECONOMICS } from '../../src/models/t7-verticals';
import { readingOf, type Reading } from './reading';

describe('tokenomics by vertical, 1Q26', () => {
  let model: Reading;
  const row = (name: string, quarter?: string): number => Number(model.row(name, quarter));
  beforeAll(async () => {
    model = await readingOf(VERTICAL_ECONOMICS);
  });

  test('Bedrock earns the deal’s 0.756 on 1.375', () => {
    expect(row('bedrock_revenue')).toBeCloseTo(1.375, 12);
    expect(row('bedrock_ebit')).toBeCloseTo(0.75625, 12);
  });

  test('20m paid Copilot seats are 7.2 a year, of which 60% is gross profit, and a quarter of that in a quarter', () => {
    expect(row('copilot_arr')).toBeCloseTo(7.2, 3);
    expect(row('copilot_gross_margin')).toBeCloseTo(0.6, 12);
    expect(row('copilot_revenue') * 4).toBeCloseTo(row('copilot_arr'), 12);
  });

  test('CoreWeave’s megawatts come to the revenue that it files', () => {
    expect(row('coreweave_iaas_revenue')).toBeCloseTo(2.08, 12);
  });

  test('rented capacity earns EBIT of (10 × 95% − 7.857) a megawatt-year, on the capital of a megawatt', () => {
    const perMw = 10 * 0.95 - 7.857;
    expect(row('oracle_iaas_ebit')).toBeCloseTo((perMw * 1150) / 4000, 12);
    expect(row('oracle_iaas_roic')).toBeCloseTo((perMw * 0.79) / 39.8, 12);
  });

  test('what serves 2,100tn tokens is 459 MW', () => {
    expect(row('anthropic_api_power')).toBeCloseTo((2100e12 / (725 * 0.6 * 2190 * 3600)) * 0.00075, 9);
  });

  test('plans by the quarter: ChatGPT’s paid users times their prices', () => {
    const monthly = 34 * 20 + 0.9 * 200 + 4 * 25 + 4.8 * 45;
    expect(row('chatgpt_revenue')).toBeCloseTo((monthly * 12) / 4000, 12);
  });

  test('Google’s AI is near the 36% of its revenue that the article has, over 80% of it infrastructure', () => {
    expect(row('google_ai_share')).toBeGreaterThan(0.33);
    expect(row('google_ai_share')).toBeLessThan(0.38);
    expect(row('google_iaas_share')).toBeGreaterThan(0.8);
  });

  test('Anthropic’s verticals come to what the press has, to an eighth', () => {
    expect(Math.abs(row('anthropic_revenue') / row('anthropic_press') - 1)).toBeLessThan(0.125);
  });

  test('all companies are all; the power of labs is the clouds’', () => {
    const clouds = ['aws_ai', 'microsoft', 'google_ai', 'oracle', 'coreweave', 'platforms'];
    const sum = (names: readonly string[], what: string): number =>
      names.reduce((total, name) => total + row(`${name}_${what}`), 0);
    for (const what of ['revenue', 'ebit'])
      expect(sum([...clouds, 'anthropic', 'openai'], what)).toBeCloseTo(row(`all_${what}`), 9);
    expect(sum(clouds, 'power')).toBeCloseTo(row('all_power'), 9);
  });

  const pools = ['cloud_tokens', 'lab_tokens', 'open_models', 'plans', 'assistants', 'rent'];

  test('the profit pool by vertical comes to that of the companies, in every quarter', () => {
    for (const quarter of QUARTERS)
      for (const what of ['revenue', 'ebit']) {
        const sum = pools.reduce((total, name) => total + row(`${name}_${what}`, quarter), 0);
        expect(sum).toBeGreaterThan(0);
        expect(sum).toBeCloseTo(row(`all_${what}`, quarter), 9);
      }
  });

  test('tokens sold by clouds are Bedrock, Foundry and the Gemini API: EBIT after tax over the capital of all three', () => {
    const sum = (what: string): number =>
      ['bedrock', 'foundry', 'gemini'].reduce((total, name) => total + row(`${name}_${what}`), 0);
    expect(row('cloud_tokens_ebit')).toBeCloseTo(sum('ebit'), 12);
    expect(row('cloud_tokens_margin')).toBeCloseTo(sum('ebit') / sum('revenue'), 12);
    expect(row('cloud_tokens_roic')).toBeCloseTo((sum('ebit') * 4 * 0.79) / sum('capital'), 12);
  });

  test('all infrastructure that is rented out is one vertical: at 10 a megawatt-year CoreWeave, Oracle, Azure, Google', () => {
    const rentedOut = row('aws_iaas_revenue') + ((1450 + 2300 + 1150 + 832) * 10) / 4000;
    expect(row('rent_revenue')).toBeCloseTo(rentedOut, 12);
  });

  test('the pictures say which vertical earns most, and where capital does', () => {
    const labels = ['Tokens of clouds', 'Tokens of labs', 'Open models', 'Plans', 'Assistants', 'Infrastructure'];
    const returns = pools.map((name) => row(`${name}_roic`));
    expect(model.picture('bars', 'Return on capital, after tax')).toEqual(returns);
    const named = (values: number[], most: number): string => labels[values.indexOf(most)]!;
    const [, , , pool, capital] = model.findings();
    const ebits = pools.map((name) => row(`${name}_ebit`));
    expect(pool).toContain(
      `the largest profit pool in 1Q26A is “${named(ebits, Math.max(...ebits))}”: $${Math.max(...ebits).toFixed(1)}bn`,
    );
    expect(capital).toMatch(
      new RegExp(
        `highest in “${named(returns, Math.max(...returns))}”.* lowest in “${named(returns, Math.min(...returns))}”`,
      ),
    );
  });

  test('what Anthropic sells is sold through Bedrock as the deal has it: 33.75% of 2.0 of 4.875', () => {
    expect(row('anthropic_bedrock_share')).toBeCloseTo(2 / 4.875, 12);
    expect(row('anthropic_bedrock_payout')).toBeCloseTo(0.675 / 2, 12);
    expect(row('anthropic_payouts') / row('anthropic_sold')).toBeCloseTo(0.178, 3);
    // a year before the spend is all in the first tier
    expect(row('anthropic_bedrock_payout', '1Q25A')).toBeCloseTo(0.25, 12);
  });

  test('labs by clouds: Foundry sells for both, and all that clouds are paid is the APIs’ cost', () => {
    const [anthropic, openai, all] = model.table('labs_clouds') as [number[], number[], number[]];
    expect(anthropic[2]).toBeCloseTo(row('anthropic_revenue') * 0.05 * 0.2, 12);
    expect(openai.slice(0, 3)).toEqual([0, 0, expect.closeTo(row('openai_revenue') * 0.2 * 0.2, 12)]);
    all.forEach((sum, i) => expect(sum).toBeCloseTo(anthropic[i]! + openai[i]!, 12));
    expect(anthropic[3]).toBeCloseTo(row('anthropic_api_partner'), 12);
    expect(all[3]).toBeCloseTo(row('paid_on'), 12);
  });

  test('what channels are paid and what the lab keeps is what it sells, in total and for each of them', () => {
    for (const lab of ['anthropic', 'openai']) {
      const channels = model.table(`${lab}_channels`) as number[][];
      for (const [spent, paid, kept] of channels) expect(paid! + kept!).toBeCloseTo(spent!, 12);
      expect(channels.at(-1)![0]).toBeCloseTo(row(`${lab}_revenue`), 12);
    }
  });
});

test('clouds that sell more of a lab than its API has are told by the sheet', async () => {
  const model = await readingOf(VERTICAL_ECONOMICS, (sheets) => {
    const base = sheets.find(({ name }) => name === BASE)!;
    const { row } = base.cells.find(({ column, value }) => column === 0 && value === 'openai_foundry_share')!;
    for (const cell of base.cells)
      if (cell.row === row && cell.column >= FIRST && cell.column <= FILLED) Object.assign(cell, { value: 0.6 });
  });
  expect(model.verdict()).toBe('clouds sell more of OpenAI than its API has in 1Q25A');
});
