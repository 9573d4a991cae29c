import type { Dialect } from '../dialect';

export const bigquery: Dialect = {
  double: 'FLOAT64',
  quote: '`',
  exponentIsDouble: true,
  ignoresNull: false,
  raisesOverflow: true,
};
