/** What programs and assistants read. */
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { VERSION } from '../../src/book/version';
import { described } from '../../src/derive/catalogue-json';
import { signature } from '../../src/derive/example';
import { functions } from '../../src/functions';
import { ADDIN_URL, catalogue, each, fileNames, fileOf } from './files';

interface Described {
  readonly name: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly examples: readonly { readonly result?: unknown; readonly error?: { readonly code: string } }[];
  readonly related: readonly string[];
}

const written = (): { version: string; functions: Described[] } => JSON.parse(fileOf('catalogue.json')) as never;

test('catalogue.json has the form that its schema says', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(fileOf('catalogue.schema.json')));
  expect(validate(written()) ? [] : validate.errors).toEqual([]);
});

test('it has every function, and is of this version', () => {
  const { version, functions: all } = written();
  const names = new Set(all.map(({ name }) => name));
  expect([...names].sort()).toEqual(functions.map(({ name }) => name).sort());
  expect(version).toBe(VERSION);
  for (const { related } of all) for (const name of related) expect(names.has(name)).toBe(true);
});

test.each(each)('%s: the examples answer what they promise', (_name, definition) => {
  const { parameters, examples } = described(definition, catalogue, ADDIN_URL) as Described;
  expect(parameters.map((parameter) => parameter.name)).toEqual(Object.keys(definition.parameters));
  definition.examples.forEach(({ args, gives }, i) => {
    const { result, error } = examples[i]!;
    if (error) return expect(error.code).toBe(gives);
    // A table's example gives the numbers alone.
    const rows = Array.isArray(result) ? (result as unknown[][]) : [[result]];
    const headed = definition.result.shape === 'table' && !('headers' in args && args.headers === false);
    const body = headed ? rows.slice(1).map((row) => row.slice(1)) : rows;
    // Of a long table an example may give the first cell alone.
    const expected = typeof gives === 'object' ? gives : [[gives]];
    if (typeof gives === 'object') expect(body.length).toBe(expected.length);
    expected.flat().forEach((cell, j) => {
      const got = body.flat()[j];
      if (typeof cell === 'number')
        expect(Math.abs((got as number) - cell)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(cell)));
      else expect(got).toBe(cell);
    });
  });
});

test('an assistant finds every function in llms.txt', () => {
  const text = fileOf('llms.txt');
  for (const [, definition] of each) expect(text).toContain(`- ${signature(definition)} — ${definition.answers}`);
  expect(text).not.toMatch(/undefined|NaN|\[object/);
});

test('functions.json points to the help and stays small', () => {
  const metadata = JSON.parse(fileOf('functions.json')) as { functions: { id: string; helpUrl: string }[] };
  for (const { id, helpUrl } of metadata.functions) {
    expect(helpUrl).toBe(`${ADDIN_URL}/help/${id}.html`);
    expect(fileNames).toContain(helpUrl.slice(ADDIN_URL.length + 1));
  }
  expect(Buffer.byteLength(fileOf('functions.json'))).toBeLessThanOrEqual(120 * 1024);
});
