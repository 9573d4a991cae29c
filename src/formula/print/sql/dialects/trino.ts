import type { Dialect } from '../dialect';

export const trino: Dialect = {
  aliases: ['athena'],
  double: 'DOUBLE',
  quote: '"',
  exponentIsDouble: true,
  ignoresNull: false,
  raisesOverflow: false,
};
