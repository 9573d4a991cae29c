import { makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import type { Definition } from '../../catalogue/define';
import { FAMILIES } from '../../derive/families';
import { followArrows } from '../arrow-keys';
import { usePane } from '../context';
import { recentNames } from './recent';
import { searchOf } from './search';

const useStyles = makeStyles({
  list: { margin: '4px 0 12px', padding: 0, listStyleType: 'none' },
  entry: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { display: 'block', color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  search: { width: '100%', maxWidth: 'none' },
  count: { display: 'block', margin: '6px 0', color: tokens.colorNeutralForeground2 },
});

/** All functions by family, or those that were asked for, best first. */
export function FunctionList(): JSX.Element {
  const styles = useStyles();
  const { catalogue, show } = usePane();
  const [asked, ask] = useState('');
  const search = useMemo(() => searchOf(catalogue.functions), [catalogue]);
  const found = useMemo(() => search(asked), [search, asked]);
  const results = useRef<HTMLDivElement>(null);
  const open = (name: string): void => show({ tab: 'functions', name });
  const recent = asked.trim() === '' ? namedAmong(catalogue.functions, recentNames()) : [];

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && asked.trim() !== '' && found[0]) open(found[0].name);
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    results.current?.querySelector('button')?.focus();
  }

  /** Tab stops at the first of them only: nobody presses it seventy times. */
  const onResultKey = (event: KeyboardEvent<HTMLElement>): void =>
    followArrows(event, [...event.currentTarget.querySelectorAll('button')], ['ArrowUp', 'ArrowDown']);
  useEffect(() => {
    results.current?.querySelectorAll('button').forEach((each, i) => (each.tabIndex = i === 0 ? 0 : -1));
  });

  return (
    <>
      <SearchBox
        className={styles.search}
        aria-label="Search the functions"
        placeholder="what margin does AWS make on Claude"
        value={asked}
        onChange={(_, { value }) => ask(value)}
        onKeyDown={onKeyDown}
      />
      <Text role="status" className={styles.count}>
        {said(found.length)}
      </Text>
      <div ref={results} onKeyDown={onResultKey}>
        {asked.trim() === '' ? (
          <>
            {recent.length > 0 && <Entries title="Recent" functions={recent} open={open} />}
            {Object.entries(FAMILIES).map(([family, { title, about }]) => (
              <Entries
                key={family}
                title={title}
                about={about}
                functions={found.filter((each) => each.family === family)}
                open={open}
              />
            ))}
          </>
        ) : (
          <Entries functions={found} open={open} />
        )}
      </div>
    </>
  );
}

interface EntriesProps {
  readonly title?: string;
  readonly about?: string;
  readonly functions: readonly Definition[];
  readonly open: (name: string) => void;
}

function Entries({ title, about, functions, open }: EntriesProps): JSX.Element {
  const styles = useStyles();
  return (
    <section aria-label={title ?? 'Found'}>
      {title !== undefined && (
        <Text as="h3" weight="semibold" block>
          {title}
        </Text>
      )}
      {about !== undefined && <Text className={styles.quiet}>{about}</Text>}
      <ul className={styles.list}>
        {functions.map(({ name, answers }) => (
          <li key={name}>
            <button type="button" className={styles.entry} onClick={() => open(name)}>
              <span className={styles.name}>{name}</span>
              <span className={styles.quiet}>{answers}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const namedAmong = (functions: readonly Definition[], names: readonly string[]): readonly Definition[] =>
  names.flatMap((name) => functions.find((each) => each.name === name) ?? []);

const said = (count: number): string =>
  count === 0
    ? 'Nothing is called so here. Try one word of what you want to know: margin, power, depreciation, backlog, simulate.'
    : count === 1
      ? '1 function'
      : `${count} functions`;
