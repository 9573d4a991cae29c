import type { Dialect } from '../dialect';

/** A column of ClickHouse has no NULLs unless its type says so. */
export const clickhouse: Dialect = {
  double: 'Nullable(Float64)',
  quote: '"',
  escapesByBackslash: true,
  exponentIsDouble: true,
  ignoresNull: true,
  raisesOverflow: false,
};
