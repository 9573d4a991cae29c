import { plainly } from '../../../catalogue/assumption';
import type { Catalogue } from '../../../catalogue/define';
import type { Model } from './model';
import { QUOTABLE, standsInItsQuote } from './quotation';
import type { Identity } from './row';

/** What must hold on any base case: its numbers fit together, and functions that say the same agree. */
export const IDENTITIES: readonly Identity[] = [
  {
    name: 'Margin bridge adds up',
    unit: 'bp',
    value: ({ ask }) => ask('TAAS_MARGIN_BRIDGE[Total, Total]'),
    quoted: ({ number }) => 10000 * (number('aws_margin') - number('aws_margin_quarter_before')),
    note: 'total of the segments = change of the margin',
  },
  {
    name: 'EBIT as agent = as principal',
    unit: 'usd_bn_quarter',
    value: ({ ask }) => ask('TAAS_GROSS_NET[EBIT, Principal (gross)]'),
    quoted: ({ ask }) => ask('TAAS_GROSS_NET[EBIT, Agent (net)]'),
    note: 'booking gross or net moves revenue, not profit',
  },
  {
    name: 'Dollar bridge adds up',
    unit: 'usd_bn_quarter',
    value: ({ ask }) => ask('TAAS_EBIT_BRIDGE[Total]'),
    quoted: ({ number }) => number('aws_ebit') - number('aws_ebit_quarter_before'),
    note: 'volume + rate = change of EBIT',
  },
  {
    name: 'Segment revenues add up',
    unit: 'usd_bn_quarter',
    value: ({ numbers }) => sum(numbers('segment_revenues')),
    quoted: ({ number }) => number('aws_revenue'),
    note: 'Core + AI IaaS + Bedrock = AWS',
  },
  {
    name: 'Segment shares sum to 1',
    unit: 'share',
    value: ({ number, numbers }) => sum(numbers('segment_revenues').map((revenue) => revenue / number('aws_revenue'))),
    quoted: 1,
    note: 'of AWS revenue',
  },
  {
    name: 'Bedrock is at most AI',
    unit: 'usd_bn_quarter',
    value: ({ number }) => number('bedrock_net_revenue'),
    quoted: ({ number }) => number('aws_revenue') * number('ai_share'),
    claim: 'AT_MOST',
    note: 'a segment cannot exceed what it is part of',
  },
  {
    name: 'Probabilities sum to 1',
    unit: 'share',
    value: ({ catalogue }) => sum(demandCases(catalogue)),
    quoted: 1,
    note: 'of the demand cases',
  },
  {
    name: 'First tier starts at 0',
    unit: 'usd_bn_quarter',
    value: (model) => thresholds(model)[0]!,
    quoted: 0,
    note: 'the tier table covers all spend',
  },
  {
    name: 'Tiers ascend',
    unit: 'count',
    value: (model) => thresholds(model).filter((from, i, all) => i > 0 && from > all[i - 1]!).length,
    quoted: (model) => thresholds(model).length - 1,
    note: 'thresholds in order',
  },
  {
    name: 'Run-rate is annual',
    unit: 'usd_bn_year',
    value: ({ ask }) => ask('TAAS_RUN_RATE'),
    quoted: ({ number }) => 4 * number('bedrock_net_revenue'),
    note: 'four quarters of net revenue',
  },
  {
    name: 'Bottom-up COGS',
    unit: 'usd_bn_quarter',
    value: (model) => (tokens(model) * model.ask('TAAS_BLENDED_TOKEN_COST')) / 1000,
    quoted: ({ number }) => number('infra_cogs'),
    tolerance: ({ number }) => 0.02 * number('infra_cogs'),
    chosen: true,
    note: 'the fleet that serves the tokens costs what the deal assumes, within 2%; its chips and price were chosen so',
  },
  {
    name: 'Bottom-up megawatts',
    unit: 'mw',
    value: (model) => fleetMegawatts(model),
    quoted: ({ number }) => number('mw'),
    tolerance: ({ number }) => 0.02 * number('mw'),
    chosen: true,
    note: 'the fleet that serves the tokens, within 2%; its chips were chosen so',
  },
  {
    name: 'Data book inside its quotes',
    unit: 'count',
    value: QUOTABLE.filter(standsInItsQuote).length,
    quoted: QUOTABLE.length,
    note: 'each figure is a number of its own quotation, within half its last digit',
  },
];

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

/** The probabilities of the documented demand cases. */
const demandCases = (catalogue: Catalogue): readonly number[] =>
  catalogue.find('TAAS_EXPECTED_MARGIN').examples[0]!.args['probabilities'] as unknown as readonly number[];

const thresholds = ({ on }: Model): number[] => (plainly(on.base.tiers) as number[][]).map(([from]) => from!);

/** Tokens of the quarter, trillions: what is spent over the price of a token. */
const tokens = ({ number }: Model): number => (number('token_spend') * 1000) / number('token_price');

/** IT power of the fleet that serves them: each kind of chip its share, over what one MW of it serves. */
function fleetMegawatts(model: Model): number {
  const { number, ask } = model;
  const custom = number('custom_share');
  const served = (kind: 'trainium' | 'gpu'): number => {
    const args = { mw: 1, kw_per_chip: number(`${kind}_kw`), tokens_per_sec: number(`${kind}_tokens_per_sec`) };
    return ask('TAAS_MW_TO_TOKENS', args);
  };
  return (tokens(model) * custom) / served('trainium') + (tokens(model) * (1 - custom)) / served('gpu');
}
