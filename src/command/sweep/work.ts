import { scalarNamed, type Subject } from '../../analysis/subject';
import type { Catalogue } from '../../catalogue/define';
import { printResult } from '../../catalogue/path';
import { sqlOf } from '../../catalogue/readings';
import type { ScenarioColumn } from '../../formula/print/sql/query';
import { Failure, Misuse } from '../problem';
import { rowSubject } from '../subject';
import type { Terminal } from '../terminal';
import { openCsv } from './csv-scenarios';
import type { Database } from './database';
import { inputFiles, type InputFiles } from './input-files';
import { refuseNear } from './near';
import { refuseOutputs, type Outputs } from './outputs';
import { openParquet } from './parquet-scenarios';
import type { SweepQuestion } from './question';
import type { Scenarios } from './scenarios';
import { sameName } from './schema';
import type { Identity } from './unfinished';
import { keptColumns, variedColumns } from './varied';

/** A sweep that can be computed. */
export interface Work {
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
export async function workFor(
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

export const resultOf = ({ subject }: Work): string => printResult(subject.definition.name);

export const queryFor = ({ subject, columns }: Work, table: string): string =>
  sqlOf(subject.definition, subject.inputs, { table, columns }, 'duckdb');

/** What must not have changed when a sweep goes on. */
export const identityOf = (work: Work): Identity => ({
  inputs: JSON.stringify(work.inputs.files.map(({ identity }) => identity)),
  formula: JSON.stringify([queryFor(work, 'slice'), work.question.csv, work.question.rowsPerPart]),
});
