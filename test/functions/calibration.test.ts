/** The base case against every headline: the published table of reconciliations, typed off row by row. */
import { CLAIMS } from '../../src/functions/trust/checks/claims';
import { answer, number } from './cell';

type Basis = 'SEED' | 'REPORTED';

interface Headline {
  /** as TAAS_CHECKS names it */
  readonly check: string;
  /** on one basis only, else on both */
  readonly basis?: Basis;
  readonly quoted: string;
  /** the base case and its residual, to the digits that are printed */
  readonly baseCase: string;
  readonly residual?: string;
  /** set: the base case was chosen so that it holds */
  readonly result: 'pass' | 'set' | 'fail';
}

const TABLE: readonly Headline[] = [
  { check: 'AWS margin', basis: 'SEED', quoted: '37.8%', baseCase: '37.800%', residual: '0 bp', result: 'set' },
  {
    check: 'AWS margin',
    basis: 'REPORTED',
    quoted: '37.8%',
    baseCase: '37.675%',
    residual: '-12.5 bp',
    result: 'fail',
  },
  {
    check: 'AWS margin change, quarter on quarter',
    basis: 'SEED',
    quoted: '213',
    baseCase: '213.00',
    residual: '0',
    result: 'set',
  },
  {
    check: 'AWS margin change, quarter on quarter',
    basis: 'REPORTED',
    quoted: '213',
    baseCase: '264.05',
    residual: '51.05',
    result: 'fail',
  },
  {
    check: 'Extra operating income',
    basis: 'SEED',
    quoted: '1.0',
    baseCase: '0.8006',
    residual: '-0.199',
    result: 'fail',
  },
  {
    check: 'Extra operating income',
    basis: 'REPORTED',
    quoted: '1.0',
    baseCase: '0.9925',
    residual: '-0.0075',
    result: 'pass',
  },
  { check: 'Bedrock EBIT margin', quoted: '55%', baseCase: '55.000%', residual: '0 pp', result: 'set' },
  { check: 'Bedrock run-rate, deal model', quoted: '5.5', baseCase: '5.5000', residual: '0', result: 'set' },
  { check: 'Bedrock run-rate, 10% × 37%', quoted: '5.5', baseCase: '5.5629', residual: '0.063', result: 'pass' },
  { check: 'Bedrock share of AWS revenue', quoted: '4%', baseCase: '3.658%', residual: '-0.34 pp', result: 'pass' },
  { check: 'AI share of AWS revenue', quoted: '10%', baseCase: '9.977%', residual: '-0.02 pp', result: 'pass' },
  { check: 'Bedrock share of AWS AI, 1Q26', quoted: '37%', baseCase: '36.58%', residual: '-0.42 pp', result: 'pass' },
  { check: 'Bedrock share of AWS AI, 1Q25', quoted: '9%', baseCase: '9.00%', residual: '0 pp', result: 'set' },
  {
    check: 'Bedrock share of profit growth, gross profit',
    quoted: '30%',
    baseCase: '29.80%',
    residual: '-0.20 pp',
    result: 'set',
  },
  {
    check: 'Bedrock share of profit growth, EBIT',
    quoted: '30%',
    baseCase: '27.42%',
    residual: '-2.6 pp',
    result: 'fail',
  },
  { check: 'Growth contribution, 2Q26E', quoted: '9', baseCase: '9.00', residual: '0', result: 'set' },
  { check: 'Bedrock share of AWS AI, 2Q26E', quoted: '53%', baseCase: '53.0%', residual: '0 pp', result: 'set' },
  { check: 'TaaS ARR over $10bn, AWS net 1Q26', quoted: '10', baseCase: '5.5', residual: '-4.5', result: 'fail' },
  { check: 'TaaS ARR over $10bn, gross at exit rate', quoted: '10', baseCase: '12.5', result: 'set' },
  { check: 'TaaS ARR over $10bn, AWS net 2Q26E', quoted: '10', baseCase: '11.9', result: 'set' },
  { check: 'Lab net new ARR', quoted: '21', baseCase: '21', residual: '0', result: 'pass' },
  { check: 'Lab ARR', quoted: '30', baseCase: '30', residual: '0', result: 'set' },
  { check: 'Lab year-end ARR', quoted: '100', baseCase: '125.3', result: 'set' },
  { check: 'Lab gross margin', quoted: '65%', baseCase: '65.0%', residual: '0 pp', result: 'set' },
  { check: 'API 13× against Bedrock year on year', quoted: '13', baseCase: '10.4', residual: '-2.6', result: 'fail' },
  { check: 'OpenAI backlog over Azure revenue', quoted: '2.5', baseCase: '2.5', residual: '0', result: 'set' },
  { check: 'Google Cloud margin', quoted: '32.9%', baseCase: '32.95%', residual: '0.05 pp', result: 'pass' },
  { check: 'Bottom-up COGS', quoted: '0.55', baseCase: '0.5505', result: 'set' },
  { check: 'Bottom-up megawatts', quoted: '280', baseCase: '280.01', result: 'set' },
];

/** A number written with the digits and the unit of one that is printed. */
function printedLike(printed: string, x: number): string {
  const [, decimals = '', unit = ''] = /^-?\d+(?:\.(\d+))?( ?\D*)$/.exec(printed)!;
  const scale = { '%': 100, ' pp': 100, ' bp': 10_000 }[unit] ?? 1;
  const rounded = Number((x * scale).toFixed(decimals.length));
  return `${rounded.toFixed(decimals.length)}${unit}`;
}

const BASES: readonly Basis[] = ['SEED', 'REPORTED'];
const rows = TABLE.flatMap((row) => (row.basis ? [row.basis] : BASES).map((basis) => [row.check, basis, row] as const));

test.each(rows)('%s, %s basis', (check, basis, { quoted, baseCase, residual, result }) => {
  const found = answer('TAAS_CHECKS', { basis }).cells.filter(([name]) => name === check);
  expect(found).toHaveLength(1);
  const [, value, against, , verdict, , , note] = found[0]! as [
    string,
    number,
    number,
    number,
    string,
    string,
    string,
    string,
  ];
  expect(printedLike(quoted, against)).toBe(quoted);
  expect(printedLike(baseCase, value)).toBe(baseCase);
  if (residual !== undefined) expect(printedLike(residual, value - against)).toBe(residual);
  expect(verdict).toBe(result.toUpperCase());
  expect(note.length).toBeGreaterThan(10);
});

test('every reconciliation is in the table or among the contradictions below', () => {
  const known = new Set([
    ...TABLE.map(({ check }) => check),
    ...CONTRADICTIONS.map(([, check]) => check),
    'Operating leverage, year on year',
    ...CLAIMS.map(({ name }) => name),
  ]);
  for (const basis of BASES) {
    const lines = answer('TAAS_CHECKS', { basis }).cells.filter((row) => row[5] === 'reconciliation');
    expect(lines.map(([name]) => name).filter((name) => !known.has(name as string))).toEqual([]);
  }
});

/** What cannot hold together, and the check that fails for it. */
const CONTRADICTIONS = [
  ['213 bp with $1.0bn at the size of AWS', 'AWS revenue behind $1.0bn and 213 bp', 'SEED'],
  ['213 bp with the reported quarters', 'AWS margin change, quarter on quarter', 'REPORTED'],
  ['37.8% with 14.161 over 37.587', 'AWS margin', 'REPORTED'],
  ['TaaS over $10bn each with Bedrock at $5.5bn', 'TaaS ARR over $10bn, AWS net 1Q26', 'SEED'],
  ['30% on gross profit and on EBIT', 'Bedrock share of profit growth, EBIT', 'SEED'],
  ['37% with "dominant"', 'TaaS is the "dominant force" of AWS AI', 'SEED'],
] as const;

test.each(CONTRADICTIONS)('%s cannot hold: %s fails', (_says, check, basis) => {
  const line = answer('TAAS_CHECKS', { basis }).cells.find(([name]) => name === check)!;
  expect(line[4]).toBe('FAIL');
});

describe('what the notes of the table say in numbers', () => {
  const series = (metric: string, from: string, to: string): number[] =>
    answer('TAAS_SERIES', { entity: 'AWS', metric, from, to }).cells[0] as number[];
  const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

  test('on the last four quarters Bedrock is 4.013% of AWS', () => {
    expect(printedLike('4.013%', number('TAAS_RUN_RATE') / sum(series('REVENUE', '2Q25', '1Q26')))).toBe('4.013%');
  });

  test('nine points of growth define Bedrock revenue of 2.983 and AI revenue of 5.629', () => {
    expect(number('BEDROCK_REVENUE_FOR_PP').toFixed(3)).toBe('2.983');
    expect((number('BEDROCK_REVENUE_FOR_PP') / 0.53).toFixed(3)).toBe('5.629');
  });

  test('the rounding of 10% and 37% gives 5.21 to 5.92', () => {
    const runRate = (ai_share: number, bedrock_share: number): string =>
      (4 * number('BEDROCK_REVENUE', { ai_share, bedrock_share })).toFixed(2);
    expect([runRate(0.095, 0.365), runRate(0.105, 0.375)]).toEqual(['5.21', '5.92']);
  });

  test('the quarter before: 0.5093 at 48.71%', () => {
    const deal = { token_spend: 2 / 2.7, fixed_fee: 0.3, infra_cogs: (0.55 * 120) / 280 };
    const [revenue, margin] = ['Net revenue', 'EBIT margin'].map(
      (label) => answer('TAAS_PNL', deal).cells.find(([name]) => name === label)![1] as number,
    );
    expect([revenue!.toFixed(4), printedLike('48.71%', margin!)]).toEqual(['0.5093', '48.71%']);
  });

  test('bottom-up COGS are 0.08% above what the deal assumes', () => {
    const line = answer('TAAS_CHECKS').cells.find(([name]) => name === 'Bottom-up COGS')!;
    expect(printedLike('0.08%', (line[1] as number) / 0.55 - 1)).toBe('0.08%');
  });
});
