import type { Maths, Num } from '../formula/num';
import type { DataAll, GivenAll, Parameters, WrittenAll } from './parameters';
import type { Problem } from './problem';
import type { Rule } from './rules';
import type { Unit } from './units';

/** The families of functions, in the order in which an analyst meets them. */
export const FAMILIES = [
  'deal',
  'mix',
  'contribution',
  'silicon',
  'comparability',
  'capacity',
  'contracts',
  'growth',
  'returns',
  'verticals',
  'analysis',
  'trust',
] as const;

export type Family = (typeof FAMILIES)[number];

/** Functions in the order of their families; inside a family they keep theirs. */
export const byFamily = (functions: readonly Definition[]): readonly Definition[] =>
  [...functions].sort((a, b) => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family));

/** What a cell of an answer can hold. */
export type Cell = number | string | boolean | Problem;

/** One line of a table: its label and its values, each with a unit. */
export interface Row<V = Num | number | string, U = Unit> {
  readonly label: string;
  readonly unit: U | readonly U[];
  readonly values: readonly V[];
}

export interface Table<V = Num | number | string, U = Unit> {
  /** one text more than each row has values: the label column has a heading too */
  readonly header: readonly string[];
  readonly rows: readonly Row<V, U>[];
}

export type Result =
  | { readonly shape: 'number'; readonly unit: Unit; readonly about: string }
  | { readonly shape: 'list'; readonly unit: Unit; readonly about: string }
  | { readonly shape: 'table'; readonly about: string }
  | { readonly shape: 'cells'; readonly holds: Holds; readonly about: string };

/** What an answer is to a program: one value of a sort, a list, rows, or as its inputs decide. */
export type Holds = 'number' | 'text' | 'list' | 'table' | 'value' | 'value or table';

/** Of a function with a formula its shape says it. */
export const holdsOf = (result: Result): Holds => (result.shape === 'cells' ? result.holds : result.shape);

type Outcome<R> = R extends { shape: 'number' } ? Num : R extends { shape: 'list' } ? readonly Num[] : Table;

/** A finished block of cells, for functions that look up or analyse rather than calculate. */
export interface Block {
  readonly cells: readonly (readonly Cell[])[];
  /** the unit of each cell, where it has one */
  readonly units?: readonly (readonly (Unit | undefined)[])[];
  /** what the card of a single number says of how it was found */
  readonly notes?: Readonly<Record<string, string>>;
}

/** A finished table, whose texts have no unit; it is shown without labels and headings where `headers` is FALSE. */
export type Listing = Table<Cell, Unit | undefined>;

export type Answered = Cell | Block | Listing;

/** `gives`: the number, the text, the error code, the numeric body of a table, or the first cell of a long block. */
export interface Example<P extends Parameters = Parameters> {
  readonly args: WrittenAll<P>;
  readonly gives: number | string | readonly (readonly (number | string)[])[];
  readonly says: string;
}

/** What a formula is given, by parameter: whoever reads it has made it as the parameters declare. */
export type Values = Readonly<Record<string, unknown>>;

/** Everything that is known of a function. Whatever else exists of it is derived from this. */
export interface Definition {
  readonly name: string;
  readonly family: Family;
  /** What it answers, in one sentence. */
  readonly answers: string;
  readonly parameters: Parameters;
  readonly result: Result;
  readonly rules: readonly Rule[];
  readonly examples: readonly Example[];
  readonly related: readonly string[];
  /** The textbook formula, for every reading; of what it reads beside its inputs it may be told another base case. */
  readonly formula?: (x: Values, m: Maths, on?: object) => Num | readonly Num[] | Table;
  /** For functions that look up or analyse: no arithmetic of their own to read in other ways. */
  readonly answer?: (x: Values, catalogue: Catalogue, on?: object) => Answered;
  /** Of such a function: why a reading other than the value is impossible. */
  readonly onlyValue?: string;
}

/** The unit of a function's one number. */
export const unitOf = ({ result }: Pick<Definition, 'result'>): Unit =>
  result.shape === 'number' ? result.unit : 'plain';

/** All functions, findable by name in any case. */
export interface Catalogue {
  readonly functions: readonly Definition[];
  /** The function of that name, or a Problem that names the nearest. */
  find(name: string): Definition;
}

type Names<P> = Extract<keyof P, string>;

interface Described<P extends Parameters> {
  readonly name: `TAAS_${string}` | `BEDROCK_${string}`;
  readonly family: Family;
  readonly answers: string;
  readonly parameters: P;
  readonly rules?: readonly Rule<Names<NoInfer<P>>>[];
  readonly examples: readonly [Example<NoInfer<P>>, Example<NoInfer<P>>, ...Example<NoInfer<P>>[]];
  readonly related?: readonly string[];
}

/** A function with a formula. Misspelt inputs, impossible defaults and wrongly typed examples do not compile. */
export const define = <const P extends Parameters, const R extends Exclude<Result, { shape: 'cells' }>>(
  definition: Described<P> & {
    readonly result: R;
    formula(x: GivenAll<NoInfer<P>>, m: Maths, on?: never): Outcome<NoInfer<R>>;
  },
) => ({ rules: [], related: [], ...definition }) as Definition;

/** A function that looks something up or analyses other functions; `onlyValue` says why it has no other reading. */
export const defineAnswer = <const P extends Parameters>(
  definition: Described<P> & {
    readonly result: Result;
    readonly onlyValue: string;
    answer(x: DataAll<NoInfer<P>>, catalogue: Catalogue, on?: never): Answered;
  },
) => ({ rules: [], related: [], ...definition }) as Definition;
