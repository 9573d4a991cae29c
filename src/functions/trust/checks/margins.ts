import { factValue } from '../../../book/facts';
import { pointOf } from '../../../book/series';
import type { Model } from './model';
import { halfDigit, percent, type Headline } from './row';

/** What the articles say of margins, against their own basis and against the filings. */
export const MARGINS: readonly Headline[] = [
  {
    fact: 'A01',
    name: 'AWS margin',
    basis: 'SEED',
    unit: 'margin',
    value: ({ number }) => number('aws_margin'),
    chosen: true,
    note: 'An input of the SEED basis.',
  },
  {
    fact: 'A01',
    name: 'AWS margin',
    basis: 'REPORTED',
    unit: 'margin',
    value: (model) => reported(model).margin,
    note: (model) => {
      const { ebit, revenue } = reported(model);
      return `${ebit} / ${revenue}; the article divides rounded $bn, ${ebit.toFixed(1)} / ${revenue.toFixed(1)}.`;
    },
  },
  {
    fact: 'B01',
    name: 'AWS margin change, quarter on quarter',
    basis: 'SEED',
    unit: 'bp',
    value: (model) => 10000 * changeOf(model),
    chosen: true,
    note: ({ number, on }) =>
      `Defines the ${percent(number('aws_margin_quarter_before'), 2)} of ${on.quarters.quarter_before}.`,
  },
  {
    fact: 'B01',
    name: 'AWS margin change, quarter on quarter',
    basis: 'REPORTED',
    unit: 'bp',
    value: (model) => 10000 * (reported(model).margin - reportedBefore(model).margin),
    note: (model) => {
      const [now, before] = [reported(model), reportedBefore(model)];
      const addedBack = (now.margin - changeOf(model)) * before.revenue - before.ebit;
      return `Reported ${percent(before.margin, 2)} to ${percent(now.margin, 2)}; the figures need $${addedBack.toFixed(1)}bn of ${model.on.quarters.quarter_before} cost added back to agree.`;
    },
  },
  {
    fact: 'A02',
    name: 'Extra operating income',
    basis: 'SEED',
    unit: 'usd_bn_quarter',
    value: (model) => extraIncome(model),
    note: (model) =>
      `${factValue('B01')} bp of ${reported(model).revenue} is $${extraIncome(model).toFixed(2)}bn: the two articles use two different bridges.`,
  },
  {
    fact: 'A02',
    name: 'Extra operating income',
    basis: 'REPORTED',
    unit: 'usd_bn_quarter',
    value: ({ ask }) => ask('TAAS_EBIT_BRIDGE[Rate]'),
    note: 'The rate effect of the reported quarters.',
  },
  {
    name: `AWS revenue behind $${factValue('A02').toFixed(1)}bn and ${factValue('B01')} bp`,
    unit: 'usd_bn_quarter',
    value: revenueBehind(factValue('A02')),
    quoted: ({ number }) => number('aws_revenue'),
    tolerance: revenueBehind(halfDigit('A02')),
    note: ({ number }) => {
      const [said, half] = [factValue('A02'), halfDigit('A02')];
      const range = [said - half, said + half].map((extra) => `$${revenueBehind(extra).toFixed(1)}bn`).join(' to ');
      return `A02, B01. $${said.toFixed(1)}bn from ${factValue('B01')} bp needs AWS revenue of ${range} a quarter; it reported ${number('aws_revenue').toFixed(1)}.`;
    },
  },
  {
    fact: 'A03',
    name: 'Google Cloud margin',
    unit: 'margin',
    value: ({ ask, on }) => ask(`TAAS_PEERS[Google Cloud, Margin ${on.quarters.now}]`),
    tolerance: (model) => halfDigit('A03') + googleRounding(model),
    note: (model) =>
      `The series has EBIT to $0.1bn, which alone moves the margin by ${(100 * googleRounding(model)).toFixed(2)} pp.`,
  },
  {
    name: 'Operating leverage, year on year',
    unit: 'ratio',
    value: ({ ask }) => ask('TAAS_OPERATING_LEVERAGE'),
    quoted: 1,
    tolerance: 0,
    claim: 'AT_LEAST',
    note: (model) => {
      const [now, before] = [reported(model), reportedBefore(model)];
      const args = { ebit1: now.ebit, ebit0: before.ebit, revenue1: now.revenue, revenue0: before.revenue };
      const onQuarterBefore = model.ask('TAAS_OPERATING_LEVERAGE', args);
      return `The article names operating leverage: true on the quarter before (${onQuarterBefore.toFixed(2)}), not on the year before, when EBIT grew more slowly than revenue.`;
    },
  },
];

const quarter = (ebit: number, revenue: number) => ({ ebit, revenue, margin: ebit / revenue });
const reported = ({ number }: Model) => quarter(number('aws_ebit'), number('aws_revenue'));
const reportedBefore = ({ number }: Model) =>
  quarter(number('aws_ebit_quarter_before'), number('aws_revenue_quarter_before'));

/** On the articles’ basis. */
const changeOf = ({ number }: Model): number => number('aws_margin') - number('aws_margin_quarter_before');
const extraIncome = (model: Model): number => changeOf(model) * model.number('aws_revenue');

/** The revenue of which so much is the change that the articles give. */
function revenueBehind(extra: number): number {
  return extra / (factValue('B01') / 10000);
}

/** What half of the last digit of Google’s EBIT, $0.1bn, does to its margin. */
const googleRounding = ({ on }: Model): number => 0.05 / pointOf(`GOOGLE_CLOUD.REVENUE.${on.quarters.now}`).value;
