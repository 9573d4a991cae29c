import type { Dialect } from '../dialect';

export const snowflake: Dialect = {
  double: 'DOUBLE',
  quote: '"',
  exponentIsDouble: false,
  ignoresNull: false,
  raisesOverflow: false,
};
