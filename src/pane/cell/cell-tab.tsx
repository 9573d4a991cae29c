import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Suspense, useEffect, useState, type JSX } from 'react';
import { usePane } from '../context';
import { follow } from '../follow';
import { Sourced } from '../data-book/sourced';
import { part } from '../part';
import { CallActions } from './call-actions';
import { CellChanges } from './cell-changes';
import { cellView, type CallView, type CellView, type InputLine } from './cell-view';

/** It brings the charts, which no other part waits for. */
const CellPicture = part(async () => (await import('../what-if/cell-picture')).CellPicture);

/** It brings the models too. */
const SheetPictures = part(async () => (await import('../models/sheet-pictures')).SheetPictures);

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', gap: '10px', flexWrap: 'wrap' },
  value: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, overflowWrap: 'anywhere' },
  formula: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    maxHeight: '6.5em',
    overflowY: 'auto',
    display: 'block',
  },
  hint: { color: tokens.colorNeutralForeground2, display: 'block' },
  call: { marginTop: '12px' },
  lines: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& td, & th': { padding: '3px 0', verticalAlign: 'top', textAlign: 'left', overflowWrap: 'anywhere' },
    '& th': { fontWeight: tokens.fontWeightRegular, paddingRight: '10px', width: '45%' },
    '& td': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& tr': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  from: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1 },
  source: { display: 'block', marginTop: '6px', overflowWrap: 'anywhere' },
});

/** The cell one stands on. */
export function CellTab(): JSX.Element {
  const styles = useStyles();
  const { host, catalogue } = usePane();
  const [view, setView] = useState<CellView>();
  useEffect(
    () =>
      follow(
        (listener) => host.onChange(listener),
        () => cellView(host, catalogue),
        setView,
      ),
    [host, catalogue],
  );
  if (!view) return <Text className={styles.hint}>Select a cell.</Text>;
  return (
    <>
      <CellPart view={view} />
      <Suspense fallback={null}>
        <SheetPictures />
      </Suspense>
    </>
  );
}

function CellPart({ view }: { readonly view: CellView }): JSX.Element {
  const styles = useStyles();
  const { show } = usePane();
  const { place, formula, spilledFrom, shows, calls, blocks } = view;
  return (
    <section aria-label={`Cell ${place.address}`}>
      <div className={styles.head}>
        <Text as="h2" weight="semibold">
          {place.address}
        </Text>
        {spilledFrom !== undefined && <Text className={styles.hint}>spilled from {spilledFrom}</Text>}
      </div>
      {formula !== '' && <code className={styles.formula}>{formula}</code>}
      {'empty' in shows && (
        <>
          <Text className={styles.hint}>Empty. Type = and a function’s name, or find a function.</Text>
          <Button appearance="primary" onClick={() => show({ tab: 'functions' })}>
            Find a function
          </Button>
        </>
      )}
      {'error' in shows && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <strong>{shows.error}</strong> {shows.sentence}
          </MessageBarBody>
        </MessageBar>
      )}
      {'value' in shows && <Text className={styles.value}>{shows.value}</Text>}
      {blocks !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            This cell is in the way of the table of {blocks}, which shows #SPILL! because of it.
          </MessageBarBody>
        </MessageBar>
      )}
      {calls.map((call, i) => (
        <CallPart key={i} call={call} view={view} index={i} isAlone={calls.length === 1} />
      ))}
      {formula !== '' && calls.length === 0 && (
        <Text className={styles.hint}>A formula of the sheet, with no function of ours.</Text>
      )}
    </section>
  );
}

interface CallPartProps {
  readonly call: CallView;
  readonly view: CellView;
  readonly index: number;
  readonly isAlone: boolean;
}

function CallPart({ call, view, index, isAlone }: CallPartProps): JSX.Element {
  const styles = useStyles();
  const { inputs, working, card, unknown } = call;
  const doubts = inputs.flatMap(({ doubt }) => doubt ?? []);
  const blanks = inputs.filter(({ how }) => how === 'blank');
  const given = inputs.filter(({ how }) => how !== 'default');
  const left = inputs.filter(({ how }) => how === 'default');
  const sources = inputs.filter(({ source }) => source !== undefined);
  return (
    <section className={styles.call} aria-label={call.name}>
      {!isAlone && (
        <Text as="h3" weight="semibold" block>
          {call.name} {call.result}
        </Text>
      )}
      <Text className={styles.hint}>
        {isAlone && view.spilledFrom !== undefined && call.result.startsWith('table') ? `A ${call.result}. ` : ''}
        {call.answers}
      </Text>
      {doubts.map((doubt) => (
        <MessageBar key={doubt} intent="warning" layout="multiline">
          <MessageBarBody>{doubt}.</MessageBarBody>
        </MessageBar>
      ))}
      {blanks.map(({ name, text, value }) => (
        <MessageBar key={name} intent="warning" layout="multiline">
          <MessageBarBody>
            {text} is blank: {name} takes the base case, {value}.
          </MessageBarBody>
        </MessageBar>
      ))}
      {unknown !== undefined && <Text className={styles.hint}>No working here: {unknown}</Text>}
      <CallActions call={call} view={view} index={index} />
      {index === 0 && <CellChanges view={view} />}
      <Suspense>
        <CellPicture call={call} sheet={view.place.sheet} />
      </Suspense>
      <Accordion multiple collapsible defaultOpenItems={['working', 'given']}>
        <Lines title="Working" name="working" rows={working.map((line) => [line.name, line.value])} />
        {card.map((section) => (
          <Lines
            key={section.title}
            title={section.title || 'Card'}
            name={section.title}
            rows={section.lines.map((line) => [line.name, line.value])}
          />
        ))}
        <Lines title="Given" name="given" rows={given.map(rowOf)} />
        <Lines title="From the base case" name="left" rows={left.map(rowOf)} />
        {sources.length > 0 && (
          <AccordionItem value="sources">
            <AccordionHeader as="h4" size="small">
              Sources of the base case
            </AccordionHeader>
            <AccordionPanel>
              {sources.map(({ name, source = '' }) => (
                <Text key={name} className={styles.source}>
                  <strong>{name}</strong> <Sourced text={source} />
                </Text>
              ))}
            </AccordionPanel>
          </AccordionItem>
        )}
      </Accordion>
    </section>
  );
}

type Row = readonly [name: string, value: string, from?: string];

const rowOf = ({ name, value, text, how }: InputLine): Row =>
  how === 'cells' || (how === 'typed' && text.length <= 40 && text !== value) ? [name, value, text] : [name, value];

function Lines({ title, name, rows }: { title: string; name: string; rows: readonly Row[] }): JSX.Element | null {
  const styles = useStyles();
  if (rows.length === 0) return null;
  return (
    <AccordionItem value={name}>
      <AccordionHeader as="h4" size="small">
        {title}
      </AccordionHeader>
      <AccordionPanel>
        <table className={styles.lines} aria-label={title}>
          <tbody>
            {rows.map(([label, value, from]) => (
              <tr key={label}>
                <th scope="row">
                  {label.replaceAll('_', ' ')}
                  {from !== undefined && <span className={styles.from}>{from}</span>}
                </th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </AccordionPanel>
    </AccordionItem>
  );
}
