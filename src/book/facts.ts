import type { Standing } from '../catalogue/assumption';
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
  /** Who says it, as one of KINDS, and then what else there is to know of it: a bound, a ratio, what the filing says. */
  readonly kind: string;
  /** Half the last quoted digit: the quoted words cover value ± this. A bound has none. */
  readonly half_width: number;
  readonly seed: string;
  readonly quote: string;
}

export const FACTS: readonly Fact[] = facts;

/** Who says it: the first words of every kind, and the standing that gives a figure in the base case. */
export const KINDS: Readonly<Record<string, { readonly means: string; readonly standing: Standing }>> = {
  'company disclosure': { means: 'the company said it, as an article tells', standing: 'fact' },
  article: { means: 'an article works it out of reported figures', standing: 'third-party' },
  analyst: { means: 'an analyst says so of a company', standing: 'third-party' },
  commentary: { means: 'a commentary says so of a company', standing: 'third-party' },
  estimate: { means: 'an analyst’s estimate', standing: 'estimate' },
  forecast: { means: 'an analyst’s forecast', standing: 'estimate' },
  text: { means: 'words of an article, no measurement', standing: 'third-party' },
};

/** The first words of a kind: `estimate` of `estimate, lower bound`. */
export const speakerOf = ({ kind }: Pick<Fact, 'kind'>): string =>
  Object.keys(KINDS).find((speaker) => kind.startsWith(speaker))!;

/** `above` or `below` its value, where the words give no more than that. */
export const boundOf = ({ kind }: Pick<Fact, 'kind'>): 'above' | 'below' | undefined =>
  kind.endsWith('lower bound') ? 'above' : kind.endsWith('upper bound') ? 'below' : undefined;

/** The standing of a fact as a number of the base case. */
export const standingOf = (fact: Fact): Standing => (boundOf(fact) ? 'bound' : KINDS[speakerOf(fact)]!.standing);

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
