import { defineAnswer, unitOf, type Block } from '../../catalogue/define';
import { number, text } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { spoken, type Unit } from '../../catalogue/units';
import type { Point } from '../../analysis/lookouts';
import { HELD, SUBJECT } from './parameters';
import { percentMeant } from '../../analysis/percent';
import { nearestRoot } from '../../analysis/root';
import { computer, subjectOf, variedIn, type Varied } from '../../analysis/vary';

/** Goal Seek for add-in functions. It never says that there is no such value: only that it found none, and where it looked. */
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
    const all = computer(subject, [varied]);
    const compute = ([xs]: readonly Float64Array[], ys: Float64Array): void => {
      all([xs!], ys);
      xs!.forEach((value, i) => varied.allows(value) || (ys[i] = NaN));
    };
    const found = nearestRoot(compute, target, low, high, base);
    const { root, isFlat, places, points } = found;
    const { name } = subject.definition;
    const unit = unitOf(subject.definition);
    const values = points.map(({ y }) => y).filter(Number.isFinite);
    const meant = percentMeant(target, unit, values);
    if (meant && Math.abs(target) >= NEVER_MEANT) {
      throw new Problem('#VALUE!', `target is ${target}, which is ${spoken(target, unit)}: ${meant}`, 'target');
    }
    if (root === undefined) {
      const wanted = spoken(target, unit);
      const sentence =
        found.jump === undefined
          ? `found no ${varied.path} between ${low} and ${high} that gives ${name} ${wanted} (no sign change): it is ${ends(points, unit)}`
          : `${name} jumps over ${wanted} at ${varied.path} ${Number(found.jump.toPrecision(6))}`;
      throw new Problem('#N/A', meant ? `${sentence}; ${meant}` : `${sentence}.`, 'target');
    }
    const several = isFlat
      ? `it is the target all along a stretch; this is the place in it nearest ${base}`
      : `it passes the target in ${places} places between ${low} and ${high}; this is the one nearest ${base}`;
    return {
      cells: [[root]],
      units: [[varied.unit]],
      notes: {
        [varied.path]: `gives ${name} ${spoken(target, unit)}`,
        evaluations: String(points.length),
        ...((isFlat || places > 1) && { several }),
      },
    };
  },
  examples: [
    {
      args: { target: 0.5, param: 'token_spend' },
      gives: 1.61805555555556,
      says: 'the spend at which the margin is 50%',
    },
    { args: { target: 0.6, param: 'infra_cogs' }, gives: 0.48125, says: 'the infrastructure cost that gives 60%' },
    {
      args: {
        function: 'TAAS_MARGIN(3,0.9,,{0,20%;1,25%;2,30%;3,35%},0.8,6%)',
        target: 0.5,
        param: 'infra_cogs',
      },
      gives: 0.726,
      says: 'the same for a deal with four tiers of one’s own',
    },
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

/** No share or margin that an analyst asks for is 1,000% or more. */
const NEVER_MEANT = 10;

/** What the function is at the lowest and the highest place that was looked at. */
function ends(points: readonly Point[], unit: Unit): string {
  const said = ({ x, y }: Point): string => `${Number.isFinite(y) ? spoken(y, unit) : 'without a value'} at ${x}`;
  return [...new Set([points[0]!, points.at(-1)!])].map(said).join(' and ');
}
