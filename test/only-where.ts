/**
 * Tests that need what not every machine has: a database, a recording kept elsewhere. Where it is missing they count as
 * skipped, and the reason stands in the closing line of .ci/run; a test skipped without a reason counts there as failed.
 */
const because = (name: string, missing: string): string => `${name} [skipped: ${missing}]`;

/** `describe` where the thing is there; else its tests are skipped because of `missing`, a short sentence without a full stop. */
export const describeWhere =
  (there: boolean, missing: string) =>
  (name: string, body: () => void): void =>
    there ? describe(name, body) : describe.skip(because(name, missing), body);

/** `test`, likewise. */
export const testWhere =
  (there: boolean, missing: string) =>
  (name: string, body: jest.ProvidesCallback): void =>
    there ? test(name, body) : test.skip(because(name, missing), body);
