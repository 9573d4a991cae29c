import { defineAnswer, unitOf, type Block, type Cell } from '../../catalogue/define';
import { flag, list, text } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { HELD, SUBJECT } from './parameters';
import { changed, checkRows, computer, exactly, pathsOf, subjectOf, variedIn, type Varied } from '../../analysis/vary';

/** What Excel's two-way Data Table would do, in one call. Rows are values of y, columns values of x. */
export const TAAS_GRID = defineAnswer({
  name: 'TAAS_GRID',
  family: 'analysis',
  answers: 'A two-way table of a function over the values of two of its inputs.',
  parameters: {
    function: SUBJECT,
    param_x: text('Input along the top, such as token_spend or tiers[2].rate.', { required: true }),
    values_x: list('plain', 'Its values.', { required: true, most: 250_000 }),
    param_y: text('Input down the side.', { required: true }),
    values_y: list('plain', 'Its values.', { required: true, most: 250_000 }),
    inputs: HELD,
    headers: flag('TRUE for the values along the top and down the side, FALSE for the results alone.', false),
  },
  result: { shape: 'cells', about: 'one row for each value of y, one column for each value of x' },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Block => {
    const subject = subjectOf(catalogue, x.function, x.inputs);
    const across = variedIn(subject, x.param_x, 'param_x', x.values_x);
    const down = variedIn(subject, x.param_y, 'param_y', x.values_y);
    if (across.path === down.path) {
      throw new Problem(
        '#VALUE!',
        `param_y is "${x.param_y}", which param_x is too: expected another input.`,
        'param_y',
      );
    }
    const xs = x.values_x;
    const ys = x.values_y;
    allowed('values_x', across, xs);
    allowed('values_y', down, ys);
    if (xs.length * ys.length > MOST_CELLS) {
      const sentence = `values_x and values_y make ${xs.length * ys.length} cells: expected at most ${MOST_CELLS}.`;
      throw new Problem('#VALUE!', sentence, 'values_x');
    }
    checkRows(subject, xs.length * ys.length, 'values_x', `values_x and values_y make ${xs.length * ys.length} cells`);
    const rows = [new Float64Array(xs.length * ys.length), new Float64Array(xs.length * ys.length)] as const;
    ys.forEach((y, i) => {
      rows[0].set(xs, i * xs.length);
      rows[1].fill(y, i * xs.length, (i + 1) * xs.length);
    });
    const results = new Float64Array(rows[0].length);
    computer(subject, [across, down])(rows, results);
    const { definition } = subject;
    const told = Math.ceil(MOST_READ / pathsOf(subject).length);
    const untold = new Problem('#N/A', `${definition.name} has no value here; the first ${told} such cells say why.`);
    let without = 0;
    const cells = ys.map((y, i) =>
      xs.map((value, j): Cell => {
        const result = results[i * xs.length + j]!;
        if (Number.isFinite(result)) return result;
        if (++without > told) return untold;
        return exactly(definition, changed(changed(subject.inputs, across, value), down, y), catalogue);
      }),
    );
    const unit = unitOf(definition);
    const units = cells.map((row) => row.map(() => unit));
    if (!x.headers) return { cells, units };
    return {
      cells: [[`${down.path} \\ ${across.path}`, ...xs], ...cells.map((row, i) => [ys[i]!, ...row])],
      units: [[undefined, ...xs.map(() => across.unit)], ...units.map((row) => [down.unit, ...row])],
    };
  },
  examples: [
    {
      args: { param_x: 'token_spend', values_x: [1, 2], param_y: 'infra_cogs', values_y: [0.45, 0.55, 0.65] },
      gives: [
        [0.5, 0.622727272727273],
        [0.4, 0.55],
        [0.3, 0.477272727272727],
      ],
      says: 'margin over spend and infrastructure cost',
    },
    {
      args: {
        param_x: 'tiers[3].rate',
        values_x: [0.3, 0.4],
        param_y: 'fixed_fee',
        values_y: [0.5, 0.7],
        headers: true,
      },
      gives: [
        ['fixed_fee \\ tiers[3].rate', 0.3, 0.4],
        [0.5, 0.461111111111111, 0.481914893617021],
        [0.7, 0.534905660377358, 0.55],
      ],
      says: 'the rate of the third tier against the fee',
    },
  ],
  related: ['TAAS_TORNADO', 'TAAS_SOLVE'],
});

const MOST_CELLS = 250_000;
/** A sentence is a calculation in decimals: all of them read no more numbers than this. */
const MOST_READ = 5_000;

function allowed(argument: string, varied: Varied, values: readonly number[]): void {
  const at = values.findIndex((value) => !varied.allows(value));
  if (at < 0) return;
  throw new Problem(
    '#VALUE!',
    `${argument} has ${values[at]!} in place ${at + 1}: ${varied.path} takes ${varied.expected}.`,
    argument,
  );
}
