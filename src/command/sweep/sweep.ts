import { renameSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { scalarNamed } from '../../analysis/subject';
import { conditionsOf } from '../../catalogue/conditions';
import type { Catalogue } from '../../catalogue/define';
import { diskSentence, isDiskFull } from '../disk';
import { Failure, Misuse } from '../problem';
import type { Terminal } from '../terminal';
import { column, databaseSentence, Interrupted, openDatabase, parquetTable, quoted } from './database';
import { refuseChanged } from './input-files';
import { AlreadyThere, outputsOf, refuseOutputs, refuseThere } from './outputs';
import { progressLine } from './progress';
import { notePut } from './put';
import { parseSweep, type SweepOptions } from './question';
import { firstRejects, rejectsQuery, writeRejects } from './rejects';
import { summaryOf } from './summary';
import { answerOf, complaintsOf, jsonOf, type Found } from './told';
import { openUnfinished, sync, type Unfinished } from './unfinished';
import { identityOf, queryFor, resultOf, workFor, type Work } from './work';

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
    const identity = identityOf(work);
    refuseThere(outputs, question.force, identity);
    unfinished = await openUnfinished(database, outputs.folder, identity, question.restart);
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
    const isInVain = (error instanceof Failure && !(error instanceof AlreadyThere)) || error instanceof Misuse;
    const kept = isInVain ? 0 : (unfinished?.parts.length ?? 0);
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
    if (error instanceof AlreadyThere && kept > 0) throw new Failure(`${error.sentence} ${where}.`);
    if (isDiskFull(error)) throw new Failure(`The disk is full. ${where}; make room and give the same command again.`);
    const sentence = diskSentence(error) ?? databaseSentence(error);
    throw sentence === undefined ? error : new Failure(sentence);
  } finally {
    terminal.progress('');
    database.close();
  }
}

const partsOf = (count: number): string => (count === 1 ? '1 part' : `${count} parts`);

/** Read once and soon: looking for values that repeat would not pay. */
const PART_FORMAT = '(FORMAT parquet, DICTIONARY_SIZE_LIMIT 1)';

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

/** Puts the parts together, and the result where it was asked for. */
async function finish(work: Work, unfinished: Unfinished): Promise<Found> {
  const { database, scenarios, question, outputs, inputs, columns } = work;
  const { out, rejects } = outputs;
  const table = parquetTable(unfinished.parts.map((_, i) => unfinished.file(i + 1)));
  const [result, list] = ['result', 'rejects'].map((name) => `${unfinished.folder}/${name}`) as [string, string];
  const format = /\.csv$/i.test(out) ? '(FORMAT csv, HEADER)' : '(FORMAT parquet)';
  await database.run(`COPY (SELECT * FROM ${table}) TO ${quoted(result)} ${format}`);
  await sync(result);
  const someBad = unfinished.sum('bad') > 0;
  const ofSeveralFiles = inputs.files.length > 1;
  if (someBad) await writeRejects(database, list, columns, scenarios.rowName, ofSeveralFiles);
  const summary = await summaryOf(database, table, resultOf(work));
  const first = someBad ? await firstRejects(database, ofSeveralFiles, TOLD) : [];
  refuseChanged(inputs.files);
  await refuseOutputs(outputs, question, inputs, database);
  refuseThere(outputs, question.force, identityOf(work));
  notePut(unfinished.folder, someBad ? [list, result] : [result], identityOf(work));
  if (someBad) renameSync(list, rejects);
  else rmSync(rejects, { force: true });
  renameSync(result, out);
  return { summary, firstRejects: first };
}
