import { renameSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { scalarNamed, type Subject } from '../../analysis/subject';
import { conditionsOf } from '../../catalogue/conditions';
import type { Catalogue } from '../../catalogue/define';
import { printResult } from '../../catalogue/path';
import { sqlOf } from '../../catalogue/readings';
import type { ScenarioColumn } from '../../formula/print/sql/query';
import { diskSentence, isDiskFull } from '../disk';
import { Failure, Misuse } from '../problem';
import { rowSubject } from '../subject';
import type { Terminal } from '../terminal';
import { parseSweep, type SweepQuestion, type SweepOptions } from './question';
import { openCsv } from './csv-scenarios';
import { column, databaseSentence, Interrupted, openDatabase, parquetTable, quoted, type Database } from './database';
import { inputFiles, refuseChanged, type InputFiles } from './input-files';
import { refuseNear } from './near';
import { outputsOf, refuseOutputs, type Outputs } from './outputs';
import { openParquet } from './parquet-scenarios';
import { progressLine } from './progress';
import { firstRejects, rejectsQuery, writeRejects, type Reject } from './rejects';
import type { Scenarios } from './scenarios';
import { sameName } from './schema';
import { summaryOf, type Summary } from './summary';
import { settingsOf } from './settings';
import { openUnfinished, type Unfinished } from './unfinished';
import { keptColumns, variedColumns } from './varied';

export type Ended = 'fine' | 'some bad' | 'interrupted';

/** Bad rows that are told right away; all of them are in a file. */
const TOLD = 5;

/** `taas sweep TAAS_MARGIN --inputs scenarios.parquet --out result.parquet`: a function over files of scenarios. */
export async function sweep(
  words: readonly string[],
  options: SweepOptions,
  catalogue: Catalogue,
  terminal: Terminal,
): Promise<Ended> {
  const question = parseSweep(words, options);
  scalarNamed(catalogue, question.text);
  const outputs = outputsOf(question.out);
  const database = await openDatabase(question.memory, `${outputs.folder}/spill`, terminal.interruption);
  let unfinished: Unfinished | undefined;
  try {
    const work = await workFor(question, outputs, catalogue, database, terminal);
    unfinished = await openUnfinished(database, outputs.folder, identityOf(work), question.restart);
    const before = unfinished.parts.length;
    if (before > 0 && !options.json) terminal.complain(`Going on after ${partsOf(before)} finished before.`);
    await compute(work, unfinished, terminal).catch(async (error: unknown) => {
      if (error instanceof Interrupted || error instanceof Failure) throw error;
      refuseChanged(work.inputs.files);
      if (!isDiskFull(error)) await work.scenarios.refuseBroken?.();
      throw error;
    });
    terminal.progress('Putting the parts together …');
    const found = await finish(work, unfinished);
    await unfinished.close(false);
    if (options.json) terminal.say(jsonOf(work, unfinished, found, before));
    else {
      terminal.say(answerOf(work, unfinished, found));
      complaintsOf(work, unfinished, found).forEach((line) => terminal.complain(line));
    }
    return unfinished.sum('bad') > 0 ? 'some bad' : 'fine';
  } catch (error) {
    const stopped = error instanceof Interrupted || terminal.interruption.aborted;
    const kept = error instanceof Failure || error instanceof Misuse ? 0 : (unfinished?.parts.length ?? 0);
    await unfinished?.close(kept > 0);
    const where =
      unfinished === undefined
        ? 'Nothing was changed'
        : kept === 0
          ? 'No part was finished'
          : `${partsOf(kept)} ${kept === 1 ? 'is' : 'are'} finished and kept in ${outputs.folder}`;
    if (stopped) {
      const sentence = `Stopped. ${where}; the same command goes on from there.`;
      if (options.json) terminal.say(JSON.stringify({ error: { sentence } }));
      else terminal.complain(sentence);
      return 'interrupted';
    }
    if (isDiskFull(error)) throw new Failure(`The disk is full. ${where}; make room and give the same command again.`);
    const sentence = diskSentence(error) ?? databaseSentence(error);
    throw sentence === undefined ? error : new Failure(sentence);
  } finally {
    terminal.progress('');
    database.close();
  }
}

const partsOf = (count: number): string => (count === 1 ? '1 part' : `${count} parts`);
const grouped = (x: number): string => x.toLocaleString('en-US');
const digits = (x: number): string => String(Number(x.toPrecision(12)));

interface Work {
  readonly question: SweepQuestion;
  readonly outputs: Outputs;
  readonly inputs: InputFiles;
  readonly scenarios: Scenarios;
  readonly varied: ReturnType<typeof variedColumns>;
  readonly subject: Subject;
  readonly columns: readonly ScenarioColumn[];
  readonly given: ReadonlySet<string>;
  readonly database: Database;
}

/** Everything that can be wrong before the first row is computed is found wrong here. */
async function workFor(
  question: SweepQuestion,
  outputs: Outputs,
  catalogue: Catalogue,
  database: Database,
  { interruption }: Terminal,
): Promise<Work> {
  const { inputs: path, rowsPerPart, csv } = question;
  const inputs = await inputFiles(path, database);
  await refuseOutputs(outputs, question, inputs, database);
  if (inputs.format === 'parquet' && (csv.decimal ?? csv.delimiter) !== undefined)
    throw new Misuse(`--decimal and --delimiter say how a CSV is written, and ${path} is Parquet.`);
  const scenarios =
    inputs.format === 'csv'
      ? openCsv(inputs.files, csv, rowsPerPart, database, interruption)
      : await openParquet(inputs.files, rowsPerPart, database);
  const { definition, given: inCall } = scalarNamed(catalogue, question.text);
  const given = new Set([...Object.keys(inCall), ...question.pairs.map(([name]) => name.trim().toLowerCase())]);
  const kept = keptColumns(path, scenarios, question.keep);
  const varied = variedColumns(path, scenarios, definition, question.columns, kept, given);
  const paths = varied.map((input) => input.path);
  const subject = rowSubject(catalogue, question.text, question.pairs, paths);
  const columns = scenarios.columns.map(({ name }): ScenarioColumn => {
    const input = varied.find((candidate) => candidate.name === name);
    return input ? { name, path: input.path } : { name };
  });
  const carried = scenarios.columns.filter(({ name }) => !varied.some((input) => input.name === name));
  const result = carried.find(({ name }) => sameName(name, printResult(subject.definition.name)));
  if (result) throw new Failure(`${path} has a column ${result.name}, as the result would be called: rename it.`);
  const differs = carried.find((one) => one.differs !== undefined);
  if (differs) throw new Failure(differs.differs!);
  if (question.columns === undefined) {
    const names = carried.map(({ name }) => name).filter((name) => !kept.includes(name));
    const free = Object.keys(definition.parameters).filter((name) => !paths.includes(name) && !given.has(name));
    refuseNear(path, names, free);
  }
  return { question, outputs, inputs, scenarios, varied, subject, columns, given, database };
}

/** Read once and soon: looking for values that repeat would not pay. */
const PART_FORMAT = '(FORMAT parquet, DICTIONARY_SIZE_LIMIT 1)';

const resultOf = ({ subject }: Work): string => printResult(subject.definition.name);

const queryFor = ({ subject, columns }: Work, table: string): string =>
  sqlOf(subject.definition, subject.inputs, { table, columns }, 'duckdb');

/** What must not have changed when a sweep goes on. */
const identityOf = (work: Work): { inputs: string; formula: string } => ({
  inputs: JSON.stringify(work.inputs.files.map(({ identity }) => identity)),
  formula: JSON.stringify([queryFor(work, 'slice'), work.question.csv, work.question.rowsPerPart]),
});

/** Computes slice after slice; each is a part once all of it is on the disk. */
async function compute(work: Work, unfinished: Unfinished, terminal: Terminal): Promise<void> {
  const { database, scenarios, columns, subject, varied, question } = work;
  const conditions = conditionsOf(subject.definition, subject.inputs, new Set(varied.map(({ path }) => path)));
  const finished = unfinished.parts.at(-1)?.end;
  const before = finished?.position ?? 0;
  const start = performance.now();
  const show = (done: number): void => {
    const seconds = (performance.now() - start) / 1000;
    const unit = scenarios.rowName === 'line' ? 'bytes' : 'rows';
    terminal.progress(progressLine(done, scenarios.size, before, seconds, unit));
  };
  show(before);
  for await (const { table, end } of scenarios.slices(finished, varied)) {
    const file = unfinished.file(unfinished.parts.length + 1);
    const copy = `COPY (${queryFor(work, table)}) TO ${quoted(file)} ${PART_FORMAT}`;
    const [[rows] = []] = await database.rows(copy);
    const empty = `SELECT count(*) FROM ${parquetTable([file])} WHERE ${column(resultOf(work))} IS NULL`;
    const [[without] = []] = await database.rows(empty);
    await unfinished.finish({ rows: Number(rows), end }, Number(without), rejectsQuery(table, columns, conditions));
    show(end.position);
    if (terminal.interruption.aborted) throw new Interrupted();
  }
  if (unfinished.sum('rows') === 0)
    throw new Failure(`${question.inputs} has no scenarios: expected a ${scenarios.rowName} for each.`);
}

/** What was found in the parts together. */
interface Found {
  readonly summary: Summary | undefined;
  readonly firstRejects: readonly Reject[];
}

/** Puts the parts together, and the result where it was asked for. */
async function finish(work: Work, unfinished: Unfinished): Promise<Found> {
  const { database, scenarios, question, outputs, inputs, columns } = work;
  const { out, rejects } = outputs;
  const table = parquetTable(unfinished.parts.map((_, i) => unfinished.file(i + 1)));
  const [result, list] = ['result', 'rejects'].map((name) => `${unfinished.folder}/${name}`) as [string, string];
  const format = /\.csv$/i.test(out) ? '(FORMAT csv, HEADER)' : '(FORMAT parquet)';
  await database.run(`COPY (SELECT * FROM ${table}) TO ${quoted(result)} ${format}`);
  const someBad = unfinished.sum('bad') > 0;
  const ofSeveralFiles = inputs.files.length > 1;
  if (someBad) await writeRejects(database, list, columns, scenarios.rowName, ofSeveralFiles);
  const summary = await summaryOf(database, table, resultOf(work));
  const first = someBad ? await firstRejects(database, ofSeveralFiles, TOLD) : [];
  refuseChanged(inputs.files);
  await refuseOutputs(outputs, question, inputs, database);
  if (someBad) renameSync(list, rejects);
  else rmSync(rejects, { force: true });
  renameSync(result, out);
  return { summary, firstRejects: first };
}

function complaintsOf({ scenarios: { rowName }, outputs }: Work, unfinished: Unfinished, found: Found): string[] {
  const bad = unfinished.sum('bad');
  if (bad === 0) return [];
  const first = found.firstRejects.map(
    ({ file, row, reason }) => `  ${file === undefined ? '' : `${file}, `}${rowName} ${row}: ${reason}.`,
  );
  const have = bad === 1 ? `${rowName} has` : `${rowName}s have`;
  const heading = `${grouped(bad)} bad ${have} no result; listed in ${outputs.rejects}:`;
  return [heading, ...first, ...(bad > first.length ? ['  …'] : [])];
}

/** All of it for programs. */
function jsonOf({ subject, outputs }: Work, unfinished: Unfinished, found: Found, before: number): string {
  const { summary, firstRejects } = found;
  const bad = unfinished.sum('bad');
  return JSON.stringify({
    function: subject.definition.name,
    out: outputs.out,
    rows: unfinished.sum('rows'),
    parts_finished_before: before,
    bad_rows: bad,
    rejects: bad > 0 ? outputs.rejects : null,
    first_rejects: firstRejects,
    rows_without_value: unfinished.sum('none'),
    mean: summary?.mean ?? null,
    sd: summary?.sd ?? null,
    quantiles: Object.fromEntries([...(summary?.quantiles ?? [])].map(([of, value]) => [`P${of * 100}`, value])),
  });
}

function answerOf(
  { subject, varied, columns, given, question, inputs: { files }, outputs }: Work,
  unfinished: Unfinished,
  { summary }: Found,
): string {
  const carried = columns.filter(({ path }) => path === undefined).map(({ name }) => name);
  const lines = settingsOf(
    subject,
    varied.map(({ path }) => path),
    given,
    carried,
  );
  lines.push(['rows', grouped(unfinished.sum('rows'))], ['bad rows', grouped(unfinished.sum('bad'))]);
  lines.push(['rows without value', grouped(unfinished.sum('none'))]);
  if (summary) {
    lines.push(['mean', digits(summary.mean)], ['sd', digits(summary.sd)]);
    for (const [quantile, value] of summary.quantiles) lines.push([`P${quantile * 100}`, digits(value)]);
  }
  const from = files.length === 1 ? question.inputs : `${question.inputs} (${grouped(files.length)} files)`;
  const first = `${subject.definition.name} over ${from}, in ${outputs.out}`;
  return [first, ...lines.map(([label, value]) => label.padEnd(20) + value)].join('\n');
}
