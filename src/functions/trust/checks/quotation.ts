import { FACTS, type Fact } from '../../../book/facts';
import { ROUNDING } from './check';

/** The figures that stand in their words as numbers: neither a text nor a bound. */
export const QUOTABLE = FACTS.filter((fact) => typeof fact.value === 'number' && fact.half_width > 0);

/** Whether a figure is one of the numbers in the words it is quoted with: "37.8%", "mid-60%", "-94%", "$1.0 billion". */
export function standsInItsQuote({ value, half_width, quote }: Fact): boolean {
  const found = [...quote.matchAll(/(mid-)?(-?\d+(?:\.\d+)?)(%)?/g)].map(([, mid, digits, percent]) => {
    const x = Number(digits) + (mid ? 5 : 0);
    return percent ? x / 100 : x;
  });
  return found.some((x) => Math.abs(x - (value as number)) <= half_width + ROUNDING);
}
