/** Figures that stand in a sentence of the help: each computed here, so that none outlives what it was. */
import { documented } from '../../src/book/case';
import { reported } from '../../src/book/series';
import { plainly, type Assumption } from '../../src/catalogue/assumption';
import { functions } from '../../src/functions';
import { answer, body, number, type Arguments } from '../functions/cell';

const { base } = documented;

type Name = keyof typeof base;
const of = (name: Name): number => plainly(base[name]) as number;
const line = (name: string, row: number, column = 0, args: Arguments = {}): number =>
  body(name, { ...args, headers: false })[row]![column]!;
const percent = (x: number, digits = 1): string => `${(100 * x).toFixed(digits)}%`;

/** What the catalogue says of a function, or the base case of an assumption. */
const saidOf = (place: string): string => {
  const definition = functions.find(({ name }) => name === place);
  if (!definition) return (base[place as Name] as Assumption).source;
  return [definition.answers, ...definition.examples.map(({ says }) => says)].join('\n');
};

const onEbit = number('BEDROCK_CONTRIB', {
  segment1: of('bedrock_ebit'),
  segment0: of('bedrock_ebit_year_before'),
  total1: of('aws_ebit'),
  total0: of('aws_ebit_year_before'),
});
const fleet = answer('TAAS_CHECKS').cells;
const bottomUp = (name: string): number => fleet.find(([check]) => check === name)![1] as number;
const margin = number('TAAS_MARGIN');
const oneInput = (args: Arguments): number => number('TAAS_MARGIN', args);

const FIGURES: readonly (readonly [place: string, words: string, computed: string])[] = [
  [
    'TAAS_GROSS_NET',
    '37.8% is about the AWS average',
    `${percent(line('TAAS_GROSS_NET', 5, 1))} is about the AWS average`,
  ],
  ['TAAS_MARGIN', 'Bedrock’s 55%', `Bedrock’s ${percent(margin, 0)}`],
  ['TAAS_REQUIRED_SHARE', 'opex alone takes 5%', `opex alone takes ${percent(of('opex_rate'), 0)}`],
  ['TAAS_TAKE_RATE', 'a fee of 35% of spend', `a fee of ${percent(of('infra_share'), 0)} of spend`],
  [
    'BEDROCK_REVENUE',
    '37.587 × 10% × 37%, a $5.56bn run-rate',
    `${of('aws_revenue')} × ${percent(of('ai_share'), 0)} × ${percent(of('bedrock_share'), 0)}, a $${(4 * number('BEDROCK_REVENUE')).toFixed(2)}bn run-rate`,
  ],
  ['TAAS_MARGIN_BRIDGE', 'about 50 bp', `about ${line('TAAS_MARGIN_BRIDGE', 2, 2).toFixed(0)} bp`],
  ['TAAS_MARGIN_BRIDGE', 'the 213 bp of 1Q26', `the ${line('TAAS_MARGIN_BRIDGE', 3, 2).toFixed(0)} bp of 1Q26`],
  ['TAAS_SEGMENT_IMPACT', 'have risen 167 bp', `have risen ${line('TAAS_SEGMENT_IMPACT', 1).toFixed(0)} bp`],
  ['BEDROCK_CONTRIB', 'one level of profit: 27.4%', `one level of profit: ${percent(onEbit)}`],
  ['bedrock_gross_profit', 'EBIT over EBIT the share is 27.4%', `EBIT over EBIT the share is ${percent(onEbit)}`],
  ['BEDROCK_GROWTH_PP', '28.4% in 1Q26', `${percent(of('aws_revenue') / of('aws_revenue_year_before') - 1)} in 1Q26`],
  ['BEDROCK_REVENUE_FOR_PP', '$11.9bn run-rate', `$${(4 * number('BEDROCK_REVENUE_FOR_PP')).toFixed(1)}bn run-rate`],
  [
    'TAAS_TOKEN_COST',
    'Trainium is 26% cheaper',
    `Trainium is ${percent(1 - of('custom_cost') / of('gpu_cost'), 0)} cheaper`,
  ],
  [
    'TAAS_LIFE_IMPACT',
    'as much as the whole 213 bp',
    number('TAAS_LIFE_IMPACT') > 213 ? 'as much as the whole 213 bp' : 'less than the 213 bp',
  ],
  [
    'TAAS_CAPACITY_GAP',
    '422 bp of margin',
    `${line('TAAS_CAPACITY_GAP', 3, 0, { required_mw: 500, owned_mw: 400, own_cost: 7.86, buy_cost: 12, annual_revenue: 9.8 }).toFixed(0)} bp of margin`,
  ],
  ['TAAS_BREAKEVEN_DEMAND', 'fall by 57%', `fall by ${percent(1 - number('TAAS_BREAKEVEN_DEMAND'), 0)}`],
  [
    'TAAS_DEMAND_BETA',
    'a fifth less consumption takes 36% of EBIT',
    `a fifth less consumption takes ${percent(0.2 * number('TAAS_DEMAND_BETA'), 0)} of EBIT`,
  ],
  [
    'TAAS_EXPECTED_MARGIN',
    'three points below plan',
    Math.round(
      100 *
        (margin -
          number(
            'TAAS_EXPECTED_MARGIN',
            functions.find(({ name }) => name === 'TAAS_EXPECTED_MARGIN')!.examples[0]!.args,
          )),
    ) === 3
      ? 'three points below plan'
      : 'another distance',
  ],
  [
    'TAAS_SHOCK_MARGIN',
    'costs 17 points of margin',
    `costs ${(100 * (margin - number('TAAS_SHOCK_MARGIN', { demand: 0.7 }))).toFixed(0)} points of margin`,
  ],
  ['TAAS_RUN_RATE', '$1.375bn a quarter', `$${of('bedrock_net_revenue')}bn a quarter`],
  ['TAAS_PAYBACK', 'worth 6.25', `worth ${0.5 / 0.08}`],
  ['TAAS_REVENUE_PER_MW', 'on 280 IT MW', `on ${of('mw')} IT MW`],
  [
    'TAAS_BASE',
    '37.8% less 213 bp',
    `${percent(of('aws_margin'))} less ${(10000 * (of('aws_margin') - of('aws_margin_quarter_before'))).toFixed(0)} bp`,
  ],
  ['TAAS_FACT', 'whose filing gives 37.7%', `whose filing gives ${percent(of('aws_ebit') / of('aws_revenue'))}`],
  [
    'TAAS_SUBSCRIPTION_PNL',
    'take 45 points of the margin',
    `take ${(100 * (line('TAAS_SUBSCRIPTION_PNL', 1, 2, { users: [900, 30], prices: [0, 20], costs: [0.3, 6] }) - line('TAAS_SUBSCRIPTION_PNL', 2, 2, { users: [900, 30], prices: [0, 20], costs: [0.3, 6] }))).toFixed(0)} points of the margin`,
  ],
  ['token_spend', '41.7% of the revenue', `${percent(of('token_spend') / of('lab_revenue'))} of the revenue`],
  ['infra_cogs', 'costs 0.5505', `costs ${bottomUp('Bottom-up COGS').toFixed(4)}`],
  ['mw', '280.01 MW', `${bottomUp('Bottom-up megawatts').toFixed(2)} MW`],
  [
    'token_price',
    '1,333 trillion',
    `${((1000 * of('token_spend')) / of('token_price')).toLocaleString('en-US', { maximumFractionDigits: 0 })} trillion`,
  ],
  [
    'ai_share_year_before',
    'caps it at 6.4%',
    `caps it at ${percent(of('aws_ai_run_rate') / 2 / (4 * reported('AWS', 'REVENUE', '1Q25')))}`,
  ],
  ['aws_ebit_seed', '× 37.8%', `× ${percent(of('aws_margin'))}`],
  ['aws_ebit_seed_quarter_before', '× 35.67%', `× ${percent(of('aws_margin_quarter_before'), 2)}`],
  [
    'bedrock_net_revenue_year_before',
    '× 5% × 9%',
    `× ${percent(of('ai_share_year_before'), 0)} × ${percent(of('bedrock_share_year_before'), 0)}`,
  ],
  [
    'bedrock_gross_profit_year_before',
    'at a 35% gross',
    `at a ${percent(of('bedrock_gross_margin_year_before'), 0)} gross`,
  ],
  ['bedrock_ebit_year_before', 'at a 30% EBIT', `at a ${percent(of('bedrock_ebit_margin_year_before'), 0)} EBIT`],
  [
    'gpu_chip_hour_cost',
    '65,000 $ and 2.0 kW',
    `${of('gpu_capex').toLocaleString('en-US')} $ and ${of('gpu_kw').toFixed(1)} kW`,
  ],
  ['hours_quarter', '8,760 ÷ 4', `${of('hours_per_year').toLocaleString('en-US')} ÷ 4`],
  ['infra_share', '0.70 over 2.0', `${of('fixed_fee').toFixed(2)} over ${of('token_spend').toFixed(1)}`],
  [
    'fixed_fee',
    '280 IT MW at $10m',
    `${((1000 * 4 * of('fixed_fee')) / of('fee_per_mw')).toFixed(0)} IT MW at $${of('fee_per_mw')}m`,
  ],
  ['demand', 'a 20% shortfall', `a ${percent(1 - of('demand'), 0)} shortfall`],
  ['openai_backlog', '45% of 625 would be 281', `45% of 625 would be ${(0.45 * 625).toFixed(0)}`],
  [
    'copilot_attach',
    '20m of 450m',
    `${Math.round(of('copilot_attach') * of('copilot_seats'))}m of ${of('copilot_seats')}m`,
  ],
  ['delta', '±10%', `±${percent(of('delta'), 0)}`],
];

test.each(FIGURES)('%s: "%s"', (place, words, computed) => {
  expect(saidOf(place)).toContain(words);
  expect(computed).toBe(words);
});

test('a tier’s part of the revenue share is its rate of its spend', () => {
  const parts = [0.5, 1.5, 2].map((token_spend) => number('TAAS_REV_SHARE', { token_spend }));
  expect(parts.map((x, i) => Number((x - (parts[i - 1] ?? 0)).toFixed(12)))).toEqual([0.125, 0.35, 0.2]);
  expect(saidOf('TAAS_REV_SHARE')).toContain('0.125 + 0.35 + 0.20');
});

test('the solved inputs give what was asked for', () => {
  expect(oneInput({ token_spend: number('TAAS_SOLVE', { target: 0.5, param: 'token_spend' }) })).toBeCloseTo(0.5, 12);
  expect(oneInput({ infra_cogs: number('TAAS_SOLVE', { target: 0.6, param: 'infra_cogs' }) })).toBeCloseTo(0.6, 12);
});
