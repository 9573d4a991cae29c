import type { Percentile } from '../analysis/simulate';
import type { Place } from '../analysis/solve';
import type { Bin } from '../analysis/statistics';
import type { Bar, End } from '../analysis/tornado';
import type { Unit } from '../catalogue/units';

/*
 * What is to be drawn, as plain data: it can be written to a file, compared in a test and sent from a worker.
 * Numbers are those of the cells, unrounded; how they are written is the drawing's affair.
 */

interface Titled {
  /** what is shown, in words */
  readonly title: string;
  /** on what terms, in words */
  readonly terms: string;
  /** the same for someone who cannot see it: what the picture says */
  readonly says: string;
}

/** An input that is changed: its path, as the functions take it, and the unit of its values. */
export interface InputAxis {
  readonly path: string;
  readonly unit: Unit;
}

/** Bars around the result of the base case, the largest swing first. */
export interface TornadoChart extends Titled {
  readonly kind: 'tornado';
  readonly unit: Unit;
  /** what the results are */
  readonly axis: string;
  readonly base: number;
  /** how far each input is moved, as a share of its value */
  readonly delta: number;
  readonly bars: readonly Bar[];
  /** inputs that were moved and changed nothing */
  readonly idle: readonly string[];
}

export interface GridAxis extends InputAxis {
  readonly values: readonly number[];
  /** the place of the base case among the values, or -1 */
  readonly base: number;
}

/** A heat map: results by the value of two inputs, in the order of the table. */
export interface GridChart extends Titled {
  readonly kind: 'grid';
  readonly unit: Unit;
  readonly across: GridAxis;
  readonly down: GridAxis;
  /** one row for each value of `down`; null where the function has no value */
  readonly results: readonly (readonly (number | null)[])[];
}

/** Bars of equal width with the percentiles marked. */
export interface HistogramChart extends Titled {
  readonly kind: 'histogram';
  readonly unit: Unit;
  /** what the values are */
  readonly axis: string;
  readonly bins: readonly Bin[];
  /** P5, P50 and P95 */
  readonly percentiles: readonly Percentile[];
}

/** The function along one input, with the target and where it is reached. */
export interface SolveChart extends Titled {
  readonly kind: 'solve';
  readonly unit: Unit;
  /** what the results are */
  readonly axis: string;
  readonly input: InputAxis;
  readonly curve: readonly Place[];
  readonly target: number;
  /** undefined where the target is not reached */
  readonly root: number | undefined;
  readonly base: End | undefined;
}

/** Where a waterfall begins or ends. */
export interface Level {
  readonly label: string;
  readonly result: number;
}

/** A step of a waterfall, in the unit of its levels. */
export interface Step {
  readonly label: string;
  readonly change: number;
  /** the values of the input that made it, where it is one number */
  readonly input?: { readonly unit: Unit; readonly from: number; readonly to: number };
}

/** From one result to another, step by step; without a beginning, from nothing to the change. */
export interface WaterfallChart extends Titled {
  readonly kind: 'waterfall';
  readonly unit: Unit;
  /** what the results are */
  readonly axis: string;
  /** how a step is written: a margin of 55% moves by basis points, so many to one */
  readonly effect: { readonly unit: Unit; readonly ofOne: number };
  readonly start: Level | undefined;
  readonly steps: readonly Step[];
  readonly end: Level;
}

/** Rows of a sheet side by side: the picture that a workbook has in its cells. */
export interface RowsChart extends Titled {
  readonly kind: 'rows';
  readonly form: 'columns' | 'stacked columns' | 'bars' | 'stacked bars' | 'lines' | 'points';
  /** what stands below, with its unit */
  readonly across: string;
  /** what goes up, with its unit; and how its numbers are written, as a sheet writes them */
  readonly up: string;
  readonly format: string;
  readonly categories: readonly (string | number)[];
  /** without a colour a series only carries those that stand on it */
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly colour?: string;
  }[];
}

export type Chart = TornadoChart | GridChart | HistogramChart | SolveChart | WaterfallChart;
