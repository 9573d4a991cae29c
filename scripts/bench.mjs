// npm run bench: each speed as a ratio within one run, so that a slow machine says what a fast one says;
// what a user waits for, in seconds.
// It prints a table and keeps it in artifacts/bench.json. Nothing here passes or fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
build({ ifStale: true });
const core = createRequire(import.meta.url)('../dist/node/core.js');
const rows = [];

const median = (xs) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)];
const said = (ms) => (Number.isNaN(ms) ? '' : ms >= 1 ? `${ms.toFixed(1)} ms` : `${(ms * 1000).toFixed(2)} µs`);

/** Times the jobs in turn, many rounds, so that whatever else the machine does hits all of them; milliseconds each. */
function timed(jobs, rounds) {
  const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, job] of Object.entries(jobs)) {
      const start = performance.now();
      job();
      times[name].push(performance.now() - start);
    }
  }
  const counted = Object.entries(times).map(([name, all]) => [name, all.slice(Math.floor(rounds / 5))]);
  return Object.fromEntries(counted.map(([name, all]) => [name, { median: median(all), all }]));
}

/** The median of the ratios round by round. */
const ratio = (a, b) => median(a.all.map((time, i) => time / b.all[i]));

function row(job, time, against, times, target) {
  rows.push({ job, time: said(time), against, ratio: Number(times.toFixed(2)), target });
}

// 1 · One call through the gate

const TIERS = [
  [0, 0.25],
  [0.5, 0.35],
  [1.5, 0.4],
];
const margin = (spend, fee, feeRate, cogs, opex) => {
  let share = 0;
  for (let i = 0; i < TIERS.length; i++) {
    const top = i + 1 < TIERS.length ? Math.min(spend, TIERS[i + 1][0]) : spend;
    share += Math.max(0, top - TIERS[i][0]) * TIERS[i][1];
  }
  const net = fee + feeRate * spend + share;
  return (net - cogs - net * opex) / net;
};

const definition = core.catalogue.find('TAAS_MARGIN');
const maths = core.exact();
const exactly = (x) => new core.Exact(new core.Decimal(x));
const deal = {
  token_spend: exactly(2),
  fixed_fee: exactly(0.7),
  infra_rate: exactly(0),
  tiers: TIERS.map(([from, rate]) => ({ from: exactly(from), rate: exactly(rate) })),
  infra_cogs: exactly(0.55),
  opex_rate: exactly(0.05),
  mode: 'MARGINAL',
  rev_share_scale: exactly(1),
};
const CALLS = 2000;
let sink = 0;
const many = (job) => () => {
  for (let i = 0; i < CALLS; i++) sink += job(1.5 + i / CALLS);
};
const gate = timed(
  {
    gate: many((spend) => core.call('TAAS_MARGIN', [spend]).cells[0][0]),
    bare: many((spend) => definition.formula({ ...deal, token_spend: exactly(spend) }, maths).value.toNumber()),
    double: many((spend) => margin(spend, 0.7, 0, 0.55, 0.05)),
  },
  50,
);
row(
  'TAAS_MARGIN(x) through the gate',
  gate.gate.median / CALLS,
  'the bare decimal formula',
  ratio(gate.gate, gate.bare),
  '< 2, < 15 µs',
);
row(
  'TAAS_MARGIN(x) through the gate',
  gate.gate.median / CALLS,
  'a hand-written double',
  ratio(gate.gate, gate.double),
  '',
);

const card = timed(
  {
    with: many(
      (spend) => core.workedAnswerOf(definition, core.inputsOf(definition, [spend]), core.catalogue).working.length,
    ),
    without: many(
      (spend) => core.answerOf(definition, core.inputsOf(definition, [spend]), core.catalogue).cells.length,
    ),
  },
  50,
);
row('TAAS_MARGIN(x) with its card', card.with.median / CALLS, 'without', ratio(card.with, card.without), '≤ 1.3');

// 2 · Columns

/** The generator that the add-in uses, written out: mulberry32. */
function uniform(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

const INPUTS = {
  token_spend: [1, 3],
  fixed_fee: [0.5, 0.9],
  infra_rate: [0, 0.05],
  infra_cogs: [0.5, 0.62],
  opex_rate: [0.03, 0.07],
};
const names = Object.keys(INPUTS);

function columnJobs(n) {
  const next = uniform(1);
  const columns = Object.fromEntries(names.map((name) => [name, new Float64Array(n)]));
  for (let i = 0; i < n; i++)
    for (const name of names) columns[name][i] = INPUTS[name][0] + next() * (INPUTS[name][1] - INPUTS[name][0]);
  const program = core.columnsOf(definition, core.inputsOf(definition, []), names);
  const [spend, fee, feeRate, cogs, opex] = names.map((name) => columns[name]);
  return {
    columns: () => {
      const out = new Float64Array(n);
      program.run(columns, n, [out]);
      sink += out[n - 1];
    },
    loop: () => {
      const out = new Float64Array(n);
      for (let i = 0; i < n; i++) out[i] = margin(spend[i], fee[i], feeRate[i], cogs[i], opex[i]);
      sink += out[n - 1];
    },
  };
}
const million = timed(columnJobs(1_000_000), 40);
row(
  'columns, TAAS_MARGIN, 1,000,000 rows, 5 inputs',
  million.columns.median,
  'a hand-written loop',
  ratio(million.columns, million.loop),
  '≤ 2',
);

// Of every function that answers a number, in each of its choices

const { benchColumns, writtenOut } = await import('./bench-columns.mjs');
const programs = benchColumns(core, uniform(3), ratio).sort((a, b) => b.ratio - a.ratio);
const counted = `columns, ${programs.length} functions and choices, 200,000 rows`;
row(`${counted}: median`, NaN, 'their loops written out', median(programs.map((each) => each.ratio)), '≤ 1.2');
row(`${counted}: worst`, NaN, programs[0].title, programs[0].ratio, '≤ 1.6');

// 3 · Analysis

const SPEC = [
  ['token_spend', 'TRIANGULAR', 1, 2, 3.5],
  ['infra_cogs', 'UNIFORM', 0.5, 0.62, null],
  ['fixed_fee', 'UNIFORM', 0.5, 0.9, null],
];

/** The same simulation by hand: generator, quantiles, margin, summary. */
function simulatedByHand(trials) {
  const next = uniform(20260331);
  const results = new Float64Array(trials);
  const [a, b, c] = [1, 2, 3.5];
  const split = (b - a) / (c - a);
  for (let i = 0; i < trials; i++) {
    const p = next();
    const spend = p < split ? a + Math.sqrt(p * (c - a) * (b - a)) : c - Math.sqrt((1 - p) * (c - a) * (c - b));
    const cogs = 0.5 + 0.12 * next();
    const fee = 0.5 + 0.4 * next();
    results[i] = margin(spend, fee, 0, cogs, 0.05);
  }
  return summary(results);
}

/** Neumaier sums, two-pass variance, PERCENTILE.INC. */
function summary(results) {
  const trials = results.length;
  const sum = (of) => {
    let [total, lost] = [0, 0];
    for (let i = 0; i < trials; i++) {
      const x = of(results[i]);
      const added = total + x;
      lost += Math.abs(total) >= Math.abs(x) ? total - added + x : x - added + total;
      total = added;
    }
    return total + lost;
  };
  const mean = sum((x) => x) / trials;
  const sd = Math.sqrt(sum((x) => (x - mean) ** 2) / (trials - 1));
  results.sort();
  return [mean, sd, ...[0.05, 0.25, 0.5, 0.75, 0.95].map((p) => results[Math.floor(p * (trials - 1))])];
}
const simulate = (trials) => core.call('TAAS_SIMULATE', ['TAAS_MARGIN', SPEC, trials, 20260331, null, false]).cells;

const simulation = timed({ simulate: () => simulate(1_000_000), loop: () => simulatedByHand(1_000_000) }, 12);
row(
  'TAAS_SIMULATE, 1,000,000 trials, 3 inputs',
  simulation.simulate.median,
  'a hand-written loop',
  ratio(simulation.simulate, simulation.loop),
  '≤ 2.5',
);

const SEVEN = {
  TAAS_TAKE_RATE: ['token_spend', 'fixed_fee'],
  TAAS_DEMAND_BETA: ['token_spend', 'fixed_fee', 'infra_cogs'],
  TAAS_LAB_MARGIN: ['token_spend', 'fixed_fee'],
  TAAS_TOKEN_PRICE: ['price_in', 'price_out', 'in_out_ratio'],
  TAAS_CHIP_HOUR_COST: ['capex', 'power_price', 'pue'],
  TAAS_ROIC: ['ebit', 'capital'],
  TAAS_REVENUE_PER_MW: ['annual_revenue', 'mw'],
};

/** Uniform draws of some inputs around the base case; the simulation by hand draws a block, runs the loop, sums up. */
function simulationOf(name, among, trials) {
  const subject = core.catalogue.find(name);
  const inputs = core.inputsOf(subject, []);
  const numbers = core.numbersOf(subject, inputs);
  const drawn = among.filter((path) => numbers.get(path));
  const spec = drawn.map((path) => [path, 'UNIFORM', 0.9 * numbers.get(path), numbers.get(path), null]);
  const hand = writtenOut(core.symbolic(subject, inputs, (path) => drawn.includes(path), true).roots.flat()[0]);
  const from = hand.names.map((path) => 0.9 * numbers.get(path));
  return {
    simulate: () => (sink += core.call('TAAS_SIMULATE', [name, spec, trials, 1, null, false]).cells[0][0]),
    loop: () => {
      const next = uniform(1);
      const results = new Float64Array(trials);
      const columns = from.map(() => new Float64Array(1000));
      for (let start = 0; start < trials; start += 1000) {
        for (let i = 0; i < 1000; i++)
          for (let j = 0; j < from.length; j++) columns[j][i] = from[j] + (from[j] / 9) * next();
        hand.run(columns, results.subarray(start, start + 1000), 1000);
      }
      sink += summary(results)[0];
    },
  };
}
for (const [name, among] of Object.entries(SEVEN)) {
  const times = timed(simulationOf(name, among, 200_000), 15);
  row(
    `TAAS_SIMULATE of ${name}, 200,000 trials`,
    times.simulate.median,
    'a loop by hand',
    ratio(times.simulate, times.loop),
    '≤ 1.3',
  );
}

const values = (from, to) => Array.from({ length: 100 }, (_, i) => [from + ((to - from) * i) / 99]);
const [spends, costs] = [values(1, 3), values(0.4, 0.7)];
const grid = timed(
  {
    grid: () =>
      (sink += core.call('TAAS_GRID', ['TAAS_MARGIN', 'token_spend', spends, 'infra_cogs', costs]).cells[99][99]),
    loop: () => (sink += costs.map(([cost]) => spends.map(([spend]) => margin(spend, 0.7, 0, cost, 0.05)))[99][99]),
  },
  300,
);
row('TAAS_GRID, 100 × 100', grid.grid.median, 'a hand-written loop', ratio(grid.grid, grid.loop), '≤ 3');

const solved = core.call('TAAS_SOLVE', ['TAAS_MARGIN', 0.5, 'token_spend']);
const solve = timed({ solve: () => core.call('TAAS_SOLVE', ['TAAS_MARGIN', 0.5, 'token_spend']) }, 200);
rows.push({
  job: 'TAAS_SOLVE, 50% by token_spend',
  time: said(solve.solve.median),
  against: 'evaluations',
  ratio: Number(solved.notes.evaluations),
  target: '≤ 400',
});

// A block of cases

const quarters = Array.from({ length: 16 }, (_, i) => `Q${i + 1}`);
const rowOf = (name, from, step) => [name, ...quarters.map((_, i) => from + step * i)];
const sixteen = [
  ['Name', ...quarters],
  rowOf('token_spend', 2, 0.25),
  rowOf('fixed_fee', 0.7, 0.05),
  rowOf('infra_cogs', 0.55, 0.04),
];
const cases = timed(
  {
    block: () => (sink += core.call('TAAS_CALL', ['TAAS_PNL', sixteen, null, null, false]).cells.length),
    each: () => {
      for (let i = 1; i <= 16; i++)
        sink += core.answer('TAAS_PNL', {
          token_spend: sixteen[1][i],
          fixed_fee: sixteen[2][i],
          infra_cogs: sixteen[3][i],
        }).cells.length;
    },
  },
  200,
);
row(
  'TAAS_CALL of TAAS_PNL over 16 cases',
  cases.block.median,
  'sixteen calls',
  ratio(cases.block, cases.each),
  '≤ 1.3',
);

/** Twelve drivers, three of which are lists: what each number is in the case where the walk starts, and where it ends. */
const TWELVE = {
  token_spend: [2, 1.9],
  fixed_fee: [0.7, 0.65],
  infra_rate: [0.01, 0.02],
  infra_cogs: [0.55, 0.57],
  opex_rate: [0.05, 0.06],
  rev_share_scale: [1, 0.95],
  cap: [3, 2.5],
  floor: [0.5, 0.4],
  cogs_fixed: [0.6, 0.7],
  'tiers[1].from': [0, 0],
  'tiers[1].rate': [0.25, 0.24],
  'demands[1]': [1, 0.9],
  'probabilities[1]': [0.3, 0.3],
  ...{ 'probabilities[2]': [0.4, 0.3], 'probabilities[3]': [0.3, 0.4] },
  ...{ 'demands[2]': [0.8, 0.7], 'demands[3]': [0.5, 0.4] },
};
const drivers = [...new Set(Object.keys(TWELVE).map((path) => path.split('[')[0]))];
const expected = core.catalogue.find('TAAS_EXPECTED_MARGIN');
const walkBlock = [['Name', 'from', 'to'], ...Object.entries(TWELVE).map(([path, ends]) => [path, ...ends])];
const atStart = core.answer('TAAS_CALL', { function: expected.name, cases: walkBlock, case: 'from' });
const handWalk = writtenOut(
  core
    .symbolic(
      expected,
      core.inputsOf(
        expected,
        Object.keys(expected.parameters).map((name) => walkArgument(name)),
      ),
      (path) => path in TWELVE,
      true,
    )
    .roots.flat()[0],
);
function walkArgument(name) {
  if (name === 'tiers') return [[0, 0.25]];
  if (name in TWELVE) return TWELVE[name][0];
  const list = Object.entries(TWELVE).filter(([path]) => path.startsWith(`${name}[`));
  return list.length > 0 ? list.map(([, [first]]) => [first]) : null;
}
const walkByHand = () => {
  const n = 2 ** drivers.length;
  const results = new Float64Array(n);
  const columns = handWalk.names.map((path) => {
    const driver = drivers.indexOf(path.split('[')[0]);
    return Float64Array.from({ length: n }, (_, mask) => TWELVE[path][(mask >> driver) & 1]);
  });
  handWalk.run(columns, results, n);
  return results;
};
if (Math.abs(walkByHand()[0] - atStart.cells[0][0]) > 1e-12) throw new Error('the walk by hand starts elsewhere');
const walk = timed(
  {
    walk: () =>
      (sink += core.call('TAAS_WALK', [expected.name, walkBlock, 'from', 'to', null, null, false]).cells.length),
    loop: () => (sink += walkByHand().length),
  },
  60,
);
row(
  `TAAS_WALK of ${drivers.length} drivers`,
  walk.walk.median,
  'its masks by hand',
  ratio(walk.walk, walk.loop),
  '< 1.5, ≤ 20 ms',
);

const wide = [
  ['Name', ...Array.from({ length: 40 }, (_, i) => `C${i}`)],
  ...sixteen.slice(1).map(([name, ...xs]) => [name, ...Array.from({ length: 40 }, (_, i) => xs[i % 16])]),
  ...Array.from({ length: 997 }, (_, i) => [`Heading ${i}`, ...Array(40).fill('')]),
];
const read = timed({ block: () => (sink += core.call('TAAS_CALL', ['TAAS_MARGIN', wide, 'C39']).cells[0][0]) }, 100);
row('a block of 1,000 rows × 40 cases, one case', read.block.median, '', NaN, '< 10 ms');

/** The most memory a process of its own takes for so many trials, in MB. */
function peakMemory(trials) {
  const script = `const core = require(${JSON.stringify(`${root}dist/node/core.js`)});
    core.call('TAAS_SIMULATE', ['TAAS_MARGIN', ${JSON.stringify(SPEC)}, ${trials}]);
    console.log(process.resourceUsage().maxRSS / 1000);`;
  return Number(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout);
}
const taken = [1, 2, 3].map(() => peakMemory(1_000_000) - peakMemory(1000));
rows.push({
  job: 'memory of a 1,000,000-trial simulation',
  time: '',
  against: 'MB above that of 1,000 trials',
  ratio: Number(median(taken).toFixed(1)),
  target: '≤ 60',
});

const growth = [1e4, 1e5, 1e6].map((trials) => ({
  trials,
  ms: timed({ simulate: () => simulate(trials) }, 7).simulate.median,
}));
const tenMillion = timed(columnJobs(1e7), 3);
growth.push({ trials: 1e7, columnsMs: tenMillion.columns.median });

// 4 · Office.js in Chromium

const { timeOfficeJs } = await import('./bench-office-js.mjs');
const office = await timeOfficeJs();
rows.push({
  job: '10,000 mixed calls through Office.js',
  time: said(office.wallMs),
  against: 's of CPU in the page',
  ratio: Number((office.cpuMs / 1000).toFixed(2)),
  target: '< 1',
});
for (const [name, { wallMs, cpuMs }] of Object.entries({
  TAAS_FLEET_DEPRECIATION: office.fleets,
  TAAS_PAYBACK: office.paybacks,
})) {
  rows.push({
    job: `10,000 distinct ${name} through Office.js`,
    time: said(wallMs),
    against: 's of CPU in the page',
    ratio: Number((cpuMs / 1000).toFixed(2)),
    target: '≤ 2.5',
  });
}
rows.push({
  job: 'ready after its scripts’ arrival',
  time: said(office.readyMs),
  against: '',
  ratio: NaN,
  target: '< 300 ms',
});

// 5 · The workbench in Chromium, and the files of the models: as a user waits for them

const { timeModels, timeWorkbench } = await import('./bench-workbench.mjs');
const workbench = await timeWorkbench();
const written = timeModels();
const slowest = Object.entries(workbench.models).sort(([, a], [, b]) => b - a)[0];
for (const [job, time, target] of [
  ['the workbench’s first answer, from opening the page', said(workbench.answer), '≤ 2,500 ms'],
  ['the pane, from its script to its tabs', said(workbench.pane), '≤ 1,000 ms'],
  [`the slowest model to open in it: ${slowest[0]}`, said(slowest[1]), '< 3,000 ms'],
  ['all files of the models and the story', said(written.seconds * 1000), '< 20,000 ms'],
  ['the largest file of a model', `${Math.round(written.largest / 1000)} KB`, '< 200 KB'],
])
  rows.push({ job, time, against: '', ratio: NaN, target });

// 6 · A sweep on DuckDB; left out with --no-sweep

if (!process.argv.includes('--no-sweep')) {
  const { benchSweep } = await import('./bench-sweep.mjs');
  const { sweep, ratio: swept } = await benchSweep({ rows: 10_000_000 });
  row(
    'taas sweep of 10,000,000 Parquet scenarios',
    sweep.milliseconds.median,
    'hand-written SQL on DuckDB',
    swept.median,
    '≤ 1.5',
  );
}

console.log(
  `Node ${process.version}, ${(await import('node:os')).cpus().length} cores; medians, ratios round by round`,
);
console.table(rows.map((entry) => ({ ...entry, ratio: Number.isNaN(entry.ratio) ? '' : entry.ratio })));
console.log('Columns of every function, in each of its choices, against their loops written out:');
console.table(programs.map(({ title, inputs, ratio }) => ({ title, inputs, ratio: Number(ratio.toFixed(2)) })));
console.log('Growth of TAAS_SIMULATE (columns alone at 10,000,000 rows):');
console.table(
  growth.map(({ trials, ms, columnsMs }) => ({
    trials,
    ms: (ms ?? columnsMs).toFixed(1),
    'ns per trial': (((ms ?? columnsMs) * 1e6) / trials).toFixed(1),
    what: ms ? 'TAAS_SIMULATE' : 'columns',
  })),
);

mkdirSync(`${root}artifacts`, { recursive: true });
writeFileSync(
  `${root}artifacts/bench.json`,
  JSON.stringify({ rows, programs, growth, office, workbench }, undefined, 2),
);
if (Number.isNaN(sink)) throw new Error('a benchmark computed no value');
