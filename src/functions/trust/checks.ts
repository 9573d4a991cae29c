import { base } from '../../book/assumptions';
import { FACTS, factValue, type Fact } from '../../book/facts';
import { plainly } from '../../catalogue/assumption';
import { callByName } from '../../catalogue/call';
import type { Catalogue } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import type { Unit } from '../../catalogue/units';

/** One line of TAAS_CHECKS. */
export interface Check {
  readonly group: 'identity' | 'reconciliation';
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
  readonly quoted: number;
  /** how far value may be from quoted: half the last quoted digit, unless the note says more */
  readonly tolerance: number;
  /** AT_LEAST and AT_MOST are for claims such as "exceeding $10 billion" */
  readonly claim?: 'AT_LEAST' | 'AT_MOST';
  readonly basis: 'SEED' | 'REPORTED' | 'BOTH';
  readonly note: string;
}

const ROUNDING = 1e-9;

export const passes = ({ value, quoted, tolerance, claim }: Check): boolean => {
  const slack = tolerance + ROUNDING * Math.max(1, Math.abs(quoted));
  if (claim === 'AT_LEAST') return value >= quoted - slack;
  if (claim === 'AT_MOST') return value <= quoted + slack;
  return Math.abs(value - quoted) <= slack;
};

const number = (name: keyof typeof base): number => plainly(base[name]) as number;
const numbers = (name: keyof typeof base): number[] => plainly(base[name]) as number[];
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const halfDigit = (id: string): number => FACTS.find((fact) => fact.id === id)!.half_width;

/** All checks of the base case. Identities must pass; reconciliations may fail, and then the note says why. */
export function checksOf(catalogue: Catalogue): Check[] {
  /** One cell of a function's numeric body. */
  const ask = (name: string, args: Readonly<Record<string, unknown>> = {}, row = 0, column = 0): number => {
    const definition = catalogue.find(name);
    const answer = callByName(
      definition,
      'headers' in definition.parameters ? { ...args, headers: false } : args,
      catalogue,
    );
    if (answer instanceof Problem) throw answer;
    return answer.cells.at(row)!.at(column) as number;
  };
  return [
    ...identities(ask, catalogue),
    ...marginChecks(ask),
    ...bedrockChecks(ask),
    ...labChecks(ask),
    ...otherChecks(ask),
  ];
}

type Ask = (name: string, args?: Readonly<Record<string, unknown>>, row?: number, column?: number) => number;

function identities(ask: Ask, catalogue: Catalogue): Check[] {
  const identity = (
    name: string,
    unit: Unit,
    value: number,
    quoted: number,
    note: string,
    rest: Partial<Check> = {},
  ): Check => ({
    group: 'identity',
    name,
    unit,
    value,
    quoted,
    tolerance: 0,
    basis: 'BOTH',
    note,
    ...rest,
  });
  const tiers = plainly(base.tiers) as number[][];
  const revenues = numbers('segment_revenues');
  const probabilities = catalogue.find('TAAS_EXPECTED_MARGIN').examples[0]!.args[
    'probabilities'
  ] as unknown as readonly number[];
  const quotable = FACTS.filter((fact) => typeof fact.value === 'number' && fact.half_width > 0);
  const mw = fleetMegawatts(ask);
  return [
    identity(
      'Margin bridge adds up',
      'bp',
      ask('TAAS_MARGIN_BRIDGE', {}, -1, -1),
      10000 * (number('aws_margin') - number('aws_margin_4q25')),
      'total of the segments = change of the margin',
    ),
    identity(
      'EBIT as agent = as principal',
      'usd_bn_quarter',
      ask('TAAS_GROSS_NET', {}, 4, 1),
      ask('TAAS_GROSS_NET', {}, 4, 0),
      'booking gross or net moves revenue, not profit',
    ),
    identity(
      'Dollar bridge adds up',
      'usd_bn_quarter',
      ask('TAAS_EBIT_BRIDGE', {}, 2),
      number('aws_ebit') - number('aws_ebit_4q25'),
      'volume + rate = change of EBIT',
    ),
    identity(
      'Segment revenues add up',
      'usd_bn_quarter',
      sum(revenues),
      number('aws_revenue'),
      'Core + AI IaaS + Bedrock = AWS',
    ),
    identity(
      'Segment shares sum to 1',
      'share',
      sum(revenues.map((revenue) => revenue / number('aws_revenue'))),
      1,
      'of AWS revenue',
    ),
    identity(
      'Bedrock is at most AI',
      'usd_bn_quarter',
      number('bedrock_net_revenue'),
      number('aws_revenue') * number('ai_share'),
      'a segment cannot exceed what it is part of',
      { claim: 'AT_MOST' },
    ),
    identity(
      'TaaS share is at most 1 − IaaS share',
      'share',
      revenues[2]! / (revenues[1]! + revenues[2]!),
      1 - revenues[1]! / (revenues[1]! + revenues[2]!),
      'of AWS AI revenue',
      { claim: 'AT_MOST' },
    ),
    identity('Probabilities sum to 1', 'share', sum(probabilities), 1, 'of the demand cases'),
    identity('First tier starts at 0', 'usd_bn_quarter', tiers[0]![0]!, 0, 'the tier table covers all spend'),
    identity(
      'Tiers ascend',
      'count',
      tiers.filter(([from], i) => i > 0 && from! > tiers[i - 1]![0]!).length,
      tiers.length - 1,
      'thresholds in order',
    ),
    identity(
      'Run-rate is annual',
      'usd_bn_year',
      ask('TAAS_RUN_RATE'),
      4 * number('bedrock_net_revenue'),
      'four quarters of net revenue',
    ),
    identity(
      'Bottom-up COGS',
      'usd_bn_quarter',
      bottomUpCogs(ask),
      number('infra_cogs'),
      'the fleet that serves the tokens costs what the deal assumes, within 2%',
      { tolerance: 0.02 * number('infra_cogs') },
    ),
    identity('Bottom-up megawatts', 'mw', mw, number('mw'), 'the fleet that serves the tokens, within 2%', {
      tolerance: 0.02 * number('mw'),
    }),
    identity(
      'Data book inside its quotes',
      'count',
      quotable.filter(standsInItsQuote).length,
      quotable.length,
      'each figure is a number of its own quotation, within half its last digit',
    ),
  ];
}

/** Tokens of the quarter, trillions: what is spent over the price of a token. */
const tokens = (): number => (number('token_spend') * 1000) / number('token_price');

/** What serving them costs on the base fleet, $bn. */
const bottomUpCogs = (ask: Ask): number => (tokens() * ask('TAAS_BLENDED_TOKEN_COST')) / 1000;

/** IT power of the fleet that serves them: each kind of chip its share, over what one MW of it serves. */
function fleetMegawatts(ask: Ask): number {
  const served = (perSecond: number, kw: number): number =>
    ask('TAAS_MW_TO_TOKENS', { mw: 1, kw_per_chip: kw, tokens_per_sec: perSecond });
  const custom = number('custom_share');
  return (
    (tokens() * custom) / served(number('trainium_tokens_per_sec'), number('trainium_kw')) +
    (tokens() * (1 - custom)) / served(number('gpu_tokens_per_sec'), number('gpu_kw'))
  );
}

/** Whether a figure is one of the numbers in the words it is quoted with: "37.8%", "mid-60%", "-94%", "$1.0 billion". */
export function standsInItsQuote({ value, half_width, quote }: Fact): boolean {
  const found = [...quote.matchAll(/(mid-)?(-?\d+(?:\.\d+)?)(%)?/g)].map(([, mid, digits, percent]) => {
    const x = Number(digits) + (mid ? 5 : 0);
    return percent ? x / 100 : x;
  });
  return found.some((x) => Math.abs(x - (value as number)) <= half_width + ROUNDING);
}

type Reconciled = Omit<Check, 'group' | 'tolerance'> & { readonly tolerance?: number };

const reconcile = (id: string, { tolerance = halfDigit(id), ...check }: Reconciled): Check => ({
  group: 'reconciliation',
  tolerance,
  ...check,
});

/** A headline against the base case: the quoted figure and its tolerance are the fact's. */
const headline = (
  id: string,
  name: string,
  unit: Unit,
  value: number,
  note: string,
  rest: Partial<Check> = {},
): Check => reconcile(id, { name, unit, value, quoted: factValue(id), basis: 'BOTH', note: `${id}. ${note}`, ...rest });

function marginChecks(ask: Ask): Check[] {
  const reported = number('aws_ebit') / number('aws_revenue');
  const reported4Q25 = number('aws_ebit_4q25') / number('aws_revenue_4q25');
  const seedChange = number('aws_margin') - number('aws_margin_4q25');
  return [
    headline('A01', 'AWS margin', 'margin', number('aws_margin'), 'An input of the SEED basis.', { basis: 'SEED' }),
    headline(
      'A01',
      'AWS margin',
      'margin',
      reported,
      '14.161 / 37.587; the article divides rounded $bn, 14.2 / 37.6.',
      { basis: 'REPORTED' },
    ),
    headline('B01', 'AWS margin change, quarter on quarter', 'bp', 10000 * seedChange, 'Defines the 35.67% of 4Q25.', {
      basis: 'SEED',
    }),
    headline(
      'B01',
      'AWS margin change, quarter on quarter',
      'bp',
      10000 * (reported - reported4Q25),
      'Reported 35.03% to 37.68%; the figures need $0.2bn of 4Q25 cost added back to agree.',
      { basis: 'REPORTED' },
    ),
    headline(
      'A02',
      'Extra operating income',
      'usd_bn_quarter',
      seedChange * number('aws_revenue'),
      '213 bp of 37.587 is $0.80bn: the two articles use two different bridges.',
      { basis: 'SEED' },
    ),
    headline(
      'A02',
      'Extra operating income',
      'usd_bn_quarter',
      ask('TAAS_EBIT_BRIDGE', {}, 1),
      'The rate effect of the reported quarters.',
      { basis: 'REPORTED' },
    ),
    {
      group: 'reconciliation',
      name: 'AWS revenue behind $1.0bn and 213 bp',
      unit: 'usd_bn_quarter',
      value: factValue('A02') / (factValue('B01') / 10000),
      quoted: number('aws_revenue'),
      tolerance: halfDigit('A02') / (factValue('B01') / 10000),
      basis: 'BOTH',
      note: 'A02, B01. $1.0bn from 213 bp needs AWS revenue of $44.6bn to $49.3bn a quarter; it reported 37.6.',
    },
    headline(
      'A03',
      'Google Cloud margin',
      'margin',
      ask('TAAS_PEERS', {}, 1, 0),
      'The series has EBIT to $0.1bn, which alone moves the margin by 0.25 pp.',
      { tolerance: halfDigit('A03') + 0.05 / 20.03 },
    ),
    {
      group: 'reconciliation',
      name: 'Operating leverage, year on year',
      unit: 'ratio',
      value: ask('TAAS_OPERATING_LEVERAGE'),
      quoted: 1,
      tolerance: 0,
      claim: 'AT_LEAST',
      basis: 'BOTH',
      note: 'The article names operating leverage: true on the quarter before (2.41), not on the year before, when EBIT grew more slowly than revenue.',
    },
  ];
}

function bedrockChecks(ask: Ask): Check[] {
  const runRate = ask('TAAS_RUN_RATE');
  const sharesRunRate = 4 * ask('BEDROCK_REVENUE');
  const expected = ask('BEDROCK_REVENUE_FOR_PP');
  const aiExpected = expected / factValue('B26');
  const grossExit = (runRate / number('take_rate')) * (factValue('B20') / (4 * number('lab_revenue')));
  return [
    headline('B15', 'Bedrock EBIT margin', 'margin', ask('TAAS_MARGIN'), 'What the deal is calibrated to.'),
    headline('B03', 'Bedrock run-rate, deal model', 'usd_bn_year', runRate, 'Four quarters of net revenue.'),
    headline(
      'B03',
      'Bedrock run-rate, 10% × 37%',
      'usd_bn_year',
      sharesRunRate,
      'Inside the rounding of the two shares: 5.21 to 5.92.',
      { tolerance: 0.42 },
    ),
    headline(
      'B04',
      'Bedrock share of AWS revenue',
      'share',
      runRate / (4 * number('aws_revenue')),
      'On the last four quarters’ revenue it is 4.0%.',
    ),
    headline(
      'B07',
      'AI share of AWS revenue',
      'share',
      number('aws_ai_run_rate') / (4 * number('aws_revenue')),
      'From the company’s AI run-rate of over $15bn.',
    ),
    headline(
      'B12',
      'Bedrock share of AWS AI, 1Q26',
      'share',
      number('bedrock_net_revenue') / (number('aws_revenue') * number('ai_share')),
      'From the deal model.',
    ),
    headline(
      'B11',
      'Bedrock share of AWS AI, 1Q25',
      'share',
      number('bedrock_net_revenue_1q25') / (number('aws_revenue_1q25') * number('ai_share_1q25')),
      'An input.',
    ),
    headline(
      'B05',
      'Bedrock share of profit growth, gross profit',
      'share',
      ask('BEDROCK_CONTRIB'),
      'Given flat opex: AWS reports no gross profit.',
    ),
    headline(
      'B05',
      'Bedrock share of profit growth, EBIT',
      'share',
      ask('BEDROCK_CONTRIB', { segment1: number('bedrock_ebit'), segment0: number('bedrock_ebit_1q25') }),
      'At a 30% EBIT margin in 1Q25. The 30% of the article holds on gross profit only; both cannot.',
    ),
    headline(
      'B27',
      'Growth contribution, 2Q26E',
      'pp',
      ask('BEDROCK_GROWTH_PP', {
        segment1: expected,
        segment0: number('bedrock_net_revenue_2q25'),
        total0: number('aws_revenue_2q25'),
      }),
      'Defines Bedrock revenue of 2.983.',
    ),
    headline('B26', 'Bedrock share of AWS AI, 2Q26E', 'share', expected / aiExpected, 'Defines AI revenue of 5.629.'),
    headline(
      'B16',
      'TaaS ARR over $10bn, AWS net 1Q26',
      'usd_bn_year',
      runRate,
      'Net revenue is half of it; over 80% IaaS caps the others at $5.4bn to $6.1bn too.',
      { claim: 'AT_LEAST' },
    ),
    headline(
      'B16',
      'TaaS ARR over $10bn, gross at exit rate',
      'usd_bn_year',
      grossExit,
      'Customer billings at the lab’s exit ARR: one common definition that fits all three.',
      { claim: 'AT_LEAST' },
    ),
    headline(
      'B16',
      'TaaS ARR over $10bn, AWS net 2Q26E',
      'usd_bn_year',
      4 * expected,
      'If "currently" means the quarter it was said in.',
      { claim: 'AT_LEAST' },
    ),
    {
      group: 'reconciliation',
      name: 'TaaS is the "dominant force" of AWS AI',
      unit: 'share',
      value: factValue('C07'),
      quoted: 0.5,
      tolerance: 0,
      claim: 'AT_LEAST',
      basis: 'BOTH',
      note: 'C13 against C07. 37% is not yet half; it becomes true at the 53% expected for 2Q26.',
    },
  ];
}

function labChecks(ask: Ask): Check[] {
  return [
    headline(
      'B19',
      'Lab net new ARR',
      'usd_bn_year',
      factValue('B20') - number('arr_4q25'),
      'Total less the public $9bn of end 2025.',
    ),
    headline('B20', 'Lab ARR', 'usd_bn_year', number('arr'), 'An input.'),
    headline(
      'B22',
      'Lab year-end ARR',
      'usd_bn_year',
      ask('TAAS_ARR_FORECAST', {}, -1, 0),
      'A chosen growth path: 80%, then three quarters of the growth before.',
      { claim: 'AT_LEAST' },
    ),
    headline('B23', 'Lab gross margin', 'margin', ask('TAAS_LAB_MARGIN'), '"mid-60%".'),
    headline(
      'B21',
      'API 13× against Bedrock year on year',
      'ratio',
      number('bedrock_net_revenue') / number('bedrock_net_revenue_1q25'),
      'Different measures: the lab’s API revenue and AWS’ net revenue. Same direction, not reconcilable.',
    ),
  ];
}

function otherChecks(ask: Ask): Check[] {
  return [
    headline(
      'B30',
      'OpenAI backlog over Azure revenue',
      'ratio',
      ask(
        'TAAS_BACKLOG_RUNOFF',
        { backlog: number('openai_backlog'), annual_revenue: number('azure_annual_revenue') },
        0,
        2,
      ),
      'At 250 over 100, both vague.',
    ),
  ];
}
