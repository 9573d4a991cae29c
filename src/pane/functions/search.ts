/** Functions by concept: what an analyst calls it, whole, begun or misspelt, finds the function that answers it. */
import MiniSearch from 'minisearch';
import { byFamily, type Definition } from '../../catalogue/define';
import { FAMILIES } from '../../derive/families';
import { SYNONYMS } from '../../derive/synonyms';

/** Words that say nothing of what is wanted. */
const EMPTY_WORDS = new Set(
  'a an and are as at be by can do does for from has have how i if in is it its make much my of on one or so that the this to was what when which who with'.split(
    ' ',
  ),
);

const term = (word: string): string | null => {
  const lower = word.toLowerCase();
  return EMPTY_WORDS.has(lower) ? null : lower;
};

/** Where a word is found counts for more the nearer it is to what the function is for. */
const WEIGHTS = { name: 8, synonyms: 5, answers: 4, family: 1.5, inputs: 1, about: 0.6 };

export type Search = (query: string) => readonly Definition[];

/** A search of these functions, best first; all of them, by family, where nothing is asked. */
export function searchOf(functions: readonly Definition[]): Search {
  const inOrder = familiesInOrder(functions);
  const index = new MiniSearch({
    idField: 'place',
    fields: Object.keys(WEIGHTS),
    processTerm: term,
    searchOptions: {
      boost: WEIGHTS,
      prefix: true,
      fuzzy: (word) => (word.length > 4 ? 0.25 : false),
      maxFuzzy: 2,
      weights: { prefix: 0.6, fuzzy: 0.3 },
    },
  });
  index.addAll(inOrder.map((definition, place) => ({ place, ...words(definition) })));
  const phrases = inOrder.map(phrasesOf);

  return (query) => {
    const asked = plainly(query);
    if (asked === '') return inOrder;
    // Each word narrows; where no function has them all, each that has one of them is shown.
    let hits = index.search(asked, { combineWith: 'AND' });
    if (hits.length === 0) hits = index.search(asked, { combineWith: 'OR' });
    const scored = hits.map(({ id, score }) => {
      const place = id as number;
      return { definition: inOrder[place]!, score: score * nearness(phrases[place]!, asked) };
    });
    return scored.sort((a, b) => b.score - a.score).map(({ definition }) => definition);
  };
}

/** By family, the function that an analyst begins with first in its own. */
export const familiesInOrder = (functions: readonly Definition[]): readonly Definition[] =>
  byFamily([...functions].sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST)));

const FIRST = 'TAAS_MARGIN';

/** More where it is what the function is called, word for word, or part of that. */
const nearness = (phrases: readonly string[], asked: string): number =>
  phrases.includes(asked) ? 4 : phrases.some((each) => each.includes(asked)) ? 2 : 1;

const plainly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const phrasesOf = ({ name, family }: Definition): readonly string[] =>
  [name, name.replace(/^TAAS_/, ''), ...(SYNONYMS[family][name] ?? '').split(',')].map(plainly);

function words({
  name,
  family,
  answers,
  parameters,
  result,
}: Definition): Readonly<Record<keyof typeof WEIGHTS, string>> {
  const { all = '', [name]: own = '' } = SYNONYMS[family];
  return {
    name,
    synonyms: own,
    answers,
    family: `${FAMILIES[family].title} ${FAMILIES[family].about} ${all}`,
    inputs: Object.keys(parameters).join(' '),
    about: [result.about, ...Object.values(parameters).map(({ about }) => about)].join(' '),
  };
}
