import { distance } from 'fastest-levenshtein';
import type { Catalogue, Definition } from './define';
import { either, Problem } from './problem';

/** Makes the functions findable by name, in any case. */
export function catalogueOf(functions: readonly Definition[]): Catalogue {
  const byName = new Map(functions.map((definition) => [definition.name, definition]));
  return {
    functions,
    find(name) {
      const found = byName.get(name.trim().toUpperCase());
      if (found) return found;
      throw notFound('function', name, [...byName.keys()]);
    },
  };
}

/** `no function TAAS_MARGN; the nearest are TAAS_MARGIN or TAAS_LAB_MARGIN.` */
export function notFound(
  what: string,
  asked: string,
  known: readonly string[],
  code: '#N/A' | '#VALUE!' = '#N/A',
  parameter = what,
): Problem {
  return new Problem(code, `no ${what} ${asked.slice(0, 80)}; ${nearestOf(asked, known)}.`, parameter);
}

/** `TAAS_MARGIN has no parameter tokn_spend; the nearest are token_spend, …` */
export function unknownParameter(definition: Definition, asked: string, argument?: string): Problem {
  const names = Object.keys(definition.parameters);
  const there = names.length === 0 ? 'it has none' : nearestOf(asked, names);
  return new Problem('#VALUE!', `${definition.name} has no parameter ${asked.slice(0, 80)}; ${there}.`, argument);
}

/** `the nearest are token_spend or token_price` */
function nearestOf(asked: string, known: readonly string[]): string {
  const near = nearest(asked, known);
  return `the nearest ${near.length === 1 ? 'is' : 'are'} ${either(near)}`;
}

/** The three known words most like the one asked for. */
export function nearest(asked: string, known: readonly string[], most = 3): string[] {
  const word = asked.trim().toUpperCase().slice(0, 80);
  const unlike = (x: string): number =>
    distance(word, x.toUpperCase()) - (x.toUpperCase().includes(word) && word.length > 2 ? 100 : 0);
  return [...known].sort((a, b) => unlike(a) - unlike(b) || (a < b ? -1 : 1)).slice(0, most);
}
