/** Named changes of the deal: the same as typing their inputs into TAAS_PNL. */
import { answer, body, error, number, sameTo } from '../cell';

const gpuCosts = (custom_share: number): number =>
  (0.55 * number('TAAS_BLENDED_TOKEN_COST', { custom_share })) / number('TAAS_BLENDED_TOKEN_COST');

/** What each scenario is, and what it comes to: net revenue and EBIT margin as they are published. */
const PUBLISHED = [
  ['BASE', 2, 0.7, 0.55, 1, '1.3750', '55.00%'],
  ['2Q26E', 4.02, 1.5, 1.18, 1, '2.9830', '55.44%'],
  ['ANTHROPIC_STALL', 1.2, 0.42, 0.528, 1, '0.7900', '28.16%'],
  ['SHARE_CUT', 2, 0.7, 0.55, 0.5, '1.0375', '41.99%'],
  ['ALL_GPU', 2, 0.7, gpuCosts(0), 1, '1.3750', '49.04%'],
  ['TRAINIUM_80', 2, 0.7, gpuCosts(0.8), 1, '1.3750', '58.58%'],
] as const;

describe.each(PUBLISHED)('%s', (name, token_spend, fixed_fee, infra_cogs, rev_share_scale, revenue, margin) => {
  const deal = { token_spend, fixed_fee, infra_cogs, rev_share_scale };
  const lines = answer('TAAS_SCENARIO', { name });
  const line = (label: string): number => lines.cells.find((row) => row[0] === label)![1] as number;

  test('comes to what is published', () => {
    expect(line('Net revenue').toFixed(4)).toBe(revenue);
    expect(`${(100 * line('EBIT margin')).toFixed(2)}%`).toBe(margin);
  });

  test('agrees with the P&L of the same inputs', () => {
    const pnl = answer('TAAS_PNL', deal).cells;
    const inPnl = (label: string): number => pnl.find((row) => row[0] === label)![1] as number;
    for (const label of ['Net revenue', 'EBIT', 'EBIT margin'])
      expect([label, sameTo(1e-12, line(label), inPnl(label))]).toEqual([label, true]);
    expect(line('Run-rate')).toBeCloseTo(4 * inPnl('Net revenue'), 12);
    expect(sameTo(1e-12, line('EBIT margin'), number('TAAS_MARGIN', deal))).toBe(true);
    expect(line('Lab gross margin')).toBeCloseTo((token_spend - fixed_fee) / token_spend, 12);
  });

  test('is its own column of TAAS_SCENARIOS', () => {
    const all = answer('TAAS_SCENARIOS');
    const column = all.cells[0]!.indexOf(name);
    expect(all.cells.map((row) => [row[0], row[column]])).toEqual(lines.cells);
    expect(all.units!.map((row) => [row[0], row[column]])).toEqual(lines.units);
  });
});

test('infrastructure costs of the two chip scenarios are those of economics: 0.6320 and 0.5008', () => {
  expect(gpuCosts(0).toFixed(4)).toBe('0.6320');
  expect(gpuCosts(0.8).toFixed(4)).toBe('0.5008');
});

test('side by side in one order, the base first', () => {
  expect(answer('TAAS_SCENARIOS').cells[0]).toEqual(['Line', ...PUBLISHED.map(([name]) => name)]);
  expect(body('TAAS_SCENARIOS')).toHaveLength(5);
});

test('the base case if none is named; names in any case', () => {
  expect(answer('TAAS_SCENARIO').cells).toEqual(answer('TAAS_SCENARIO', { name: ' base ' }).cells);
  expect(body('TAAS_SCENARIO', { name: '2q26e' })[0]).toEqual([2.983]);
});

test.each([
  ['NOPE', /^no scenario NOPE; the nearest are \w+, \w+ or \w+\.$/],
  ['TRAINIUM', /^no scenario TRAINIUM; the nearest are TRAINIUM_80, /],
  ['anthropic stall', /^no scenario anthropic stall; the nearest are ANTHROPIC_STALL, /],
  ['2Q26', /^no scenario 2Q26; the nearest are 2Q26E, /],
])('%s is no scenario, and the nearest are named', (name, sentence) => {
  expect(error('TAAS_SCENARIO', { name })).toEqual(['#N/A', expect.stringMatching(sentence)]);
});
