import type { Dialect } from '../dialect';

export const bigquery: Dialect = {
  double: 'FLOAT64',
  quote: '`',
  escapesByBackslash: true,
  exponentIsDouble: true,
  ignoresNull: false,
  raisesOverflow: true,
};
