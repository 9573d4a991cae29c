/**
 * A new sheet with every example of every function: what this host answers beside what it should, and what else is to be
 * seen there. Whoever has that Excel proves it in a minute.
 */
import { call, inOrderOf } from '../../catalogue/call';
import type { Catalogue, Definition } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import { exampleFormula } from '../../derive/example';
import { addressOf } from '../../models/address';
import type { CellValue, Host, Progress } from '../host';
import { inSteps } from './findings';
import { OPEN_POINTS, TO_SEE } from './open-points';
import { paced, Stopped } from './paced';
import { typedValue } from './typed-value';
import { reasonOf } from '../reason-of';

export interface TestLine {
  readonly name: string;
  readonly says: string;
  readonly formula: string;
  readonly expected: readonly (readonly CellValue[])[];
  readonly row: number;
}

export interface Judged extends TestLine {
  readonly verdict: 'OK' | 'DIFFERS' | 'REFUSED';
  /** the first cell that differs, or why the host has not taken the formula */
  readonly note: string;
}

export interface Report {
  readonly sheet: string;
  readonly lines: readonly Judged[];
  readonly summary: string;
  readonly text: string;
}

const HEADINGS = ['Function', 'Example', 'Formula', 'Expected', 'Verdict', 'Note', 'What this host answers'] as const;
const ANSWERS = 6;
/** Under the title, the summary and the headings. */
const FIRST_ROW = 4;

interface With {
  readonly host: Host;
  readonly catalogue: Catalogue;
}

/** Every example, and what of the host is not known, each with the rows that its answer needs. */
export async function testLines(catalogue: Catalogue, progress?: Progress): Promise<readonly TestLine[]> {
  const lines: TestLine[] = [];
  let row = FIRST_ROW;
  const add = (line: Omit<TestLine, 'row'>): void => {
    lines.push({ ...line, row });
    row += line.expected.length;
  };
  const examples = catalogue.functions.flatMap((definition) =>
    definition.examples.map((example) => ({ definition, example })),
  );
  await paced(examples, progress, ({ definition, example }) => {
    const expected = answered(definition, example.args, catalogue);
    add({ name: definition.name, says: example.says, formula: exampleFormula(definition, example), expected });
  });
  for (const { point, formula, expected } of OPEN_POINTS) {
    const its = 'is' in expected ? expected.is : answered(catalogue.find(expected.of), {}, catalogue);
    add({ name: 'The host', says: point, formula, expected: its });
  }
  return lines;
}

function answered(definition: Definition, args: object, catalogue: Catalogue): readonly (readonly CellValue[])[] {
  const answer = call(definition, inOrderOf(definition, { ...args }), catalogue);
  if (answer instanceof Problem) return [[answer.code]];
  return answer.cells.map((row) => row.map((cell) => (cell instanceof Problem ? cell.code : cell)));
}

export async function selfTest({ host, catalogue }: With, progress: Progress): Promise<Report> {
  const step = inSteps(progress, 3);
  const lines = await testLines(catalogue, step());
  const sheet = await newSheet(host);
  const last = lines.at(-1)!;
  const end = last.row + last.expected.length;
  const began = Date.now();
  const refused = await enterAll(lines, sheet, end, host, step());
  const width = Math.max(...lines.map(({ expected }) => expected[0]!.length));
  const area = { row: FIRST_ROW, column: ANSWERS, rows: end - FIRST_ROW, columns: width };
  const shown = await settled(lines, { sheet, address: addressOf(area) }, host, step()!);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const judged = lines.map((line) => judge(line, shown, refused.get(line)));
  const ok = judged.filter(({ verdict }) => verdict === 'OK').length;
  const summary = `${ok} of ${judged.length} as they should be, within ${seconds} seconds.`;
  await writeDown(judged, summary, sheet, end, host);
  return { sheet, lines: judged, summary, text: textOf(judged, summary, await host.facts()) };
}

async function newSheet(host: Host): Promise<string> {
  const taken = new Set((await host.sheets()).map((name) => name.toLowerCase()));
  let name = 'TaaS self-test';
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `TaaS self-test ${i}`;
  await host.addSheet(name);
  return name;
}

/** Every formula at once; where the host does not take them so, each by itself, and why one is refused. */
async function enterAll(
  lines: readonly TestLine[],
  sheet: string,
  end: number,
  host: Host,
  progress: Progress | undefined,
): Promise<ReadonlyMap<TestLine, string>> {
  const column = Array.from({ length: end - FIRST_ROW }, (): CellValue[] => ['']);
  for (const { row, formula } of lines) column[row - FIRST_ROW] = [formula];
  const area = { row: FIRST_ROW, column: ANSWERS, rows: column.length, columns: 1 };
  const refused = new Map<TestLine, string>();
  try {
    await host.write({ place: { sheet, address: addressOf(area) }, formulas: column });
  } catch {
    await paced(lines, progress, async (line) => {
      const place = { sheet, address: addressOf({ row: line.row, column: ANSWERS }) };
      await host
        .write({ place, formulas: [[line.formula]] }, true)
        .catch((error: unknown) => refused.set(line, reasonOf(error)));
    });
  }
  return refused;
}

const WAIT_MS = 250;
const LONGEST_MS = 60_000;
const isWaiting = (value: CellValue | undefined): boolean =>
  value === '' || value === '#BUSY!' || value === '#GETTING_DATA' || value === '#CONNECT!';

/** What the answers show once they no longer change. */
async function settled(
  lines: readonly TestLine[],
  place: { readonly sheet: string; readonly address: string },
  host: Host,
  progress: Progress,
): Promise<readonly (readonly CellValue[])[]> {
  let before = '';
  for (let waited = 0; ; waited += WAIT_MS) {
    if (progress.isCancelled()) throw new Stopped();
    const shown = await host.values(place);
    const now = JSON.stringify(shown);
    const waiting = lines.filter(({ row }) => isWaiting(shown[row - FIRST_ROW]?.[0])).length;
    if ((waiting === 0 && now === before) || waited >= LONGEST_MS) return shown;
    progress.done(1 - waiting / lines.length);
    before = now;
    await new Promise((later) => setTimeout(later, WAIT_MS));
  }
}

function judge(line: TestLine, shown: readonly (readonly CellValue[])[], why: string | undefined): Judged {
  if (why !== undefined) return { ...line, verdict: 'REFUSED', note: why };
  for (const [i, row] of line.expected.entries()) {
    for (const [j, wanted] of row.entries()) {
      const got = shown[line.row - FIRST_ROW + i]?.[j] ?? '';
      if (isSame(got, wanted)) continue;
      const at = addressOf({ row: line.row + i, column: ANSWERS + j });
      return { ...line, verdict: 'DIFFERS', note: `${at} shows ${got}, expected ${wanted}` };
    }
  }
  return { ...line, verdict: 'OK', note: '' };
}

const isSame = (got: CellValue, wanted: CellValue): boolean =>
  typeof got === 'number' && typeof wanted === 'number'
    ? Math.abs(got - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted))
    : got === wanted;

/** What is expected, in one cell. */
const expectedIn = ({ expected }: TestLine): CellValue =>
  expected.length * expected[0]!.length === 1
    ? expected[0]![0]!
    : `a table of ${expected.length} × ${expected[0]!.length}`;

/** A cell holds so many characters. */
const LONGEST_TEXT = 32_000;

async function writeDown(
  lines: readonly Judged[],
  summary: string,
  sheet: string,
  end: number,
  host: Host,
): Promise<void> {
  const rows: CellValue[][] = Array.from({ length: end }, () => Array.from({ length: ANSWERS }, () => ''));
  rows[0]![0] = 'TaaS for Excel: self-test';
  rows[1]![0] = summary;
  rows[FIRST_ROW - 1] = HEADINGS.slice(0, ANSWERS);
  for (const line of lines) {
    // A formula in words: without the sign that would make it one.
    const told = [line.name, line.says, line.formula.slice(1), expectedIn(line), line.verdict, line.note];
    rows[line.row] = told.map((each) => typedValue(typeof each === 'string' ? each.slice(0, LONGEST_TEXT) : each));
  }
  for (const point of TO_SEE) rows.push(['To see', point, '', '', 'TO SEE', '']);
  await host.write({
    place: { sheet, address: addressOf({ row: 0, column: 0, rows: rows.length, columns: ANSWERS }) },
    formulas: rows,
  });
  const heading = { sheet, address: addressOf({ row: FIRST_ROW - 1, column: ANSWERS }) };
  await host.write({ place: heading, formulas: [[HEADINGS[ANSWERS]]] });
}

/** The report as text: the summary, the host, what differs, and what is to be seen. */
export function textOf(lines: readonly Judged[], summary: string, facts: Awaited<ReturnType<Host['facts']>>): string {
  const wrong = lines.filter(({ verdict }) => verdict !== 'OK');
  return [
    'TaaS for Excel: self-test',
    summary,
    ...facts.map(([name, value]) => `${name}: ${value}`),
    '',
    ...(wrong.length === 0
      ? ['Nothing differs.']
      : wrong.map((line) => `${line.verdict} ${line.formula}: ${line.note}`)),
    '',
    ...lines.filter(({ name }) => name === 'The host').map((line) => `${line.verdict} ${line.says}`),
    ...TO_SEE.map((point) => `TO SEE ${point}`),
  ].join('\n');
}
