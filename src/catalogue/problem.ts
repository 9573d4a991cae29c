/** The errors a cell can show. The last four are only handed on when they come in as an argument. */
export type ErrorCode = '#VALUE!' | '#N/A' | '#DIV/0!' | '#NUM!' | '#NULL!' | '#NAME?' | '#REF!' | '#CALC!';

/** An answer that is an error: what the cell shows, and the sentence that says why. */
export class Problem extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly sentence: string,
    /** the argument it is about, if it is about one */
    readonly parameter?: string,
  ) {
    super(sentence);
    this.name = 'Problem';
  }
}

/** `A`, `A or B`, `A, B or C`. */
export function either(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
