import type { Unit } from '../../../catalogue/units';

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

export const ROUNDING = 1e-9;

export const passes = ({ value, quoted, tolerance, claim }: Check): boolean => {
  const slack = tolerance + ROUNDING * Math.max(1, Math.abs(quoted));
  if (claim === 'AT_LEAST') return value >= quoted - slack;
  if (claim === 'AT_MOST') return value <= quoted + slack;
  return Math.abs(value - quoted) <= slack;
};

export const verdictOf = (check: Check): keyof typeof VERDICTS =>
  passes(check) ? (check.chosen ? 'SET' : 'PASS') : 'FAIL';
