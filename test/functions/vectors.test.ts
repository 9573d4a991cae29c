/** Every worked example of an independent implementation in 50 digits. */
import { callByName } from '../../src/catalogue/call';
import { Problem } from '../../src/catalogue/problem';
import { functions } from '../../src/functions';
import book from '../vectors/vectors.json';
import { catalogue, difference, sameTo, type Arguments } from './cell';

interface Vector {
  readonly id: string;
  readonly function: string;
  readonly args: Arguments;
  readonly expected: string | readonly (readonly string[])[] | { readonly error: string };
  readonly note: string;
}

const vectors = book.vectors as unknown as readonly Vector[];
const names = new Set(functions.map((definition) => definition.name));
const known = vectors.filter((vector) => names.has(vector.function));

const number = (text: string): number | string => (Number.isNaN(Number(text)) ? text : Number(text));

test.each(known.map((vector) => [vector.id, vector.function, vector.note, vector] as const))(
  '%s %s: %s',
  (_id, name, _note, { args, expected }) => {
    const definition = catalogue.find(name);
    const given = 'headers' in definition.parameters ? { ...args, headers: false } : args;
    const answered = callByName(definition, given, catalogue);
    if (typeof expected === 'object' && 'error' in expected) {
      expect(answered).toBeInstanceOf(Problem);
      expect((answered as Problem).code).toBe(expected.error);
      return;
    }
    const rows = (typeof expected === 'string' ? [[expected]] : expected).map((row) => row.map(number));
    if (answered instanceof Problem) throw answered;
    expect(difference(answered.cells, rows, (got, wanted) => sameTo(1e-10, got, wanted, 1e-9))).toBeUndefined();
  },
);

test('no vector waits for its function', () => {
  expect(vectors.filter((vector) => !names.has(vector.function)).map((vector) => vector.id)).toEqual([]);
});
