import type { BookRow } from '../catalogue/parameters';
import { asNumber, bad, scalarIn, type Scalar } from '../catalogue/read';
import { entityNamed } from './entities';
import { quarterName, quarterNumber } from '../catalogue/quarter';

/** A fact of the analyst's own, whose cells are read when they are asked for: an error in another one is none of it. */
export interface Own {
  readonly key: string;
  readonly value: () => number | string;
  /** the value where a text is of no use */
  readonly number: () => number;
  readonly unit: () => string;
  readonly kind: () => string;
  readonly period: () => string;
  readonly source: () => string;
  readonly quote: () => string;
}

/** A key as the book writes it, its quarter and its entity too: GOOGLE_CLOUD.EBIT.1Q26 for Google Cloud.EBIT.Q1 2026. */
export function keyNamed(text: string): string {
  const parts = text.trim().toUpperCase().split('.');
  if (parts.length < 3) return parts.join('.');
  const quarter = quarterNumber(parts.at(-1)!);
  const period = quarter === undefined ? parts.at(-1)! : quarterName(quarter);
  return [entityNamed(parts[0]!), ...parts.slice(1, -1), period].join('.');
}

/** Own facts by their key; throws the Problem of one that is there twice. */
export function ownFacts(book: readonly (readonly unknown[])[]): ReadonlyMap<string, Own> {
  const facts = new Map<string, Own & { readonly row: number }>();
  for (const [row, written, value, unit, kind, period, source, quote] of book as readonly BookRow[]) {
    const key = keyNamed(written);
    const before = facts.get(key);
    if (before) throw bad('book', `has ${key} in row ${before.row} and again in row ${row}`, 'one of the two');
    const where = `row ${row}`;
    const words = (cell: unknown): string => String(scalarIn('book', cell, where) ?? '');
    const given = (): Scalar => {
      const x = scalarIn('book', value, where);
      if (x === null) throw bad('book', `has no value for ${key} in ${where}`, 'a number or a text');
      return x;
    };
    facts.set(key, {
      key,
      row,
      value: () => asNumber(given()) ?? String(given()),
      number() {
        const x = asNumber(given());
        if (x === undefined) throw bad('book', `has "${String(given())}" for ${key} in ${where}`, 'a number');
        return x;
      },
      unit: () => words(unit),
      kind: () => ['yours', words(kind)].filter(Boolean).join(': '),
      period: () => words(period) || key.slice(key.lastIndexOf('.') + 1),
      source: () => words(source),
      quote: () => words(quote),
    });
  }
  return facts;
}
