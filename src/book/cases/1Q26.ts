import type { CaseData } from '../case-data';
import { chosen, filed, neutral, note, quoted } from '../figure';

const CHIP_RANGE = 'our choice inside public ranges';
const LIST_PRICE = 'public list price';

/** A fact is only what the company itself said; of a bound ("over 50%") the base case takes the end. */
const values: CaseData['values'] = {
  token_spend: chosen(2, [0.1, 10], 'our choice: 41.7% of the revenue that the press gives the lab for 1Q26'),
  fixed_fee: chosen(
    0.7,
    [0, 5],
    'C14, B13: a flat infrastructure fee plus a revenue share; the size is our choice: 280 IT MW at $10m a MW-year',
  ),
  infra_rate: neutral(0, [0, 0.5]),
  tiers: {
    value: [
      [0, 0.25],
      [0.5, 0.35],
      [1.5, 0.4],
    ],
    standing: 'assumption',
    source: 'B15 names performance thresholds; their place and size are our choice',
  },
  infra_cogs: chosen(0.55, [0, 5], 'our choice: the bottom-up fleet costs 0.5505'),
  opex_rate: chosen(0.05, [0.02, 0.15], 'our choice'),
  rev_share_scale: neutral(1, [0, 2]),
  other_cogs: neutral(0, [0, 5]),
  model_cost_rate: chosen(0.2, [0.1, 0.4], 'our choice'),
  target_margin: quoted('B15', [0.3, 0.7]),

  spend_multiple: chosen(2.7, [1, 5], 'our choice: +170%'),
  spend_multiple_quarter_before: chosen(1.6, [1, 5], 'our choice: +60%'),
  fixed_fee_quarter_before: chosen(0.3, [0, 5], 'our choice: 120 IT MW at $10m a MW-year'),
  mw_quarter_before: chosen(120, [50, 2000], 'our choice'),
  bedrock_gross_profit: note(
    'B05 is on gross profit, which AWS does not report, so it stands over AWS’ operating income; EBIT over EBIT the share is 27.4%',
  ),
  ai_share: quoted('B07', [0.05, 0.2]),
  ai_share_quarter_before: chosen(0.08, [0.06, 0.1], 'our choice between 2% (1Q24) and 10% (1Q26)'),
  ai_share_year_before: chosen(0.05, [0.045, 0.064], 'our choice; triple-digit growth caps it at 6.4%'),
  bedrock_share: quoted('B12', [0.2, 0.6]),
  bedrock_share_year_before: quoted('B11', [0.05, 0.15]),
  bedrock_gross_margin_year_before: chosen(0.35, [0, 0.6], 'our choice'),
  bedrock_ebit_margin_year_before: chosen(0.3, [0, 0.55], 'our choice'),
  ai_iaas_margin: chosen(
    0.2,
    [0.1, 0.3],
    'our choice; public: Oracle AI capacity gross margin 30–40%, CoreWeave adjusted operating margin about 1%',
  ),
  growth_pp: quoted('B27', [0, 20]),

  aws_revenue: filed('AWS.REVENUE', [20, 60]),
  aws_revenue_quarter_before: filed('AWS.REVENUE', [20, 60]),
  aws_revenue_year_before_next: filed('AWS.REVENUE', [20, 60]),
  aws_revenue_year_before: filed('AWS.REVENUE', [20, 60]),
  aws_ebit: filed('AWS.EBIT', [8, 25]),
  aws_ebit_quarter_before: filed('AWS.EBIT', [8, 25]),
  aws_ebit_year_before: filed('AWS.EBIT', [8, 25]),
  aws_margin: quoted('A01', [0.3, 0.45]),
  aws_margin_rise: quoted('B01', [0, 500]),
  aws_depreciation: filed('AWS.DEPRECIATION', [4, 15]),

  trainium_capex: chosen(15000, [8000, 80000], CHIP_RANGE),
  trainium_kw: chosen(0.75, [0.3, 3], CHIP_RANGE),
  trainium_tokens_per_sec: chosen(725, [100, 10000], CHIP_RANGE),
  gpu_capex: chosen(65000, [8000, 80000], CHIP_RANGE),
  gpu_kw: chosen(2, [0.3, 3], CHIP_RANGE),
  gpu_tokens_per_sec: chosen(2100, [100, 10000], CHIP_RANGE),
  server_life: quoted('C03', [3, 6]),
  pue: chosen(1.15, [1.08, 1.4], CHIP_RANGE),
  power_price: chosen(70, [40, 110], CHIP_RANGE),
  dc_capex_per_kw: chosen(
    12000,
    [8700, 13000],
    'our choice: 13,800 per kW of IT load; public quotes are per kW of IT load, 10,000 to 15,000, to be divided by PUE',
  ),
  dc_life: chosen(15, [10, 40], CHIP_RANGE),
  chip_opex_rate: chosen(0.04, [0.02, 0.08], CHIP_RANGE),
  wacc: neutral(0, [0, 0.2]),
  hours_per_year: chosen(8760, [8000, 8784], 'the calendar'),
  utilization: chosen(0.6, [0.2, 0.95], CHIP_RANGE),
  custom_share: quoted('B34', [0, 1]),
  custom_share0: neutral(0, [0, 1]),
  token_price: chosen(1.5, [0.3, 5], 'our choice: $2.0bn of spend on 1,333 trillion tokens'),
  price_in: chosen(5, [0.1, 30], LIST_PRICE, 'third-party'),
  price_out: chosen(25, [0.4, 150], LIST_PRICE, 'third-party'),
  in_out_ratio: chosen(300, [1, 1000], 'public digest of agentic use, 300:1', 'third-party'),
  cache_hit: chosen(0.9, [0, 0.99], 'public digest: over 90%', 'bound'),
  cache_factor: chosen(0.1, [0.05, 0.5], LIST_PRICE, 'third-party'),
  write_factor: neutral(1, [1, 2]),
  batch_share: neutral(0, [0, 1]),
  batch_discount: chosen(0.5, [0, 0.9], LIST_PRICE, 'third-party'),
  gpu_prefill_tps: chosen(20000, [1000, 200000], CHIP_RANGE),
  gpu_decode_tps: chosen(1200, [50, 20000], CHIP_RANGE),
  license_rate: chosen(0.3, [0, 0.7], 'our choice'),
  price_kept: neutral(1, [0.25, 1]),

  life_to: chosen(6, [3, 8], 'annual reports, by way of an article', 'third-party'),
  server_share: chosen(0.7, [0.5, 0.8], 'our choice'),
  capex_growth: neutral(0, [0, 1]),
  fleet_age: neutral(0, [0, 5]),
  excluded_cost: neutral(0, [0, 4.19]),
  salvage_rate: neutral(0, [0, 0.5]),
  first_period: chosen(0.5, [0, 1], 'mid-quarter convention'),

  mw: chosen(280, [50, 2000], 'bottom-up: 280.01 MW for 1,333 trillion tokens'),
  hours_quarter: chosen(2190, [2000, 2208], '8,760 ÷ 4'),
  run_rate: quoted('B03', [5.45, 5.55]),
  arr: quoted('B20', [29.5, 30.5]),
  fee_per_mw: chosen(10, [8, 15], 'our choice; public range 10–15'),
  load_factor: neutral(1, [0.3, 1]),
  rented_share: neutral(1, [0.3, 1]),
  lag: neutral(0, [0, 8]),

  floor: neutral(0, [0, 1]),
  floor_iaas: chosen(
    1,
    [0, 1],
    'B14: "five-year, take-or-pay style IaaS contracts"; that all of the fee is owed is our choice',
  ),
  cogs_fixed: chosen(0.9, [0.5, 1], 'our choice'),
  demand: chosen(0.8, [0, 2], 'our choice: a 20% shortfall'),
  term_years: quoted('B14', [1, 15]),
  ramp_years: neutral(0, [0, 10]),

  periods_per_year: chosen(4, [1, 13], 'quarters'),
  monthly_subscriptions: neutral(0, [0, 10]),
  forecast_periods: chosen(3, [1, 12], 'the calendar'),
  growth0: chosen(0.8, [0, 1.5], 'our choice: calibrated to "far exceeding $100 billion" (B22)'),
  decay: chosen(0.75, [0.3, 1], 'our choice: calibrated to B22'),

  tax: chosen(0.21, [0, 0.35], 'US statutory rate'),
  discount_rate: neutral(0, [0, 0.2]),

  api_partner_share: neutral(0, [0, 0.5]),
  copilot_seats: chosen(450, [10, 1000], 'company, April 2026, by way of an article', 'third-party'),
  copilot_price: chosen(30, [5, 60], 'company list price, by way of an article', 'third-party'),
  copilot_paid_seats: chosen(20, [10, 100], 'company, April 2026: over 20m', 'bound'),
  copilot_discount: neutral(0, [0, 0.5]),
  copilot_cost: chosen(12, [1, 60], 'our choice'),
  lab_revenue: chosen(4.8, [1, 20], 'press (WSJ)', 'third-party'),
  inference_rate: chosen(0.35, [0.2, 0.7], 'B23: a gross margin in the mid-60s'),
  lab_partner_share: chosen(0.1, [0, 0.3], 'press: about a tenth of revenue', 'third-party'),
  training: chosen(2.4, [0.5, 10], 'our choice'),
  lab_opex: chosen(0.9, [0.2, 5], 'our choice'),

  arr_quarter_before: chosen(9, [8.5, 9.5], 'company, by way of the press', 'third-party'),
  aws_ai_run_rate: chosen(15, [15, 16], 'company, April 2026: over $15bn', 'bound'),
  openai_backlog: chosen(250, [225, 290], 'press; 45% of 625 would be 281', 'third-party'),
  azure_annual_revenue: chosen(100, [100, 112.5], 'our choice: over $75bn in the year to June 2025, growing about 40%'),

  trials: chosen(10000, [1000, 1000000], 'our choice: a standard error of a hundredth of the spread'),
  seed: chosen(20260331, [0, 4294967295], 'the last day of 1Q26'),
  bins: chosen(20, [5, 100], 'our choice'),
  delta: chosen(0.1, [0.01, 0.5], 'a convention: ±10%'),
};

export const Q1_26: CaseData = {
  quarter: '1Q26',
  values,
  /** Our choice of what could happen to the deal; 2Q26E is calibrated to the articles' 9 points of growth (B27). */
  scenarios: {
    BASE: {},
    // 600 MW
    '2Q26E': { token_spend: 4.02, fixed_fee: 1.5, infra_cogs: 1.18 },
    // 40% fewer tokens, no floor
    ANTHROPIC_STALL: { token_spend: 1.2, fixed_fee: 0.42, infra_cogs: 0.528 },
    SHARE_CUT: { rev_share_scale: 0.5 },
    ALL_GPU: { infra_cogs: 'infra_cogs_all_gpu' },
    TRAINIUM_80: { infra_cogs: 'infra_cogs_trainium_80' },
  },
};
