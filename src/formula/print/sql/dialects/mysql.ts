import type { Dialect } from '../dialect';

/** MySQL 8.0.17 or later, and MariaDB, whose doubles are all finite: what is beyond them stops the query. */
export const mysql: Dialect = {
  aliases: ['mariadb'],
  double: 'DOUBLE',
  quote: '`',
  // Words that are likely names of columns; the rest of the list is kept by other engines too.
  reserved: `accessible before change character condition continue cume_dist database databases declare dense_rank div
    double each elseif empty enclosed escaped exit explain float force generated get groups high_priority index int integer
    iterate json_table key keys kill lag last_value lead leave lines load lock long loop low_priority match mod modifies
    nth_value ntile numeric optimize option out outfile percent_rank period portion procedure purge read reads real release
    rename repeat replace require resignal restrict return row_number schema schemas sensitive separator show signal
    spatial specific sql ssl starting stored system terminated undo unlock unsigned usage varying virtual while write
    xor zerofill`.split(/\s+/),
  exponentIsDouble: true,
  ignoresNull: false,
  raisesOverflow: true,
  // It merges no sub-query with a limit; its manual says to ask for the largest number where all rows are meant.
  inlines: { most: 40, after: 'LIMIT 18446744073709551615' },
};
