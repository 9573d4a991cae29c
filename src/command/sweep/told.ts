import { settingsOf } from './settings';
import type { Reject } from './rejects';
import type { Summary } from './summary';
import type { Unfinished } from './unfinished';
import type { Work } from './work';

/** What was found in the parts together. */
export interface Found {
  readonly summary: Summary | undefined;
  readonly firstRejects: readonly Reject[];
}

const grouped = (x: number): string => x.toLocaleString('en-US');
const digits = (x: number): string => String(Number(x.toPrecision(12)));

export function complaintsOf(
  { scenarios: { rowName }, outputs }: Work,
  unfinished: Unfinished,
  found: Found,
): string[] {
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
export function jsonOf({ subject, outputs }: Work, unfinished: Unfinished, found: Found, before: number): string {
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

export function answerOf(
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
