import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState, type JSX } from 'react';
import { orProblem, Problem } from '../../catalogue/problem';
import { usePane } from '../context';
import { follow } from '../follow';
import type { Place } from '../host';
import { baseCase } from './base-case';
import { basisOfCell, basisOfText } from './basis';
import { Boxes } from './boxes';
import type { CellBase } from './cell-base';
import { startOf, type Filled } from './form';
import { QuestionForm } from './question-form';
import { analysable, analysed, linesOf } from './subject';
import { whatIfView, type WhatIfView } from './what-if-view';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, display: 'block', overflowWrap: 'anywhere' },
  call: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  choose: { margin: '8px 0', minWidth: 0 },
  select: { minWidth: 0, width: '100%' },
  given: { margin: '6px 0', paddingLeft: '18px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer', margin: '8px 0' },
});

/** Where one begins who has no cell to analyse. */
const FIRST = 'TAAS_MARGIN';

/** What moves the cell one stands on, and what would have to be true for another answer. */
export function WhatIfTab(): JSX.Element {
  const styles = useStyles();
  const { host, catalogue } = usePane();
  // It stays with its cell while ranges are selected and answers are put elsewhere.
  const [held, hold] = useState<Place>();
  const [view, setView] = useState<WhatIfView>();
  const [index, setIndex] = useState(0);
  useEffect(
    () =>
      follow(
        (listener) => host.onChange(listener),
        async () => {
          const its = await whatIfView(host, catalogue, held);
          if (!held) hold(its.place);
          return its;
        },
        setView,
      ),
    [host, catalogue, held],
  );
  if (!view) return <Text className={styles.quiet}>Select a cell.</Text>;
  const { place, calls, other } = view;
  const call = calls[index] ?? calls[0];
  return (
    <section aria-label="What if">
      <Text as="h2" weight="semibold" block>
        {call ? `What if, of ${place.address}` : 'What if'}
      </Text>
      {other && (
        <Button
          size="small"
          className={styles.choose}
          onClick={() => {
            hold(other.place);
            setIndex(0);
          }}
        >
          Analyse {other.called} instead
        </Button>
      )}
      {calls.length > 1 && (
        <Field className={styles.choose} label="Which function of the formula" size="small">
          <Select
            size="small"
            className={styles.select}
            value={String(index)}
            onChange={(_, { value }) => setIndex(Number(value))}
          >
            {calls.map(({ text }, i) => (
              <option key={i} value={i}>
                {text}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {call && calls.length === 1 && <code className={styles.call}>{call.text}</code>}
      {!call && (
        <>
          <Text className={styles.quiet}>
            {place.address} has no function of ours: pick one, and it is analysed at the base case.
          </Text>
          <PickedFunction />
        </>
      )}
      {call && 'sentence' in call.base && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{call.base.sentence}</MessageBarBody>
        </MessageBar>
      )}
      {call && !('sentence' in call.base) && (
        <OfCell
          key={`${place.sheet}!${place.address} ${calls.indexOf(call)} ${call.name}`}
          base={call.base}
          place={place}
        />
      )}
    </section>
  );
}

function OfCell({ base, place }: { readonly base: CellBase; readonly place: Place }): JSX.Element {
  const styles = useStyles();
  const { catalogue } = usePane();
  const { definition, lines, given, notes } = base;
  const [line, setLine] = useState(lines[0]);
  const basis = useMemo(() => orProblem(() => basisOfCell(base, line, catalogue)), [base, line, catalogue]);
  return (
    <>
      {lines.length > 0 && <Choice label="Line" options={lines} value={line!} onChange={setLine} />}
      <Text className={styles.quiet}>
        {given.length === 0
          ? 'Everything in it is the base case.'
          : 'Its arguments are the base; what it leaves out is of the base case.'}
      </Text>
      <ul className={styles.given} aria-label="Base">
        {given.map(({ name, text }) => (
          <li key={name}>
            {name}: {text}
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <Text key={note} className={styles.quiet} size={200}>
          {note}
        </Text>
      ))}
      {basis instanceof Problem ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{basis.sentence}</MessageBarBody>
        </MessageBar>
      ) : (
        <QuestionForm
          basis={basis}
          cell={{ base, place }}
          named={line === undefined ? definition.name : `${definition.name}[${line}]`}
        />
      )}
    </>
  );
}

/** A function at the base case, or at what is typed over that. */
function PickedFunction(): JSX.Element {
  const styles = useStyles();
  const { catalogue } = usePane();
  const offered = useMemo(() => analysable(catalogue), [catalogue]);
  const [name, setName] = useState(FIRST);
  const lines = linesOf(catalogue.find(name));
  const [line, setLine] = useState<string>();
  const [filled, setFilled] = useState<Filled>({});
  const its = line ?? lines[0];
  const named = its === undefined ? name : `${name}[${its}]`;
  const form = useMemo(() => baseCase(analysed(named, catalogue)), [named, catalogue]);
  const text = form.text({ ...startOf(form.fields), ...filled });
  const basis = useMemo(() => orProblem(() => basisOfText(text, catalogue)), [text, catalogue]);
  return (
    <>
      <Field className={styles.choose} label="Function" size="small" hint={catalogue.find(name).answers}>
        <Select
          size="small"
          className={styles.select}
          value={name}
          onChange={(_, { value }) => {
            setName(value);
            setLine(undefined);
            setFilled({});
          }}
        >
          {[...new Set(offered.map(({ family }) => family))].map((family) => (
            <optgroup key={family} label={family}>
              {offered
                .filter((each) => each.family === family)
                .map((each) => (
                  <option key={each.name}>{each.name}</option>
                ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      {its !== undefined && <Choice label="Line" options={lines} value={its} onChange={setLine} />}
      <details>
        <summary className={styles.summary}>Base case</summary>
        <Boxes
          fields={form.fields}
          filled={filled}
          onChange={(changed) => setFilled((before) => ({ ...before, ...changed }))}
        />
      </details>
      {basis instanceof Problem ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{basis.sentence}</MessageBarBody>
        </MessageBar>
      ) : (
        <QuestionForm basis={basis} named={named} />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (chosen: string) => void;
}

function Choice({ label, options, value, onChange }: ChoiceProps): JSX.Element {
  const styles = useStyles();
  return (
    <Field className={styles.choose} label={label} size="small">
      <Select size="small" className={styles.select} value={value} onChange={(_, data) => onChange(data.value)}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </Select>
    </Field>
  );
}
