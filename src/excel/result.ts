import { quarters } from '../book/case';
import type { Assumption } from '../catalogue/assumption';
import { basisOf } from '../catalogue/basis';
import { unitAt, type Inputs, type Step, type Worked } from '../catalogue/call';
import type { Cell, Definition } from '../catalogue/define';
import { isAssumption } from '../catalogue/lift';
import { Problem, type ErrorCode } from '../catalogue/problem';
import { formatOf, type Unit } from '../catalogue/units';

/** A number that carries its format and, behind it, a card: Excel's DoubleCellValue (ExcelApi 1.19). */
interface RichNumber {
  readonly type: 'Double';
  readonly basicType: 'Double';
  readonly basicValue: number;
  readonly numberFormat: string;
  readonly properties?: Readonly<Record<string, RichNumber | RichText>>;
  readonly layouts?: object;
}

interface RichText {
  readonly type: 'String';
  readonly basicType: 'String';
  readonly basicValue: string;
}

export type Shown = number | string | boolean | RichNumber | CustomFunctions.Error;

/** What Excel is handed: one value, or rows that spill. Made anew for every caller, so that none writes on another's. */
export function shownIn(
  definition: Definition,
  inputs: Inputs,
  { answer, working }: Worked,
  rich: boolean,
): Shown | Shown[][] {
  if (!answer.single) {
    return answer.cells.map((row, i) => row.map((cell, j) => shownCell(cell, unitAt(answer, i, j), rich)));
  }
  const cell = answer.cells[0]![0]!;
  const unit = unitAt(answer, 0, 0);
  if (!rich || typeof cell !== 'number' || unit === undefined) return shownCell(cell, unit, rich);
  const behind = definition.formula
    ? card(definition, inputs, working)
    : answer.notes && noteCard(definition, answer.notes);
  return { ...number(cell, unit), ...behind };
}

function shownCell(cell: Cell, unit: Unit | undefined, rich: boolean): Shown {
  if (cell instanceof Problem) return excelError(cell);
  return rich && typeof cell === 'number' && unit !== undefined && unit !== 'plain' ? number(cell, unit) : cell;
}

const number = (value: number, unit: Unit): RichNumber => ({
  type: 'Double',
  basicType: 'Double',
  basicValue: value,
  numberFormat: formatOf(unit),
});

const text = (value: string): RichText => ({ type: 'String', basicType: 'String', basicValue: value });

/** The card: what the function answers, the working line by line, and the source of every default used. */
function card(definition: Definition, inputs: Inputs, working: readonly Step[]): Behind {
  const properties: Record<string, RichNumber | RichText> = { answers: text(definition.answers) };
  for (const { name, value } of working) properties[name] = line(value);
  const lines = Object.keys(properties);
  const sources: string[] = [];
  for (const [name, plain] of Object.entries(inputs)) {
    if (!isAssumption(plain)) continue;
    properties[`source_${name}`] = text(sourceOf(plain));
    sources.push(`source_${name}`);
  }
  const sections: object[] = [{ layout: 'List', title: 'Working', properties: lines }];
  if (sources.length > 0) {
    const basis = basisOf(definition.parameters, inputs);
    const title = `Base case ${quarters.now}${basis === undefined ? '' : `, basis ${basis}`}`;
    sections.push({ layout: 'List', title, collapsible: true, collapsed: true, properties: sources });
  }
  return {
    properties,
    layouts: { compact: { icon: 'Calculator' }, card: { title: definition.name, sections } },
  };
}

type Behind = Required<Pick<RichNumber, 'properties' | 'layouts'>>;

const line = (value: number): RichNumber => ({
  type: 'Double',
  basicType: 'Double',
  basicValue: value,
  numberFormat: '#,##0.0000',
});

const knownSources = new WeakMap<object, string>();

/** Who stands behind a default, put together once. */
function sourceOf(assumption: Assumption): string {
  let source = knownSources.get(assumption);
  if (source === undefined) knownSources.set(assumption, (source = `${assumption.standing}: ${assumption.source}`));
  return source;
}

/** The card of a number that was looked for rather than calculated. */
const noteCard = (definition: Definition, notes: Readonly<Record<string, string>>): Behind => ({
  properties: Object.fromEntries([
    ['answers', text(definition.answers)],
    ...Object.entries(notes).map(([name, note]) => [name, text(note)] as const),
  ]),
  layouts: {
    card: { title: definition.name, sections: [{ layout: 'List', properties: ['answers', ...Object.keys(notes)] }] },
  },
});

/** `CustomFunctions.Error` does not exist while the page loads, so it is looked up when it is needed. */
export function excelError(problem: Problem): CustomFunctions.Error {
  const code = CODES[problem.code];
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[code], problem.sentence);
}

const CODES: Readonly<Record<ErrorCode, keyof typeof CustomFunctions.ErrorCode>> = {
  '#VALUE!': 'invalidValue',
  '#N/A': 'notAvailable',
  '#DIV/0!': 'divisionByZero',
  '#NUM!': 'invalidNumber',
  '#NULL!': 'nullReference',
};
