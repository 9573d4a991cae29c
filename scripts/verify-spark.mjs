// npm run verify:spark [-- 1e6 1e7 1e8]: the emitted SQL, unchanged, on Apache Spark with two worker processes over
// partitioned Parquet, against DuckDB and the core.
// Needs python3, and Java 17 or later; Spark comes from PyPI into .spark/. Not part of the tests.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import {
  command,
  compare,
  findJava,
  freePort,
  functionQueries,
  installOnce,
  load,
  needDisk,
  run,
  scratch,
  start,
  Told,
} from './verify.mjs';

const PACKAGE = 'pyspark==4.1.4';
/** What installing it takes. */
const BYTES = 2e9;
/** What that version runs on. */
const JAVA = 17;
const WORKERS = 2;
const FILES = 16;
const SAMPLE = 10_000;
const TOLERANCE = 1e-9;
/** Rows of a sweep need so many bytes of disk: the scenarios, and what Spark writes. */
const BYTES_PER_ROW = 80;
/** Bins of the histogram that stands for every row. */
const BINS = 1000;

const root = fileURLToPath(new URL('..', import.meta.url));
const home = join(root, '.spark');
const python = join(home, 'venv', 'bin', 'python');

const install = () =>
  installOnce(home, PACKAGE, {
    saying: `Installing ${PACKAGE}`,
    bytes: BYTES,
    needs: () => run('python3', ['--version'], { name: 'Python (python3)' }),
    async fetch() {
      const noVenv = 'Python made no virtual environment: on Debian install the package python3-venv';
      await run('python3', ['-m', 'venv', join(home, 'venv')], { fails: noVenv });
      const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PACKAGE];
      await run(python, words, { fails: `pip could not install ${PACKAGE}` });
    },
  });

/** Asks the Python half. */
async function ask(request, place, env) {
  const [to, from] = [join(place, 'request.json'), join(place, 'answer.json')];
  writeFileSync(to, JSON.stringify(request));
  const words = [fileURLToPath(new URL('verify-spark.py', import.meta.url)), to, from];
  await run(python, words, { fails: 'Spark did not answer', env });
  return JSON.parse(readFileSync(from, 'utf8'));
}

/** A standalone cluster on this machine: one master, and workers that are processes of their own. */
async function startCluster(place, own) {
  const packages = (await run(python, ['-c', 'import pyspark; print(pyspark.__path__[0])'])).trim();
  const port = await freePort();
  const env = {
    ...own,
    SPARK_HOME: packages,
    SPARK_LOCAL_IP: '127.0.0.1',
    SPARK_LOCAL_DIRS: join(place, 'local'),
    SPARK_WORKER_DIR: join(place, 'work'),
    PYSPARK_PYTHON: python,
  };
  const program = join(packages, 'bin', 'spark-class');
  const isUp = (said) => /I have been elected leader|Successfully registered with master/.test(said);
  const begin = (name, ...words) => start(name, program, [`org.apache.spark.deploy.${name}`, ...words], { env }, isUp);
  const master = `spark://127.0.0.1:${port}`;
  await begin('master.Master', '--host', '127.0.0.1', '--port', `${port}`, '--webui-port', '0');
  const worker = [
    'worker.Worker',
    '--host',
    '127.0.0.1',
    '--cores',
    '1',
    '--memory',
    '3g',
    '--webui-port',
    '0',
    master,
  ];
  await Promise.all(Array.from({ length: WORKERS }, () => begin(...worker)));
  return { master, env };
}

async function connected() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
  return { rows, close: () => connection.closeSync() };
}

/** Scenarios that are the same every time, in Parquet files of one folder. */
async function generate(database, rows, folder) {
  mkdirSync(folder, { recursive: true });
  const uniform = (salt, low, width) => `${low} + ${width} * (hash(i * 4 + ${salt}) >> 11)::DOUBLE / 9007199254740992`;
  for (let file = 0; file < FILES; file++) {
    const [from, to] = [Math.floor((rows * file) / FILES), Math.floor((rows * (file + 1)) / FILES)];
    await database.rows(`COPY (SELECT i AS scenario, ${uniform(0, 1, 2)} AS token_spend, ${uniform(1, 0.4, 0.3)} AS infra_cogs,
      ${uniform(2, 0.04, 0.02)} AS opex_rate FROM range(${from}, ${to}) AS scenarios(i))
      TO '${folder}/part-${String(file).padStart(3, '0')}.parquet' (FORMAT parquet)`);
  }
}

const questions = (rows, name) => ({
  summary: `SELECT COUNT(*), COUNT(${name}), AVG(${name}), STDDEV_SAMP(${name}), MIN(${name}), MAX(${name}) FROM results`,
  sample: `SELECT scenario, token_spend, infra_cogs, opex_rate, ${name} FROM results
    WHERE scenario % ${Math.max(1, Math.floor(rows / SAMPLE))} = 0 AND scenario < ${Math.max(1, Math.floor(rows / SAMPLE)) * SAMPLE} ORDER BY scenario`,
  histogram: `SELECT CAST(FLOOR(${name} * ${BINS}) AS INT) AS bin, COUNT(*) AS scenarios FROM results GROUP BY CAST(FLOOR(${name} * ${BINS}) AS INT) ORDER BY bin`,
});

const same = (a, b) => (a === null || b === null ? a === b : Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b)));
const plain = (rows) => rows.map((row) => row.map((x) => (x === null ? null : Number(x))));

/** What differs, as sentences. */
function differences(spark, duckdb, core, rows) {
  const found = [];
  spark.summary.forEach((x, i) => {
    if (!same(x, duckdb.summary[i])) found.push(`summary ${i + 1}: Spark ${x}, DuckDB ${duckdb.summary[i]}`);
  });
  if (spark.sample.length !== Math.min(SAMPLE, rows)) found.push(`${spark.sample.length} rows in the sample`);
  spark.sample.forEach((row, i) => {
    const [here, cell] = [duckdb.sample[i], core(row)];
    if (row.slice(0, 4).some((x, j) => x !== here[j])) found.push(`row ${i} of the sample is another scenario`);
    else if (!same(row[4], here[4]) || !same(row[4], cell)) {
      found.push(`scenario ${row[0]}: Spark ${row[4]}, DuckDB ${here[4]}, core ${cell}`);
    }
  });
  const counts = new Map(duckdb.histogram);
  for (const [bin, count] of spark.histogram) {
    if (counts.get(bin) !== count) found.push(`bin ${bin}: Spark ${count}, DuckDB ${counts.get(bin)}`);
    counts.delete(bin);
  }
  if (counts.size > 0) found.push(`${counts.size} bins only in DuckDB`);
  return found;
}

const seconds = (x) => `${x.toFixed(1)} s`;

async function verify(sizes) {
  const { version, env: own } = findJava('Spark', JAVA);
  await install();
  const place = scratch(join(home, 'run'));
  const loaded = await load();
  const { sqlOf, inputsWith, callByName, catalogue } = loaded;

  // 1 · The scenarios, and what DuckDB makes of them.
  const margin = catalogue.find('TAAS_MARGIN');
  const varied = ['token_spend', 'infra_cogs', 'opex_rate'];
  const columns = [{ name: 'scenario' }, ...varied.map((path) => ({ name: path, path }))];
  const query = (dialect, table) => sqlOf(margin, inputsWith(margin, []), { table, columns }, dialect);
  const core = ([, token_spend, infra_cogs, opex_rate]) =>
    callByName(margin, { token_spend, infra_cogs, opex_rate }, catalogue).cells[0][0];
  const database = await connected();
  const sweeps = [];
  for (const rows of sizes) {
    needDisk(`A sweep of ${rows} scenarios`, rows * BYTES_PER_ROW, place);
    const folder = join(place, `scenarios-${rows}`);
    await generate(database, rows, folder);
    const start = performance.now();
    const table = `read_parquet('${folder}/*.parquet')`;
    const asked = questions(rows, 'taas_margin');
    await database.rows(`CREATE OR REPLACE VIEW results AS ${query('duckdb', table)}`);
    const [summary] = plain(await database.rows(asked.summary));
    const time = (performance.now() - start) / 1000;
    const here = {
      summary,
      sample: plain(await database.rows(asked.sample)),
      histogram: plain(await database.rows(asked.histogram)),
      time,
    };
    sweeps.push({
      rows,
      here,
      request: { scenarios: folder, out: join(place, `results-${rows}`), sql: query('spark', 'scenarios'), ...asked },
    });
  }

  // 2 · Spark.
  const functions = functionQueries(loaded, 'spark');
  const { master, env } = await startCluster(place, own);
  const settings = {
    'spark.ui.enabled': 'false',
    'spark.driver.host': '127.0.0.1',
    'spark.driver.memory': '2g',
    'spark.executor.memory': '2g',
    'spark.executor.cores': '1',
    'spark.sql.shuffle.partitions': '16',
  };
  const request = { master, workers: WORKERS, settings, functions: functions.map(({ sql }) => sql) };
  const answer = await ask({ ...request, sweeps: sweeps.map((sweep) => sweep.request) }, place, env);
  if (answer.workers !== WORKERS) throw new Told(`Spark had ${answer.workers} executors instead of ${WORKERS}.`);
  console.log(
    `Spark ${answer.version} on Java ${version}: ${answer.workers} worker processes of one core each; ${availableParallelism()} cores in all.`,
  );

  compare('Spark', loaded, functions, answer.functions);

  console.log(
    '| scenarios | Spark: compute and write | Spark: compute and summarise | DuckDB: compute and summarise | rows sampled | different |',
  );
  console.log('|---:|---:|---:|---:|---:|---:|');
  let different = 0;
  sweeps.forEach(({ rows, here }, i) => {
    const there = answer.sweeps[i];
    const found = differences(there, here, core, rows);
    different += found.length;
    const { write, summary } = there.timings;
    const cells = [
      rows.toLocaleString('en-US'),
      seconds(write),
      seconds(summary),
      seconds(here.time),
      there.sample.length,
      found.length,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    found.slice(0, 5).forEach((sentence) => console.log(sentence));
  });
  database.close();
  if (different > 0) throw new Told(`${different} differences.`);
}

await command(async () => {
  const sizes = process.argv.slice(2).map(Number);
  if (sizes.some((rows) => !Number.isInteger(rows) || rows < SAMPLE)) {
    throw new Told(`expected numbers of scenarios from ${SAMPLE}, such as 1e6 1e7 1e8.`);
  }
  await verify(sizes.length > 0 ? sizes : [1e6, 1e7]);
});
