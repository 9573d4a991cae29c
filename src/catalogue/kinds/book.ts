import { bad, cellsOf, scalarIn, unwrapped } from '../read';
import { orProblem } from '../problem';
import type { Alike, Kind, KindInHelp } from '../kind';

/** Facts of the analyst's own, under the headings of TAAS_FACTS; a row is read when it is asked for. */
export interface BookParameter {
  readonly kind: 'book';
  readonly about: string;
  /** what stands for none */
  readonly empty: readonly never[];
}

/** The row in the range, the key, and the other columns as they stand there; undefined where there is no such column. */
export type BookRow = readonly [row: number, key: string, ...cells: unknown[]];

const COLUMNS = ['key', 'value', 'unit', 'kind', 'period', 'source', 'quote'];

export const book = {
  kind: 'book',
  about: 'Your own facts, under the headings Key and Value, and Unit, Kind, Period, Source, Quote: they win over ours.',
  empty: [],
} as const satisfies BookParameter;

type BookTypes = Alike<BookParameter, readonly (readonly unknown[])[]>;

const expected = 'the headings of TAAS_FACTS, Key and Value among them, above a row a fact';

const isBlank = (cell: unknown): boolean => orProblem(() => unwrapped('', cell)) === null;

export const BOOK: Kind<BookTypes> = {
  shape: 'table',
  parse(name, _parameter, given): readonly BookRow[] {
    const [top, ...rows] = cellsOf(given);
    const headings = top!.map((cell) => (typeof cell === 'string' ? cell.trim().toLowerCase() : ''));
    const places = COLUMNS.map((column) => headings.indexOf(column));
    const absent = ['Key', 'Value'].find((_, i) => places[i]! < 0);
    if (absent !== undefined) throw bad(name, `has no heading ${absent}`, expected);
    return rows.flatMap((row, i): BookRow[] => {
      const [key, ...cells] = places.map((j) => row[j]);
      if ([key, ...cells].every(isBlank)) return [];
      const where = `row ${i + 2}`;
      const read = scalarIn(name, key, where);
      if (read === null) throw bad(name, `has no key in ${where}`, 'ENTITY.METRIC.PERIOD, such as AWS.REVENUE.2Q26');
      return [[i + 2, String(read), ...cells]];
    });
  },
  expected: () => expected,
};

export const BOOK_IN_HELP: KindInHelp<BookTypes> = {
  noun: 'facts',
  typescript: () => 'Rows',
  mistakes: () => [['no headings', [['AWS.REVENUE.2Q26', 40.5]]]],
  brief: ({ about }) => about,
};
