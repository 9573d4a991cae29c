import { defineAnswer } from '../../catalogue/define';
import { inputsWith, knownParameter, type Pairs } from '../../catalogue/inputs';
import type { Definition } from '../../catalogue/define';
import type { Inputs } from '../../catalogue/call';
import { inputs, text, type Parameter } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { nativeOf } from '../../catalogue/readings';
import { withoutAssumption } from '../../catalogue/lift';
import { withFormula } from './parameters';

/** The longest formula that Excel takes. */
const LONGEST_FORMULA = 8192;

const CELLS = /^=?((?:'[^']+'!|\w+!)?\$?[A-Z]{1,3}\$?(\d{1,7})(?::\$?[A-Z]{1,3}\$?(\d{1,7}))?)$/i;
const COLUMNS = /([A-Z]{1,3})\$?\d+:\$?([A-Z]{1,3})/i;

export const TAAS_NATIVE = defineAnswer({
  name: 'TAAS_NATIVE',
  family: 'analysis',
  answers: 'The text of the same calculation as an Excel formula that needs no add-in.',
  parameters: {
    function: text('Name of the function.', { default: 'TAAS_MARGIN' }),
    inputs: inputs('Two columns, parameter name and value; a text such as "B4" or "C4:D6" is used as a reference.'),
  },
  result: { shape: 'cells', about: 'a text that starts with =' },
  onlyValue: 'it prints another reading',
  answer: (x, catalogue) => {
    const definition = withFormula(catalogue, x.function);
    if (definition.onlyValue) {
      throw new Problem('#N/A', `${definition.name} has no native formula: ${definition.onlyValue}.`, 'function');
    }
    const references = referencesIn(definition, x.inputs);
    const values = x.inputs.filter(([name]) => references[name.trim().toLowerCase()] === undefined);
    const formula = nativeOf(
      definition,
      { ...inputsWith(definition, values), ...placeholders(definition, references) },
      references,
    );
    if (formula.length <= LONGEST_FORMULA) return formula;
    const length = formula.length.toLocaleString('en-US');
    throw new Problem(
      '#N/A',
      `the native formula of ${definition.name} would have ${length} characters: Excel takes 8,192.`,
      'inputs',
    );
  },
  examples: [
    {
      args: { function: 'BEDROCK_REVENUE', inputs: [['ai_share', 'B4']] },
      gives:
        '=LET(aws_revenue,37.587,ai_share,B4,bedrock_share,0.37,ai_revenue,aws_revenue*ai_share,ai_revenue*bedrock_share)',
      says: 'with the AI share read from B4',
    },
    {
      args: { function: 'TAAS_RUN_RATE' },
      gives: '=LET(revenue,1.375,periods,4,monthly_subscriptions,0,revenue*periods+12*monthly_subscriptions)',
      says: 'for a colleague without the add-in',
    },
  ],
  related: ['TAAS_EXPLAIN'],
});

/** Parameters that are given as a reference: parameter → its text. */
function referencesIn(definition: Definition, pairs: Pairs): Record<string, string> {
  const references: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const match = typeof value === 'string' ? CELLS.exec(value.trim()) : null;
    if (!match) continue;
    const known = knownParameter(definition, name);
    const parameter = definition.parameters[known]!;
    if (!['number', 'list', 'tiers'].includes(parameter.kind)) {
      throw new Problem(
        '#VALUE!',
        `${known} is "${String(value)}": a reference cannot stand for it, since it shapes the formula.`,
        'inputs',
      );
    }
    checkShape(known, parameter, match);
    references[known] = match[1]!;
  }
  return references;
}

const rowsIn = (match: RegExpExecArray): number => Math.abs(Number(match[3] ?? match[2]) - Number(match[2])) + 1;

function checkShape(name: string, parameter: Parameter, match: RegExpExecArray): void {
  const columns = COLUMNS.exec(match[1]!);
  const width = columns ? Math.abs(columnNumber(columns[2]!) - columnNumber(columns[1]!)) + 1 : 1;
  const rows = rowsIn(match);
  const wanted =
    parameter.kind === 'number' ? 'one cell' : parameter.kind === 'tiers' ? 'two columns' : 'one row or column';
  const fits =
    parameter.kind === 'number'
      ? rows * width === 1
      : parameter.kind === 'tiers'
        ? width === 2
        : rows === 1 || width === 1;
  if (!fits) throw new Problem('#VALUE!', `${name} is "${match[1]!}": expected ${wanted}.`, 'inputs');
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** As many elements as the referenced range has cells; their values are never looked at. */
function placeholders(definition: Definition, references: Readonly<Record<string, string>>): Inputs {
  return Object.fromEntries(
    Object.entries(references).map(([name, reference]) => {
      const match = CELLS.exec(reference)!;
      const columns = COLUMNS.exec(reference);
      const width = columns ? Math.abs(columnNumber(columns[2]!) - columnNumber(columns[1]!)) + 1 : 1;
      const rows = rowsIn(match);
      const parameter = definition.parameters[name]!;
      if (parameter.kind === 'tiers') return [name, Array.from({ length: rows }, (_, i) => [i, 0])];
      if (parameter.kind === 'list') return [name, Array.from({ length: Math.max(rows, width) }, () => 0)];
      return [name, withoutAssumption(0)];
    }),
  );
}
