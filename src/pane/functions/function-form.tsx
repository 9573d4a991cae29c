import { Button, Link, makeStyles, MessageBar, MessageBarBody, Select, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type FormEvent, type JSX } from 'react';
import type { Definition } from '../../catalogue/define';
import { referenceTo } from '../../derive/formula/address';
import { usePane } from '../context';
import { follow } from '../follow';
import type { CellValue, Place } from '../host';
import { put, putInstead, typedIn, type Put } from '../put';
import { isSame, targetOf, type Standing } from './target';
import { formsOn, formView, grouped, standing, type Entries, type Form, type FormView } from './form';
import { FormAnswer } from './form-answer';
import { FormField } from './form-field';
import { reasonOf } from '../reason-of';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  fields: { display: 'flex', flexDirection: 'column', gap: '14px', margin: '12px 0' },
  others: { '& > summary': { cursor: 'pointer', marginBottom: '10px' } },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '10px 0' },
});

interface Props {
  readonly definition: Definition;
  /** the cell whose formula is edited */
  readonly edit?: Place;
  /** a formula to begin from */
  readonly start?: string;
}

/** The page of a function: on the formula of a cell, on an example, or empty. */
export function FunctionForm({ definition, edit, start }: Props): JSX.Element {
  const styles = useStyles();
  const { host, catalogue, url, say } = usePane();
  const [held, setHeld] = useState<CellValue>();
  useEffect(() => {
    let isLeft = false;
    if (edit) {
      typedIn(host, edit).then(
        (typed) => !isLeft && setHeld(typed),
        (error: unknown) => say(`${edit.address} could not be read: ${reasonOf(error)}`),
      );
    }
    return () => {
      isLeft = true;
    };
  }, [host, edit, say]);
  const formula = edit ? String(held ?? '') : start;
  const forms = useMemo(() => {
    const its = formsOn(definition, formula ?? '', catalogue);
    return its.length > 0 || edit ? its : formsOn(definition, `=${definition.name}()`, catalogue);
  }, [definition, formula, catalogue, edit]);
  const [which, setWhich] = useState(0);
  const form = forms[which] ?? forms[0];

  return (
    <section aria-label={definition.name}>
      <Text as="h2" size={500} weight="semibold" block>
        {definition.name}
      </Text>
      <Text className={styles.quiet}>
        {definition.answers}{' '}
        <Link inline href={url(`help/${definition.name}.html`)} target="_blank" rel="noopener">
          Help
        </Link>
      </Text>
      {forms.length > 1 && (
        <Select
          aria-label="Which of the calls in this formula"
          value={which}
          onChange={(_, { value }) => setWhich(Number(value))}
        >
          {forms.map(({ call }, i) => (
            <option key={call.start} value={i}>
              {`${i + 1}. ${form!.formula.slice(call.start, call.end)}`}
            </option>
          ))}
        </Select>
      )}
      {edit && held !== undefined && !form && (
        <Text block>
          {edit.address} has no formula with {definition.name}.
        </Text>
      )}
      {form && (
        <Fields
          key={`${form.formula} ${form.call.start}`}
          form={form}
          {...(edit && { edit })}
          onEdited={(written) => setHeld(written)}
        />
      )}
    </section>
  );
}

interface FieldsProps {
  readonly form: Form;
  readonly edit?: Place;
  readonly onEdited: (formula: string) => void;
}

function Fields({ form, edit, onEdited }: FieldsProps): JSX.Element {
  const styles = useStyles();
  const { host, say } = usePane();
  const [entries, setEntries] = useState<Entries>({});
  const [target, onPicked] = useTarget(edit);
  const view = useFormView(form, entries, target);
  const [refused, setRefused] = useState<Refused>();
  const [first, others] = useMemo(() => grouped(form), [form]);
  const inTheWay = refused && target && isSame(refused.place, target) ? refused : undefined;

  async function pick(name: string): Promise<void> {
    if (!target) return;
    try {
      const range = await host.selectedRange();
      setEntries((before) => ({ ...before, [name]: referenceTo(range, target.sheet) }));
      onPicked(range);
      say(`${name} is ${referenceTo(range, target.sheet)}.`);
    } catch (error) {
      say(`Nothing was picked: ${reasonOf(error)}`);
    }
  }

  async function write(attempt: (place: Place, formula: string) => Promise<Put>): Promise<void> {
    if (!target) return;
    try {
      // What was typed last may not have been computed yet.
      const now = await view.now();
      if (now.refusal !== undefined) {
        say(`Nothing was written. ${now.refusal}`);
        return;
      }
      const { done, said, holds } = await attempt(target, now.formula);
      setRefused(holds === undefined ? undefined : { place: target, said, holds });
      say(said);
      if (done && edit) onEdited(now.formula);
    } catch (error) {
      say(`Nothing was written. ${host.name} could not be read: ${reasonOf(error)}`);
    }
  }
  const insert = (): Promise<void> =>
    write((place, formula) => (edit ? putInstead(host, place, form.formula, formula) : put(host, formula, place)));
  const replace = ({ holds }: Refused): Promise<void> =>
    write((place, formula) => putInstead(host, place, holds, formula));

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void insert();
  }
  const fieldsOf = (names: readonly string[]): JSX.Element => (
    <div className={styles.fields}>
      {names.map((name) => (
        <FormField
          key={name}
          name={name}
          parameter={form.definition.parameters[name]!}
          entry={entries[name] ?? standing(form, name)}
          {...(view.shown?.fields[name] && { view: view.shown.fields[name] })}
          onChange={(entry) => setEntries((before) => ({ ...before, [name]: entry }))}
          onPick={() => void pick(name)}
        />
      ))}
    </div>
  );

  return (
    <form onSubmit={onSubmit} aria-label={`Inputs of ${form.definition.name}`}>
      {fieldsOf(first)}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{`${others.length} more inputs, seldom changed`}</summary>
          {fieldsOf(others)}
        </details>
      )}
      {view.shown && <FormAnswer view={view.shown} />}
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabled={!target}>
          {`${edit ? 'Change' : 'Insert into'} ${target?.address ?? 'the cell'}`}
        </Button>
        {inTheWay && (
          <Button onClick={() => void replace(inTheWay)}>{`Replace what stands in ${inTheWay.place.address}`}</Button>
        )}
      </div>
      {inTheWay && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{inTheWay.said}</MessageBarBody>
        </MessageBar>
      )}
    </form>
  );
}

interface Refused {
  readonly place: Place;
  readonly said: string;
  readonly holds: CellValue;
}

/** The cell that the formula is for, and what is to be told of a picked range. */
function useTarget(edit: Place | undefined): readonly [Place | undefined, (picked: Place) => void] {
  const { host } = usePane();
  const [state, setState] = useState<Standing>();
  useEffect(() => {
    if (edit) return undefined;
    return follow(
      (listener) => host.onChange(listener),
      () => host.activeCell(),
      (now) => setState((before) => ({ first: before?.first ?? now, now })),
    );
  }, [host, edit]);
  return [edit ?? targetOf(state), (picked) => setState((before) => before && { ...before, picked })];
}

interface LiveView {
  /** what was computed last */
  readonly shown: FormView | undefined;
  readonly now: () => Promise<FormView>;
}

/** A function that takes longer than this waits for a pause in the typing. */
const LONG = 50;
const PAUSE = 300;

/** What the form says, anew with each key and each change of the sheet. */
function useFormView(form: Form, entries: Entries, target: Place | undefined): LiveView {
  const { host, catalogue } = usePane();
  const [shown, setShown] = useState<FormView>();
  const [took] = useState({ milliseconds: 0 });
  const now = useMemo(() => {
    const place = target ?? { sheet: '', address: 'A1' };
    return () => formView(form, entries, { host, catalogue, sheet: place.sheet }, place);
  }, [form, entries, target, host, catalogue]);
  useEffect(() => {
    if (!target) return undefined;
    let stop = (): void => undefined;
    const look = (): void => {
      stop = follow(
        (listener) => host.onChange(listener),
        async () => {
          const began = performance.now();
          const view = await now();
          took.milliseconds = performance.now() - began;
          return view;
        },
        setShown,
      );
    };
    if (took.milliseconds <= LONG) {
      look();
      return () => stop();
    }
    const pause = setTimeout(look, PAUSE);
    return () => {
      clearTimeout(pause);
      stop();
    };
  }, [host, now, target, took]);
  return { shown, now };
}
