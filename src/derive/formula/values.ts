/** What an argument comes to on the sheet, as far as that can be told without the sheet's own engine. */
import { parse, tokenize, type AstExpression } from '@borgar/fx/xlsx';
import { answerOf, inputsOf, workedAnswerOf, type Inputs, type Worked } from '../../catalogue/call';
import type { Catalogue } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import { snapped } from '../../catalogue/read';
import { callsIn, plainName, type FormulaCall } from './calls';
import type { CellReader, CellValue, Place } from './cells';
import { EXCEL_FUNCTIONS } from './excel-functions';
import { isError } from './is-error';

export type Rows = readonly (readonly (CellValue | null)[])[];

export type ArgumentValue =
  /** left out */
  | { readonly kind: 'blank' }
  /** a number, a text or an array as it is typed, or calculated from such */
  | { readonly kind: 'value'; readonly value: CellValue | Rows }
  /** cells: a blank one is null */
  | { readonly kind: 'cells'; readonly place: Place; readonly value: CellValue | null | Rows }
  /** only the sheet can tell, or it shows an error: why, as a half sentence */
  | { readonly kind: 'unknown'; readonly why: string };

/** The sheet that a formula stands on, and what answers the calls in it. */
export interface Sheet<Reader extends CellReader = CellReader> {
  /** what looks into its cells */
  readonly host: Reader;
  readonly sheet: string;
  readonly catalogue: Catalogue;
}

class Unknown extends Error {}
const unknown = (why: string): never => {
  throw new Unknown(why);
};

/** What each argument of a call comes to. */
export const valuesOf = (call: FormulaCall, on: Sheet): Promise<readonly ArgumentValue[]> =>
  Promise.all(call.args.map(({ text }) => valueOf(text, on)));

/** What a text comes to that stands where an argument does. */
export async function valueOf(text: string, on: Sheet): Promise<ArgumentValue> {
  if (text.trim() === '') return { kind: 'blank' };
  try {
    const tree = parse(tokenize(`=${text}`, { withLocation: true }));
    return await argument(tree, on);
  } catch (fault) {
    if (fault instanceof Unknown) return { kind: 'unknown', why: fault.message };
    if (fault instanceof Problem) return { kind: 'unknown', why: fault.sentence.replace(/\.$/, '') };
    return { kind: 'unknown', why: `${text} cannot be read as a part of a formula` };
  }
}

async function argument(node: AstExpression, on: Sheet): Promise<ArgumentValue> {
  const reference = referenceIn(node);
  if (reference === undefined) return { kind: 'value', value: await computed(node, on) };
  const place = await on.host.resolve(reference, on.sheet);
  if (!place) return unknown(`${reference} is no range of this workbook`);
  const rows = (await on.host.values(place)).map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const error = rows.flat().find(isError);
  if (error !== undefined) return unknown(`${reference} shows ${error}`);
  const isOne = rows.length === 1 && rows[0]!.length === 1;
  return { kind: 'cells', place, value: isOne ? rows[0]![0]! : rows };
}

/** `B4`, `spend` or `A5#`; undefined of what is none. */
function referenceIn(node: AstExpression): string | undefined {
  if (node.type === 'ReferenceIdentifier') return node.value;
  if (node.type === 'UnaryExpression' && node.operator === '#') {
    const its = referenceIn(node.arguments[0]!);
    return its && `${its}#`;
  }
  return undefined;
}

async function computed(node: AstExpression, on: Sheet): Promise<CellValue | Rows> {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.raw.startsWith('"')
        ? node.raw.slice(1, -1).replaceAll('""', '"')
        : node.value;
    case 'ErrorLiteral':
      return unknown(`it has ${node.value}`);
    case 'ArrayExpression':
      return Promise.all(
        node.elements.map((row) =>
          Promise.all(row.map(async (each) => scalar(await computed(each as AstExpression, on)))),
        ),
      );
    case 'ReferenceIdentifier': {
      const its = await argument(node, on);
      if (its.kind !== 'cells') return unknown('it is computed by the sheet');
      return its.value ?? 0;
    }
    case 'UnaryExpression': {
      if (node.operator === '#') {
        const its = await argument(node, on);
        return its.kind === 'cells' ? (its.value ?? 0) : unknown('it is computed by the sheet');
      }
      const x = scalar(await computed(node.arguments[0]!, on));
      if (node.operator === '@' || node.operator === '+') return x;
      return snapped(node.operator === '%' ? number(x) / 100 : -number(x));
    }
    case 'BinaryExpression':
      return binary(node.operator, ...(await operands(node.arguments, on)));
    case 'CallExpression':
      return called(plainName(node.callee.name), node, on);
    default:
      return unknown('it is computed by the sheet');
  }
}

const operands = async ([left, right]: readonly AstExpression[], on: Sheet): Promise<[CellValue, CellValue]> => [
  scalar(await computed(left!, on)),
  scalar(await computed(right!, on)),
];

const scalar = (x: CellValue | Rows): CellValue =>
  typeof x === 'object' ? unknown('it is computed from a range by the sheet') : x;

const number = (x: CellValue): number => (typeof x === 'number' ? x : unknown('it is computed by the sheet'));

/** Arithmetic on numbers as Excel has it; what Excel would make of texts and ranges is the sheet's to tell. */
function binary(operator: string, left: CellValue, right: CellValue): CellValue {
  if (operator === '&') return `${text(left)}${text(right)}`;
  const [x, y] = [number(left), number(right)];
  switch (operator) {
    case '+':
      return snapped(x + y);
    case '-':
      return snapped(x - y);
    case '*':
      return snapped(x * y);
    case '/':
      return y === 0 ? unknown('it divides by zero') : snapped(x / y);
    case '^': {
      const power = x ** y;
      return Number.isFinite(power) ? snapped(power) : unknown('it is computed by the sheet');
    }
    default:
      return unknown('it is computed by the sheet');
  }
}

const text = (x: CellValue): string => (typeof x === 'boolean' ? (x ? 'TRUE' : 'FALSE') : String(x));

/** What a call within the argument answers: one of ours, or one of Excel's that our own formulas have. */
async function called(
  name: string,
  { arguments: args }: { readonly arguments: readonly (AstExpression | null)[] },
  on: Sheet,
): Promise<CellValue | Rows> {
  const definition = on.catalogue.functions.find((each) => each.name === name);
  if (!definition) {
    const its = await EXCEL_FUNCTIONS[name]?.(args, (node) => argument(node, on));
    return its ?? unknown('it is computed by the sheet');
  }
  const values = await Promise.all(
    args.map(async (each): Promise<ArgumentValue> => (each ? argument(each, on) : { kind: 'blank' })),
  );
  const { cells, single } = answerOf(definition, inputsOf(definition, values.map(plain)), on.catalogue);
  const handed = (cell: unknown): CellValue => (cell instanceof Problem ? unknown(cell.sentence) : (cell as CellValue));
  return single ? handed(cells[0]![0]) : cells.map((row) => row.map(handed));
}

/** A value as a function is handed it; throws what is not known. */
function plain(value: ArgumentValue): unknown {
  if (value.kind === 'unknown') return unknown(value.why);
  return value.kind === 'blank' ? null : value.value;
}

/** A call computed again: what went in and what came out; or the sentence it fails with; or what only the sheet knows. */
export type Computed = { readonly values: readonly ArgumentValue[] } & (
  | { readonly inputs: Inputs; readonly worked: Worked }
  | { readonly problem: Problem }
  | { readonly argument: string; readonly why: string }
);

export async function compute(call: FormulaCall, on: Sheet): Promise<Computed> {
  const values = await valuesOf(call, on);
  const names = Object.keys(call.definition.parameters);
  const at = values.findIndex(({ kind }) => kind === 'unknown');
  const first = values[at];
  if (first?.kind === 'unknown') return { values, argument: names[at] ?? `argument ${at + 1}`, why: first.why };
  try {
    const inputs = inputsOf(call.definition, values.map(plain));
    const { formula } = call.definition;
    const worked = formula
      ? workedAnswerOf(call.definition, inputs, on.catalogue)
      : { answer: answerOf(call.definition, inputs, on.catalogue), working: [] };
    return { values, inputs, worked };
  } catch (problem) {
    if (problem instanceof Problem) return { values, problem };
    throw problem;
  }
}

/** The calls of ours in the formula of a cell, each computed again. */
export const callsComputed = (formula: string, on: Sheet): Promise<readonly (readonly [FormulaCall, Computed])[]> =>
  Promise.all(callsIn(formula, on.catalogue).map(async (call) => [call, await compute(call, on)] as const));
