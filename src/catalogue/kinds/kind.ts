import type { Num } from '../../formula/num';
import type { Path } from '../path';
import type { Scalar } from '../read';
import type { Domain } from './domain';

/** Plain data: one value, several, or rows of them. */
export type Data = Scalar | readonly Scalar[] | readonly (readonly (Scalar | null | undefined)[])[];

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

/** How a reading takes in one number: its path (`token_spend`, `tiers[2].rate`) and what it is. */
export type Enter = (path: string, value: number | Num) => Num;

/** What the gate and every reading know of a kind of parameter. */
export interface Kind<T extends Types = Types> {
  /** Reads what is given and not blank; throws the Problem of what it cannot be. */
  parse(name: string, parameter: T['parameter'], given: unknown): T['data'];
  /** What it takes, in words that follow "expected". */
  expected(parameter: T['parameter']): string;
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
