import type { Family } from '../catalogue/define';

/** An analyst's other words for each function, by family; `all` is of each function of it. */
export const SYNONYMS: { readonly [F in Family]: Readonly<Record<string, string>> } = {
  deal: {
    all: 'bedrock claude anthropic hyperscaler distribution marketplace reseller partner deal economics',
    TAAS_MARGIN:
      'operating margin, EBIT margin, what margin does AWS make on Claude, margin when tokens fall, profitability of bedrock, azure margin, vertex margin, token economics, distributor margin',
    TAAS_PNL:
      'income statement, p&l, P and L, profit and loss of the deal, ebit in dollars, waterfall of revenue to profit',
    TAAS_CHANNELS: 'which channel is best, compare channels, own model versus Claude versus rent, Nova, make or buy',
    TAAS_GROSS_NET:
      'gross or net booking, principal versus agent, revenue recognition, ASC 606, IFRS 15, accounting presentation',
    TAAS_IMPLIED_SPEND: 'back out spend, gross up, customer spend behind revenue, reverse net revenue',
    TAAS_LAB_MARGIN: 'Anthropic gross margin, lab gross margin, what the lab keeps, model maker margin',
    TAAS_REQUIRED_SHARE: 'negotiate the share, share for a target margin, minimum revenue share, commission needed',
    TAAS_REV_SHARE: 'rev share, revenue share, royalty, commission, tiers, tiered share, kickback, step tiers',
    TAAS_TAKE_RATE: 'take rate, net over gross, monetisation, commission rate',
  },
  mix: {
    all: 'mix shift',
    BEDROCK_REVENUE: 'bedrock size, how big is bedrock, AI revenue of AWS, ai share of aws',
    TAAS_BLENDED_MARGIN: 'weighted average margin, blend, group margin, consolidated margin, sum of the parts margin',
    TAAS_EBIT_BRIDGE: 'operating income bridge, profit bridge, change in operating income, waterfall',
    TAAS_MARGIN_BRIDGE:
      'margin walk, why did the margin go up, margin attribution, basis points bridge, 213 bp, decompose the margin, mix and rate, waterfall',
    TAAS_PRICE_VOLUME_MIX: 'PVM, price volume, pricing effect, volume effect, revenue variance, variance analysis',
    TAAS_SEGMENT_IMPACT: 'ex bedrock, excluding a segment, margin without bedrock, strip out, underlying margin',
  },
  contribution: {
    all: 'incremental, growth attribution',
    BEDROCK_CONTRIB:
      'share of profit growth, contribution to profit, how much of the profit growth is bedrock, gross profit dollars',
    BEDROCK_GROWTH_PP: 'contribution to growth, points of growth, growth attribution, acceleration',
    BEDROCK_REVENUE_FOR_PP: 'revenue needed for a point of growth, what bedrock must earn',
    TAAS_INCREMENTAL_MARGIN: 'drop through, flow through, marginal margin, incremental EBIT, contribution margin',
    TAAS_OPERATING_LEVERAGE: 'degree of operating leverage, DOL, scale effect, fixed cost leverage',
  },
  silicon: {
    all: 'chip, accelerator, hardware, Trainium, Inferentia, TPU, Maia, ASIC, GPU, Nvidia, H100, Blackwell',
    TAAS_BLENDED_TOKEN_COST: 'fleet cost, mix of Trainium and GPU, weighted token cost',
    TAAS_BREAKEVEN_UTILIZATION: 'break even load, idle chips, utilisation needed, how full must the chips be',
    TAAS_CHIP_HOUR_COST:
      'GPU hour, cost per hour, TCO, total cost of ownership, chip cost, hourly cost of a GPU, electricity',
    TAAS_SERVE_COST: 'inference cost, prefill, decode, cache, input and output tokens, context, caching',
    TAAS_SILICON_UPLIFT:
      'custom silicon advantage, Trainium margin benefit, saving from own chips, margin gain of in-house chips',
    TAAS_TOKEN_COST: 'cost per million tokens, inference cost, unit cost of a token',
    TAAS_TOKEN_PRICE: 'price per million tokens, list price, API price, prompt caching, batch discount, blended price',
  },
  comparability: {
    all: 'peers, Azure, Google Cloud, GCP, Microsoft, Oracle, apples to apples, like for like',
    TAAS_FLEET_DEPRECIATION:
      'depreciation schedule, capex to depreciation, D&A, straight line, declining balance, vintage, net book value, amortisation',
    TAAS_LIFE_IMPACT:
      'useful life, server life, GPU life, lives of six years, depreciation change, extend the life of servers, accounting change',
    TAAS_PEERS:
      'peer margins, azure, azure margin, google cloud margin, AWS versus peers, competitors, comps, comparison, oracle',
    TAAS_RESTATED_MARGIN:
      'normalise the margin, adjusted margin, common life, stock compensation, SBC, restate, like for like margin',
  },
  capacity: {
    all: 'data center, data centre, power, energy, megawatt, MW, GW, gigawatt, electricity',
    TAAS_BUILD_SCHEDULE:
      'build out, ramp of capacity, new capacity by quarter, construction, capex schedule, capacity additions',
    TAAS_CAPACITY_GAP:
      'power bottleneck, shortage, short of capacity, lease capacity, neocloud, CoreWeave, buy in compute, constraint',
    TAAS_MW_ECONOMICS: 'economics of a megawatt, return of a data center, ROI of a site, profit per MW, site model',
    TAAS_MW_REQUIRED: 'how much power does Anthropic need, compute needed, power demand of a lab, gigawatts for ARR',
    TAAS_MW_TO_CHIPS: 'number of GPUs, chips per megawatt, how many chips, PUE',
    TAAS_MW_TO_TOKENS: 'tokens per megawatt, token capacity, supply of tokens, throughput',
    TAAS_PPA_COVERAGE: 'power purchase agreement, contracted power, hedged power, coverage',
    TAAS_PPA_PRICE: 'power price, nuclear, Talen, price per MWh, electricity contract',
    TAAS_REVENUE_PER_MW: 'revenue density, revenue per megawatt, monetisation of power, revenue per gigawatt',
    TAAS_SITES: 'list of sites, campuses, project Rainier, site by site, data center list',
    TAAS_TOKENS_TO_MW: 'power for tokens, power demand, megawatts needed, energy per token',
  },
  contracts: {
    all: 'demand risk, downside, bear case, consumption, commitment',
    TAAS_BACKLOG_ROLL: 'RPO roll forward, bookings, remaining performance obligation, backlog bridge, book to bill',
    TAAS_BACKLOG_RUNOFF:
      'RPO, remaining performance obligations, backlog burn, run off, years of revenue, contracted revenue',
    TAAS_BREAKEVEN_DEMAND: 'break even, how far can demand fall, margin of safety, downside demand',
    TAAS_DEMAND_BETA: 'elasticity, sensitivity to demand, beta, leverage to consumption',
    TAAS_EXPECTED_MARGIN: 'probability weighted, expected value, weighted scenarios, odds, base bull bear weights',
    TAAS_SHOCK_MARGIN:
      'stress test, take or pay, demand shock, margin when tokens fall, AI bubble bursts, consumption drops, minimum commitment, recession',
  },
  growth: {
    all: 'forecast, projection',
    TAAS_ARR_FORECAST:
      'growth curve, S curve, logistic, saturation, decay of growth, Anthropic ARR forecast, revenue forecast, Gompertz, extrapolate, TAM',
    TAAS_RUN_RATE: 'annualise, annualised revenue, annualized, run rate revenue, ARR, 28 days',
  },
  returns: {
    all: 'return on capital, investment, capex return',
    TAAS_PAYBACK: 'pay back, payback period, break-even time, years to recover capex, NPV, discounted',
    TAAS_ROIC: 'ROI, ROCE, return on investment, return on capital, NOPAT, after tax return',
  },
  verticals: {
    all: 'business model, unit economics',
    TAAS_API_PNL: 'API business, developer platform, token sales, inference gross margin',
    TAAS_CHANNEL_SPLIT:
      'first party versus third party, direct and cloud, revenue by channel, Vertex, distribution mix, channel mix',
    TAAS_IAAS_PNL:
      'rent GPUs, bare metal, neocloud, CoreWeave, Oracle, Azure OpenAI, GPU rental, infrastructure as a service, azure',
    TAAS_LAB_PNL: 'OpenAI, Anthropic P&L, model lab, training cost, cash burn, lab income statement, research',
    TAAS_SEAT_ARR: 'Copilot, seats, per user pricing, licences, Microsoft 365, SaaS',
    TAAS_SEAT_PNL: 'Copilot margin, seats, licences, SaaS gross margin, Microsoft 365',
    TAAS_SUBSCRIPTION_PNL: 'ChatGPT Plus, Claude Pro, consumer subscriptions, free users, paying users, subscribers',
  },
  analysis: {
    all: 'what if, what-if, scenario, sensitivity, model',
    TAAS_CALL: 'array of cases, run by quarter, all quarters at once, across columns, batch',
    TAAS_EXPLAIN: 'show the working, audit, trace, how is it calculated, step by step, formula behind, derivation',
    TAAS_GRID: 'data table, two-way table, sensitivity table, matrix, heat map, two variables',
    TAAS_HISTOGRAM: 'distribution, bins, frequency, monte carlo chart',
    TAAS_NATIVE: 'without the add-in, plain Excel formula, convert to Excel, native formula, export the formula',
    TAAS_SCENARIO: 'bull case, bear case, named scenario, base case',
    TAAS_SCENARIOS: 'bull and bear, scenario table, scenario manager, compare scenarios, cases side by side',
    TAAS_SIMULATE: 'monte carlo, simulation, random, probability, uncertainty, percentile, risk, value at risk, P90',
    TAAS_SOLVE: 'goal seek, solver, break even, back solve, what must be true, required input, target, reverse',
    TAAS_TORNADO: 'sensitivity, what matters most, drivers, sensitivities ranked, key drivers, what moves the margin',
    TAAS_WALK:
      'attribution, why did it change, Shapley, quarter over quarter, decompose the change, bridge between cases, waterfall',
  },
  trust: {
    all: 'source, evidence, audit, reference',
    TAAS_ASSUMPTIONS: 'start a model, input block, template, list of inputs, defaults, parameters of a function',
    TAAS_BASE: 'default value, base case input, what is the default, assumption',
    TAAS_CHECKS: 'reconcile, reconciliation, tie out, does it tie, validation, published numbers',
    TAAS_FACT: 'quote, citation, figure from the article, sourced number',
    TAAS_FACTS: 'data book, list of figures, all sources, citations',
    TAAS_SERIES:
      'AWS revenue history, time series, reported revenue, capex history, Azure revenue, google cloud revenue, quarterly data, historical',
    TAAS_VERSION: 'version, release, which base case',
  },
};
