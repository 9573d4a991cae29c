/** Why?, Blanks, Circles and Repair: what a look through the workbook finds. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type JSX, type ReactNode } from 'react';
import { usePane } from '../context';
import { follow } from '../follow';
import { faults as faultsOf, type Fault, type Faults } from './faults';
import { FindingList } from './finding-list';
import { lookThrough, type Findings } from './findings';
import { PlaceLink } from './place-link';
import { useWork } from './work';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, display: 'block', fontSize: tokens.fontSizeBase200 },
  block: { display: 'block' },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, display: 'block' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0' },
});

/** What the functions complain of is followed; the rest is looked for when it is asked for. */
export function Look(): JSX.Element {
  const styles = useStyles();
  const { host, catalogue } = usePane();
  const { title, run } = useWork();
  const [findings, setFindings] = useState<Findings>();
  const [told, setTold] = useState<Faults>({ faults: [], others: 0 });
  useEffect(
    () =>
      follow(
        (listener) => host.onComplaint(listener),
        () => faultsOf([], { host, catalogue }),
        setTold,
      ),
    [host, catalogue],
  );
  const look = (): void =>
    run('Looking through the workbook', async (progress) => {
      const found = await lookThrough({ host, catalogue }, progress);
      setFindings(found);
      return saidOf(found);
    });
  const repair = ({ repairs, nameless }: Findings): void =>
    run('Repairing names', async (progress) => {
      const changed = await host.change(repairs, progress);
      await host.recalculate(nameless, progress);
      setFindings(await lookThrough({ host, catalogue }));
      const left = repairs.length - changed.length;
      return `${cells(changed.length)} repaired, ${nameless.length} entered again${left > 0 ? `; ${left} left, since they hold something else by now` : ''}.`;
    });

  const { faults, others } = findings ? newest(told, findings.faults) : told;
  return (
    <>
      <div className={styles.actions}>
        <Button appearance="primary" size="small" disabled={title !== undefined} onClick={look}>
          Look through the workbook
        </Button>
      </div>
      {findings && <Text className={styles.quiet}>{saidOf(findings)}</Text>}
      <Accordion multiple collapsible defaultOpenItems={['why', 'repair', 'circles', 'blanks']}>
        <Part value="why" title="Why?" count={faults.length + others}>
          <FindingList
            label="Errors"
            none="No function of ours has answered with an error of late."
            items={faults}
            others={others}
          >
            {(fault) => <FaultItem fault={fault} />}
          </FindingList>
        </Part>
        {findings && (
          <>
            <Part value="blanks" title="Blanks" count={findings.blanks.length}>
              <FindingList label="Blanks" none="No argument points at an empty cell." items={findings.blanks}>
                {(blank) => (
                  <>
                    <PlaceLink place={blank.place} /> {blank.function}: {blank.text} is empty, so {blank.parameter}{' '}
                    {blank.takes === '' ? 'is not given' : `takes the base case, ${blank.takes}`}.
                  </>
                )}
              </FindingList>
            </Part>
            <Part value="circles" title="Circles" count={findings.circles.length}>
              <FindingList
                label="Circular references"
                none="No formula of ours depends on itself. What INDIRECT and OFFSET refer to is not followed."
                items={findings.circles}
              >
                {({ cells: way }) => <Way cells={way} />}
              </FindingList>
            </Part>
            <Part value="repair" title="Repair" count={findings.repairs.length + findings.nameless.length}>
              <FindingList label="Damaged names" none="No name of ours is damaged." items={findings.repairs}>
                {({ place, from, to }) => (
                  <>
                    <PlaceLink place={place} />
                    <span className={styles.formula}>{String(from)}</span>
                    <span className={styles.formula}>→ {String(to)}</span>
                  </>
                )}
              </FindingList>
              {findings.nameless.length > 0 && (
                <Text className={styles.quiet}>
                  {cells(findings.nameless.length)} rightly named and still #NAME?, from before the add-in was there: to
                  be entered again as they stand.
                </Text>
              )}
              {findings.repairs.length + findings.nameless.length > 0 && (
                <div className={styles.actions}>
                  <Button size="small" disabled={title !== undefined} onClick={() => repair(findings)}>
                    Repair {cells(findings.repairs.length + findings.nameless.length)}
                  </Button>
                </div>
              )}
            </Part>
          </>
        )}
      </Accordion>
    </>
  );
}

/** What was complained of since goes before what the look has found. */
function newest(told: Faults, found: Faults): Faults {
  const known = new Set(found.faults.map(nameOf));
  const since = told.faults.filter((fault) => !known.has(nameOf(fault)));
  return { faults: [...since, ...found.faults], others: found.others };
}

const nameOf = ({ function: name, sentence, place }: Fault): string =>
  `${name} ${sentence} ${place ? `${place.sheet}!${place.address}` : ''}`;

const cells = (count: number): string => (count === 1 ? '1 cell' : `${count.toLocaleString('en-US')} cells`);

const saidOf = ({ cells: count, sheets }: Findings): string =>
  count === 0
    ? 'No cell of this workbook has a function of ours.'
    : `${cells(count)} with a function of ours, on ${sheets === 1 ? '1 sheet' : `${sheets} sheets`}.`;

interface PartProps {
  readonly value: string;
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Part({ value, title, count, children }: PartProps): JSX.Element {
  return (
    <AccordionItem value={value}>
      <AccordionHeader as="h3" size="small">
        {title}&nbsp;
        <Badge appearance="tint" color={count > 0 ? 'warning' : 'success'} aria-label={`${count} found`}>
          {count.toLocaleString('en-US')}
        </Badge>
      </AccordionHeader>
      <AccordionPanel>{children}</AccordionPanel>
    </AccordionItem>
  );
}

function FaultItem({ fault }: { readonly fault: Fault }): JSX.Element {
  const styles = useStyles();
  const { place, code, sentence, call, at, isOver } = fault;
  return (
    <>
      {place ? <PlaceLink place={place} /> : fault.function} <strong>{code}</strong>
      {isOver && ', which is over by now'}
      <span className={styles.block}>{sentence}</span>
      {call !== undefined && call !== '' && <span className={styles.formula}>{call}</span>}
      {at && <span className={styles.quiet}>{at.toLocaleTimeString()}</span>}
    </>
  );
}

/** As many cells of a circle as are told one by one. */
const MOST_TOLD = 12;

function Way({ cells: way }: { readonly cells: Findings['circles'][number]['cells'] }): JSX.Element {
  const told = way.slice(0, MOST_TOLD);
  return (
    <>
      {told.map((place, i) => (
        <span key={i}>
          <PlaceLink place={place} /> →{' '}
        </span>
      ))}
      {way.length > told.length && `${(way.length - told.length).toLocaleString('en-US')} others → `}
      <PlaceLink place={way[0]!} />
    </>
  );
}
