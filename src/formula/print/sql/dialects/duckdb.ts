import type { Dialect } from '../dialect';

export const duckdb: Dialect = {
  double: 'DOUBLE',
  quote: '"',
  exponentIsDouble: true,
  ignoresNull: true,
  raisesOverflow: false,
};
