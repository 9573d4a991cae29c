/** The call in a cell as the base of an analysis: what is typed in it, and what follows the cells of the sheet. */
import { looksAtTheSheet } from './references';
import { inputsOf, type Inputs } from '../../catalogue/call';
import type { Definition } from '../../catalogue/define';
import { withoutAssumption } from '../../catalogue/lift';
import { hasLines, linesIn } from '../../catalogue/line';
import { elementsOf } from '../../catalogue/numbers';
import { defaultOf, kindOf, parse, type Parameter } from '../../catalogue/parameters';
import { orProblem, Problem } from '../../catalogue/problem';
import { asNumber } from '../../catalogue/read';
import { isCellLike } from '../../catalogue/reference';
import type { Typed } from '../../catalogue/typed';
import { typed } from '../../derive/example';
import { addressOf, cellsOf } from '../../models/address';
import { referenceTo } from '../../derive/formula/address';
import type { FormulaCall } from '../../derive/formula/calls';
import { compute, type ArgumentValue, type Rows } from '../../derive/formula/values';
import type { Sheet } from '../formula/sheet';
import type { CellValue } from '../host';

/** An input that follows the sheet: its path, what it is at the moment, and the formula that says so. */
export interface Live {
  readonly path: string;
  readonly value: CellValue;
  readonly formula: string;
  /** the cell in which it stands, where it is the number in one */
  readonly cell?: string;
}

/** An input as the view lists it. */
export interface BaseLine {
  readonly name: string;
  /** the argument as it stands in the formula */
  readonly text: string;
}

export interface CellBase {
  readonly definition: Definition;
  /** of a table those that can be analysed */
  readonly lines: readonly string[];
  /** arguments that the call types, by parameter */
  readonly typed: Readonly<Record<string, Typed>>;
  /** all that it gives, as it is at the moment */
  readonly now: Readonly<Record<string, Typed>>;
  readonly live: readonly Live[];
  readonly inputs: Inputs;
  readonly given: readonly BaseLine[];
  /** what does not follow the sheet, in sentences */
  readonly notes: readonly string[];
}

/** CHOOSE takes 254 values, two for each input. */
const MOST_LIVE = 127;

/** What an analysis of a call starts from, or the Problem that says why there is none. */
export async function cellBase(call: FormulaCall, on: Sheet): Promise<CellBase | Problem> {
  const { definition, args } = call;
  const { name, formula, result } = definition;
  const computed = await compute(call, on);
  if ('why' in computed) {
    const sentence = `${computed.argument} is not known here, since ${computed.why}: put it in a cell of its own and refer to that.`;
    return new Problem('#N/A', sentence, computed.argument);
  }
  if (!formula || (result.shape !== 'number' && !hasLines(definition))) {
    const sentence = `${name} is not computed from numbers that can be varied: expected a function of one number or a table with lines.`;
    return new Problem('#N/A', sentence);
  }
  if ('problem' in computed) return computed.problem;
  const { inputs, values } = computed;
  const typedIn: Record<string, Typed> = {};
  const now: Record<string, Typed> = {};
  const live: Live[] = [];
  const notes: string[] = [];
  Object.entries(definition.parameters).forEach(([name, parameter], i) => {
    const value = values[i];
    const text = args[i]?.text ?? '';
    if (name === 'headers' || value === undefined || value.kind === 'blank' || value.kind === 'unknown') return;
    const fallback = defaultAt(definition, values, i);
    const whole = value.kind === 'cells' && isBlank(value.value) ? undefined : asTyped(value.value);
    if (whole !== undefined) now[name] = whole;
    if (value.kind === 'value' && !looksAtTheSheet(text)) {
      typedIn[name] = whole!;
      return;
    }
    const its = liveOf(definition, name, parameter, { value, text, fallback, sheet: on.sheet });
    if (its && live.length + its.length <= MOST_LIVE) {
      live.push(...its);
      if (whole === undefined && its.length > 0) now[name] = its[0]!.value;
      if (its.length === 0) notes.push(`${text} is blank: ${name} stays out of the formula.`);
      return;
    }
    typedIn[name] = whole!;
    notes.push(`${name} (${text}) goes into the formula as it is now: it will not follow the sheet.`);
  });
  return {
    definition,
    lines: hasLines(definition) ? linesIn(definition, inputs) : [],
    typed: typedIn,
    now,
    live,
    inputs,
    given: Object.keys(definition.parameters).flatMap((name, i) =>
      args[i] && args[i].text !== '' && name !== 'headers' ? [{ name, text: args[i].text }] : [],
    ),
    notes,
  };
}

/** What an argument would be, were it left out. */
function defaultAt(definition: Definition, values: readonly ArgumentValue[], at: number): unknown {
  const args = values.map((each, i) => (i === at || !('value' in each) ? null : each.value));
  const inputs = orProblem(() => inputsOf(definition, args, 'ANY'));
  return inputs instanceof Problem ? undefined : withoutAssumption(inputs[Object.keys(definition.parameters)[at]!]);
}

interface Given {
  readonly value: ArgumentValue & { readonly kind: 'value' | 'cells' };
  readonly text: string;
  readonly fallback: unknown;
  readonly sheet: string;
}

/** The pairs that say what an argument is; undefined where names and values cannot. */
function liveOf(
  definition: Definition,
  name: string,
  parameter: Parameter,
  { value, text, fallback, sheet }: Given,
): readonly Live[] | undefined {
  const its = value.value;
  if (!Array.isArray(its)) {
    if (value.kind === 'value') return [{ path: name, value: its as CellValue, formula: text }];
    const isScalar = fallback !== undefined && typeof fallback !== 'object' && defaultOf(parameter) !== undefined;
    if (its === null && !isScalar) return [];
    // A blank cell takes the base case, as in the call; in an array it would be 0.
    const instead = isScalar ? typed(fallback) : '""';
    const formula = `IF(${text}="",${instead},${text})`;
    return [{ path: name, value: (its ?? fallback) as CellValue, formula, ...cellOf(its, text) }];
  }
  const rows = its as Rows;
  if (kindOf(parameter).shape === 'cell') return undefined;
  if (isBlank(rows)) return [];
  const cells = rows.flatMap((row, i) => row.map((cell, j) => ({ cell, ...formulaAt(i, j) })));
  const filled = cells.filter(({ cell }) => cell !== null && cell !== '');
  const read = orProblem(() => parse(name, parameter, rows));
  const elements = read instanceof Problem ? [] : elementsOf(definition, { [name]: read }, name);
  // Whatever way the cells are read, each has to be the element that it is taken for.
  const isAlike =
    elements.length === filled.length &&
    elements.every(([, x], i) => x === asNumber(filled[i]!.cell) && x !== undefined);
  if (!isAlike || elements.length === 0) return undefined;
  return elements.map(([path], i): Live => {
    const { cell, formula, at } = filled[i]!;
    return { path, value: cell!, formula, ...(at !== undefined && cellOf(cell, at)) };
  });

  function formulaAt(i: number, j: number): { readonly formula: string; readonly at?: string } {
    if (value.kind === 'value') return { formula: `INDEX(${text},${i + 1},${j + 1})` };
    const { row, column } = cellsOf(value.place.address);
    const address = addressOf({ row: row + i, column: column + j });
    const at = referenceTo({ sheet: value.place.sheet, address }, sheet);
    return { formula: `IF(${at}="","",${at})`, at };
  }
}

const cellOf = (value: unknown, text: string): Pick<Live, 'cell'> =>
  typeof value === 'number' && isCellLike(text) ? { cell: text } : {};

const isBlank = (value: CellValue | null | Rows): boolean =>
  value === null || (Array.isArray(value) && (value as Rows).flat().every((cell) => cell === null));

/** A value as a call types it: a blank among others is "". */
const asTyped = (value: CellValue | null | Rows): Typed =>
  Array.isArray(value) ? (value as Rows).map((row) => row.map((cell) => cell ?? '')) : value;
