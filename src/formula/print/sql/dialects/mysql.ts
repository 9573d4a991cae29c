import type { Dialect } from '../dialect';

/** MySQL 8.0.17 or later, and MariaDB, whose doubles are all finite: what is beyond them stops the query. */
export const mysql: Dialect = {
  aliases: ['mariadb'],
  double: 'DOUBLE',
  quote: '`',
  exponentIsDouble: true,
  ignoresNull: false,
  raisesOverflow: true,
  // It merges no sub-query with a limit; its manual says to ask for the largest number where all rows are meant.
  inlines: { most: 40, after: 'LIMIT 18446744073709551615' },
};
