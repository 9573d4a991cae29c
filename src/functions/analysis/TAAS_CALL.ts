import { onCases } from '../../analysis/on-cases';
import { caseAt } from '../../catalogue/block';
import { answerOf, type Answer } from '../../catalogue/call';
import { defineAnswer, type Block } from '../../catalogue/define';
import { flag, headers, text } from '../../catalogue/parameters';
import { orProblem, Problem } from '../../catalogue/problem';
import { functionNamed, type Named } from '../../catalogue/subject';
import { BLOCK_OF_CASES, CASE } from './parameters';

export const TAAS_CALL = defineAnswer({
  name: 'TAAS_CALL',
  family: 'analysis',
  answers: 'Any function on a block of cases: all cases side by side in one formula, or one of them.',
  parameters: {
    function: text(
      'Name of the function, a line of a table such as TAAS_PNL[EBIT], or a call whose arguments are the same in every case.',
      { required: true },
    ),
    cases: BLOCK_OF_CASES,
    case: CASE,
    strict: flag('TRUE: an input that has no row is an error; FALSE: it has the value of the base case.', false),
    headers,
  },
  result: { shape: 'cells', holds: 'value or table', about: 'a number, or the lines of a table, for each case' },
  onlyValue: 'it calls other functions',
  answer: (x, catalogue): Block => {
    const { found, cases, inputsAt } = onCases(catalogue, x);
    const answer = (at: number, labelled: boolean): Answer => {
      try {
        const inputs = inputsAt(at, labelled);
        return answerOf(functionNamed(found, inputs), inputs, catalogue);
      } catch (problem) {
        throw problem instanceof Problem ? cases.located(problem, at) : problem;
      }
    };
    if (x.case !== undefined) return answer(caseAt(cases, x.case), x.headers);
    if (cases.names[0] === '') return answer(0, x.headers);
    return sideBySide(found, cases.names, x.headers, (at) => answer(at, true));
  },
  examples: [
    {
      args: {
        function: 'TAAS_MARGIN',
        cases: [
          ['Name', 'Unit', '1Q26A', '2Q26E'],
          ['token_spend', '$bn a quarter', 2, 4.02],
          ['fixed_fee', '$bn a quarter', 0.7, 1.5],
          ['infra_cogs', '$bn a quarter', 0.55, 1.18],
        ],
        headers: false,
      },
      gives: [[0.55, 0.554425075427422]],
      says: 'spend doubles and the infrastructure follows it: the margin stays',
    },
    {
      args: {
        function: 'TAAS_MARGIN',
        cases: [
          ['Name', '1Q26A', '2Q26E'],
          ['token_spend', 2, 4.02],
          ['infra_cogs', 0.55, null],
        ],
        case: '2Q26E',
      },
      gives: '#VALUE!',
      says: 'a cost that is blank is never ours',
    },
    {
      args: { function: 'TAAS_MARGIN', cases: [['token_spend', 1]] },
      gives: 0.4,
      says: 'two columns without headings are one case',
    },
  ],
  related: ['TAAS_ASSUMPTIONS', 'TAAS_MARGIN', 'TAAS_PNL'],
});

/** Every case in a column of its own; one that fails shows its error there and nowhere else. */
function sideBySide(found: Named, names: readonly string[], headers: boolean, answer: (at: number) => Answer): Block {
  const answers = names.map((_, at) => orProblem(() => answer(at)));
  const some = answers.findIndex((each) => !(each instanceof Problem));
  if (some < 0) throw answers[0] as Problem;
  const lines = linesOf(found, answers[some] as Answer);
  const columns = answers.map((each, i) => {
    if (each instanceof Problem) return lines.labels.map(() => each);
    const { labels, values } = i === some ? lines : linesOf(found, each);
    if (labels.length === lines.labels.length && labels.every((label, row) => label === lines.labels[row]))
      return values;
    const sentence = `${found.definition.name} has other lines in ${names[i]!} than in ${names[some]!}: expected one case.`;
    throw new Problem('#VALUE!', sentence, 'case');
  });
  const cells = lines.labels.map((_, row) => columns.map((column) => column[row]!));
  const units = cells.map((row, i) => row.map(() => lines.units[i]));
  if (!headers) return { cells, units };
  return {
    cells: [[lines.corner, ...names], ...cells.map((row, i) => [lines.labels[i]!, ...row])],
    units: [[], ...units.map((row) => [undefined, ...row])],
  };
}

/** What a function answers for one case, as a column: its one number, or the values of a table that has one column. */
function linesOf({ definition, line }: Named, { cells, units, single }: Answer) {
  const name = line === undefined ? definition.name : `${definition.name}[${line}]`;
  if (single) return { corner: 'Case', labels: [name], values: [cells[0]![0]!], units: [units?.[0]?.[0]] };
  const [header, ...body] = cells;
  if (definition.result.shape !== 'table' || header!.length !== 2) {
    const sentence = `${definition.name} answers several columns for each case: expected a case, or a line and its column in brackets, as in TAAS_GROSS_NET[EBIT, Agent (net)].`;
    throw new Problem('#VALUE!', sentence, 'case');
  }
  return {
    corner: header![0]!,
    labels: body.map((row) => row[0]!),
    values: body.map((row) => row[1]!),
    units: body.map((_, i) => units?.[i + 1]?.[1]),
  };
}
