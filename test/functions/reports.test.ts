/** What people who do this job ran into elsewhere, and what attacks found here: each case stands for its kind. */
import { call, callByName, type Answer } from '../../src/catalogue/call';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import book from '../vectors/reports.json';
import { catalogue, difference, sameTo, type Arguments } from './cell';

interface Report {
  readonly id: string;
  readonly kind: string;
  readonly note?: string;
  readonly call: { readonly function: string; readonly args: Arguments | readonly unknown[] };
  /** a number, a body of numbers, an error, a text that must or must not be in the answer; null: any answer */
  readonly expected: null | number | readonly (readonly number[])[] | Readonly<Record<string, string>>;
  readonly tolerance?: number;
}

const reports = book.cases as unknown as readonly Report[];
const names = new Set(functions.map((definition) => definition.name));

const answered = ({ call: { function: name, args } }: Report): Answer | Problem => {
  const definition = catalogue.find(name);
  return Array.isArray(args) ? call(definition, args, catalogue) : callByName(definition, args as Arguments, catalogue);
};

/** The first cell as a text, or the Problem inside it. */
const shown = (answer: Answer | Problem): Problem | string => {
  if (answer instanceof Problem) return answer;
  const cell = answer.cells[0]![0]!;
  return cell instanceof Problem ? cell : String(cell);
};

test.each(reports.map((report) => [report.id, report.kind, report] as const))('%s %s', (_id, _kind, report) => {
  const answer = answered(report);
  const { expected, tolerance = 1e-10 } = report;
  if (expected === null) return expect(answer).not.toBeUndefined();
  if (typeof expected === 'object' && !Array.isArray(expected)) {
    const { error, includes, not } = expected as Readonly<Record<string, string>>;
    const first = shown(answer);
    if (error !== undefined) expect(first).toMatchObject({ code: error });
    if (includes !== undefined) expect(first).toContain(includes);
    if (not !== undefined && !(first instanceof Problem)) expect(first).not.toContain(not);
    return undefined;
  }
  if (answer instanceof Problem) throw answer;
  const rows = typeof expected === 'number' ? [[expected]] : (expected as readonly (readonly number[])[]);
  expect(difference(answer.cells, rows, (got, wanted) => sameTo(tolerance, got, wanted, 1e-9))).toBeUndefined();
  return undefined;
});

test('no report waits for its function', () => {
  expect(reports.filter((report) => !names.has(report.call.function)).map((report) => report.id)).toEqual([]);
});
