import { Badge, Button, Field, makeStyles, SearchBox, Select, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type JSX } from 'react';
import { usePane } from '../context';
import { Tabs } from '../tabs';
import { put } from '../put';
import { checkLines, entriesWith, type CheckLine, type Entry } from './data-book';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  item: { padding: '10px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: '8px' },
  figure: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, display: 'block' },
  quote: { margin: '4px 0', fontStyle: 'italic' },
  parts: { marginBottom: '8px' },
});

const PARTS = { figures: 'Figures', checks: 'Checks' };

/** The figures that the base case rests on, and how the model stands up to them. */
export function DataBookTab({ filter: start }: { readonly filter: string }): JSX.Element {
  const styles = useStyles();
  const [part, setPart] = useState<keyof typeof PARTS>('figures');
  return (
    <>
      <div className={styles.parts}>
        <Tabs label="Data book" titles={PARTS} selected={part} select={setPart} />
      </div>
      {part === 'figures' ? <Figures start={start} /> : <Checks />}
    </>
  );
}

function Figures({ start }: { readonly start: string }): JSX.Element {
  const styles = useStyles();
  const [filter, setFilter] = useState(start);
  useEffect(() => setFilter(start), [start]);
  const entries = useMemo(() => entriesWith(filter), [filter]);
  return (
    <>
      <Field label="Figures of the articles and public series" hint={said(entries)}>
        <SearchBox
          value={filter}
          onChange={(_, { value }) => setFilter(value)}
          placeholder="Bedrock margin, Anthropic, estimate, 4Q25"
        />
      </Field>
      <ul className={styles.list} aria-label="Figures">
        {entries.map((entry) => (
          <FigureItem key={entry.key} entry={entry} />
        ))}
      </ul>
    </>
  );
}

const said = ({ length }: readonly Entry[]): string =>
  length === 0 ? 'No figure has all these words.' : length === 1 ? '1 figure' : `${length} figures`;

function FigureItem({ entry }: { readonly entry: Entry }): JSX.Element {
  const styles = useStyles();
  const { host, say } = usePane();
  const { key, title, figure, interval, period, kind, quote, source, formula } = entry;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold">{title}</Text>
        <Button
          size="small"
          aria-label={`Insert ${key}`}
          title={`Put ${formula} into the active cell`}
          onClick={() => void put(host, formula).then(({ said }) => say(said))}
        >
          Insert
        </Button>
      </div>
      <Text className={styles.figure}>{figure}</Text>
      {interval !== undefined && <Text className={styles.quiet}>the words cover {interval}</Text>}
      {quote !== undefined && (
        <Text as="p" className={styles.quote}>
          “{quote}”
        </Text>
      )}
      <Text className={styles.quiet}>
        {key} · {period} · {kind}
      </Text>
      <Text className={styles.quiet}>{source}</Text>
    </li>
  );
}

const COLOURS: Readonly<Record<string, 'success' | 'warning' | 'danger'>> = {
  PASS: 'success',
  SET: 'warning',
  FAIL: 'danger',
};

function Checks(): JSX.Element {
  const styles = useStyles();
  const { catalogue } = usePane();
  const [basis, setBasis] = useState<'SEED' | 'REPORTED'>('SEED');
  const [verdict, setVerdict] = useState('');
  const lines = useMemo(() => checkLines(catalogue, basis), [catalogue, basis]);
  const shown = lines.filter((line) => verdict === '' || line.verdict === verdict);
  const count = (of: string): number => lines.filter((line) => line.verdict === of).length;
  return (
    <>
      <Field label="AWS margins">
        <Select value={basis} onChange={(_, { value }) => setBasis(value as typeof basis)}>
          <option value="SEED">as the articles give them</option>
          <option value="REPORTED">as the filings have them</option>
        </Select>
      </Field>
      <Field label="Show">
        <Select value={verdict} onChange={(_, { value }) => setVerdict(value)}>
          <option value="">all {lines.length}</option>
          {Object.keys(COLOURS).map((each) => (
            <option key={each} value={each}>
              {each} ({count(each)})
            </option>
          ))}
        </Select>
      </Field>
      <ul className={styles.list} aria-label="Checks">
        {shown.map((line) => (
          <CheckItem key={line.name} line={line} />
        ))}
      </ul>
    </>
  );
}

function CheckItem({ line: { name, verdict, value, quoted, note } }: { readonly line: CheckLine }): JSX.Element {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold">{name}</Text>
        <Badge appearance="tint" color={COLOURS[verdict] ?? 'danger'}>
          {verdict}
        </Badge>
      </div>
      <Text className={styles.quiet}>
        the model {value}, quoted {quoted}
      </Text>
      {note !== '' && <Text className={styles.quiet}>{note}</Text>}
    </li>
  );
}
