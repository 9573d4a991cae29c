/** What programs and assistants read. */
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { VERSION } from '../../src/book/version';
import { signature } from '../../src/derive/example';
import { functions } from '../../src/functions';
import { ADDIN_URL, each, files } from './files';

interface Described {
  readonly name: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly examples: readonly { readonly result?: unknown; readonly error?: { readonly code: string } }[];
  readonly related: readonly string[];
}

const written = JSON.parse(files['catalogue.json']!) as { version: string; functions: Described[] };
const named = new Map(written.functions.map((each) => [each.name, each]));

test('catalogue.json has the form that its schema says', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(files['catalogue.schema.json']!));
  expect(validate(written) ? [] : validate.errors).toEqual([]);
});

test('it has every function, and is of this version', () => {
  expect([...named.keys()].sort()).toEqual(functions.map(({ name }) => name).sort());
  expect(written.version).toBe(VERSION);
  for (const { related } of written.functions) for (const name of related) expect(named.has(name)).toBe(true);
});

test.each(each)('%s: the examples answer what they promise', (name, definition) => {
  const { parameters, examples } = named.get(name)!;
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
  const text = files['llms.txt']!;
  for (const [, definition] of each) expect(text).toContain(`- ${signature(definition)} — ${definition.answers}`);
  expect(text).not.toMatch(/undefined|NaN|\[object/);
});

test('functions.json points to the help and stays small', () => {
  const metadata = JSON.parse(files['functions.json']!) as { functions: { id: string; helpUrl: string }[] };
  for (const { id, helpUrl } of metadata.functions) {
    expect(helpUrl).toBe(`${ADDIN_URL}/help/${id}.html`);
    expect(files[helpUrl.slice(ADDIN_URL.length + 1)]).toBeDefined();
  }
  expect(Buffer.byteLength(files['functions.json']!)).toBeLessThanOrEqual(120 * 1024);
});
