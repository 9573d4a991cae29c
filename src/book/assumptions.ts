import type { Assumption, Standing } from '../catalogue/assumption';
import type { Unit } from '../catalogue/units';
import { distributor, type Deal, type Tier } from '../economics/deal';
import { blendedTokenCost, chipHourCost, tokenCost, type Chip } from '../economics/silicon';
import type { Maths, Num } from '../formula/num';
import { factOf, factValue, standingOf } from './facts';
import { pointOf, reported } from './series';

/*
 * The base case, 1Q26: every default of every function, by name, each with who stands behind it. A fact is only what
 * the company itself said; of a bound ("over 50%") the base case takes the end.
 */

type Unnamed<T> = Omit<Assumption<T>, 'name'>;
type Range = readonly [number, number];

/** Our choice, unless somebody else stands behind it. */
const chosen = (
  unit: Unit,
  value: number,
  range: Range,
  about: string,
  source: string,
  standing: Standing = 'assumption',
): Unnamed<Num> => ({ unit, about, range, source, standing, value: (m) => m.num(value) });

/** A figure of the articles. */
function quoted(id: string, unit: Unit, range: Range, about: string): Unnamed<Num> {
  const fact = factOf(id)!;
  const source = `${id}: "${fact.quote}"`;
  return { unit, about, range, standing: standingOf(fact), source, value: (m) => m.num(factValue(id)) };
}

/** A quarter of a public series: a fact where the company filed it, a third party's where a data site has it. */
function filed(unit: Unit, key: string, range: Range, about: string): Unnamed<Num> {
  const point = pointOf(key);
  const standing: Standing = point.standing.startsWith('reported') ? 'fact' : 'third-party';
  const source = `${key}, public series${standing === 'fact' ? `, ${point.standing}` : ''}`;
  return { unit, about, range, standing, source, value: (m) => m.num(point.value) };
}

/** Computed from other assumptions, by a formula that stands nowhere else. */
const derived = <T>(unit: Unit, about: string, source: string, value: (m: Maths) => T): Unnamed<T> => ({
  unit,
  about,
  source,
  standing: 'derived',
  value,
});

const neutral = (unit: Unit, value: number, range: Range, about: string): Unnamed<Num> =>
  chosen(unit, value, range, about, 'neutral: changes nothing until it is set');

const DEAL_SHAPE = 'C14, B13: a flat infrastructure fee plus a revenue share; the size is our choice';
const CHIP_RANGE = 'our choice inside public ranges';

const deal = {
  token_spend: chosen(
    'usd_bn_quarter',
    2,
    [0.1, 10],
    'gross token spend of the customers',
    'our choice: 41.7% of the revenue that the press gives the lab for 1Q26',
  ),
  fixed_fee: chosen(
    'usd_bn_quarter',
    0.7,
    [0, 5],
    'flat infrastructure fee',
    `${DEAL_SHAPE}: 280 IT MW at $10m a MW-year`,
  ),
  infra_rate: neutral('share', 0, [0, 0.5], 'infrastructure fee as a share of spend'),
  tiers: {
    unit: 'share',
    about: 'revenue share by tier of quarterly spend, $bn',
    standing: 'assumption',
    source: 'B15 names performance thresholds; their place and size are our choice',
    value: (m) =>
      [
        [0, 0.25],
        [0.5, 0.35],
        [1.5, 0.4],
      ].map(([from, rate]): Tier => ({ from: m.num(from!), rate: m.num(rate!) })),
  } satisfies Unnamed<readonly Tier[]>,
  infra_cogs: chosen(
    'usd_bn_quarter',
    0.55,
    [0, 5],
    'cost of the infrastructure, depreciation included',
    'our choice: the bottom-up fleet costs 0.5505',
  ),
  opex_rate: chosen('share', 0.05, [0.02, 0.15], 'platform operating cost as a share of net revenue', 'our choice'),
  rev_share_scale: neutral('ratio', 1, [0, 2], 'multiplies every tier’s rate'),
  other_cogs: neutral('usd_bn_quarter', 0, [0, 5], 'the lab’s other cost of revenue on these tokens'),
  model_cost_rate: chosen(
    'share',
    0.2,
    [0.1, 0.4],
    'cost of making the model, as a share of token spend',
    'our choice',
  ),
  target_margin: quoted('B15', 'margin', [0.3, 0.7], 'Bedrock EBIT margin'),
};

const baseDeal = (m: Maths): Deal => ({
  token_spend: deal.token_spend.value(m),
  fixed_fee: deal.fixed_fee.value(m),
  infra_rate: deal.infra_rate.value(m),
  tiers: deal.tiers.value(m),
  infra_cogs: deal.infra_cogs.value(m),
  opex_rate: deal.opex_rate.value(m),
  mode: 'MARGINAL',
  rev_share_scale: deal.rev_share_scale.value(m),
});

/** 4Q25: customer spend rose 170% in the quarter, the fee was for 120 MW, cost follows the megawatts. */
const priorDeal = (m: Maths): Deal => ({
  ...baseDeal(m),
  token_spend: deal.token_spend.value(m).div(2.7),
  fixed_fee: m.num(0.3),
  infra_cogs: deal.infra_cogs.value(m).times(120).div(280),
});

const bedrock = {
  bedrock_net_revenue: derived(
    'usd_bn_quarter',
    'Bedrock net revenue, 1Q26',
    'the base deal',
    (m) => distributor(baseDeal(m), m).net,
  ),
  bedrock_gross_profit: derived(
    'usd_bn_quarter',
    'Bedrock gross profit, 1Q26',
    'the base deal; B05 is on gross profit, which AWS does not report, so it stands over AWS’ operating income; EBIT over EBIT the share is 27.4%',
    (m) => distributor(baseDeal(m), m).gross,
  ),
  bedrock_ebit: derived(
    'usd_bn_quarter',
    'Bedrock EBIT, 1Q26',
    'the base deal',
    (m) => distributor(baseDeal(m), m).ebit,
  ),
  bedrock_net_revenue_4q25: derived(
    'usd_bn_quarter',
    'Bedrock net revenue, 4Q25',
    'the base deal in 4Q25: spend ÷ 2.7, fee 0.30, 120 MW',
    (m) => distributor(priorDeal(m), m).net,
  ),
  bedrock_ebit_4q25: derived(
    'usd_bn_quarter',
    'Bedrock EBIT, 4Q25',
    'the base deal in 4Q25',
    (m) => distributor(priorDeal(m), m).ebit,
  ),
  ai_share: quoted('B07', 'share', [0.05, 0.2], 'AI share of AWS revenue, 1Q26'),
  ai_share_4q25: chosen(
    'share',
    0.08,
    [0.06, 0.1],
    'AI share of AWS revenue, 4Q25',
    'our choice between 2% (1Q24) and 10% (1Q26)',
  ),
  ai_share_1q25: chosen(
    'share',
    0.05,
    [0.045, 0.064],
    'AI share of AWS revenue, 1Q25',
    'our choice; triple-digit growth caps it at 6.4%',
  ),
  bedrock_share: quoted('B12', 'share', [0.2, 0.6], 'Bedrock’s share of AWS AI revenue, 1Q26'),
  bedrock_share_1q25: quoted('B11', 'share', [0.05, 0.15], 'Bedrock’s share of AWS AI revenue, 1Q25'),
  bedrock_gross_margin_1q25: chosen('margin', 0.35, [0, 0.6], 'Bedrock gross margin, 1Q25', 'our choice'),
  bedrock_ebit_margin_1q25: chosen('margin', 0.3, [0, 0.55], 'Bedrock EBIT margin, 1Q25', 'our choice'),
  ai_iaas_margin: chosen(
    'margin',
    0.2,
    [0.1, 0.3],
    'EBIT margin of AI infrastructure rented by the hour',
    'our choice; public: Oracle AI capacity gross margin 30–40%, CoreWeave adjusted operating margin about 1%',
  ),
};

const AWS_RANGE: Range = [20, 60];
const aws = {
  aws_revenue: filed('usd_bn_quarter', 'AWS.REVENUE.1Q26', AWS_RANGE, 'AWS revenue, 1Q26'),
  aws_revenue_4q25: filed('usd_bn_quarter', 'AWS.REVENUE.4Q25', AWS_RANGE, 'AWS revenue, 4Q25'),
  aws_revenue_2q25: filed('usd_bn_quarter', 'AWS.REVENUE.2Q25', AWS_RANGE, 'AWS revenue, 2Q25'),
  aws_revenue_1q25: filed('usd_bn_quarter', 'AWS.REVENUE.1Q25', AWS_RANGE, 'AWS revenue, 1Q25'),
  aws_ebit: filed('usd_bn_quarter', 'AWS.EBIT.1Q26', [8, 25], 'AWS operating income, 1Q26'),
  aws_ebit_4q25: filed('usd_bn_quarter', 'AWS.EBIT.4Q25', [8, 25], 'AWS operating income, 4Q25'),
  aws_ebit_1q25: filed('usd_bn_quarter', 'AWS.EBIT.1Q25', [8, 25], 'AWS operating income, 1Q25'),
  aws_margin: quoted('A01', 'margin', [0.3, 0.45], 'AWS operating margin, 1Q26, as the article rounds it'),
  aws_margin_4q25: derived('margin', 'AWS operating margin, 4Q25, SEED basis', 'A01 − B01: 37.8% less 213 bp', (m) =>
    m.num(factValue('A01')).minus(m.num(factValue('B01')).div(10000)),
  ),
  aws_annual_revenue: derived('usd_bn_year', 'AWS revenue, 1Q26 × 4', 'AWS.REVENUE.1Q26', (m) =>
    m.num(reported('AWS', 'REVENUE', '1Q26')).times(4),
  ),
  aws_ebit_ttm: derived('usd_bn_year', 'AWS operating income, four quarters to 1Q26', 'AWS.EBIT.2Q25 to 1Q26', (m) =>
    m.sum(['2Q25', '3Q25', '4Q25', '1Q26'].map((quarter) => m.num(reported('AWS', 'EBIT', quarter)))),
  ),
  aws_capital: derived(
    'usd_bn',
    'AWS segment assets, average of 1Q25 and 1Q26',
    'AWS.ASSETS, a third party’s series; gross of liabilities, so returns are a floor',
    (m) =>
      m
        .num(reported('AWS', 'ASSETS', '1Q25'))
        .plus(reported('AWS', 'ASSETS', '1Q26'))
        .div(2),
  ),
  aws_depreciation: filed(
    'usd_bn_quarter',
    'AWS.DEPRECIATION.1Q26',
    [4, 15],
    'AWS depreciation and amortisation, 1Q26',
  ),
};

/** Totals and the Bedrock row on the SEED basis: revenue as reported, margins 35.67% and 37.8%. */
const seedBasis = {
  aws_ebit_seed: derived('usd_bn_quarter', 'AWS EBIT, 1Q26, SEED basis', 'AWS revenue × 37.8%', (m) =>
    aws.aws_revenue.value(m).times(aws.aws_margin.value(m)),
  ),
  aws_ebit_seed_4q25: derived('usd_bn_quarter', 'AWS EBIT, 4Q25, SEED basis', 'AWS revenue × 35.67%', (m) =>
    aws.aws_revenue_4q25.value(m).times(aws.aws_margin_4q25.value(m)),
  ),
};

/** Core, AI IaaS and Bedrock of one quarter; Core's margin is solved so that AWS totals its own. */
function segments(m: Maths, prior: boolean): { revenues: Num[]; margins: Num[] } {
  const total = (prior ? aws.aws_revenue_4q25 : aws.aws_revenue).value(m);
  const ebit = (prior ? seedBasis.aws_ebit_seed_4q25 : seedBasis.aws_ebit_seed).value(m);
  const aiShare = (prior ? bedrock.ai_share_4q25 : bedrock.ai_share).value(m);
  const taas = distributor(prior ? priorDeal(m) : baseDeal(m), m);
  const iaas = total.times(aiShare).minus(taas.net);
  const core = total.minus(iaas).minus(taas.net);
  const iaasMargin = bedrock.ai_iaas_margin.value(m);
  const coreMargin = ebit.minus(iaas.times(iaasMargin)).minus(taas.ebit).div(core);
  return { revenues: [core, iaas, taas.net], margins: [coreMargin, iaasMargin, taas.ebit.div(taas.net)] };
}

const SEGMENTS = 'Core, AI IaaS, Bedrock on the SEED basis; Core’s margin is solved so that AWS totals its own';
const bridge = {
  segment_revenues_4q25: derived(
    'usd_bn_quarter',
    'segment revenues, 4Q25',
    SEGMENTS,
    (m) => segments(m, true).revenues,
  ),
  segment_margins_4q25: derived('margin', 'segment margins, 4Q25', SEGMENTS, (m) => segments(m, true).margins),
  segment_revenues: derived('usd_bn_quarter', 'segment revenues, 1Q26', SEGMENTS, (m) => segments(m, false).revenues),
  segment_margins: derived('margin', 'segment margins, 1Q26', SEGMENTS, (m) => segments(m, false).margins),
};

const bedrock1Q25 = (m: Maths): Num =>
  aws.aws_revenue_1q25.value(m).times(bedrock.ai_share_1q25.value(m)).times(bedrock.bedrock_share_1q25.value(m));

const path = {
  bedrock_net_revenue_1q25: derived(
    'usd_bn_quarter',
    'Bedrock net revenue, 1Q25',
    'AWS revenue × 5% × 9%',
    bedrock1Q25,
  ),
  bedrock_gross_profit_1q25: derived(
    'usd_bn_quarter',
    'Bedrock gross profit, 1Q25',
    'Bedrock 1Q25 revenue at a 35% gross margin',
    (m) => bedrock1Q25(m).times(bedrock.bedrock_gross_margin_1q25.value(m)),
  ),
  bedrock_ebit_1q25: derived('usd_bn_quarter', 'Bedrock EBIT, 1Q25', 'Bedrock 1Q25 revenue at a 30% EBIT margin', (m) =>
    bedrock1Q25(m).times(bedrock.bedrock_ebit_margin_1q25.value(m)),
  ),
  bedrock_net_revenue_2q25: derived(
    'usd_bn_quarter',
    'Bedrock net revenue, 2Q25',
    'geometric mean of 1Q25 and 3Q25; 3Q25 = 4Q25 ÷ 1.6, 4Q25 = 1Q26 ÷ 2.7 (customer spend +60%, +170%)',
    (m) =>
      bedrock1Q25(m)
        .times(distributor(baseDeal(m), m).net.div(2.7).div(1.6))
        .pow(0.5),
  ),
  growth_pp: quoted('B27', 'pp', [0, 20], 'points of AWS growth that Bedrock adds in 2Q26E'),
};

const silicon = {
  trainium_capex: chosen(
    'usd',
    15000,
    [8000, 80000],
    'price of a Trainium2-class chip with its share of the server',
    CHIP_RANGE,
  ),
  trainium_kw: chosen('kw', 0.75, [0.3, 3], 'IT power of a Trainium2-class chip, all in', CHIP_RANGE),
  trainium_tokens_per_sec: chosen(
    'tokens_second',
    725,
    [100, 10000],
    'tokens a second of a Trainium2-class chip',
    CHIP_RANGE,
  ),
  gpu_capex: chosen('usd', 65000, [8000, 80000], 'price of a GPU-class chip with its share of the server', CHIP_RANGE),
  gpu_kw: chosen('kw', 2, [0.3, 3], 'IT power of a GPU-class chip, all in', CHIP_RANGE),
  gpu_tokens_per_sec: chosen('tokens_second', 2100, [100, 10000], 'tokens a second of a GPU-class chip', CHIP_RANGE),
  server_life: quoted('C03', 'years', [3, 6], 'depreciation life of AWS servers; the filing says a subset of them'),
  pue: chosen('ratio', 1.15, [1.08, 1.4], 'facility power over IT power', CHIP_RANGE),
  power_price: chosen('usd_mwh', 70, [40, 110], 'price of electricity', CHIP_RANGE),
  dc_capex_per_kw: chosen(
    'usd_kw',
    12000,
    [8700, 13000],
    'data-centre capex per kW of facility power',
    'our choice: 13,800 per kW of IT load; public quotes are per kW of IT load, 10,000 to 15,000, to be divided by PUE',
  ),
  dc_life: chosen('years', 15, [10, 40], 'depreciation life of the data centre', CHIP_RANGE),
  chip_opex_rate: chosen('share', 0.04, [0.02, 0.08], 'yearly running cost as a share of chip capex', CHIP_RANGE),
  wacc: neutral('rate', 0, [0, 0.2], 'cost of capital; 0 gives the accounting cost that ties to EBIT'),
  hours_per_year: chosen('hours_year', 8760, [8000, 8784], 'hours a chip is owned in a year', 'the calendar'),
  utilization: chosen('share', 0.6, [0.2, 0.95], 'share of the time that tokens are served', CHIP_RANGE),
  custom_share: quoted('B34', 'share', [0, 1], 'share of Bedrock tokens served on Trainium'),
  custom_share0: neutral('share', 0, [0, 1], 'share of tokens on custom chips before'),
  token_price: chosen(
    'usd_m_tokens',
    1.5,
    [0.3, 5],
    'blended price of a million tokens',
    'our choice: $2.0bn of spend on 1,333 trillion tokens',
  ),
  price_in: chosen('usd_m_tokens', 5, [0.1, 30], 'list price of input tokens', 'public list price', 'third-party'),
  price_out: chosen('usd_m_tokens', 25, [0.4, 150], 'list price of output tokens', 'public list price', 'third-party'),
  in_out_ratio: chosen(
    'ratio',
    300,
    [1, 1000],
    'input tokens for each output token',
    'public digest of agentic use, 300:1',
    'third-party',
  ),
  cache_hit: chosen(
    'share',
    0.9,
    [0, 0.99],
    'share of input tokens read from the cache',
    'public digest: over 90%',
    'bound',
  ),
  cache_factor: chosen(
    'share',
    0.1,
    [0.05, 0.5],
    'price of a cached token over a fresh one',
    'public list price',
    'third-party',
  ),
};

const chip = (m: Maths, capex: Assumption<Num>['value'], kw: Assumption<Num>['value']): Chip => ({
  capex: capex(m),
  kw_per_chip: kw(m),
  life: silicon.server_life.value(m),
  pue: silicon.pue.value(m),
  power_price: silicon.power_price.value(m),
  dc_capex_per_kw: silicon.dc_capex_per_kw.value(m),
  dc_life: silicon.dc_life.value(m),
  opex_rate: silicon.chip_opex_rate.value(m),
  wacc: silicon.wacc.value(m),
  hours_per_year: silicon.hours_per_year.value(m),
});
const trainiumHour = (m: Maths): Num =>
  chipHourCost(chip(m, silicon.trainium_capex.value, silicon.trainium_kw.value), m);
const gpuHour = (m: Maths): Num => chipHourCost(chip(m, silicon.gpu_capex.value, silicon.gpu_kw.value), m);
const trainiumToken = (m: Maths): Num =>
  tokenCost(
    {
      cost_per_hour: trainiumHour(m),
      tokens_per_sec: silicon.trainium_tokens_per_sec.value(m),
      utilization: silicon.utilization.value(m),
    },
    m,
  );
const gpuToken = (m: Maths): Num =>
  tokenCost(
    {
      cost_per_hour: gpuHour(m),
      tokens_per_sec: silicon.gpu_tokens_per_sec.value(m),
      utilization: silicon.utilization.value(m),
    },
    m,
  );

const chips = {
  trainium_chip_hour_cost: derived(
    'usd_hour',
    'cost of a Trainium2-class chip-hour',
    'TAAS_CHIP_HOUR_COST of the base chip',
    trainiumHour,
  ),
  gpu_chip_hour_cost: derived(
    'usd_hour',
    'cost of a GPU-class chip-hour',
    'TAAS_CHIP_HOUR_COST at 65,000 $ and 2.0 kW',
    gpuHour,
  ),
  custom_cost: derived(
    'usd_m_tokens',
    'cost of a million tokens on Trainium2-class chips',
    'TAAS_TOKEN_COST of the base chip',
    trainiumToken,
  ),
  gpu_cost: derived(
    'usd_m_tokens',
    'cost of a million tokens on GPU-class chips',
    'TAAS_TOKEN_COST of the GPU-class chip',
    gpuToken,
  ),
  take_rate: derived('share', 'net revenue over gross token spend', 'TAAS_TAKE_RATE of the base deal', (m) =>
    distributor(baseDeal(m), m).net.div(deal.token_spend.value(m)),
  ),
  price_kept: neutral(
    'share',
    1,
    [0.25, 1],
    'share of the token price that stays with the seller; 1 for its own tokens',
  ),
};

/** The deal's infrastructure cost when another share of the tokens runs on custom chips. */
const cogsAt = (m: Maths, customShare: number): Num => {
  const cost = (s: Num): Num => blendedTokenCost(s, trainiumToken(m), gpuToken(m), m);
  return deal.infra_cogs
    .value(m)
    .times(cost(m.num(customShare)))
    .div(cost(silicon.custom_share.value(m)));
};
const fleets = {
  infra_cogs_all_gpu: derived(
    'usd_bn_quarter',
    'infrastructure cost with every token on GPUs',
    'base cost × blended token cost at 0% over that at 50%',
    (m) => cogsAt(m, 0),
  ),
  infra_cogs_trainium_80: derived(
    'usd_bn_quarter',
    'infrastructure cost with 80% of tokens on Trainium',
    'base cost × blended token cost at 80% over that at 50%',
    (m) => cogsAt(m, 0.8),
  ),
};

const comparability = {
  life_to: chosen(
    'years',
    6,
    [3, 8],
    'server life at Microsoft, Alphabet and Oracle',
    'annual reports, by way of an article',
    'third-party',
  ),
  server_share: chosen('share', 0.7, [0.5, 0.8], 'share of depreciation that is servers', 'our choice'),
  capex_growth: neutral('rate', 0, [0, 1], 'yearly growth of capex behind the fleet'),
  fleet_age: neutral('years', 0, [0, 5], 'age of the cohort whose life changes'),
  excluded_cost: neutral(
    'usd_bn_quarter',
    0,
    [0, 4.19],
    'cost left out of the segment, such as model training; 4.19 is Alphabet’s ceiling',
  ),
  salvage_rate: neutral('share', 0, [0, 0.5], 'residual value as a share of cost'),
  first_period: chosen(
    'share',
    0.5,
    [0, 1],
    'fraction of its first quarter that a purchase is in service',
    'mid-quarter convention',
  ),
};

const capacity = {
  mw: chosen('mw', 280, [50, 2000], 'IT power behind the deal', 'bottom-up: 280.01 MW for 1,333 trillion tokens'),
  hours_quarter: chosen('hours_quarter', 2190, [2000, 2208], 'hours in a quarter', '8,760 ÷ 4'),
  run_rate: quoted('B03', 'usd_bn_year', [5.45, 5.55], 'Bedrock run-rate'),
  arr: quoted('B20', 'usd_bn_year', [29.5, 30.5], 'Anthropic annual recurring revenue, end of 1Q26'),
  infra_share: derived('share', 'infrastructure fee over token spend', 'the base deal: 0.70 over 2.0', (m) =>
    deal.fixed_fee.value(m).div(deal.token_spend.value(m)),
  ),
  fee_per_mw: chosen(
    'usd_m_mw_year',
    10,
    [8, 15],
    'infrastructure fee per IT MW-year',
    'our choice; public range 10–15',
  ),
  load_factor: neutral('share', 1, [0.3, 1], 'share of the contracted power delivered'),
  lag: neutral('quarters', 0, [0, 8], 'quarters from delivery to energised capacity'),
};

const contracts = {
  floor: neutral('share', 0, [0, 1], 'guaranteed share of the infrastructure fee; the public reports name none'),
  floor_iaas: chosen(
    'share',
    1,
    [0, 1],
    'guaranteed share of the fee under a take-or-pay contract',
    'B14: "five-year, take-or-pay style IaaS contracts"; that all of the fee is owed is our choice',
  ),
  cogs_fixed: chosen(
    'share',
    0.9,
    [0.5, 1],
    'share of infrastructure cost that does not fall with demand',
    'our choice',
  ),
  demand: chosen('share', 0.8, [0, 2], 'consumption over plan', 'our choice: a 20% shortfall'),
  term_years: quoted('B14', 'years', [1, 15], 'length of an infrastructure contract'),
  ramp_years: neutral('years', 0, [0, 10], 'years until the contract runs at its full rate'),
};

const growth = {
  periods_per_year: chosen('count', 4, [1, 13], 'periods in a year', 'quarters'),
  monthly_subscriptions: neutral('usd_bn', 0, [0, 10], 'subscription revenue of one month'),
  forecast_periods: chosen('count', 3, [1, 12], 'quarters from 1Q26 to year-end', 'the calendar'),
  growth0: chosen(
    'rate',
    0.8,
    [0, 1.5],
    'growth in the first quarter',
    'our choice: calibrated to "far exceeding $100 billion" (B22)',
  ),
  decay: chosen(
    'ratio',
    0.75,
    [0.3, 1],
    'growth over the growth of the quarter before',
    'our choice: calibrated to B22',
  ),
};

const returns = {
  tax: chosen('rate', 0.21, [0, 0.35], 'tax rate', 'US statutory rate'),
  discount_rate: neutral('rate', 0, [0, 0.2], 'discount rate'),
};

const background = {
  arr_4q25: chosen(
    'usd_bn_year',
    9,
    [8.5, 9.5],
    'Anthropic annual recurring revenue, end of 2025',
    'company, by way of the press',
    'third-party',
  ),
  aws_ai_run_rate: chosen(
    'usd_bn_year',
    15,
    [15, 16],
    'AWS AI revenue run-rate, 1Q26',
    'company, April 2026: over $15bn',
    'bound',
  ),
  openai_backlog: chosen(
    'usd_bn',
    250,
    [225, 290],
    'OpenAI orders in Microsoft’s backlog',
    'press; 45% of 625 would be 281',
    'third-party',
  ),
  azure_annual_revenue: chosen(
    'usd_bn_year',
    100,
    [100, 112.5],
    'Azure revenue of a year',
    'our choice: over $75bn in the year to June 2025, growing about 40%',
  ),
};

const analysis = {
  trials: chosen(
    'count',
    10000,
    [1000, 1000000],
    'trials of a simulation',
    'our choice: a standard error of a hundredth of the spread',
  ),
  seed: chosen('count', 20260331, [0, 4294967295], 'start of the random numbers', 'the last day of 1Q26'),
  bins: chosen('count', 20, [5, 100], 'bins of a histogram', 'our choice'),
  delta: chosen('share', 0.1, [0.01, 0.5], 'how far a tornado moves each input', 'a convention: ±10%'),
};

const verticals = {
  api_partner_share: neutral('share', 0, [0, 0.5], 'share of API revenue paid to the channel'),
  copilot_seats: chosen(
    'millions',
    450,
    [10, 1000],
    'commercial seats of Microsoft 365',
    'company, April 2026, by way of an article',
    'third-party',
  ),
  copilot_price: chosen(
    'usd_month',
    30,
    [5, 60],
    'list price of Copilot',
    'company list price, by way of an article',
    'third-party',
  ),
  copilot_attach: derived('share', 'seats that pay for Copilot', 'company, April 2026: over 20m of 450m', (m) =>
    m.num(20).div(450),
  ),
  copilot_discount: neutral('share', 0, [0, 0.5], 'discount off the list price'),
  lab_revenue: chosen('usd_bn_quarter', 4.8, [1, 20], 'Anthropic revenue, 1Q26', 'press (WSJ)', 'third-party'),
  inference_rate: chosen(
    'share',
    0.35,
    [0.2, 0.7],
    'inference cost over revenue',
    'B23: a gross margin in the mid-60s',
  ),
  lab_partner_share: chosen(
    'share',
    0.1,
    [0, 0.3],
    'payouts to cloud partners over revenue',
    'press: about a tenth of revenue',
    'third-party',
  ),
  training: chosen('usd_bn_quarter', 2.4, [0.5, 10], 'training cost', 'our choice'),
  lab_opex: chosen('usd_bn_quarter', 0.9, [0.2, 5], 'other operating cost of the lab', 'our choice'),
};

/** Gives every assumption the name it stands under. */
const named = <T extends Record<string, Unnamed<unknown>>>(
  group: T,
): { readonly [K in keyof T]: T[K] & { readonly name: string } } =>
  Object.fromEntries(Object.entries(group).map(([name, assumption]) => [name, { name, ...assumption }])) as never;

/** The base case by name; TAAS_BASE reads it, and every default in the catalogue is one of these. */
export const base = named({
  ...deal,
  ...bedrock,
  ...aws,
  ...seedBasis,
  ...bridge,
  ...path,
  ...silicon,
  ...chips,
  ...fleets,
  ...comparability,
  ...capacity,
  ...contracts,
  ...growth,
  ...returns,
  ...verticals,
  ...background,
  ...analysis,
});
