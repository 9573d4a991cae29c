import { defineAnswer, type Block } from '../../catalogue/define';
import { number, text } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { spoken } from '../../catalogue/units';
import { HELD, SUBJECT } from './parameters';
import { nearestRoot } from './root';
import { computer, subjectOf, variedIn, type Varied } from './vary';

/** Goal Seek for add-in functions. Sign changes are looked for first, so that a kink or a second root is not missed in silence. */
export const TAAS_SOLVE = defineAnswer({
  name: 'TAAS_SOLVE',
  family: 'analysis',
  answers: 'The value of one input that gives a function the result you want.',
  parameters: {
    function: SUBJECT,
    target: number('plain', 'The result to reach.', { required: true, min: -1e15, max: 1e15 }),
    param: text('The input to find, such as token_spend or tiers[2].rate.', { required: true }),
    low: number('plain', 'Where to look from; by default the least the input may be.', { min: -1e15, max: 1e15 }),
    high: number('plain', 'Where to look to; by default the most the input may be.', { min: -1e15, max: 1e15 }),
    inputs: HELD,
  },
  result: { shape: 'cells', about: 'the value of the input; the one nearest its base value where there are several' },
  onlyValue: 'it analyses other functions',
  answer: (x, catalogue): Block => {
    const subject = subjectOf(catalogue, x.function, x.inputs);
    const varied = variedIn(subject, x.param, 'param');
    const { target } = x;
    const low = x.low ?? varied.low;
    const high = x.high ?? varied.high;
    if (low > high) throw new Problem('#VALUE!', `low is ${low} and high is ${high}: expected low below high.`, 'low');
    checkEnd('low', x.low, low, varied);
    checkEnd('high', x.high, high, varied);
    const base = varied.base ?? Math.min(Math.max(0, low), high);
    const compute = computer(subject, [varied]);
    const { root, passes, jump, ends, evaluations } = nearestRoot(compute, target, low, high, base);
    if (root !== undefined) {
      const note = `it passes the target in ${passes} places between ${low} and ${high}; this is the one nearest ${base}`;
      return {
        cells: [[Number(root.toPrecision(15)) + 0]],
        units: [[varied.unit]],
        notes: {
          [varied.path]: `gives ${subject.definition.name} ${target}`,
          evaluations: String(evaluations),
          ...(passes > 1 && { several: note }),
        },
      };
    }
    const { name, result } = subject.definition;
    const unit = result.shape === 'number' ? result.unit : 'plain';
    if (jump !== undefined) {
      const at = `at ${varied.path} ${Number(jump.toPrecision(6))}`;
      throw new Problem('#N/A', `${name} jumps over ${spoken(target, unit)} ${at}.`, 'target');
    }
    const [first, last] = ends.map(({ x, y }) => [Number.isFinite(y) ? spoken(y, unit) : 'no value', x] as const);
    const sentence = `${name} does not reach ${spoken(target, unit)}: it is ${first![0]} at ${varied.path} ${first![1]} and ${last![0]} at ${last![1]}.`;
    throw new Problem('#N/A', sentence, 'target');
  },
  examples: [
    {
      args: { target: 0.5, param: 'token_spend' },
      gives: 1.61805555555556,
      says: 'the spend at which the margin is 50%',
    },
    { args: { target: 0.6, param: 'infra_cogs' }, gives: 0.48125, says: 'the infrastructure cost that gives 60%' },
    { args: { target: 0.99, param: 'infra_cogs', low: 0.1, high: 1 }, gives: '#N/A', says: 'says what the ends give' },
  ],
  related: ['TAAS_REQUIRED_SHARE', 'TAAS_GRID'],
});

function checkEnd(name: string, given: number | undefined, value: number, varied: Varied): void {
  if (given !== undefined && !varied.allows(given)) {
    throw new Problem('#VALUE!', `${name} is ${given}: ${varied.path} takes ${varied.expected}.`, name);
  }
  if (!Number.isFinite(value)) {
    throw new Problem('#VALUE!', `${name} is missing: ${varied.path} has no declared limit there.`, name);
  }
}
