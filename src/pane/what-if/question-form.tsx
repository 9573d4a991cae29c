import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState, type JSX } from 'react';
import { Problem } from '../../catalogue/problem';
import { referenceTo } from '../../derive/formula/address';
import { usePane } from '../context';
import type { Sheet } from '../formula/sheet';
import { reasonOf } from '../reason-of';
import type { Place } from '../host';
import { asked, askedOfBlock, askedOfCells, caseBlock, type Asked } from './ask';
import type { Basis } from './basis';
import { Boxes } from './boxes';
import type { CellBase } from './cell-base';
import { sizeOf } from './destination';
import { drawOf, DrawRows } from './draw-rows';
import { startOf, type Field as Box, type Filled } from './form';
import { InsertAnswer } from './insert-answer';
import { Picture } from './picture';
import { QUESTIONS, SPREADS, type Question } from './questions';
import type { Outcome } from './run';
import { useCaseNames } from './use-case-names';
import { useRunner } from './use-runner';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '10px', marginTop: '10px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  go: { display: 'flex', gap: '8px', alignItems: 'center' },
  bar: { flexGrow: 1, minWidth: 0 },
});

/** The cases of a block to choose from, from the first to the last to begin with. */
const offering =
  ({ cases = ['', ''] }: Question, names: readonly string[]) =>
  (field: Box): Box => {
    const at = cases.indexOf(field.name);
    return at < 0 || names.length < 2 ? field : { ...field, start: names.at(-at)!, options: names };
  };

/** The other cell of a walk between two cells. */
const OTHER: Box = { name: 'other', label: 'From the cell', start: '', placeholder: 'same function' };

interface Props {
  readonly basis: Basis;
  /** the call in a cell that is asked about, if it is one */
  readonly cell?: { readonly base: CellBase; readonly place: Place };
  /** the function, with the line in brackets */
  readonly named: string;
}

/** The analyst's questions: asked in a form, answered with a picture and the formula of the same in a cell. */
export function QuestionForm({ basis, cell, named }: Props): JSX.Element {
  const styles = useStyles();
  const { host, catalogue, say } = usePane();
  const runner = useRunner();
  const [asks, setAsks] = useState(QUESTIONS[0]!.asks);
  const [ofBlock, setOfBlock] = useState(false);
  const [filled, setFilled] = useState<Filled>({});
  const [rows, setRows] = useState<readonly Filled[]>();
  const [share, setShare] = useState<number>();
  const [outcome, setOutcome] = useState<{ readonly its: Outcome; readonly asked?: Asked; readonly sheet: string }>();

  const question = QUESTIONS.find((each) => each.asks === asks)!;
  const draws = question.draws?.(basis.analysed);
  const isWalk = question.cases !== undefined;
  const areInCells = draws !== undefined && (filled[SPREADS] ?? '').trim() !== '';
  const isOfCells = isWalk && cell !== undefined && !ofBlock;
  const own = question.fields(basis.analysed);
  const names = useCaseNames(isWalk && !isOfCells ? filled['cases'] : undefined, cell?.place.sheet);
  const fields = isOfCells
    ? [OTHER, ...own.filter(({ name }) => name === 'method')]
    : own.map(offering(question, names));
  const drawn = rows ?? draws?.start.map((path) => drawOf(draws, path)) ?? [];
  // What was typed for another function may be no input of this one.
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    runner.stop();
    setFilled({});
    setRows(undefined);
    setShare(undefined);
    setOutcome(undefined);
  }, [named, asks, runner]);

  const sheetOf = async (): Promise<Sheet> => {
    const { sheet } = cell?.place ?? (await host.activeCell());
    return { host, catalogue, sheet };
  };

  const take = (): Promise<void> =>
    takeSelected().catch((error: unknown) => say(`Nothing was taken: ${reasonOf(error)}`));

  async function takeSelected(): Promise<void> {
    const on = await sheetOf();
    if (isOfCells) {
      const place = await host.activeCell();
      return change({ other: referenceTo(place, on.sheet) });
    }
    const range = referenceTo(await host.selectedRange(), on.sheet);
    if (!isWalk) return change({ [SPREADS]: range });
    const block = await caseBlock(range, on);
    if (block instanceof Problem) say(block.sentence);
    change({ cases: range });
  }

  // Another block has other cases.
  const change = (changed: Filled): void =>
    setFilled((before) => {
      const kept = Object.entries(before).filter(([name]) => !('cases' in changed && question.cases?.includes(name)));
      return { ...Object.fromEntries(kept), ...changed };
    });

  async function askedNow(on: Sheet): Promise<Asked | Problem> {
    const its = { ...startOf(fields), ...filled };
    if (!isWalk) return asked(question, basis, its, drawn, on);
    if (!isOfCells) return askedOfBlock(question, named, its, on);
    const other = (its['other'] ?? '').trim();
    const from = await host.resolve(other, on.sheet);
    if (!from) {
      const sentence = `From the cell is ${other || 'missing'}: expected the address of a cell with the same function, such as B12.`;
      return new Problem('#VALUE!', sentence, 'from');
    }
    return askedOfCells(question, named, [from, cell.place], cell.base, its, on);
  }

  async function answer(): Promise<void> {
    const mine = (newest.current += 1);
    // What was asked since, or stopped, is not to be answered any more.
    const isOver = (): boolean => mine !== newest.current;
    setShare(0);
    setOutcome(undefined);
    try {
      const on = await sheetOf();
      const its = await askedNow(on);
      if (isOver()) return;
      const outcome: Outcome =
        its instanceof Problem ? { problem: its } : await runner.ask({ name: its.name, args: its.args }, setShare);
      if (isOver()) return;
      setOutcome({ its: outcome, sheet: on.sheet, ...(!(its instanceof Problem) && { asked: its }) });
      if ('chart' in outcome) say(`${outcome.chart.title}. ${outcome.chart.says}`);
    } catch (error) {
      if (!isOver()) setOutcome({ its: { problem: { code: '#N/A', sentence: reasonOf(error) } }, sheet: '' });
    } finally {
      if (!isOver()) setShare(undefined);
    }
  }

  function cancel(): void {
    newest.current += 1;
    runner.stop();
    setShare(undefined);
    setOutcome({ its: { stopped: true }, sheet: '' });
  }

  return (
    <form
      className={styles.form}
      aria-label="What if"
      onSubmit={(event) => {
        event.preventDefault();
        void answer();
      }}
    >
      <Field label="Question" hint={question.about}>
        <RadioGroup value={asks} onChange={(_, { value }) => setAsks(value)}>
          {QUESTIONS.map((each) => (
            <Radio key={each.asks} value={each.asks} label={each.asks} />
          ))}
        </RadioGroup>
      </Field>
      {isWalk && cell && (
        <Field label="Between">
          <RadioGroup
            layout="horizontal"
            value={ofBlock ? 'block' : 'cells'}
            onChange={(_, { value }) => setOfBlock(value === 'block')}
          >
            <Radio value="cells" label="this cell and another" />
            <Radio value="block" label="two cases of a block" />
          </RadioGroup>
        </Field>
      )}
      {draws && !areInCells && <DrawRows draws={draws} rows={drawn} onChange={setRows} />}
      {(isWalk || draws) && (
        <div>
          <Button size="small" onClick={() => void take()}>
            {isOfCells
              ? 'Take the selected cell'
              : isWalk
                ? 'Take the selected range'
                : 'Take them from the selected range'}
          </Button>
        </div>
      )}
      <Boxes fields={fields} filled={filled} onChange={change} />
      <div className={styles.go}>
        {share === undefined ? (
          <Button type="submit" appearance="primary">
            Run
          </Button>
        ) : (
          <>
            <Button onClick={cancel}>Cancel</Button>
            <ProgressBar className={styles.bar} value={share} aria-label="Progress" />
          </>
        )}
      </div>
      {outcome && <Answer {...outcome} beside={cell?.place.address ?? 'A1'} />}
    </form>
  );
}

interface AnswerProps {
  readonly its: Outcome;
  readonly asked?: Asked;
  readonly sheet: string;
  readonly beside: string;
}

function Answer({ its, asked, sheet, beside }: AnswerProps): JSX.Element {
  const styles = useStyles();
  if ('stopped' in its) return <Text className={styles.quiet}>Stopped: nothing was changed.</Text>;
  if ('problem' in its) {
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <strong>{its.problem.code}</strong> {its.problem.sentence}
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <section aria-label="Answer">
      <Picture chart={its.chart} />
      {asked && (
        <InsertAnswer
          formula={asked.formula}
          {...(asked.spread && { spread: asked.spread })}
          sheet={sheet}
          beside={beside}
          size={sizeOf(its.chart)}
        />
      )}
    </section>
  );
}
