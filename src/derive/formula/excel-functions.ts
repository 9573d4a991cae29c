/** Of Excel's own functions those that stand in the formulas we write ourselves; any other is the sheet's to compute. */
import type { AstExpression } from '@borgar/fx/xlsx';
import type { CellValue } from './cells';
import type { ArgumentValue, Rows } from './values';

type Look = (node: AstExpression) => Promise<ArgumentValue>;
type Computed = CellValue | null | Rows | undefined;

/** What such a call comes to; undefined where it is used in another way than ours. */
export const EXCEL_FUNCTIONS: Readonly<
  Record<string, (args: readonly (AstExpression | null)[], look: Look) => Promise<Computed>>
> = {
  /** CHOOSE({1,2;3,4},"token_spend",B4,"fixed_fee",B5): an array with cells in it, which braces cannot have */
  async CHOOSE([index, ...choices], look) {
    const order = index && (await valueOf(index, look));
    if (!Array.isArray(order)) return undefined;
    const values = await Promise.all(choices.map(async (each) => (each ? valueOf(each, look) : undefined)));
    const chosen = (order as Rows).map((row) => row.map((at) => values[Number(at) - 1]));
    const isPlain = chosen.flat().every((each) => each !== undefined && typeof each !== 'object');
    return isPlain ? (chosen as CellValue[][]) : undefined;
  },
  /** IF(B4="",0.7,B4): a blank cell, and what stands in for it */
  async IF([test, yes, no], look) {
    if (test?.type !== 'BinaryExpression' || test.operator !== '=' || !yes || !no) return undefined;
    const [left, right] = await Promise.all(test.arguments.map((each) => valueOf(each, look)));
    if (right !== '' || left === undefined || Array.isArray(left)) return undefined;
    return valueOf(left === null || left === '' ? yes : no, look);
  },
  async TRANSPOSE([range], look) {
    const rows = range && (await valueOf(range, look));
    return Array.isArray(rows) ? (rows as Rows)[0]!.map((_, j) => (rows as Rows).map((row) => row[j]!)) : undefined;
  },
};

async function valueOf(node: AstExpression, look: Look): Promise<Computed> {
  const its = await look(node);
  return its.kind === 'value' || its.kind === 'cells' ? its.value : undefined;
}
