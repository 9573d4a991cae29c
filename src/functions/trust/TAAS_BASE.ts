import { current, EARLIER, type Case } from '../../book/case';
import { plainly, type Assumption } from '../../catalogue/assumption';
import { defineAnswer, type Block } from '../../catalogue/define';
import { notFound } from '../../catalogue/catalogue';
import { text } from '../../catalogue/parameters';
import { parsePath, type Path } from '../../catalogue/path';
import { Problem } from '../../catalogue/problem';

export const TAAS_BASE = defineAnswer({
  name: 'TAAS_BASE',
  family: 'trust',
  answers: 'An assumption of the base case by name: one number, a row of numbers, or the tier table.',
  parameters: {
    name: text('Name of the assumption, such as token_spend, or of one number of it, such as tiers[2].rate.', {
      required: true,
    }),
  },
  result: { shape: 'cells', holds: 'value or table', about: 'the assumption’s value' },
  onlyValue: 'a look-up in the base case',
  answer: ({ name }, _, { base }: Case = current): Block => {
    const listed = Object.values<Assumption>(base);
    const earlier = EARLIER.flatMap((former) => Object.values<Assumption>(former.base));
    const { name: key, at, part } = parsePath(name) ?? { name: '' };
    const assumption = [...listed, ...earlier].find((known) => known.name === key || known.role === key);
    if (!assumption) {
      const names = listed.map((known) => known.name);
      throw notFound('base-case assumption', name, names, '#N/A', 'name');
    }
    const whole = plainly(assumption);
    const value = at === undefined ? whole : elementOf(whole, at, part);
    if (value === undefined)
      throw new Problem('#N/A', `${key} has no ${name}: expected ${key} alone, or one of its elements.`, 'name');
    const unit = part === 'from' ? 'usd_bn_quarter' : assumption.unit;
    if (typeof value === 'number') return { cells: [[value]], units: [[unit]] };
    const cells = (typeof value[0] === 'number' ? [value] : value) as number[][];
    return { cells, units: cells.map((row) => row.map(() => assumption.unit)) };
  },
  examples: [
    { args: { name: 'token_spend' }, gives: 2, says: 'gross token spend, $bn a quarter' },
    { args: { name: 'aws_margin_4q25' }, gives: 0.3567, says: '37.8% less 213 bp' },
    {
      args: { name: 'tiers' },
      gives: [
        [0, 0.25],
        [0.5, 0.35],
        [1.5, 0.4],
      ],
      says: 'the tier table',
    },
  ],
  related: ['TAAS_ASSUMPTIONS', 'TAAS_FACT'],
});

/** The number at a path, if there is one. */
function elementOf(whole: ReturnType<typeof plainly>, at: number, part: Path['part']): number | undefined {
  const row = Array.isArray(whole) ? whole[at - 1] : undefined;
  if (Array.isArray(row)) return part === undefined ? undefined : row[part === 'rate' ? 1 : 0];
  return part === undefined ? row : undefined;
}
