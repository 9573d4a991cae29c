// `taas sweep` against the same work written by hand for DuckDB: read Parquet, compute the margin, write Parquet, summarise.
// node scripts/bench-sweep.mjs [rows] [rounds]; both run as processes of their own, in turn, so that a busy machine hits both.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const ROWS = 10_000_000;
const ROUNDS = 7;
const self = fileURLToPath(import.meta.url);

async function connected() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return (await DuckDBInstance.create()).connect();
}

/** Scenarios that are the same every time. */
async function generate(rows, file) {
  const uniform = (salt, low, width) => `${low} + ${width} * (hash(i * 4 + ${salt}) >> 11)::DOUBLE / 9007199254740992`;
  const database = await connected();
  await database.run(`COPY (SELECT i AS scenario, ${uniform(0, 1, 2)} AS token_spend, ${uniform(1, 0.4, 0.3)} AS infra_cogs,
    ${uniform(2, 0.04, 0.02)} AS opex_rate FROM range(${rows}) AS scenarios(i)) TO '${file}' (FORMAT parquet)`);
}

/** What someone would write who needs this one margin and nothing else. */
async function byHand(scenarios, out) {
  const database = await connected();
  await database.run(`COPY (SELECT scenario, token_spend, infra_cogs, opex_rate,
      (net - infra_cogs - net * opex_rate) / net AS margin
    FROM (SELECT *, 0.7::DOUBLE + greatest(0, least(token_spend, 0.5::DOUBLE)) * 0.25::DOUBLE
      + greatest(0, least(token_spend, 1.5::DOUBLE) - 0.5::DOUBLE) * 0.35::DOUBLE
      + greatest(0, token_spend - 1.5::DOUBLE) * 0.4::DOUBLE AS net FROM read_parquet('${scenarios}')))
    TO '${out}' (FORMAT parquet)`);
  const summary = await database.runAndReadAll(`SELECT count(*), avg(margin), stddev_samp(margin),
    quantile_cont(margin, [0.05, 0.25, 0.5, 0.75, 0.95]) FROM read_parquet('${out}')`);
  console.log(JSON.stringify(summary.getRowsJson()));
}

function measured(words) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [self, ...words], { encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(stderr || `${words[0]} ended with ${status}`);
  const [, peak, user] = /peak (\d+) user (\d+)/.exec(stderr) ?? [];
  return { milliseconds, user: Number(user) / 1000, megabytes: Number(peak) / 1024 };
}

/** The middle of some numbers, and the least and the largest. */
function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
}

/** Of both: time and user time in milliseconds, peak memory in megabytes; and their ratios, round by round. */
export async function benchSweep({ rows = ROWS, rounds = ROUNDS } = {}) {
  build({ ifStale: true });
  const folder = mkdtempSync(join(tmpdir(), 'taas-bench-'));
  try {
    const [scenarios, hand, out] = ['scenarios', 'hand', 'result'].map((name) => join(folder, `${name}.parquet`));
    await generate(rows, scenarios);
    const all = [];
    for (let round = 0; round <= rounds; round++) {
      const byHand = measured(['--hand', scenarios, hand]);
      const sweep = measured(['--sweep', 'TAAS_MARGIN', '--inputs', scenarios, '--out', out, '--force']);
      if (round > 0) all.push({ byHand, sweep });
    }
    const of = (which) =>
      Object.fromEntries(
        ['milliseconds', 'user', 'megabytes'].map((measure) => [measure, spread(all.map((r) => r[which][measure]))]),
      );
    const ratioOf = (measure) => spread(all.map(({ byHand, sweep }) => sweep[measure] / byHand[measure]));
    const [ratio, userRatio] = ['milliseconds', 'user'].map(ratioOf);
    return { rows, rounds, byHand: of('byHand'), sweep: of('sweep'), ratio, userRatio };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === self) {
  const [first, ...rest] = process.argv.slice(2);
  if (first === '--hand' || first === '--sweep') {
    process.on('exit', () => {
      const { maxRSS, userCPUTime } = process.resourceUsage();
      process.stderr.write(`peak ${maxRSS} user ${userCPUTime}\n`);
    });
    if (first === '--hand') await byHand(...rest);
    else {
      process.argv.splice(2, Infinity, 'sweep', ...rest);
      createRequire(self)('../dist/node/taas.js');
    }
  } else {
    const rows = Number(first ?? ROWS);
    const { rounds, byHand, sweep, ratio, userRatio } = await benchSweep({ rows, rounds: Number(rest[0] ?? ROUNDS) });
    const said = ({ median, least, most }, show) => `${show(median)} (${show(least)} to ${show(most)})`;
    const seconds = (x) => (x / 1000).toFixed(2);
    const line = (name, { milliseconds, user, megabytes }) =>
      `${name.padEnd(14)}${said(milliseconds, seconds)} s, user ${said(user, seconds)} s, ${megabytes.median.toFixed(0)} MB`;
    console.log(`${rows.toLocaleString('en-US')} scenarios, read, computed, written and summarised`);
    console.log(`median of ${rounds} rounds, and the range`);
    console.log([line('by hand', byHand), line('taas sweep', sweep)].join('\n'));
    const two = (x) => x.toFixed(2);
    console.log(`${'ratio'.padEnd(14)}${said(ratio, two)}, user ${said(userRatio, two)}`);
  }
}
