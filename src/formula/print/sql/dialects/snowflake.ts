import type { Dialect } from '../dialect';

export const snowflake: Dialect = {
  double: 'DOUBLE',
  quote: '"',
  capitals: true,
  exponentIsDouble: false,
  ignoresNull: false,
  raisesOverflow: false,
};
