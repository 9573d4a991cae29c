import facts from './seed-facts.json';

/** A figure of the three source articles, with the words it stands in and how far those words let it vary. */
export interface Fact {
  readonly id: string;
  /** ENTITY.METRIC.PERIOD; several facts may share one, and the first by id is the one looked up by it. */
  readonly key: string;
  readonly entity: string;
  readonly metric: string;
  readonly period: string;
  readonly value: number | string;
  readonly unit: string;
  /** Who stands behind it: reported, company disclosure, estimate, forecast, derived, policy, text. */
  readonly kind: string;
  /** Half the last quoted digit: the quoted words cover value ± this. */
  readonly half_width: number;
  readonly seed: string;
  readonly quote: string;
  readonly use: string;
}

export const FACTS: readonly Fact[] = facts;

/** The articles by their number in the facts. */
export const SEEDS: Readonly<Record<string, string>> = {
  '000': 'Seed 000: note on AWS profit, 1Q26',
  '001': 'Seed 001: Deep News, 28 May 2026',
  '003':
    'Seed 003: commentary on SemiAnalysis, "Anthropic growth and Bedrock mix drive AWS margins higher while peers lag"',
};

/** The fact of that id or key, in any case. */
export const factOf = (key: string): Fact | undefined => {
  const word = key.trim().toUpperCase();
  return FACTS.find((fact) => fact.id === word) ?? FACTS.find((fact) => fact.key === word);
};

/** The value of a numeric fact that the base case uses. */
export function factValue(id: string): number {
  const value = factOf(id)?.value;
  if (typeof value !== 'number') throw new RangeError(`fact ${id} has no number`);
  return value;
}
