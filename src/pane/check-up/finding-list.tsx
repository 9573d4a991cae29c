import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Fragment, type JSX, type ReactNode } from 'react';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
});

/** As many as anyone reads; more make a page slow. */
const MOST = 200;

interface Props<T> {
  readonly label: string;
  /** what is said where there are none */
  readonly none: string;
  readonly items: readonly T[];
  /** how many there are beyond these */
  readonly others?: number;
  readonly children: (item: T) => ReactNode;
}

/** The first of what was found, and how many are left out. */
export function FindingList<T>({ label, none, items, others = 0, children }: Props<T>): JSX.Element {
  const styles = useStyles();
  if (items.length === 0) return <Text className={styles.quiet}>{none}</Text>;
  const left = items.length + others - Math.min(items.length, MOST);
  return (
    <Fragment>
      <ul className={styles.list} aria-label={label}>
        {items.slice(0, MOST).map((item, i) => (
          <li key={i} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Text className={styles.quiet}>
          The first {MOST} of {(items.length + others).toLocaleString('en-US')}; {left.toLocaleString('en-US')} are not
          listed.
        </Text>
      )}
    </Fragment>
  );
}
