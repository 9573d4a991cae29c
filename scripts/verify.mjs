// What the verify commands share: a Java that is new enough, processes that end with the command, and every function's
// scenarios against the core.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { createJiti } from 'jiti';
import { printKernels } from './print-kernels.mjs';

/** What the person at the command has to know: one sentence and no stack. */
export class Told extends Error {}

/** What is running for the command. */
const running = new Set();
let isStopping = false;

function begin(program, words, options) {
  if (isStopping) throw new Told('Stopped.');
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const ended = () => running.delete(child);
  running.add(child.on('exit', ended).on('error', ended));
  return child;
}

const isMissing = (name) => new Told(`${name} is not installed: install it and run the command again.`);

/** A program run to its end; resolves to what it said. `fails` begins the sentence if it goes wrong. */
export function run(program, words, { name = program, fails = `${name} failed`, ...options } = {}) {
  const child = begin(program, words, options);
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', (error) => reject(error.code === 'ENOENT' ? isMissing(name) : error));
    child.on('close', (status) =>
      status === 0 ? resolve(said) : reject(new Told(`${fails}:\n${said.trim().slice(-4000)}`)),
    );
  });
}

/** A server that ends with the command; `isUp` judges what it has said so far. */
export function start(name, program, words, options, isUp) {
  const child = begin(program, words, options);
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text) => {
      said += text;
      if (isUp(said)) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
    child.on('error', reject);
    child.on('exit', () => reject(new Told(`${name} did not start:\n${said.trim().slice(-2000)}`)));
  });
}

/** Ends what is running, and resolves when nothing is. */
async function stop() {
  isStopping = true;
  const ends = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  const end = (signal) => running.forEach((child) => child.kill(signal));
  end('SIGTERM');
  const late = setTimeout(end, 10_000, 'SIGKILL');
  await Promise.all(ends);
  clearTimeout(late);
}

/** A folder for what a run writes, which is gone when the command ends. */
export function scratch(folder) {
  const remove = () => rmSync(folder, { recursive: true, force: true });
  remove();
  mkdirSync(folder, { recursive: true });
  process.on('exit', remove);
  return folder;
}

export function needDisk(what, bytes, folder) {
  const { bavail, bsize } = statfsSync(folder);
  const inGigabytes = (x) => (x / 1e9).toFixed(1);
  if (bavail * bsize < bytes)
    throw new Told(`${what} needs ${inGigabytes(bytes)} GB of disk, and ${inGigabytes(bavail * bsize)} GB are free.`);
}

/** Makes a folder of what a run needs, unless it is there in this version; what an interrupted command has left goes. */
export async function installOnce(home, version, { saying, bytes, needs, fetch }) {
  const mark = join(home, 'installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return;
  await needs();
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  needDisk(saying, bytes, home);
  console.log(`${saying} into ${basename(home)}/ …`);
  await fetch();
  writeFileSync(mark, version);
}

export const needMaven = (env) => run('mvn', ['--version'], { name: 'Maven (mvn)', fails: 'Maven does not run', env });

/** Where systems keep several versions of Java, and what leads from a version to its home. */
const JAVAS = [
  ['/usr/lib/jvm', ''],
  ['/Library/Java/JavaVirtualMachines', 'Contents/Home'],
];

/** The first Java that is new enough: JAVA_HOME, the one on the path, then what is installed beside it. */
export function findJava(engine, least, places = JAVAS) {
  const installed = places.flatMap(([folder, home]) =>
    existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, home, 'bin', 'java')) : [],
  );
  const own = process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin', 'java')] : [];
  const found = [];
  for (const java of [...own, 'java', ...installed]) {
    const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
    const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1]);
    // The one on the path finds its own home, and a JAVA_HOME that is too old must not hide it.
    const env = { ...process.env, JAVA_HOME: java === 'java' ? undefined : dirname(dirname(java)) };
    if (version >= least) return { java, version, env };
    if (version) found.push(version);
  }
  const is = found.length === 0 ? 'there is none here' : `the newest here is ${Math.max(...found)}`;
  throw new Told(
    `${engine} runs on Java ${least} or later, and ${is}: install a JDK ${least} or set JAVA_HOME to one.`,
  );
}

export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The product and its scenarios, from source. */
export async function load() {
  printKernels();
  const jiti = createJiti(import.meta.url);
  const modules = [
    '../src/catalogue/readings.ts',
    '../src/catalogue/inputs.ts',
    '../src/catalogue/call.ts',
    '../src/formula/print/sql/query.ts',
    '../test/engines/scenarios.ts',
    '../test/engines/asked.ts',
    '../test/engines/no-inputs.ts',
    '../test/engines/queries.ts',
    '../test/functions/cell.ts',
  ];
  return Object.assign({}, ...(await Promise.all(modules.map((module) => jiti.import(module)))));
}

const SCENARIOS = { plausible: 200, round: 200, near_zero: 100, edge: 100 };
/** So many shapes of a kind, the largest: each is a query, and engines take their time to plan one. */
const SHAPES = 1;
/** Rows of one query: the text of more is longer than engines take. */
const LONGEST = 200;

const inPieces = (shape) =>
  Array.from({ length: Math.ceil(shape.rows.length / LONGEST) }, (_, i) => {
    const [from, to] = [i * LONGEST, (i + 1) * LONGEST];
    return { ...shape, rows: shape.rows.slice(from, to), values: shape.values.slice(from, to) };
  });

/** Scenarios of every function, blank cells among them, as queries whose one column is the results. */
export function functionQueries({ scalars, scenariosOf, blanksOf, query }, dialect, table) {
  return scalars.flatMap(([, definition]) => {
    const largest = Object.keys(SCENARIOS).flatMap((kind) =>
      scenariosOf(definition, { plausible: 0, [kind]: SCENARIOS[kind] })
        .sort((a, b) => b.rows.length - a.rows.length)
        .slice(0, SHAPES),
    );
    const pieces = [...largest, blanksOf(largest[0])].flatMap(inPieces);
    return pieces.flatMap((shape) => {
      const sql = query(definition, shape, dialect, table);
      return sql === undefined ? [] : [{ definition, shape, sql }]; // no scenario of the shape has a value
    });
  });
}

/** Compares what an engine answered, query by query, with the core; says how much agreed. */
export function compare(engine, { disagreements }, queries, answers) {
  const wrong = queries.flatMap(({ definition, shape }, i) => [
    ...(answers[i].length === shape.rows.length ? [] : [`${definition.name}: ${answers[i].length} rows`]),
    ...disagreements(definition, shape, answers[i]),
  ]);
  if (wrong.length > 0)
    throw new Told(`${engine} and the core differ in ${wrong.length} scenarios:\n${wrong.slice(0, 10).join('\n')}`);
  const scenarios = queries.reduce((sum, { shape }) => sum + shape.rows.length, 0);
  const values = queries.reduce((sum, { shape }) => sum + shape.values.filter((x) => x !== null).length, 0);
  const covered = new Set(queries.map(({ definition }) => definition.name)).size;
  console.log(
    `${covered} functions agree with the core on ${scenarios} scenarios: ${values} with a value, the others without.`,
  );
}

/** Runs a verify command; ends what it started, on Ctrl-C too. */
export async function command(verify) {
  const asked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve('asked to stop'));
  });
  let status = 0;
  try {
    if ((await Promise.race([verify(), asked])) !== undefined) status = 130;
  } catch (error) {
    console.error(error instanceof Told ? error.message : error);
    status = 1;
  }
  await stop();
  if (status === 130) console.error('Stopped: nothing that the command started is running any more.');
  process.exit(status);
}
