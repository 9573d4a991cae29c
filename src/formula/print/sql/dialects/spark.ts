import type { Dialect } from '../dialect';

export const spark: Dialect = {
  aliases: ['databricks'],
  double: 'DOUBLE',
  quote: '`',
  exponentIsDouble: true,
  ignoresNull: true,
  raisesOverflow: false,
};
