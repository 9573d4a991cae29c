import type { Case } from '../../../book/case';
import { plainly } from '../../../catalogue/assumption';
import { callByName } from '../../../catalogue/call';
import type { Catalogue } from '../../../catalogue/define';
import { Problem } from '../../../catalogue/problem';

type Name = keyof Case['base'];

/** Which number of an answer: the line of a table by its label, and its column by its heading, the first if none is said. */
interface Place {
  readonly line?: string;
  readonly column?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

/** What a check reads: a base case, and what functions answer on it. */
export interface Model {
  readonly on: Case;
  readonly catalogue: Catalogue;
  readonly number: (name: Name) => number;
  readonly numbers: (name: Name) => readonly number[];
  readonly ask: (name: string, place?: Place) => number;
}

export function modelOf(on: Case, catalogue: Catalogue): Model {
  const plain = (name: Name): unknown => plainly(on.base[name]);
  return {
    on,
    catalogue,
    number: (name) => plain(name) as number,
    numbers: (name) => plain(name) as number[],
    ask(name, { line, column, args = {} } = {}) {
      const answer = callByName(catalogue.find(name), args, catalogue);
      if (answer instanceof Problem) throw answer;
      const [header, ...lines] = answer.cells;
      if (line === undefined) return header![0] as number;
      const row = lines.find(([label]) => label === line);
      const at = column === undefined ? 1 : header!.indexOf(column);
      if (!row || at < 0) throw new RangeError(`${name} has no cell ${line}, ${column ?? ''}`);
      return row[at] as number;
    },
  };
}
