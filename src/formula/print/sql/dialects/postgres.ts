import type { Dialect } from '../dialect';

export const postgres: Dialect = {
  aliases: ['redshift'],
  double: 'DOUBLE PRECISION',
  quote: '"',
  exponentIsDouble: false,
  ignoresNull: true,
  raisesOverflow: true,
  inlines: { most: 40, before: 'MATERIALIZED ' },
};
