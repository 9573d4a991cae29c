/** A function as a list of them shows it. */
export interface Listed {
  readonly name: string;
  /** as the list heads it; '' where it is not known yet */
  readonly family: string;
  readonly answers: string;
  /** `revenues, [labels]`: brackets mean optional, as in Excel's own help */
  readonly parameters: string;
  /** a formula to begin with */
  readonly example: string;
  /** what else of it is searched */
  readonly about: string;
}

/** Functions that have every word of the query in their name, sentence, family or parameters; best first. */
export function found(functions: readonly Listed[], query: string): readonly Listed[] {
  const words = query
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (words.length === 0) return functions;
  return functions
    .map((each) => ({ each, rank: rankOf(each, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ each }) => each);
}

function rankOf({ name, answers, family, parameters, about }: Listed, words: readonly string[]): number {
  const [first, second, third] = [name, answers, `${family} ${parameters} ${about}`].map((text) => text.toLowerCase());
  let rank = 0;
  for (const word of words) {
    if (first!.includes(word)) rank += 10;
    else if (second!.includes(word)) rank += 3;
    else if (third!.includes(word)) rank += 1;
    else return 0;
  }
  return rank;
}

/** What was found, as it is said. */
export function foundSentence({ length }: readonly Listed[]): string {
  if (length === 0) return 'No function has all these words.';
  return length === 1 ? '1 function' : `${length} functions`;
}

export interface FamilyListed {
  readonly title: string;
  readonly functions: readonly Listed[];
}

/** The same by family, that of the best first. */
export const byFamily = (functions: readonly Listed[]): readonly FamilyListed[] =>
  [...new Set(functions.map(({ family }) => family))].map((title) => ({
    title,
    functions: functions.filter(({ family }) => family === title),
  }));
