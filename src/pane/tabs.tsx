import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { JSX, KeyboardEvent } from 'react';
import { followArrows } from './arrow-keys';

const useStyles = makeStyles({
  // One row, from 320 px on; where letters are larger still, it scrolls.
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    scrollbarWidth: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& > button': { flexShrink: 0, whiteSpace: 'nowrap' },
    '@container (max-width: 440px)': {
      '& > button': { flexGrow: 1, paddingLeft: '2px', paddingRight: '2px' },
      '& > button > span': { paddingLeft: 0, paddingRight: 0, fontSize: tokens.fontSizeBase200 },
    },
  },
});

interface Props<Name extends string> {
  readonly label: string;
  readonly titles: Readonly<Record<Name, string>>;
  readonly selected: Name;
  readonly select: (name: Name) => void;
}

/**
 * Tab stops at the one that is selected, and arrows go along them. Fluent's own way puts stops without a name between
 * them, which are no tabs.
 */
export function Tabs<Name extends string>({ label, titles, selected, select }: Props<Name>): JSX.Element {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void =>
    followArrows(event, [...event.currentTarget.querySelectorAll('button')], ['ArrowLeft', 'ArrowRight']);
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={label}
      selectedValue={selected}
      onTabSelect={(_, { value }) => select(value as Name)}
      onKeyDown={onKeyDown}
      {...{ 'data-tabster': undefined }}
    >
      {Object.entries<string>(titles).map(([name, title]) => (
        <Tab key={name} value={name} id={`tab-${name}`} tabIndex={name === selected ? 0 : -1}>
          {title}
        </Tab>
      ))}
    </TabList>
  );
}
