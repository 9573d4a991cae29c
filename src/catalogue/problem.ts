/** The errors that Excel lets a function show. #NULL! is only handed on when it comes in as an argument. */
export const ERROR_CODES = ['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!'] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A pane, a tooltip and a patient reader take so many characters. */
const LONGEST_SENTENCE = 400;

/** An answer that is an error: what the cell shows, and the sentence that says why. */
export class Problem extends Error {
  readonly sentence: string;

  constructor(
    readonly code: ErrorCode,
    sentence: string,
    /** the argument it is about, if it is about one */
    readonly parameter?: string,
  ) {
    const cut = sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE - 2)}….` : sentence;
    super(cut);
    this.sentence = cut;
    this.name = 'Problem';
  }
}

/** What it comes to, or the Problem why it comes to nothing. */
export function orProblem<T>(answer: () => T): T | Problem {
  try {
    return answer();
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
}

const MOST_CHARACTERS = 200;

/** `A`, `A or B`, `A, B or C`; of very many the first, and how many others there are. */
export function either(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  let length = 0;
  const more = words.findIndex((word) => (length += word.length + 2) > MOST_CHARACTERS);
  if (more < 1) return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  const others = words.length - more;
  return `${words.slice(0, more).join(', ')} or ${others.toLocaleString('en-US')} other${others === 1 ? '' : 's'}`;
}
