import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Parameter } from '../../catalogue/parameters';
import { columnsOf, emptyRow, type TypedRows } from './rows';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& td, & th': { padding: '2px 4px 2px 0' },
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  },
  cell: { width: '100%', minWidth: '3em' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '4px 0' },
});

interface Props {
  readonly name: string;
  readonly parameter: Parameter;
  readonly rows: TypedRows;
  readonly onChange: (rows: TypedRows) => void;
}

/** A list or a table, typed row by row. */
export function FormRows({ name, parameter, rows, onChange }: Props): JSX.Element {
  const styles = useStyles();
  const columns = columnsOf(parameter);
  const width = Math.max(...rows.map((row) => row.length), columns?.length ?? 1);
  const type = (i: number, j: number, text: string): void =>
    onChange(rows.map((row, at) => (at === i ? row.map((cell, k) => (k === j ? text : cell)) : row)));
  return (
    <>
      <table className={styles.table} aria-label={`Rows of ${name}`}>
        {columns && (
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <td />
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => {
                const column = columns?.[j] ?? `column ${j + 1}`;
                return (
                  <td key={j}>
                    <Input
                      className={styles.cell}
                      size="small"
                      aria-label={`${name}, row ${i + 1}, ${column}`}
                      placeholder={column}
                      value={cell}
                      onChange={(_, { value }) => type(i, j, value)}
                    />
                  </td>
                );
              })}
              <td>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={`Remove row ${i + 1} of ${name}`}
                  disabled={rows.length === 1}
                  onClick={() => onChange(rows.filter((_, at) => at !== i))}
                >
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.line}>
        <Button size="small" aria-label={`Add a row to ${name}`} onClick={() => onChange([...rows, emptyRow(width)])}>
          Add a row
        </Button>
        {columns === undefined && (
          <Button
            size="small"
            aria-label={`Add a column to ${name}`}
            onClick={() => onChange(rows.map((row) => [...row, '']))}
          >
            Add a column
          </Button>
        )}
      </div>
    </>
  );
}
