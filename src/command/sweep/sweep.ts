import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { conditionsOf } from '../../catalogue/conditions';
import type { Catalogue } from '../../catalogue/define';
import { sqlOf } from '../../catalogue/readings';
import type { ScenarioColumn } from '../../formula/sql';
import { Failure, Misuse } from '../problem';
import { listed } from '../sql';
import { pairsOf, scalarOf, subjectOf, type Subject } from '../subject';
import type { Terminal } from '../terminal';
import { openCsv } from './csv-scenarios';
import { column, DiskFull, Interrupted, isDiskFull, openDatabase, quoted, type Database } from './database';
import { joinParquet } from './join-parquet';
import { openParquet } from './parquet-scenarios';
import { Parts, unfinished } from './parts';
import { progressLine } from './progress';
import { firstRejects, joinRejects, rejectsQuery } from './rejects';
import type { Scenarios, Slice } from './scenarios';
import { summaryOf } from './summary';
import { nearMisses, variedColumns } from './varied';

export interface SweepOptions {
  readonly inputs?: string | undefined;
  readonly out?: string | undefined;
  readonly columns?: string | undefined;
  readonly 'rows-per-part'?: string | undefined;
  readonly memory?: string | undefined;
  readonly restart?: boolean | undefined;
}

export type Ended = 'fine' | 'some bad' | 'interrupted';

/** Bad rows that are told right away; all of them are in a file. */
const TOLD = 5;

/** `taas sweep TAAS_MARGIN --inputs scenarios.parquet --out result.parquet`: a function over a file of scenarios. */
export async function sweep(
  words: readonly string[],
  options: SweepOptions,
  catalogue: Catalogue,
  terminal: Terminal,
): Promise<Ended> {
  const asked = askedFor(words, options);
  const { definition, given: inCall } = scalarOf(catalogue, asked.name);
  const pairs = pairsOf(asked.words);
  if (asked.isCsv && !existsSync(asked.inputs)) throw new Failure(`There is no file ${asked.inputs}.`);
  if (existsSync(asked.out) && existsSync(asked.inputs) && realpathSync(asked.out) === realpathSync(asked.inputs)) {
    throw new Misuse(`--out is ${asked.out}, where the scenarios are: expected another file.`);
  }
  const folder = `${asked.out}.parts`;
  const database = await openDatabase(asked.memory, folder, terminal.interruption);
  let parts: Parts | undefined;
  try {
    const opening = { path: asked.inputs, rowsPerPart: asked.rowsPerPart, database };
    const scenarios = await (asked.isCsv ? openCsv(opening) : openParquet(opening));
    const given = new Set([...Object.keys(inCall), ...pairs.map(([name]) => name.trim().toLowerCase())]);
    const varied = variedColumns(asked.inputs, scenarios, definition, asked.columns, given);
    const subject = subjectOf(
      catalogue,
      asked.name,
      pairs,
      varied.map(({ path }) => path),
    );
    nearMisses(scenarios, varied, definition).forEach((note) => terminal.complain(note));
    const columns = scenarios.columns.map(({ name }): ScenarioColumn => {
      const input = varied.find((candidate) => candidate.name === name);
      return input ? { name, path: input.path } : { name };
    });
    const work: Work = { subject, columns, scenarios, database };
    const what = [queryFor(work, 'slice'), scenarios.fingerprint, asked.rowsPerPart];
    parts = new Parts(folder, what, options.restart === true);
    if (parts.finished.length > 0)
      terminal.complain(`Going on after ${partsOf(parts.finished.length)} finished before.`);
    const end = parts.finished.map((part) => part.end);
    await compute(work, parts, scenarios.slices(end, varied), terminal);
    if (parts.sum('rows') === 0) {
      parts.remove();
      throw new Failure(`${asked.inputs} has no scenarios: expected a ${scenarios.rowName} for each.`);
    }
    terminal.progress('Putting the parts together …');
    await finish(work, parts, asked, terminal);
    return parts.sum('bad') > 0 ? 'some bad' : 'fine';
  } catch (error) {
    const kept = parts?.finished.length ?? 0;
    parts?.removeUnfinished();
    if (kept === 0) parts?.remove();
    const where =
      kept === 0
        ? 'No part was finished'
        : `${partsOf(kept)} ${kept === 1 ? 'is' : 'are'} finished and kept in ${folder}`;
    if (error instanceof Interrupted || terminal.interruption.aborted) {
      terminal.complain(`Stopped. ${where}; the same command goes on from there.`);
      return 'interrupted';
    }
    if (error instanceof DiskFull || isDiskFull(error)) {
      throw new Failure(`The disk is full. ${where}; make room and give the same command again.`);
    }
    throw error;
  } finally {
    terminal.progress('');
    database.close();
  }
}

interface Asked {
  readonly name: string;
  readonly words: readonly string[];
  readonly inputs: string;
  readonly isCsv: boolean;
  readonly out: string;
  readonly columns: readonly string[] | undefined;
  readonly rowsPerPart: number;
  readonly memory: string;
}

function askedFor([name, ...words]: readonly string[], options: SweepOptions): Asked {
  const example = 'taas sweep TAAS_MARGIN --inputs scenarios.parquet --out result.parquet';
  if (name === undefined) throw new Misuse(`sweep needs a function: ${example}.`);
  const { inputs, out, memory = '1GB' } = options;
  if (!inputs || !out) throw new Misuse(`sweep needs ${inputs ? '--out' : '--inputs'}: ${example}.`);
  if (!/\.(parquet|csv)$/i.test(out))
    throw new Misuse(`--out is ${out}: expected a name that ends in .parquet or .csv.`);
  if (!/^\d+(\.\d+)?\s*[KMG]i?B$/i.test(memory))
    throw new Misuse(`--memory is ${memory}: expected a size such as 1GB.`);
  const rowsPerPart = Number(options['rows-per-part'] ?? 1_000_000);
  if (!Number.isInteger(rowsPerPart) || rowsPerPart < 1) {
    throw new Misuse(`--rows-per-part is ${options['rows-per-part']!}: expected a whole number above 0.`);
  }
  const columns = options.columns === undefined ? undefined : listed(options.columns);
  return { name, words, inputs, isCsv: /\.(csv|tsv|txt)$/i.test(inputs), out, columns, rowsPerPart, memory };
}

const partsOf = (count: number): string => (count === 1 ? '1 part' : `${count} parts`);
const digits = (x: number): string => String(Number(x.toPrecision(12)));

interface Work {
  readonly subject: Subject;
  readonly columns: readonly ScenarioColumn[];
  readonly scenarios: Scenarios;
  readonly database: Database;
}

const resultOf = ({ subject, columns }: Work): string => {
  const name = subject.definition.name.toLowerCase();
  const taken = new Set(columns.map((one) => one.name.toLowerCase()));
  let unique = name;
  for (let i = 2; taken.has(unique); i++) unique = `${name}_${i}`;
  return unique;
};

const queryFor = ({ subject, columns }: Work, table: string): string =>
  sqlOf(subject.definition, subject.inputs, { table, columns }, 'duckdb');

/** Computes slice after slice; each is a part once all of it is on the disk. */
async function compute(work: Work, parts: Parts, slices: AsyncIterable<Slice>, terminal: Terminal): Promise<void> {
  const { database, scenarios, columns, subject } = work;
  const conditions = conditionsOf(subject.definition, subject.inputs, new Set(subject.varied));
  const before = parts.finished.at(-1)?.end.position ?? 0;
  const start = performance.now();
  const show = (done: number): void => {
    const seconds = (performance.now() - start) / 1000;
    const unit = scenarios.rowName === 'line' ? 'bytes' : 'rows';
    terminal.progress(progressLine(done, scenarios.size, before, seconds, unit));
  };
  show(before);
  for await (const { table, end } of slices) {
    const number = parts.finished.length + 1;
    const file = unfinished(parts.file(number, 'parquet'));
    await database.run(`COPY (${queryFor(work, table)}) TO ${quoted(file)} (FORMAT parquet)`);
    const [rows, empty] = await countsIn(database, file, resultOf(work));
    const bad =
      empty === 0
        ? 0
        : await reject(database, rejectsQuery(table, columns, conditions), parts.file(number, 'rejects.csv'));
    parts.finish({ rows, bad, none: empty - bad, end });
    show(end.position);
    if (terminal.interruption.aborted) throw new Interrupted();
  }
}

/** Rows and rows without a result; the footer of the file knows both. */
async function countsIn(database: Database, file: string, result: string): Promise<[rows: number, empty: number]> {
  const known = `SELECT sum(num_values), sum(stats_null_count), count(stats_null_count) = count(*)
    FROM parquet_metadata(${quoted(file)}) WHERE path_in_schema = ${quoted(result)}`;
  const [[rows, empty, complete] = []] = await database.rows(known);
  if (complete === true) return [Number(rows), Number(empty)];
  const counted = `SELECT count(*), count(*) - count(${column(result)}) FROM read_parquet(${quoted(file)})`;
  const [[all, without] = []] = await database.rows(counted);
  return [Number(all), Number(without)];
}

/** Lists the bad rows of a slice, if there are any. */
async function reject(database: Database, query: string, file: string): Promise<number> {
  const to = unfinished(file);
  const [[count] = []] = await database.rows(`COPY (${query}) TO ${quoted(to)} (FORMAT csv, HEADER false)`);
  if (Number(count) === 0) rmSync(to);
  return Number(count);
}

/** Puts the parts together, tells what is in them, and takes them away. */
async function finish(work: Work, parts: Parts, { out, inputs }: Asked, terminal: Terminal): Promise<void> {
  const { database, scenarios, subject } = work;
  const files = parts.files('parquet');
  const table = `read_parquet([${files.map(quoted).join(', ')}])`;
  const joined = unfinished(`${parts.folder}/joined`);
  if (/\.csv$/i.test(out))
    await database.run(`COPY (SELECT * FROM ${table}) TO ${quoted(joined)} (FORMAT csv, HEADER)`);
  else await joinParquet(files, joined, terminal.interruption);
  const summary = await summaryOf(database, table, resultOf(work));
  const rejects = out.replace(/\.\w+$/, '.rejects.csv');
  await joinRejects(parts.files('rejects.csv'), rejects, scenarios.rowName);
  renameSync(joined, out);

  const grouped = (x: number): string => x.toLocaleString('en-US');
  const bad = parts.sum('bad');
  const lines: [string, string][] = [
    ['rows', grouped(parts.sum('rows'))],
    ['bad rows', grouped(bad)],
    ['rows without value', grouped(parts.sum('none'))],
  ];
  if (summary) {
    lines.push(['mean', digits(summary.mean)], ['sd', digits(summary.sd)]);
    for (const [quantile, value] of summary.quantiles) lines.push([`P${quantile * 100}`, digits(value)]);
  }
  terminal.say(`${subject.definition.name} over ${inputs}, in ${out}`);
  terminal.say(lines.map(([label, value]) => label.padEnd(20) + value).join('\n'));
  if (bad > 0) {
    terminal.complain(
      `${grouped(bad)} bad ${bad === 1 ? `${scenarios.rowName} has` : `${scenarios.rowName}s have`} no result; listed in ${rejects}:`,
    );
    for (const line of await firstRejects(rejects, TOLD)) terminal.complain(`  ${line}`);
    if (bad > TOLD) terminal.complain('  …');
  }
  parts.remove();
}
