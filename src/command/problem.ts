/** The command was typed in a way that says nothing: exit code 2. */
export class Misuse extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
    this.name = 'Misuse';
  }
}

/** Work that could not be finished, though it was asked for rightly: exit code 1. */
export class Failure extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
    this.name = 'Failure';
  }
}
