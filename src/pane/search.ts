import type { Definition } from '../catalogue/define';

/** Functions that have every word of the query in their name, sentence, family or parameters; best first. */
export function found(functions: readonly Definition[], query: string): readonly Definition[] {
  const words = query
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (words.length === 0) return functions;
  return functions
    .map((definition) => ({ definition, rank: rankOf(definition, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ definition }) => definition);
}

function rankOf(definition: Definition, words: readonly string[]): number {
  const name = definition.name.toLowerCase();
  const about = [
    definition.answers,
    definition.family,
    definition.result.about,
    ...Object.entries(definition.parameters).map(([parameter, { about: help }]) => `${parameter} ${help}`),
  ]
    .join(' ')
    .toLowerCase();
  let rank = 0;
  for (const word of words) {
    if (name.includes(word)) rank += 10;
    else if (definition.answers.toLowerCase().includes(word)) rank += 3;
    else if (about.includes(word)) rank += 1;
    else return 0;
  }
  return rank;
}
