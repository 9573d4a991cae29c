// npm run verify:trino: the emitted SQL, unchanged, on a Trino of this machine against the core.
// Needs Java 24 or later, Maven and tar; the server comes by Maven into .trino/. Not part of the tests.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  command,
  compare,
  findJava,
  freePort,
  functionQueries,
  installOnce,
  load,
  needMaven,
  run,
  scratch,
  start,
  Told,
} from './verify.mjs';

const VERSION = '476';
/** What that version runs on. */
const JAVA = 24;
/** Rows of the sweep: a square, for Trino makes no longer series than 10,000. */
const SIDE = 1000;
/** Every so many of them is compared with the core. */
const EVERY = 100;

/** The table of docs/scale.md. */
const SCENARIOS = 'lake.finance.scenarios';

const home = fileURLToPath(new URL('../.trino', import.meta.url));
const server = join(home, `trino-server-${VERSION}`);

/** What fetching takes while the archive is there twice; 0.1 GB stay. */
const BYTES = 2e9;

/** Of the server only what is run: the archive has a connector for everything. */
const install = (env) =>
  installOnce(home, VERSION, {
    saying: `Fetching Trino ${VERSION} (0.8 GB) by Maven`,
    bytes: BYTES,
    async needs() {
      await run('tar', ['--version']);
      await needMaven(env);
    },
    async fetch() {
      const [maven, archive] = [join(home, 'maven'), join(home, `trino-server-${VERSION}.tar.gz`)];
      const artifact = `-Dartifact=io.trino:trino-server:${VERSION}:tar.gz`;
      const words = ['-q', '-B', `-Dmaven.repo.local=${maven}`, 'dependency:copy', artifact];
      const fails = `Maven could not fetch Trino ${VERSION}`;
      await run('mvn', [...words, `-DoutputDirectory=${home}`], { fails, env });
      const folders = ['lib', 'plugin/memory'].map((folder) => `trino-server-${VERSION}/${folder}`);
      const damaged = `The archive of Trino ${VERSION} is damaged`;
      await run('tar', ['-xzf', archive, '-C', home, ...folders], { fails: damaged });
      rmSync(archive);
      rmSync(maven, { recursive: true });
    },
  });

/** One node, reached from this machine only, with a catalogue `lake` in memory. Resolves to what runs a statement. */
async function startTrino(java) {
  const port = await freePort();
  const place = scratch(join(home, 'run'));
  const [catalogues, settings] = [join(place, 'catalogues'), join(place, 'config.properties')];
  const address = `http://127.0.0.1:${port}`;
  mkdirSync(catalogues);
  writeFileSync(join(catalogues, 'lake.properties'), 'connector.name=memory\n');
  const lines = [
    'coordinator=true',
    'node-scheduler.include-coordinator=true',
    'node.environment=verify',
    'node.internal-address=127.0.0.1',
    'node.bind-ip=127.0.0.1',
    `http-server.http.port=${port}`,
    `discovery.uri=${address}`,
    `catalog.config-dir=${catalogues}`,
    `plugin.dir=${join(server, 'plugin')}`,
    'web-ui.enabled=false',
    '',
  ];
  writeFileSync(settings, lines.join('\n'));
  const words = [
    '-Xmx4g',
    '--add-modules=jdk.incubator.vector',
    '--enable-native-access=ALL-UNNAMED',
    '--sun-misc-unsafe-memory-access=allow',
    '-Djdk.attach.allowAttachSelf=true',
    '-XX:+EnableDynamicAgentLoading',
    `-Dconfig=${settings}`,
    '-cp',
    join(server, 'lib', '*'),
    'io.trino.server.TrinoServer',
  ];
  await start('Trino', java, words, { cwd: place }, (said) => said.includes('SERVER STARTED'));
  return (sql) => statement(address, sql);
}

/** The rows of one statement, which Trino hands out page by page. */
async function statement(address, sql) {
  const ask = async (url, options) => {
    const response = await globalThis.fetch(url, options);
    if (response.status === 503) {
      await setTimeout(100);
      return ask(url, options);
    }
    if (!response.ok) throw new Told(`Trino answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const rows = [];
  let page = await ask(`${address}/v1/statement`, { method: 'POST', body: sql, headers: { 'X-Trino-User': 'taas' } });
  for (;;) {
    if (page.error) throw new Told(`Trino: ${page.error.message}\n${sql.slice(0, 2000)}`);
    rows.push(...(page.data ?? []));
    if (!page.nextUri) return rows;
    page = await ask(page.nextUri);
  }
}

/** A table of scenarios, and the line of docs/scale.md above the emitted text. */
async function sweep(trino, { sqlOf, inputsWith, callByName, catalogue }) {
  const margin = catalogue.find('TAAS_MARGIN');
  const varied = ['token_spend', 'infra_cogs', 'opex_rate'];
  const columns = [{ name: 'scenario' }, ...varied.map((path) => ({ name: path, path }))];
  const text = sqlOf(margin, inputsWith(margin, []), { table: SCENARIOS, columns }, 'trino');
  const spread = (low, width, step) => `${low}E0 + ${width}E0 * mod(scenario * ${step}E0, 1E0)`;
  await trino(`CREATE TABLE ${SCENARIOS} AS
    SELECT scenario, ${spread(1, 2, 0.6180339887498949)} AS token_spend, ${spread(0.4, 0.3, 0.4142135623730951)} AS infra_cogs,
      ${spread(0.04, 0.02, 0.7320508075688772)} AS opex_rate
    FROM (SELECT ${SIDE} * a + b AS scenario FROM UNNEST(sequence(0, ${SIDE - 1})) AS x(a)
      CROSS JOIN UNNEST(sequence(0, ${SIDE - 1})) AS y(b)) AS numbered`);
  const begin = performance.now();
  const [[written]] = await trino(`CREATE TABLE lake.finance.margins AS\n${text}`);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const [counts] = await trino(
    'SELECT COUNT(*), COUNT(DISTINCT scenario), COUNT(taas_margin) FROM lake.finance.margins',
  );
  const found = [written, ...counts].filter((count) => count !== SIDE * SIDE).map((count) => `${count} rows`);
  const sample = await trino(`SELECT ${[...varied, 'taas_margin'].join(', ')} FROM lake.finance.margins
    WHERE scenario % ${EVERY} = 0 ORDER BY scenario`);
  if (sample.length !== (SIDE * SIDE) / EVERY) found.push(`${sample.length} rows in the sample`);
  for (const [token_spend, infra_cogs, opex_rate, is] of sample) {
    const [[cell]] = callByName(margin, { token_spend, infra_cogs, opex_rate }, catalogue).cells;
    if (!(Math.abs(is - cell) <= 1e-9 * Math.max(1, Math.abs(cell))))
      found.push(`${[token_spend, infra_cogs, opex_rate].join(', ')}: Trino ${is}, core ${cell}`);
  }
  if (found.length > 0)
    throw new Told(`CREATE TABLE AS: ${found.length} differences:\n${found.slice(0, 10).join('\n')}`);
  console.log(`CREATE TABLE AS: ${written} scenarios in ${seconds} s; ${sample.length} of them agree with the core.`);
}

const column = (rows) => rows.map(([x]) => (x === null ? null : Number(x)));

await command(async () => {
  const { java, version, env } = findJava('Trino', JAVA);
  await install(env);
  const loaded = await load();
  const trino = await startTrino(java);
  const [[running]] = await trino('SELECT version()');
  console.log(`Trino ${running} on Java ${version}: one node.`);

  const queries = functionQueries(loaded, 'trino', SCENARIOS);
  await trino('CREATE SCHEMA lake.finance');
  const answers = [];
  for (const { shape, sql } of queries) {
    // In a table, not in the text: Trino spends seconds to minutes on folding constants through a query.
    await trino(`CREATE TABLE ${SCENARIOS} AS SELECT * FROM ${loaded.valuesOf(shape, 'trino')}`);
    answers.push(column(await trino(sql)));
    await trino(`DROP TABLE ${SCENARIOS}`);
  }
  compare('Trino', loaded, queries, answers);

  const margins = column(await trino(loaded.noInputs('trino')));
  const isSame = (x, i) => (x === null ? margins[i] === null : Math.abs(margins[i] - x) <= 1e-12);
  if (margins.length !== loaded.noValues.length || !loaded.noValues.every(isSame))
    throw new Told(`What is no input: Trino answered ${margins.join(', ')} instead of ${loaded.noValues.join(', ')}.`);
  console.log(`What is no input has no value: ${loaded.noValues.length - 1} rows.`);
  await sweep(trino, loaded);
});
