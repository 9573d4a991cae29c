import type { Num } from '../formula/num';
import type { Path } from './path';
import type { Scalar } from './read';
import type { Domain, Limits } from './domain';

/** Alike data: one value, several, or rows of them. */
export type Data = Scalar | readonly Scalar[] | readonly (readonly unknown[])[];

/** The types of a kind. */
export interface Types {
  /** as a function declares it */
  readonly parameter: { readonly kind: string; readonly about: string };
  /** as the gate hands it on */
  readonly data: Data;
  /** as a formula sees it */
  readonly seen: unknown;
  /** as an example writes it */
  readonly written: unknown;
}

/** Of a kind that shapes the calculation: the same throughout. */
export interface Alike<P extends Types['parameter'], D extends Data> extends Types {
  readonly parameter: P;
  readonly data: D;
  readonly seen: D;
  readonly written: D;
}

/** How a reading takes in one number: its path (`token_spend`, `tiers[2].rate`) and what it is. */
export type Enter = (path: string, value: number | Num) => Num;

/** What the gate and every reading know of a kind of parameter. */
export interface Kind<T extends Types = Types> {
  /** Reads what is given and not blank; throws the Problem of what it cannot be. */
  parse(name: string, parameter: T['parameter'], given: unknown): T['data'];
  /** What it takes, in words that follow "expected". */
  expected(parameter: T['parameter']): string;
  /** whether it is one cell, one row or column of them, or rows of them */
  readonly shape: 'cell' | 'line' | 'table';
  /** A default in words, where these say more than what is typed. */
  print?(data: T['data']): string;
  /** Of a kind whose numbers are those of the arithmetic; any other shapes the calculation. */
  readonly numbers?: Numbers<T>;
}

export interface Numbers<T extends Types = Types> {
  /** What the formula sees: each number as the reading takes it in. */
  bind(name: string, value: T['data'] | T['seen'], enter: Enter): T['seen'];
  /** Each number by its path; undefined where the function waits for it. */
  elements(name: string, data: T['data'] | undefined): readonly (readonly [path: string, x: number | undefined])[];
  /** What the number at a path may be. */
  domain(parameter: T['parameter'], path: Path): Domain;
  /** The same in words that follow "expected". */
  expected(parameter: T['parameter'], path: Path): string;
  /** the columns of a table, as a path names them */
  readonly columns?: readonly string[];
}

/** What only help, forms and tests ask of a kind; a cell does without it. */
export interface KindInHelp<T extends Types = Types> {
  /** what it is, where it has no unit */
  readonly noun: string;
  /** What it is in the declarations of the package: a type of TypeScript, of those in derive/declarations.ts. */
  typescript(parameter: T['parameter']): string;
  /** Typical mistakes: of which sort, and what is given. */
  mistakes(
    parameter: T['parameter'],
    data: T['data'] | undefined,
  ): readonly (readonly [sort: string, given: unknown])[];
  /** What else a program is told of a parameter. */
  facts?(parameter: T['parameter']): object;
  /** What an assistant is told of it, where that is more than its unit. */
  brief?(parameter: T['parameter']): string;
  /** What a test may try; undefined where only the function knows. */
  sample?(parameter: T['parameter']): Sample;
}

/** Values that the gate takes: numbers (of which one that shapes the calculation may make it long), words, lists of these, or steps of a table with a number beside each. */
export type Sample =
  | { readonly number: Limits; readonly shapes?: true; readonly whole?: boolean }
  | { readonly oneOf: readonly Scalar[] }
  | { readonly listOf: Sample }
  | { readonly steps: Limits }
  /** rows of a table, of which no two are alike */
  | { readonly rows: (i: number) => readonly (Scalar | null)[] };
