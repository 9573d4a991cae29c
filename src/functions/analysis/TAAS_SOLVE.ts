import { defineAnswer, type Block } from '../../catalogue/define';
import { inputs, number, text } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { spoken } from '../../catalogue/units';
import { brent, lookouts } from './root';
import { computer, subjectOf, variedIn, type Varied } from './vary';

/** Points looked at before a bracket is chosen, and at most so many more inside it: 60 evaluations in all. */
const LOOKOUTS = 24;
const REFINEMENTS = 36;

/** Goal Seek for add-in functions. Sign changes are looked for first, so that a kink or a second root is not missed in silence. */
export const TAAS_SOLVE = defineAnswer({
  name: 'TAAS_SOLVE',
  family: 'analysis',
  answers: 'The value of one input that gives a function the result you want.',
  parameters: {
    function: text('Name of a function that returns one number.', { default: 'TAAS_MARGIN' }),
    target: number('plain', 'The result to reach.', { required: true, min: -1e15, max: 1e15 }),
    param: text('The input to find, such as token_spend or tiers[2].rate.', { required: true }),
    low: number('plain', 'Where to look from; by default the least the input may be.', { min: -1e15, max: 1e15 }),
    high: number('plain', 'Where to look to; by default the most the input may be.', { min: -1e15, max: 1e15 }),
    inputs: inputs('Two columns, parameter name and value, that replace defaults.'),
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
    const compute = computer(subject, [varied]);
    const xs = lookouts(low, high, varied.base ?? (low + high) / 2, LOOKOUTS);
    const ys = new Float64Array(xs.length);
    compute([Float64Array.from(xs)], ys);
    const gaps = ys.map((y) => y - target);
    const [one, result] = [new Float64Array(1), new Float64Array(1)];
    let evaluations = xs.length;
    const gap = (value: number): number => {
      evaluations += 1;
      one[0] = value;
      compute([one], result);
      return result[0]! - target;
    };
    const base = varied.base ?? low;
    const distance = (value: number): number => Math.abs(value - base);
    const exact = xs.filter((_, i) => gaps[i] === 0);
    const brackets = xs
      .slice(1)
      .flatMap((right, i) => (gaps[i]! * gaps[i + 1]! < 0 ? [{ i, left: xs[i]!, right }] : []));
    brackets.sort(
      (p, q) => Math.min(distance(p.left), distance(p.right)) - Math.min(distance(q.left), distance(q.right)),
    );
    const nearest = brackets[0];
    const touched = exact.sort((p, q) => distance(p) - distance(q))[0];
    const several = brackets.length + exact.length;
    const note =
      several > 1
        ? `${several} values reach the target between ${low} and ${high}; this is the one nearest ${base}`
        : '';
    const found = (value: number): Block => ({
      cells: [[Number(value.toPrecision(15)) + 0]],
      units: [[varied.unit]],
      notes: { [varied.path]: `gives ${x.function.toUpperCase()} ${target}`, evaluations: String(evaluations), ...(note && { several: note }) },
    });
    if (
      touched !== undefined &&
      (!nearest || distance(touched) <= Math.min(distance(nearest.left), distance(nearest.right)))
    )
      return found(touched);
    const unit = subject.definition.result.shape === 'number' ? subject.definition.result.unit : 'plain';
    const say = (value: number): string => (Number.isFinite(value) ? spoken(value, unit) : 'no value');
    if (!nearest) {
      const ends = `${say(ys[0]!)} at ${varied.path} ${xs[0]!} and ${say(ys.at(-1)!)} at ${xs.at(-1)!}`;
      throw new Problem(
        '#N/A',
        `${subject.definition.name} does not reach ${spoken(target, unit)}: it is ${ends}.`,
        'target',
      );
    }
    const root = brent(gap, nearest.left, gaps[nearest.i]!, nearest.right, gaps[nearest.i + 1]!, REFINEMENTS);
    if ('root' in root) return found(root.root);
    throw new Problem(
      '#N/A',
      `${subject.definition.name} jumps over ${spoken(target, unit)} at ${varied.path} ${Number(root.jump[0].toPrecision(8))}.`,
      'target',
    );
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
