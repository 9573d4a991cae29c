import type { Standing } from '../catalogue/assumption';
import { factOf, factValue, standingOf } from './facts';

type Range = readonly [number, number];

/** What a case says of a role. */
export interface Figure<V = number> {
  readonly value: V;
  /** what is plausible */
  readonly range?: Range;
  readonly standing: Standing;
  readonly source: string;
}

/** The quarter of a public series that the role is of. */
export interface Filed {
  readonly series: string;
  readonly range: Range;
}

/** More words on the source of what is computed. */
export interface Note {
  readonly note: string;
}

/** Our choice, unless somebody else stands behind it. */
export const chosen = (value: number, range: Range, source: string, standing: Standing = 'assumption'): Figure => ({
  value,
  range,
  standing,
  source,
});

export const neutral = (value: number, range: Range): Figure =>
  chosen(value, range, 'neutral: changes nothing until it is set');

/** A figure of the articles. */
export function quoted(id: string, range: Range): Figure {
  const fact = factOf(id)!;
  return chosen(factValue(id), range, `${id}: "${fact.quote}"`, standingOf(fact));
}

export const filed = (series: string, range: Range): Filed => ({ series, range });

export const note = (words: string): Note => ({ note: words });
