import background from './background.json';
import { quarterName, quarterNumber } from '../catalogue/quarter';

/** A public series by calendar quarter. Background for cross-checks: never one of the articles' own figures. */
export interface Series {
  readonly entity: string;
  readonly name: string;
  readonly metric: string;
  readonly about: string;
  readonly unit: string;
  /** "reported": the quarters tie to a filed annual total; "third-party": a data site's digits. */
  readonly standing: string;
  readonly ties?: string;
  readonly first: string;
  readonly values: readonly number[];
  readonly sources: readonly string[];
}

export interface Point extends Pick<Series, 'entity' | 'metric' | 'unit' | 'sources'> {
  readonly key: string;
  readonly period: string;
  readonly value: number;
  readonly standing: string;
  readonly about: string;
}

export const SERIES: readonly Series[] = background.series;

/** The quarters of a series, in order. */
export const periodsOf = (series: Series): string[] =>
  series.values.map((_, i) => quarterName(quarterNumber(series.first)! + i));

/** 1Q26 of AWS ties only to a rounded total, so its last digit waits for the filing. */
const UNVERIFIED_LAST_DIGIT = new Set(['AWS.REVENUE.1Q26', 'AWS.EBIT.1Q26']);

/** Every value of every series under the key ENTITY.METRIC.PERIOD. */
export const POINTS: readonly Point[] = SERIES.flatMap((series) =>
  periodsOf(series).map((period, i) => {
    const key = `${series.entity}.${series.metric}.${period}`;
    return {
      key,
      entity: series.entity,
      metric: series.metric,
      about: `${series.name}, ${series.about}`,
      unit: series.unit,
      period,
      value: series.values[i]!,
      standing: UNVERIFIED_LAST_DIGIT.has(key) ? `${series.standing} (last digit unverified)` : series.standing,
      sources: series.sources,
    };
  }),
);

export const seriesOf = (entity: string, metric: string): Series | undefined =>
  SERIES.find((series) => series.entity === entity && series.metric === metric);

/** One quarter of a public series, by ENTITY.METRIC.PERIOD. */
export function pointOf(key: string): Point {
  const point = POINTS.find((candidate) => candidate.key === key);
  if (!point) throw new RangeError(`no series value ${key}`);
  return point;
}

/** Its value, for the base case. */
export const reported = (entity: string, metric: string, period: string): number =>
  pointOf(`${entity}.${metric}.${period}`).value;
