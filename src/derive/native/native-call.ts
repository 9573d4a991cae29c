/** A call of ours as Excel's own formulas: references stay references, and every number stays what it is. */
import { parseA1Ref } from '@borgar/fx/xlsx';
import { standIn } from '../../analysis/stand-in';
import { inputsOf, type Inputs } from '../../catalogue/call';
import type { Definition } from '../../catalogue/define';
import { withoutAssumption } from '../../catalogue/lift';
import { kindOf, type Parameter } from '../../catalogue/parameters';
import { nativeCellsOf, nativeOf } from '../../catalogue/readings';
import { digitsOf } from '../../formula/print/excel';
import type { FormulaCall } from '../formula/calls';
import { isConstant } from '../formula/is-constant';
import { referenceOf } from '../formula/references';
import { valuesOf, type ArgumentValue, type Sheet } from '../formula/values';
import { cellNames } from './cell-names';
import type { NativeAnswer, NativeCell } from './native-cell';
import { not } from './not-native';

/** The text of an argument with the calls of ours in it made native. */
export type InArgument = (text: string) => Promise<string>;

/** An argument as it stands in a formula, and what it comes to. */
interface Given {
  readonly text: string;
  readonly value: ArgumentValue;
}

export async function nativeCall(call: FormulaCall, on: Sheet, inArgument: InArgument): Promise<NativeAnswer> {
  const { definition, args } = call;
  if (!definition.formula) not(`${definition.name} has no formula: ${definition.onlyValue ?? 'it looks something up'}`);
  const values = await valuesOf(call, on);
  const given = args.map(({ text }, i): Given => ({ text, value: values[i]! }));
  const each = overRanges(definition, given, on.sheet);
  const { name, result } = definition;
  if (!each) return { ...(await answerTo(definition, given, on, inArgument)), remarks: [] };
  if (result.shape !== 'number') not(`${name} answers a table for each cell of a range`);
  const cells: NativeCell[][] = [];
  for (const row of each) {
    const line: NativeCell[] = [];
    for (const its of row) line.push((await answerTo(definition, its, on, inArgument)).cells[0]![0]!);
    cells.push(line);
  }
  return { cells, isOne: false, remarks: [] };
}

async function answerTo(
  definition: Definition,
  given: readonly Given[],
  on: Sheet,
  inArgument: InArgument,
): Promise<Pick<NativeAnswer, 'cells' | 'isOne'>> {
  const { inputs, texts } = await boundTo(definition, given, on, inArgument);
  return nativeAnswer(definition, inputs, texts);
}

/** What a function answers on these inputs, of which some stand in cells. */
export function nativeAnswer(
  definition: Definition,
  inputs: Inputs,
  texts: Readonly<Record<string, string>>,
): Pick<NativeAnswer, 'cells' | 'isOne'> {
  const bare = (formula: string): NativeCell => ({ formula: formula.slice(1) });
  if (definition.result.shape === 'number') {
    return { cells: [[bare(nativeOf(definition, inputs, texts))]], isOne: true };
  }
  const cells = nativeCellsOf(definition, inputs, texts).map((row) =>
    row.map((cell) => ('text' in cell ? cell : bare(cell.formula))),
  );
  return { cells, isOne: false };
}

/** Where a range stands for one number, a sheet answers for each cell of it: the arguments of each of these. */
function overRanges(
  { parameters }: Definition,
  given: readonly Given[],
  sheet: string,
): readonly (readonly (readonly Given[])[])[] | undefined {
  const kinds = Object.values(parameters).map(kindOf);
  const isSpread = ({ value }: Given, i: number): boolean =>
    kinds[i]?.shape === 'cell' && value.kind === 'cells' && Array.isArray(value.value);
  const spread = given.flatMap((its, i) => (isSpread(its, i) ? [rowsOf(its.value)] : []));
  if (spread.length === 0) return undefined;
  const rows = Math.max(...spread.map((each) => each.length));
  const columns = Math.max(...spread.map((each) => each[0]!.length));
  if (spread.some((each) => ![1, rows].includes(each.length) || ![1, columns].includes(each[0]!.length))) {
    not('it is given ranges of different sizes');
  }
  return Array.from({ length: rows }, (_r, i) =>
    Array.from({ length: columns }, (_c, j) =>
      given.map((its, at) => (isSpread(its, at) ? cellOf(its, i, j, sheet) : its)),
    ),
  );
}

const isOneEmpty = (value: ArgumentValue): boolean => value.kind === 'cells' && value.value === null;

type Cells = Extract<ArgumentValue, { kind: 'cells' }>;

const rowsOf = (value: ArgumentValue) => (value as Cells).value as Extract<Cells['value'], readonly unknown[]>;

/** One cell of a range, which a range of one row or column has for each. */
function cellOf({ text, value }: Given, row: number, column: number, sheet: string): Given {
  const rows = rowsOf(value);
  const { place } = value as Cells;
  const [i, j] = [rows.length === 1 ? 0 : row, rows[0]!.length === 1 ? 0 : column];
  const its = parseA1Ref(text);
  const range = its && 'range' in its ? its.range : undefined;
  const name = cellNames(text, place, sheet)(i, j, { row: range?.$top ?? true, column: range?.$left ?? true });
  return { text: name, value: { kind: 'cells', place, value: rows[i]![j]! } };
}

interface Bound {
  readonly inputs: Inputs;
  /** what the formula says for each parameter that is no constant */
  readonly texts: Readonly<Record<string, string>>;
}

async function boundTo(
  definition: Definition,
  given: readonly Given[],
  on: Sheet,
  inArgument: InArgument,
): Promise<Bound> {
  const parameters = Object.entries(definition.parameters);
  const plain = parameters.map(([name, parameter], i): unknown => {
    const value = given[i]?.value ?? { kind: 'blank' };
    if (value.kind === 'blank') return null;
    const { shape, numbers } = kindOf(parameter);
    const like = (length: number) => standIn(definition, name, length, {});
    // The formula is the same whatever only the sheet knows, and whatever a cell will hold that is empty yet.
    if (value.kind === 'unknown') return numbers && shape === 'cell' ? like(1) : not(`${name}: ${value.why}`);
    if (numbers && 'required' in parameter && isOneEmpty(value)) return like(1);
    return value.value;
  });
  const inputs = inputsOf(definition, plain);
  const texts: Record<string, string> = {};
  for (const [i, [name, parameter]] of parameters.entries()) {
    const its = given[i];
    if (!its || its.value.kind === 'blank' || isConstant(its.text)) continue;
    const data = withoutAssumption(inputs[name]);
    Object.assign(texts, await textsOf({ name, parameter, data, ...its }, on, inArgument));
  }
  return { inputs, texts };
}

interface Argument extends Given {
  readonly name: string;
  readonly parameter: Parameter;
  /** as the gate has read it */
  readonly data: unknown;
}

/** The texts that stand for an argument, or for its parts, in the formula. */
async function textsOf(
  { name, parameter, value, text, data }: Argument,
  on: Sheet,
  inArgument: InArgument,
): Promise<Readonly<Record<string, string>>> {
  const { shape, numbers } = kindOf(parameter);
  const cells = value.kind === 'cells' ? [value.value].flat(2) : undefined;
  const isBlank = cells?.every((cell) => cell === null) ?? false;
  if (!numbers) return isBlank ? {} : not(`${name} is ${text}, and decides which formula it is: type it instead`);
  const paths = (): string[] => numbers.elements(name, data as never).map(([path]) => path);
  // An empty cell takes the base case, as it does now; where there is none, there is no number.
  if ('required' in parameter && isOneEmpty(value)) return { [paths().at(-1)!]: `IF(${text}="",NA(),${text})` };
  if (isBlank && (shape !== 'cell' || typeof data !== 'number')) return {};
  if (!cells && shape !== 'cell') not(`${name} is ${text}: a formula has to name its cells`);
  if (!cells || !referenceOf(text, on.sheet)) return { [name]: `(${await inArgument(text)})` };
  if (isBlank) return { [name]: `IF(${text}="",${digitsOf(data as number)},${text})` };
  const odd = cells.find((cell) => typeof cell !== 'number');
  if (odd === null) not(`${name} is ${text}, where a cell is empty`);
  if (odd !== undefined) not(`${name} is ${text}, which holds ${JSON.stringify(odd)}: expected a number`);
  if (cells.length === 1) return { [paths().at(-1)!]: text };
  if (paths().length !== cells.length) not(`${name} is ${text}, of which not every cell is a number of its own`);
  return { [name]: text };
}
