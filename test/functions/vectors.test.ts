/** Every worked example of an independent implementation in 50 digits. */
import { callByName } from '../../src/catalogue/call';
import { Problem } from '../../src/catalogue/problem';
import quarters from '../vectors/quarters.json';
import book from '../vectors/vectors.json';
import { catalogue, difference, sameTo, type Arguments } from './cell';

interface Vector {
  readonly id: string;
  readonly function: string;
  readonly args: Arguments;
  readonly expected: string | readonly (readonly string[])[] | { readonly error: string };
  readonly note?: string;
}

const vectors = [...book.vectors, ...quarters.vectors] as unknown as readonly Vector[];

const number = (text: string): number | string => (Number.isNaN(Number(text)) ? text : Number(text));

/** What is wrong; undefined where the cell shows what is expected. */
function wrong({ function: name, args, expected }: Vector): string | undefined {
  const definition = catalogue.find(name);
  const given = 'headers' in definition.parameters ? { ...args, headers: false } : args;
  const answered = callByName(definition, given, catalogue);
  const code = answered instanceof Problem ? answered.code : undefined;
  if (typeof expected === 'object' && 'error' in expected)
    return code === expected.error ? undefined : `got ${code ?? 'an answer'}, expected ${expected.error}`;
  if (answered instanceof Problem) return answered.sentence;
  const rows = (typeof expected === 'string' ? [[expected]] : expected).map((row) => row.map(number));
  return difference(answered.cells, rows, (got, wanted) => sameTo(1e-10, got, wanted, 1e-9));
}

const titled = vectors.map(
  (vector) => [vector.id, vector.function, vector.note ?? JSON.stringify(vector.args), vector] as const,
);

test.each(titled)('%s %s: %s', (_id, _name, _note, vector) => {
  expect(wrong(vector)).toBeUndefined();
});
