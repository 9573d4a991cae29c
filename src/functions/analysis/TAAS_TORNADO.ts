import { defineAnswer, type Block, type Cell } from '../../catalogue/define';
import { headers, inputs, share } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { base } from '../../book/assumptions';
import { SUBJECT } from './parameters';
import { changed, exactly, pathsOf, subjectOf, variedIn } from './vary';

/** One way: each numeric parameter by ±delta of its value, the others held. Those whose value is 0 have no ±delta. */
export const TAAS_TORNADO = defineAnswer({
  name: 'TAAS_TORNADO',
  family: 'analysis',
  answers: 'What moves a result most: each input lowered and raised by the same percentage, largest swing first.',
  parameters: {
    function: SUBJECT,
    inputs: inputs('Two columns, parameter name and value, that replace defaults.'),
    delta: share('How far each input is moved, as a share of its value.', { default: base.delta }),
    headers,
  },
  result: { shape: 'cells', about: 'a line for each input: result at its low, at its high, and the swing' },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Block => {
    const subject = subjectOf(catalogue, x.function, x.inputs);
    const { definition } = subject;
    const unit = definition.result.shape === 'number' ? definition.result.unit : 'plain';
    const delta = x.delta;
    const middle = exactly(definition, subject.inputs, catalogue);
    if (middle instanceof Problem) throw middle;
    const bars = pathsOf(subject)
      .filter((path) => definition.parameters[path]?.kind === 'number')
      .map((path) => variedIn(subject, path, 'inputs'))
      .filter((varied) => varied.base !== undefined && varied.base !== 0)
      .map((varied) => {
        const at = (factor: number): number | undefined => {
          const value = Number((varied.base! * factor).toPrecision(15));
          if (!varied.allows(value)) return undefined;
          const result = exactly(definition, changed(subject.inputs, varied, value), catalogue);
          return result instanceof Problem ? undefined : result;
        };
        const [low, high] = [at(1 - delta), at(1 + delta)];
        return { name: varied.path, low, high, swing: Math.abs((low ?? middle) - (high ?? middle)) };
      })
      .sort((a, b) => b.swing - a.swing);
    const cells = bars.map(({ low, high, swing }): Cell[] => [low ?? 'n/a', high ?? 'n/a', swing]);
    const units = cells.map((row) => row.map(() => unit));
    if (!x.headers) return { cells, units };
    return {
      cells: [['Input', 'Low', 'High', 'Swing'], ...cells.map((row, i) => [bars[i]!.name, ...row])],
      units: [[], ...units.map((row) => [undefined, ...row])],
    };
  },
  examples: [
    {
      args: { headers: false },
      gives: [
        [0.59, 0.51, 0.08],
        [0.525289575289575, 0.571993127147766, 0.0467035518581908],
        [0.528544061302682, 0.56937716262976, 0.0408331013270776],
        [0.529349904397706, 0.568717504332756, 0.03936759993505],
        [0.555, 0.545, 0.01],
      ],
      says: 'infrastructure cost, spend, fee, share rates, opex',
    },
    { args: { function: 'TAAS_PNL' }, gives: '#VALUE!', says: 'a table has no single result to move' },
  ],
  related: ['TAAS_GRID', 'TAAS_SIMULATE'],
});
