import { base } from '../../book/case';
import { FACTS, factValue, type Fact } from '../../book/facts';
import { pointOf } from '../../book/series';
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
  /** the base case was chosen so that it holds: agreement is no evidence */
  readonly chosen?: true;
  readonly basis: 'SEED' | 'REPORTED' | 'BOTH';
  readonly note: string;
}

/** What a check comes to. */
export const VERDICTS = {
  PASS: 'an independent figure agrees',
  SET: 'it holds because our inputs were chosen so',
  FAIL: 'it does not hold; the note says why',
} as const;

const ROUNDING = 1e-9;

export const passes = ({ value, quoted, tolerance, claim }: Check): boolean => {
  const slack = tolerance + ROUNDING * Math.max(1, Math.abs(quoted));
  if (claim === 'AT_LEAST') return value >= quoted - slack;
  if (claim === 'AT_MOST') return value <= quoted + slack;
  return Math.abs(value - quoted) <= slack;
};

export const verdictOf = (check: Check): keyof typeof VERDICTS =>
  passes(check) ? (check.chosen ? 'SET' : 'PASS') : 'FAIL';

const number = (name: keyof typeof base): number => plainly(base[name]) as number;
const numbers = (name: keyof typeof base): number[] => plainly(base[name]) as number[];
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const halfDigit = (id: string): number => FACTS.find((fact) => fact.id === id)!.half_width;
/** A figure in a note. */
const percent = (x: number, digits = 1): string => `${(100 * x).toFixed(digits)}%`;

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
      10000 * (number('aws_margin') - number('aws_margin_quarter_before')),
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
      number('aws_ebit') - number('aws_ebit_quarter_before'),
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
      'the fleet that serves the tokens costs what the deal assumes, within 2%; its chips and price were chosen so',
      { tolerance: 0.02 * number('infra_cogs'), chosen: true },
    ),
    identity(
      'Bottom-up megawatts',
      'mw',
      mw,
      number('mw'),
      'the fleet that serves the tokens, within 2%; its chips were chosen so',
      {
        tolerance: 0.02 * number('mw'),
        chosen: true,
      },
    ),
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
  const [ebit, revenue] = [number('aws_ebit'), number('aws_revenue')];
  const [ebit4Q25, revenue4Q25] = [number('aws_ebit_quarter_before'), number('aws_revenue_quarter_before')];
  const reported = ebit / revenue;
  const reported4Q25 = ebit4Q25 / revenue4Q25;
  const change = number('aws_margin') - number('aws_margin_quarter_before');
  const addedBack = (reported - change) * revenue4Q25 - ebit4Q25;
  const said = factValue('B01') / 10000;
  const [extra, half] = [factValue('A02'), halfDigit('A02')];
  const googleRounding = 0.05 / pointOf('GOOGLE_CLOUD.REVENUE.1Q26').value;
  const onQuarterBefore = ask('TAAS_OPERATING_LEVERAGE', {
    ebit1: ebit,
    ebit0: ebit4Q25,
    revenue1: revenue,
    revenue0: revenue4Q25,
  });
  return [
    headline('A01', 'AWS margin', 'margin', number('aws_margin'), 'An input of the SEED basis.', {
      basis: 'SEED',
      chosen: true,
    }),
    headline(
      'A01',
      'AWS margin',
      'margin',
      reported,
      `${ebit} / ${revenue}; the article divides rounded $bn, ${ebit.toFixed(1)} / ${revenue.toFixed(1)}.`,
      { basis: 'REPORTED' },
    ),
    headline(
      'B01',
      'AWS margin change, quarter on quarter',
      'bp',
      10000 * change,
      `Defines the ${percent(number('aws_margin_quarter_before'), 2)} of 4Q25.`,
      { basis: 'SEED', chosen: true },
    ),
    headline(
      'B01',
      'AWS margin change, quarter on quarter',
      'bp',
      10000 * (reported - reported4Q25),
      `Reported ${percent(reported4Q25, 2)} to ${percent(reported, 2)}; the figures need $${addedBack.toFixed(1)}bn of 4Q25 cost added back to agree.`,
      { basis: 'REPORTED' },
    ),
    headline(
      'A02',
      'Extra operating income',
      'usd_bn_quarter',
      change * revenue,
      `${factValue('B01')} bp of ${revenue} is $${(change * revenue).toFixed(2)}bn: the two articles use two different bridges.`,
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
      value: extra / said,
      quoted: revenue,
      tolerance: half / said,
      basis: 'BOTH',
      note: `A02, B01. $${extra.toFixed(1)}bn from ${factValue('B01')} bp needs AWS revenue of $${((extra - half) / said).toFixed(1)}bn to $${((extra + half) / said).toFixed(1)}bn a quarter; it reported ${revenue.toFixed(1)}.`,
    },
    headline(
      'A03',
      'Google Cloud margin',
      'margin',
      ask('TAAS_PEERS', {}, 1, 0),
      `The series has EBIT to $0.1bn, which alone moves the margin by ${(100 * googleRounding).toFixed(2)} pp.`,
      { tolerance: halfDigit('A03') + googleRounding },
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
      note: `The article names operating leverage: true on the quarter before (${onQuarterBefore.toFixed(2)}), not on the year before, when EBIT grew more slowly than revenue.`,
    },
  ];
}

function bedrockChecks(ask: Ask): Check[] {
  const revenue = number('aws_revenue');
  const runRate = ask('TAAS_RUN_RATE');
  const expected = ask('BEDROCK_REVENUE_FOR_PP');
  const aiExpected = expected / factValue('B26');
  const grossExit = (runRate / number('take_rate')) * (factValue('B20') / (4 * number('lab_revenue')));
  const trailing = sum(['2Q25', '3Q25', '4Q25', '1Q26'].map((quarter) => pointOf(`AWS.REVENUE.${quarter}`).value));
  const [ai, share] = [factValue('B07'), factValue('B12')];
  const byShares = (side: -1 | 1): number =>
    4 * revenue * (ai + side * halfDigit('B07')) * (share + side * halfDigit('B12'));
  const azureTaas = (annual: number): string => `$${(annual * factValue('B09') * (1 - factValue('B10'))).toFixed(1)}bn`;
  return [
    headline('B15', 'Bedrock EBIT margin', 'margin', ask('TAAS_MARGIN'), 'What the deal is calibrated to.', {
      chosen: true,
    }),
    headline('B03', 'Bedrock run-rate, deal model', 'usd_bn_year', runRate, 'Four quarters of net revenue.', {
      chosen: true,
    }),
    headline(
      'B03',
      'Bedrock run-rate, 10% × 37%',
      'usd_bn_year',
      4 * ask('BEDROCK_REVENUE'),
      `Inside the rounding of the two shares: ${byShares(-1).toFixed(2)} to ${byShares(1).toFixed(2)}.`,
      { tolerance: halfDigit('B03') + byShares(1) - 4 * revenue * ai * share },
    ),
    headline(
      'B04',
      'Bedrock share of AWS revenue',
      'share',
      runRate / (4 * revenue),
      `Net revenue over revenue, both of 1Q26; on the last four quarters’ revenue it is ${percent(runRate / trailing)}.`,
    ),
    headline(
      'B07',
      'AI share of AWS revenue',
      'share',
      number('aws_ai_run_rate') / (4 * revenue),
      `From the company’s AI run-rate of over $${number('aws_ai_run_rate')}bn.`,
    ),
    headline(
      'B12',
      'Bedrock share of AWS AI, 1Q26',
      'share',
      number('bedrock_net_revenue') / (revenue * number('ai_share')),
      'From the deal model.',
    ),
    headline(
      'B11',
      'Bedrock share of AWS AI, 1Q25',
      'share',
      number('bedrock_net_revenue_year_before') / (number('aws_revenue_year_before') * number('ai_share_year_before')),
      'An input.',
      { chosen: true },
    ),
    headline(
      'B05',
      'Bedrock share of profit growth, gross profit',
      'share',
      ask('BEDROCK_CONTRIB'),
      `Gross profit over operating income, as AWS reports no gross profit; Bedrock’s cost split and its ${percent(number('bedrock_gross_margin_year_before'), 0)} of 1Q25 were chosen so.`,
      { chosen: true },
    ),
    headline(
      'B05',
      'Bedrock share of profit growth, EBIT',
      'share',
      ask('BEDROCK_CONTRIB', { segment1: number('bedrock_ebit'), segment0: number('bedrock_ebit_year_before') }),
      `EBIT over EBIT, at a ${percent(number('bedrock_ebit_margin_year_before'), 0)} EBIT margin in 1Q25. The ${percent(factValue('B05'), 0)} of the article holds on gross profit only; both cannot.`,
    ),
    headline(
      'B27',
      'Growth contribution, 2Q26E',
      'pp',
      ask('BEDROCK_GROWTH_PP', {
        segment1: expected,
        segment0: number('bedrock_net_revenue_year_before_next'),
        total0: number('aws_revenue_year_before_next'),
      }),
      `Defines Bedrock revenue of ${expected.toFixed(3)}.`,
      { chosen: true },
    ),
    headline(
      'B26',
      'Bedrock share of AWS AI, 2Q26E',
      'share',
      expected / aiExpected,
      `Defines AI revenue of ${aiExpected.toFixed(3)}.`,
      { chosen: true },
    ),
    headline(
      'B16',
      'TaaS ARR over $10bn, AWS net 1Q26',
      'usd_bn_year',
      runRate,
      `Net revenue is half of it; over ${percent(factValue('B10'), 0)} IaaS caps Azure at ${azureTaas(number('azure_annual_revenue'))} to ${azureTaas(base.azure_annual_revenue.range![1])} and Google Cloud in between.`,
      { claim: 'AT_LEAST' },
    ),
    headline(
      'B16',
      'TaaS ARR over $10bn, gross at exit rate',
      'usd_bn_year',
      grossExit,
      'Customer billings at our take rate and the lab’s exit ARR: one common definition that fits all three.',
      { claim: 'AT_LEAST', chosen: true },
    ),
    headline(
      'B16',
      'TaaS ARR over $10bn, AWS net 2Q26E',
      'usd_bn_year',
      4 * expected,
      'If "currently" means the quarter it was said in, on our path of 2025.',
      { claim: 'AT_LEAST', chosen: true },
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
      note: `C13 against C07. ${percent(factValue('C07'), 0)} is not yet half; it becomes true at the ${percent(factValue('B26'), 0)} expected for 2Q26.`,
    },
  ];
}

function labChecks(ask: Ask): Check[] {
  return [
    headline(
      'B19',
      'Lab net new ARR',
      'usd_bn_year',
      factValue('B20') - number('arr_quarter_before'),
      `Total less the public $${number('arr_quarter_before')}bn of end 2025.`,
    ),
    headline('B20', 'Lab ARR', 'usd_bn_year', number('arr'), 'An input.', { chosen: true }),
    headline(
      'B22',
      'Lab year-end ARR',
      'usd_bn_year',
      ask('TAAS_ARR_FORECAST', {}, -1, 0),
      `A chosen growth path: ${percent(number('growth0'), 0)}, then ${percent(number('decay'), 0)} of the growth before.`,
      { claim: 'AT_LEAST', chosen: true },
    ),
    headline(
      'B23',
      'Lab gross margin',
      'margin',
      ask('TAAS_LAB_MARGIN'),
      '"mid-60%": the fee was chosen so. The revenue share is not a cost of it.',
      { chosen: true },
    ),
    headline(
      'B21',
      'API 13× against Bedrock year on year',
      'ratio',
      number('bedrock_net_revenue') / number('bedrock_net_revenue_year_before'),
      'Different measures: the lab’s API revenue and AWS’ net revenue. Same direction, not reconcilable.',
    ),
  ];
}

function otherChecks(ask: Ask): Check[] {
  const [backlog, annual_revenue] = [number('openai_backlog'), number('azure_annual_revenue')];
  return [
    headline(
      'B30',
      'OpenAI backlog over Azure revenue',
      'ratio',
      ask('TAAS_BACKLOG_RUNOFF', { backlog, annual_revenue }, 0, 2),
      `At ${backlog} over ${annual_revenue}, both vague.`,
      { chosen: true },
    ),
  ];
}
