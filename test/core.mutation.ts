/** Every fast test of the core in one file, so that mutation testing loads the core once for each mutant. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { configureGlobal } from 'fast-check';

const ROOMS = ['formula', 'catalogue', 'functions', 'book', 'engines'];

/** Slow for their own good reasons: an engine to start, a database, a hundred thousand rows. */
const SLOW = /sql|postgres|agreement|fuzz|scaffold/;

configureGlobal({ numRuns: 10 });

const testsIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => testsIn(join(path, name)))
    : path.endsWith('.test.ts') && !SLOW.test(path)
      ? [path]
      : [];

for (const room of ROOMS) {
  for (const path of testsIn(join(__dirname, room))) {
    describe(path.slice(__dirname.length + 1), () => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- jest gathers the tests of a required file here
      require(path);
    });
  }
}
