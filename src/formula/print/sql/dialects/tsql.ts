import type { Dialect } from '../dialect';

/** SQL Server 2022 or later, which has GREATEST and LEAST. */
export const tsql: Dialect = {
  aliases: ['sqlserver'],
  double: 'FLOAT',
  quote: '"',
  // Words that are likely names of columns; the rest of the list is kept by other engines too.
  reserved: `add authorization backup begin break browse bulk cascade checkpoint close clustered coalesce commit compute
    contains containstable continue convert cursor database dbcc deallocate declare deny disk distributed double dump
    errlvl execute exec exit external file fillfactor freetext freetexttable goto holdlock identity identitycol index kill
    lineno load national nocheck nonclustered nullif off offsets open opendatasource openquery openrowset openxml option
    percent pivot plan precision print proc procedure public raiserror read readtext reconfigure replication restore
    restrict return revert rowcount rowguidcol rule save schema securityaudit session_user setuser shutdown statistics
    system_user textsize top tran transaction truncate tsequal updatetext use varying view waitfor while writetext`.split(
    /\s+/,
  ),
  exponentIsDouble: true,
  ignoresNull: true,
  raisesOverflow: true,
  calls: { LN: 'LOG' },
};
