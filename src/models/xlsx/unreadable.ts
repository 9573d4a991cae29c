/** Why a file cannot be opened: a sentence for whoever chose it. */
export class Unreadable extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Unreadable';
  }
}
