/** The published catalogue: what an analyst can type, with the order of parameters and the defaults that it names. */

const DEAL =
  'token_spend=2, fixed_fee=0.7, infra_rate=0, tiers={0,0.25;0.5,0.35;1.5,0.4}, infra_cogs=0.55, opex_rate=0.05, mode=MARGINAL, rev_share_scale=1';

/** A name followed by ! must be given; by = has that default; by nothing, a default the catalogue leaves to the base case. */
const PUBLISHED = `
TAAS_MARGIN(${DEAL})
TAAS_PNL(${DEAL}, headers)
TAAS_REV_SHARE(token_spend, tiers, mode)
TAAS_TAKE_RATE(token_spend, fixed_fee, infra_rate, tiers, mode)
TAAS_LAB_MARGIN(token_spend, fixed_fee, infra_rate, tiers, mode, level=GROSS, other_cogs=0)
TAAS_GROSS_NET(${DEAL}, headers)
TAAS_CHANNELS(token_spend, fixed_fee, infra_rate, tiers, infra_cogs, opex_rate, model_cost_rate=0.2, headers)
TAAS_REQUIRED_SHARE(target_margin=0.55, token_spend, fixed_fee, infra_rate, infra_cogs, opex_rate)
TAAS_IMPLIED_SPEND(net_revenue=1.375, fixed_fee, infra_rate, tiers)

BEDROCK_REVENUE(aws_revenue=37.587, ai_share=0.1, bedrock_share=0.37)
TAAS_BLENDED_MARGIN(revenues!, margins!)
TAAS_MARGIN_BRIDGE(revenues0, margins0, revenues1, margins1, method=MIDPOINT, unit=BPS, labels, headers)
TAAS_SEGMENT_IMPACT(total_revenue0, total_ebit0, total_revenue1, total_ebit1, segment_revenue0, segment_ebit0, segment_revenue1, segment_ebit1, headers)
TAAS_EBIT_BRIDGE(revenue0=35.579, ebit0=12.465, revenue1=37.587, ebit1=14.161, method=CURRENT, headers)
TAAS_PRICE_VOLUME_MIX(quantities0!, prices0!, quantities1!, prices1!, headers)

BEDROCK_CONTRIB(segment1=0.825, segment0=0.046095525, total1=14.161, total0=11.547)
BEDROCK_GROWTH_PP(segment1=1.375, segment0=0.1317015, total0=29.267)
BEDROCK_REVENUE_FOR_PP(growth_pp=9, total0=30.873, segment0=0.204741007637)
TAAS_INCREMENTAL_MARGIN(ebit1=14.161, ebit0=11.547, revenue1=37.587, revenue0=29.267)
TAAS_OPERATING_LEVERAGE(ebit1=14.161, ebit0=11.547, revenue1=37.587, revenue0=29.267)

TAAS_CHIP_HOUR_COST(capex=15000, kw_per_chip=0.75, life=5, pue=1.15, power_price=70, dc_capex_per_kw=12000, dc_life=15, opex_rate=0.04, wacc=0, hours_per_year=8760)
TAAS_TOKEN_COST(cost_per_hour=0.550101027397, tokens_per_sec=725, utilization=0.6)
TAAS_BLENDED_TOKEN_COST(custom_share=0.5, custom_cost=0.351277795273, gpu_cost=0.474397614618)
TAAS_SILICON_UPLIFT(custom_share0=0, custom_share1=0.5, custom_cost, gpu_cost, token_price=1.5, take_rate=0.6875)
TAAS_BREAKEVEN_UTILIZATION(cost_per_hour, tokens_per_sec, token_price)
TAAS_TOKEN_PRICE(price_in=5, price_out=25, in_out_ratio=300, cache_hit=0.9, cache_factor=0.1)

TAAS_LIFE_IMPACT(depreciation=7.28, revenue=37.587, life_from=5, life_to=6, server_share=0.7, method=SIMPLE, growth=0, age=0)
TAAS_RESTATED_MARGIN(margin=0.378, revenue, depreciation, life_from, life_to, server_share, method, growth, age, excluded_cost=0)
TAAS_FLEET_DEPRECIATION(capex!, life_years=5, salvage_rate=0, periods, method=STRAIGHT_LINE, first_period=0.5)
TAAS_PEERS(headers)

TAAS_MW_TO_CHIPS(mw=280, kw_per_chip=0.75, basis=IT, pue=1.15)
TAAS_MW_TO_TOKENS(mw, kw_per_chip, tokens_per_sec, utilization, hours=2190, basis, pue)
TAAS_REVENUE_PER_MW(annual_revenue=5.5, mw=280)
TAAS_MW_REQUIRED(arr=30, infra_share=0.35, fee_per_mw=10)
TAAS_PPA_COVERAGE(contracted_mw!, required_mw!)
TAAS_PPA_PRICE(contract_value!, mw!, years!, load_factor=1, ramp)
TAAS_CAPACITY_GAP(required_mw!, owned_mw!, own_cost!, buy_cost!, annual_revenue, headers)
TAAS_BUILD_SCHEDULE(start_mw!, additions_mw!, revenue_per_mw=10, lag=0, headers)

TAAS_SHOCK_MARGIN(demand!, contract=TAAS, floor, cogs_fixed=0.9, token_spend, fixed_fee, tiers, infra_cogs, opex_rate)
TAAS_EXPECTED_MARGIN(demands!, probabilities!, contract, floor, cogs_fixed)
TAAS_BREAKEVEN_DEMAND(contract, floor, cogs_fixed)
TAAS_DEMAND_BETA(demand=0.8, contract, floor, cogs_fixed)
TAAS_BACKLOG_RUNOFF(backlog!, annual_revenue, term_years=5, ramp_years=0, headers)
TAAS_BACKLOG_ROLL(opening!, bookings!, term_quarters!, annual_revenue, minimum, usage, headers)
TAAS_SITES(sites!, from, quarters, by=SITE, headers)
TAAS_MW_ECONOMICS(mw, basis, pue, kw_per_chip, tokens_per_sec, utilization, token_price, cost_per_hour, license_rate, capex, dc_capex_per_kw, tax, headers)
TAAS_IAAS_PNL(mw, price_per_mw, cost_per_mw, utilization, opex_rate, headers)
TAAS_SERVE_COST(cost_per_hour, prefill_tps, decode_tps, in_out_ratio, cache_hit, utilization)
TAAS_CHANNEL_SPLIT(arr_open, arr_close, shares!, payout_rates!, labels, headers)
TAAS_SEAT_PNL(seats, price, attach, discount, cost_per_seat, headers)

TAAS_RUN_RATE(revenue=1.375, periods=4, monthly_subscriptions=0)
TAAS_ARR_FORECAST(arr0=30, periods=3, growth0=0.8, decay=0.75, method=DECAY, ceiling, headers)

TAAS_ROIC(ebit=48.22, capital=236.755, tax=0.21)
TAAS_PAYBACK(capex!, annual_cash!, rate=0)

TAAS_API_PNL(tokens!, token_price!, token_cost!, partner_share=0, headers)
TAAS_SEAT_ARR(seats=450, price=30, attach=0.0444444444444, discount=0)
TAAS_SUBSCRIPTION_PNL(users!, prices!, costs!, labels, headers)
TAAS_LAB_PNL(revenue=4.8, inference_rate=0.35, partner_share=0.1, training=2.4, opex=0.9, headers)

TAAS_TORNADO(function=TAAS_MARGIN, inputs, delta=0.1, headers)
TAAS_GRID(function, param_x!, values_x!, param_y!, values_y!, inputs, headers=FALSE)
TAAS_SOLVE(function, target!, param!, low, high, inputs)
TAAS_SIMULATE(function, spec!, trials=10000, seed=20260331, inputs, headers, threshold)
TAAS_HISTOGRAM(function, spec!, trials, seed, inputs, bins=20, headers)
TAAS_SCENARIO(name=BASE, headers)
TAAS_SCENARIOS(headers)
TAAS_EXPLAIN(function, inputs)
TAAS_NATIVE(function, inputs)

TAAS_FACT(key!, field=VALUE)
TAAS_FACTS(entity, metric, headers)
TAAS_SERIES(entity!, metric!, from, to)
TAAS_BASE(name!)
TAAS_ASSUMPTIONS(function, headers)
TAAS_CHECKS(basis=SEED, headers)
TAAS_VERSION()
`;

export interface Signature {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly required: boolean; readonly default?: string }[];
}

export const SIGNATURES: readonly Signature[] = PUBLISHED.trim()
  .split(/\n+/)
  .map((line) => {
    const [, name, list] = /^(\w+)\((.*)\)$/.exec(line)!;
    const parameters = list === '' ? [] : list!.split(', ');
    return {
      name: name!,
      parameters: parameters.map((text) => {
        const [, parameter, mark, value] = /^(\w+)(!?)(?:=(.+))?$/.exec(text)!;
        return { name: parameter!, required: mark === '!', ...(value === undefined ? {} : { default: value }) };
      }),
    };
  });
