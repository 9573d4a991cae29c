import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../problem';
import type { SliceEnd } from './scenarios';

/** What is known of a finished part. */
export interface Part {
  readonly rows: number;
  /** rows that cannot be computed */
  readonly bad: number;
  /** rows that can, and have no value */
  readonly none: number;
  readonly end: SliceEnd;
}

const OURS = /^(?:sweep\.json|joined|(?:part-\d{6}\.(?:parquet|json|rejects\.csv))|.*\.unfinished)$/;

/** The folder beside the result in which finished parts wait for the others. */
export class Parts {
  readonly finished: Part[] = [];

  /** @param sweep what makes this sweep this one: if anything in it changes, the parts of before are of another */
  constructor(
    readonly folder: string,
    sweep: unknown,
    restart: boolean,
  ) {
    const fingerprint = createHash('sha256').update(JSON.stringify(sweep)).digest('hex');
    if (restart) this.remove();
    const mark = join(folder, 'sweep.json');
    if (existsSync(mark)) {
      if ((JSON.parse(readFileSync(mark, 'utf8')) as { fingerprint: string }).fingerprint !== fingerprint) {
        throw new Failure(
          `${folder} holds finished parts of another sweep (other scenarios, inputs or formula): finish that one, choose another --out, or add --restart to forget them.`,
        );
      }
      while (existsSync(this.file(this.finished.length + 1, 'json'))) {
        this.finished.push(JSON.parse(readFileSync(this.file(this.finished.length + 1, 'json'), 'utf8')) as Part);
      }
      return;
    }
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new Failure(`${folder} is needed for unfinished work and holds other files: choose another --out.`);
    }
    mkdirSync(folder, { recursive: true });
    this.write(mark, JSON.stringify({ fingerprint }));
  }

  /** A file of a part, counted from 1. */
  file(part: number, kind: 'parquet' | 'json' | 'rejects.csv'): string {
    return join(this.folder, `part-${String(part).padStart(6, '0')}.${kind}`);
  }

  files(kind: 'parquet' | 'rejects.csv'): string[] {
    return this.finished.map((_, i) => this.file(i + 1, kind)).filter((file) => existsSync(file));
  }

  /** Records a part whose files are complete; only then does it count. */
  finish(part: Part): void {
    const number = this.finished.length + 1;
    for (const kind of ['parquet', 'rejects.csv'] as const) {
      const file = this.file(number, kind);
      if (existsSync(unfinished(file))) renameSync(unfinished(file), file);
      else rmSync(file, { force: true });
    }
    this.write(this.file(number, 'json'), JSON.stringify(part));
    this.finished.push(part);
  }

  private write(file: string, text: string): void {
    writeFileSync(unfinished(file), text);
    renameSync(unfinished(file), file);
  }

  /** Takes away what was begun. */
  removeUnfinished(): void {
    for (const name of existsSync(this.folder) ? readdirSync(this.folder) : []) {
      if (name.endsWith('.unfinished') || name === 'joined')
        rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }

  /** Takes away everything that is ours; a folder with other files in it stays. */
  remove(): void {
    if (!existsSync(join(this.folder, 'sweep.json'))) return;
    const names = readdirSync(this.folder);
    for (const name of names) if (OURS.test(name)) rmSync(join(this.folder, name), { recursive: true, force: true });
    if (names.every((name) => OURS.test(name))) rmdirSync(this.folder);
  }

  sum(count: 'rows' | 'bad' | 'none'): number {
    return this.finished.reduce((total, part) => total + part[count], 0);
  }
}

/** A file under the name it has until it is complete. */
export const unfinished = (file: string): string => `${file}.unfinished`;
