import type { ErrorCode } from '../catalogue/problem';
import type { Chart } from './chart';

/** What a page asks the worker: one analysis at a time. */
export interface Question {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What the worker tells: how far it is, then the chart or why there is none. */
export type News =
  | { readonly done: number }
  | { readonly chart: Chart }
  | { readonly problem: { readonly code: ErrorCode; readonly sentence: string } };
