import type { Dialect } from '../dialect';

/** SQL Server 2022 or later, which has GREATEST and LEAST. */
export const tsql: Dialect = {
  aliases: ['sqlserver'],
  double: 'FLOAT',
  quote: '"',
  exponentIsDouble: true,
  ignoresNull: true,
  raisesOverflow: true,
  calls: { LN: 'LOG' },
};
