import { refuseWaiting, scalarNamed, subjectOf, type Subject } from '../analysis/subject';
import { pathsOf } from '../analysis/varied';
import { nearest } from '../catalogue/catalogue';
import type { Catalogue, Definition } from '../catalogue/define';
import { replacementsIn, type Pairs } from '../catalogue/inputs';
import { kindOf } from '../catalogue/parameters';
import { Problem } from '../catalogue/problem';
import { parseCall } from '../catalogue/typed';
import { Misuse } from './problem';
import { parsePair, orMisuse } from './pair';

/** A function as it was typed, alone or as a call, and the inputs by name that follow it. */
export interface Words {
  readonly text: string;
  readonly pairs: Pairs;
}

/** `TAAS_MARGIN token_spend=1`, `TAAS_MARGIN(1, 0.8) infra_cogs=0.6`; brackets may be several words. */
export function parseWords(words: readonly string[], references = false): Words {
  const first = words.findIndex((word) => /^[^="(]+=/.test(word));
  const end = !/[([]/.test(words[0]!) ? 1 : first < 0 ? words.length : first;
  const text = words.slice(0, end).join(' ');
  orMisuse(() => parseCall(text, { argument: 'formula', references }));
  return { text, pairs: pairsOf(words.slice(end)) };
}

/** `name=value` words as the pairs that replace defaults. Lists and tables are given whole. */
export const pairsOf = (words: readonly string[]): Pairs =>
  words.map((word) => {
    const [name, typed] = parsePair(word);
    if (typed === null) throw new Misuse(`${name} has no value: expected ${name}=value.`);
    return [name, typed, word.slice(0, 80)];
  });

/** The function, of which some inputs change from row to row; throws the Problem of the first thing that is wrong. */
export function rowSubject(catalogue: Catalogue, text: string, pairs: Pairs, varied: readonly string[]): Subject {
  const { definition, given } = scalarNamed(catalogue, text);
  const held = replacementsIn(definition, pairs, given);
  for (const path of varied) {
    const place = held.get(path)?.place ?? (Object.hasOwn(given, path) ? text : undefined);
    if (place === undefined) continue;
    throw new Misuse(`${path} is a column of the scenarios and given as ${place}: expected one of the two.`);
  }
  const subject = subjectOf(catalogue, text, pairs, varied);
  refuseWaiting(subject, varied);
  const known = new Set(pathsOf(subject));
  for (const path of varied) if (!known.has(path)) throw notVaried(definition, path, [...known]);
  return subject;
}

function notVaried(definition: Definition, path: string, known: readonly string[]): Problem {
  if (Object.hasOwn(definition.parameters, path) && !kindOf(definition.parameters[path]!).numbers) {
    const sentence = `${path} of ${definition.name} shapes the calculation and cannot be a column: expected ${path}=value.`;
    return new Problem('#VALUE!', sentence, path);
  }
  const near = nearest(path, known, 3).join(', ');
  return new Problem('#VALUE!', `${definition.name} has no number ${path}; the nearest are ${near}.`, path);
}
