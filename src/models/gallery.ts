/** What a gallery says of a ready model, beside its files. */
export interface ModelEntry {
  readonly key: string;
  readonly name: string;
  readonly question: string;
  readonly about: string;
  /** file names, all in one folder */
  readonly live: string;
  readonly native: string;
  readonly pictures: readonly string[];
  /** cells of the native file that only the add-in can compute again, and are values there */
  readonly asValues: number;
  /** why, each a reason: `TAAS_SIMULATE has no formula: …` */
  readonly because: readonly string[];
}
