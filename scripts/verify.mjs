// What the verify commands share: a Java that is new enough, processes that end with the command, and every function's
// scenarios against the core.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createJiti } from 'jiti';
import { printKernels } from './print-kernels.mjs';

/** What the person at the command has to know: one sentence and no stack. */
export class Told extends Error {}

export function run(command, words, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', ...options });
  if (error?.code === 'ENOENT') throw new Told(`${command} is not installed; install it and run the command again.`);
  if (status !== 0)
    throw new Told(`${command} ${words.join(' ')} ended with ${status}:\n${stderr ?? ''}${stdout ?? ''}`);
  return `${stdout ?? ''}${stderr ?? ''}`;
}

/** Where systems keep several versions of Java, and what leads from a version to its home. */
const JAVAS = [
  ['/usr/lib/jvm', ''],
  ['/Library/Java/JavaVirtualMachines', 'Contents/Home'],
];

/** The first Java that is new enough: JAVA_HOME, the one on the path, then what is installed beside it. */
export function findJava(engine, least) {
  const installed = JAVAS.flatMap(([folder, home]) =>
    existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, home, 'bin', 'java')) : [],
  );
  const own = process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin', 'java')] : [];
  const found = [];
  for (const java of [...own, 'java', ...installed]) {
    const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
    const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1]);
    if (version >= least) return { java, version };
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

const started = [];

/** A process that ends with the command; `isUp` judges what it has said so far. */
export function start(name, command, words, options, isUp) {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  started.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text) => {
      said += text;
      if (isUp(said)) resolve(child);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', () => reject(new Told(`${name} did not start:\n${said.slice(-2000)}`)));
  });
}

const stop = () => started.splice(0).forEach((child) => child.kill());

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

/** Runs a verify command: ends what it started, on Ctrl-C too. */
export async function command(verify) {
  process.on('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
  try {
    await verify();
  } catch (error) {
    console.error(error instanceof Told ? error.message : error);
    process.exitCode = 1;
  } finally {
    stop();
  }
}
