/** TAAS_CALL without the add-in: the function's own formula, on the cells of each case. */
import { parseA1Ref } from '@borgar/fx/xlsx';
import { onCases, type OnCases } from '../../analysis/on-cases';
import { caseAt } from '../../catalogue/block';
import { orProblem, Problem } from '../../catalogue/problem';
import { functionNamed } from '../../catalogue/subject';
import { cellsOf } from '../../models/address';
import type { FormulaCall } from '../formula/calls';
import type { ArgumentValue, Sheet } from '../formula/values';
import { askedIn, type Argument } from './asked';
import { asItStands, guarded, nameIn, textsIn } from './block-cells';
import { nativeAnswer } from './native-call';
import type { NativeAnswer, NativeCell } from './native-cell';
import { not } from './not-native';

/** As the gate has read the arguments of a TAAS_CALL. */
interface Question {
  readonly function: string;
  readonly cases: readonly (readonly unknown[])[];
  readonly case?: string;
  readonly strict: boolean;
  readonly headers: boolean;
}

export async function nativeOnCases(call: FormulaCall, on: Sheet): Promise<NativeAnswer> {
  const { argument, plain } = await askedIn(call, on);
  const asked = plain as unknown as Question;
  const its = onCases(on.catalogue, asked);
  const { cases, found } = its;
  if (!found.definition.formula) {
    not(`${found.definition.name} has no formula: ${found.definition.onlyValue ?? 'it looks something up'}`);
  }
  const [block, which] = [argument('cases'), argument('case')];
  const column = columnOfHeading(block.value, which);
  const isKeptFree = which.value.kind === 'cells' && which.value.value === null;
  const at = asked.case === undefined ? undefined : caseAt(cases, asked.case);
  const isFollowed = column !== undefined && (isKeptFree || (at !== undefined && cases.columns[at] === column));
  const remarks = Object.keys(call.definition.parameters).flatMap((name) => {
    const { text, value } = argument(name);
    if (value.kind !== 'cells' || name === 'cases' || (name === 'case' && isFollowed)) return [];
    return [asItStands(name, text, value.value)];
  });

  /** What it answers in one case, and what the block decides there rather than gives. */
  function answerIn(which: number, labelled: boolean, isFixed: boolean, from = cases.columns[which]!): NativeAnswer {
    const inputs = its.inputsAt(which, labelled);
    const name = nameIn(block, on.sheet, isFixed);
    const { texts, remarks: decided } = textsIn(found.definition, cases, which, inputs, name, from);
    const { cells, isOne } = nativeAnswer(functionNamed(found, inputs), inputs, texts);
    return {
      cells: cells.map((row) => row.map((cell) => guarded(cell, Object.values(texts)))),
      isOne,
      remarks: decided,
    };
  }

  const told = (answer: NativeAnswer): NativeAnswer => ({ ...answer, remarks: [...remarks, ...answer.remarks] });
  if (isKeptFree) {
    // A column that is kept for the next case: what the others have, it will have.
    if (column === undefined) not(`case is ${which.text}, which is empty: expected the heading of a case`);
    const answers = cases.names.map((_, other) => orProblem(() => answerIn(other, asked.headers, false, column)));
    const some = answers.find((each) => !(each instanceof Problem));
    if (!some) throw answers[0] as Problem;
    return told(some as NativeAnswer);
  }
  if (at !== undefined) return told(answerIn(at, asked.headers, !isFollowed));
  if (cases.names[0] === '') return told(answerIn(0, asked.headers, true));
  const answers = cases.names.map((_, each) => orProblem(() => answerIn(each, true, false)));
  return sideBySide(its, asked, answers, remarks);
}

/**
 * The column of the block that a case is read from, counted from 0, where it is read as `F$4` is for the numbers in F:
 * then the formula may be filled to the right, and so may its native form.
 */
function columnOfHeading(block: ArgumentValue, which: Argument): number | undefined {
  if (block.kind !== 'cells' || which.value.kind !== 'cells') return undefined;
  const its = parseA1Ref(which.text);
  const range = its && 'range' in its ? its.range : undefined;
  if (!range || range.left == null || range.$left) return undefined;
  const { column, columns } = cellsOf(block.place.address);
  const at = range.left - column;
  return at > 0 && at < columns ? at : undefined;
}

/** Every case in a column of its own, as TAAS_CALL lays them out; one that fails shows its error there. */
function sideBySide(
  { found, cases }: OnCases,
  { headers }: Question,
  answers: readonly (NativeAnswer | Problem)[],
  remarks: readonly string[],
): NativeAnswer {
  const { definition, line } = found;
  const some = answers.find((each) => !(each instanceof Problem));
  if (!some) throw answers[0] as Problem;
  const first = some as NativeAnswer;
  const name = line === undefined ? definition.name : `${definition.name}[${line}]`;
  const lines = first.isOne ? [[{ text: name }]] : first.cells.slice(1);
  if (!first.isOne && first.cells[0]!.length !== 2) not(`${definition.name} answers several columns for each case`);
  const columns = answers.map((each, i) => {
    if (each instanceof Problem) return lines.map((): NativeCell => ({ error: each.code }));
    const its = each.isOne ? each.cells.map(([cell]) => cell!) : each.cells.slice(1).map(([, cell]) => cell!);
    return its.length === lines.length ? its : not(`${definition.name} has other lines in ${cases.names[i]!}`);
  });
  const told = answers.map((each, i) =>
    each instanceof Problem ? [`${cases.names[i]!} shows ${each.code}: ${each.sentence}`] : each.remarks,
  );
  const cells = lines.map((_, row) => columns.map((column) => column[row]!));
  const corner: NativeCell = first.isOne ? { text: 'Case' } : first.cells[0]![0]!;
  const heading = [corner, ...cases.names.map((text) => ({ text }))];
  return {
    cells: headers ? [heading, ...cells.map((row, i) => [lines[i]![0]!, ...row])] : cells,
    isOne: false,
    remarks: [...new Set([...remarks, ...told.flat()])],
  };
}
