/** A formula with calls of ours as formulas of Excel's own, one for each cell that it fills. */
import { parse, tokenize, type AstExpression } from '@borgar/fx/xlsx';
import { callsIn, type FormulaCall } from '../formula/calls';
import type { CellValue } from '../formula/cells';
import type { Sheet } from '../formula/values';
import { nativeCall } from './native-call';
import { asPart, type NativeAnswer, type NativeCell } from './native-cell';
import { nativeGrid } from './native-grid';
import { nativeOnCases } from './native-on-cases';
import { not } from './not-native';

/** A part of a formula, and what stands for it. */
interface Part extends NativeAnswer {
  readonly start: number;
  readonly end: number;
  readonly function: string;
}

/** They ask another function, and each number of theirs is that one's formula. */
const ASKING: Readonly<Record<string, (call: FormulaCall, on: Sheet) => Promise<NativeAnswer>>> = {
  TAAS_CALL: nativeOnCases,
  TAAS_GRID: nativeGrid,
};

/** @param shows what the cells of the formula show now */
export async function nativeFormula(
  formula: string,
  on: Sheet,
  shows: readonly (readonly CellValue[])[] = [],
): Promise<NativeAnswer> {
  const parts: Part[] = [];
  let reached = 0;
  for (const call of callsIn(formula, on.catalogue)) {
    if (call.start < reached) continue; // within the one before, of which it is an argument
    reached = call.end;
    const inArgument = async (text: string): Promise<string> => {
      const { cells, isOne } = await nativeFormula(`=${text}`, on);
      return isOne ? asPart(cells[0]![0]!) : not(`${text} is a table in an argument`);
    };
    const asking = ASKING[call.definition.name];
    const answer = asking ? await asking(call, on) : await nativeCall(call, on, inArgument);
    parts.push({ ...answer, start: call.start, end: call.end, function: call.definition.name });
  }
  const remarks = [...new Set(parts.flatMap((part) => part.remarks))];
  const [only] = parts;
  if (only && parts.length === 1 && only.start === 1 && only.end === formula.length) return { ...only, remarks };
  if (parts.every(({ isOne }) => isOne))
    return { cells: [[{ formula: withParts(formula, parts) }]], isOne: true, remarks };
  const tree = treeOf(formula);
  const chosen = parts.map((part) => (part.isOne ? part : (outOfIndex(tree, part) ?? part)));
  const tables = chosen.filter(({ isOne }) => !isOne);
  const [table] = tables;
  if (!table) return { cells: [[{ formula: withParts(formula, chosen) }]], isOne: true, remarks };
  const within = `${table.function} answers a table within another formula`;
  const isLike = ({ cells }: Part): boolean =>
    cells.length === table.cells.length && cells[0]!.length === table.cells[0]!.length;
  if (!tables.every(isLike) || !(await isByCell(tree, chosen, on))) not(within);
  const cells = table.cells.map((row, i) =>
    row.map((_, j): NativeCell => {
      const here = chosen.map((part) => (part.isOne ? part : { ...part, cells: [[part.cells[i]![j]!]] }));
      return { formula: withParts(formula, here, shows[i]?.[j]) };
    }),
  );
  return { cells, isOne: false, remarks };
}

/** The formula with each part replaced by its one cell, without the = before it. */
function withParts(formula: string, parts: readonly Part[], shows?: CellValue): string {
  let [whole, at] = ['', 1];
  for (const { start, end, cells, isOne } of parts) {
    whole += formula.slice(at, start) + asPart(cells[0]![0]!, isOne ? undefined : shows);
    at = end;
  }
  return whole + formula.slice(at);
}

type Call = Extract<AstExpression, { type: 'CallExpression' }>;

function treeOf(formula: string): AstExpression {
  try {
    return parse(tokenize(formula, { withLocation: true }));
  } catch {
    return not('it cannot be read as a formula');
  }
}

const partAt = (node: AstExpression, parts: readonly Part[]): Part | undefined =>
  parts.find(({ start, end }) => node.loc?.[0] === start && node.loc[1] === end);

/** `INDEX(TAAS_PNL(),4,2)` is one cell of the table; undefined where the part stands otherwise. */
function outOfIndex(tree: AstExpression, part: Part): Part | undefined {
  const index = callAround(tree, part);
  if (!index || index.callee.name.toUpperCase() !== 'INDEX' || !index.loc) return undefined;
  const [row, column] = index.arguments.slice(1).map((each) => each?.type === 'Literal' && each.value);
  const { cells } = part;
  const isRow = cells.length === 1 && column === undefined;
  const [i, j] = isRow ? [1, row] : [row, column ?? (cells[0]!.length === 1 ? 1 : undefined)];
  const cell = typeof i === 'number' && typeof j === 'number' ? cells[i - 1]?.[j - 1] : undefined;
  return cell && { ...part, cells: [[cell]], isOne: true, start: index.loc[0]!, end: index.loc[1]! };
}

/** The call that a part is the first argument of. */
function callAround(node: AstExpression, part: Part): Call | undefined {
  if (node.type === 'CallExpression' && node.arguments[0] && partAt(node.arguments[0], [part])) return node;
  if (!('arguments' in node)) return undefined;
  for (const each of node.arguments) {
    const found = each && callAround(each, part);
    if (found) return found;
  }
  return undefined;
}

/** Answer for each cell of a table when they are given one. */
const FOR_EACH = ['IF', 'IFERROR', 'ROUND', 'ABS', 'NOT', 'ISNUMBER', 'ISBLANK', 'ISTEXT', 'N', 'TRIM', 'LEN', 'TEXT'];
/** Answer one value whatever they are given. */
const FOR_ALL = ['AND', 'OR', 'SUM', 'COUNT', 'COUNTA', 'MIN', 'MAX', 'AVERAGE'];
const OPERATORS = ['+', '-', '*', '/', '^', '&', '=', '<>', '<', '>', '<=', '>='];

/** Whether a formula makes each of its cells of the same cell of the tables in it, and of what is one value. */
async function isByCell(tree: AstExpression, parts: readonly Part[], on: Sheet): Promise<boolean> {
  const hasTable = (node: AstExpression): boolean => {
    const part = partAt(node, parts);
    if (part) return !part.isOne;
    return 'arguments' in node && node.arguments.some((each) => each && hasTable(each));
  };
  async function isKnown(node: AstExpression): Promise<boolean> {
    if (partAt(node, parts)) return true;
    switch (node.type) {
      case 'Literal':
        return true;
      case 'ReferenceIdentifier': {
        const place = await on.host.resolve(node.value, on.sheet);
        return place !== undefined && !place.address.includes(':');
      }
      case 'UnaryExpression':
        return ['+', '-', '%'].includes(node.operator) && isKnown(node.arguments[0]!);
      case 'BinaryExpression':
        return OPERATORS.includes(node.operator) && allKnown(node.arguments);
      case 'CallExpression': {
        const name = node.callee.name.toUpperCase();
        if (FOR_ALL.includes(name)) return !hasTable(node);
        // Of a table of conditions, Excel takes a branch for each; here the condition is one.
        if (name === 'IF' && node.arguments[0] && hasTable(node.arguments[0])) return false;
        return FOR_EACH.includes(name) && allKnown(node.arguments);
      }
      default:
        return false;
    }
  }
  async function allKnown(nodes: readonly (AstExpression | null)[]): Promise<boolean> {
    for (const node of nodes) if (node && !(await isKnown(node))) return false;
    return true;
  }
  return isKnown(tree);
}
