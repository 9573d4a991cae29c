import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { FormView } from './form';

const useStyles = makeStyles({
  value: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, overflowWrap: 'anywhere' },
  formula: { display: 'block', fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  wide: { overflowX: 'auto' },
  cells: { borderCollapse: 'collapse', '& td, & th': { padding: '2px 8px 2px 0', textAlign: 'left' } },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
});

/** So many lines of a table are shown; the sheet has them all. */
const MOST_ROWS = 12;

/** What the formula comes to, its working and its text. */
export function FormAnswer({ view }: { readonly view: FormView }): JSX.Element {
  const styles = useStyles();
  const { call, table, problem, room, formula } = view;
  return (
    <section aria-label="Answer" aria-live="polite">
      {problem === undefined
        ? call && (
            <Text block className={styles.value}>
              {call.result}
            </Text>
          )
        : null}
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {room !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{room}</MessageBarBody>
        </MessageBar>
      )}
      {call?.unknown !== undefined && (
        <Text className={styles.quiet}>The answer comes with the sheet. {call.unknown}</Text>
      )}
      <code className={styles.formula}>{formula}</code>
      {table && (
        <div className={styles.wide} role="region" aria-label="Table" tabIndex={0}>
          <table className={styles.cells}>
            <tbody>
              {table.slice(0, MOST_ROWS).map((row, i) => (
                <tr key={i}>
                  {row.map((cell, j) => (
                    <td key={j}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {table.length > MOST_ROWS && (
            <Text className={styles.quiet}>{`and ${table.length - MOST_ROWS} more lines`}</Text>
          )}
        </div>
      )}
      {call && call.working.length > 0 && (
        <details>
          <summary>Working</summary>
          <table className={styles.cells} aria-label="Working">
            <tbody>
              {call.working.map(({ name, value }, i) => (
                <tr key={i}>
                  <th scope="row">{name.replaceAll('_', ' ')}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
