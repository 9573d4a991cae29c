/** Recalculate, Freeze and Unfreeze, Go native and Back: told before they are done. */
import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { usePane } from '../context';
import type { Progress } from '../host';
import { contentsOf } from './contents';
import { FindingList } from './finding-list';
import { inSteps, seenOurs } from './findings';
import { freeze } from './freeze';
import { goNative } from './native';
import type { Replaced } from './note';
import { ourCells } from './ours';
import { PlaceLink } from './place-link';
import {
  bringBack,
  differences,
  replaceHere,
  replaceInCopies,
  returning,
  type Done,
  type Left,
  type Plan,
} from './replace';
import { useWork } from './work';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, display: 'block' },
});

type Scope = 'here' | 'copy';

/** What is to be done once it is agreed to. */
interface Asked {
  readonly question: string;
  readonly left: readonly Left[];
  readonly title: string;
  readonly act: (progress: Progress) => Promise<Done & { readonly said: string }>;
}

export function ChangeFormulas(): JSX.Element {
  const styles = useStyles();
  const { host, catalogue } = usePane();
  const { title, run } = useWork();
  const [scope, setScope] = useState<Scope>('copy');
  const [asked, setAsked] = useState<Asked>();
  const [left, setLeft] = useState<readonly Left[]>([]);
  const [changed, setChanged] = useState<readonly string[]>([]);
  const isBusy = title !== undefined;

  function begin(): void {
    setAsked(undefined);
    setLeft([]);
    setChanged([]);
  }
  function recalculate(): void {
    begin();
    run('Calculating our formulas again', async (progress) => {
      const step = inSteps(progress, 2);
      const ours = await ourCells(await contentsOf(host), catalogue, step());
      await host.recalculate(
        ours.map(({ place }) => place),
        step(),
      );
      return progress.isCancelled()
        ? 'Stopped before every formula was calculated.'
        : `${cells(ours.length)} calculated again.`;
    });
  }
  async function replace(plan: Plan, progress: Progress): Promise<Done & { readonly said: string }> {
    const { how, planned } = plan;
    if (scope === 'copy') {
      const done = await replaceInCopies(plan, host, progress);
      return { ...done, said: `${cells(done.places.length)} ${WORDS[how].done} in ${done.copies.join(', ')}.` };
    }
    const done = await replaceHere(plan, host, progress);
    const places = new Set(done.places.map((place) => `${place.sheet}!${place.address}`));
    const its = planned.filter(({ place }) => places.has(`${place.sheet}!${place.address}`));
    setChanged(await differences(its, host));
    return { ...done, said: `${cells(done.places.length)} ${WORDS[how].done}; each has a note with its formula.` };
  }
  function ask(how: Replaced): void {
    begin();
    run(WORDS[how].looking, async (progress) => {
      const step = inSteps(progress, 2);
      const seen = await seenOurs({ host, catalogue }, step());
      const plan =
        how === 'frozen' ? await freeze(seen, host, step()) : await goNative(seen, { host, catalogue }, step());
      if (plan.planned.length === 0) {
        setLeft(plan.left);
        return plan.left.length === 0 ? 'No cell has a function of ours.' : 'Not one of our formulas can be replaced.';
      }
      const where = scope === 'here' ? 'where they stand' : 'in a copy of each sheet';
      setAsked({
        question: `${WORDS[how].question} ${cells(plan.planned.length)} ${where}?`,
        left: plan.left,
        title: WORDS[how].doing,
        act: (working) => replace(plan, working),
      });
      return 'Nothing is changed yet.';
    });
  }
  function askBack(how: Replaced): void {
    begin();
    run('Reading the notes', async () => {
      const found = await returning(how, host);
      setLeft(found.left);
      if (found.returning.length === 0) return `No formula is kept that was ${WORDS[how].done}.`;
      setAsked({
        question: `Put ${found.returning.length === 1 ? '1 formula' : `${found.returning.length} formulas`} back?`,
        left: found.left,
        title: 'Putting the formulas back',
        act: async (progress) => {
          const done = await bringBack(found.returning, host, progress);
          return { ...done, left: [...found.left, ...done.left], said: `${cells(done.places.length)} as before.` };
        },
      });
      return 'Nothing is changed yet.';
    });
  }
  function agree({ title: doing, act }: Asked): void {
    setAsked(undefined);
    run(doing, async (progress) => {
      const done = await act(progress);
      setLeft(done.left);
      return `${done.said}${done.left.length > 0 ? ` ${cells(done.left.length)} left, listed with the reason.` : ''}`;
    });
  }

  return (
    <>
      <Field label="Freeze and Go native work">
        <RadioGroup value={scope} onChange={(_, { value }) => setScope(value as Scope)}>
          <Radio value="copy" label="in a copy of each sheet with our functions" />
          <Radio value="here" label="where the formulas stand, each kept in a note" />
        </RadioGroup>
      </Field>
      <div className={styles.actions}>
        <Button size="small" disabled={isBusy} onClick={recalculate}>
          Recalculate ours
        </Button>
        <Button size="small" disabled={isBusy} onClick={() => ask('frozen')}>
          Freeze…
        </Button>
        <Button size="small" disabled={isBusy} onClick={() => askBack('frozen')}>
          Unfreeze…
        </Button>
        <Button size="small" disabled={isBusy} onClick={() => ask('native')}>
          Go native…
        </Button>
        <Button size="small" disabled={isBusy} onClick={() => askBack('native')}>
          Back…
        </Button>
      </div>
      <Text className={styles.quiet}>
        Frozen cells are values; native ones are formulas with LET, for Excel 2021 or later, and Microsoft 365. Neither
        needs the add-in.
      </Text>
      {asked && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {asked.question}
            {asked.left.length > 0 && ` ${cells(asked.left.length)} stay as they are.`}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" disabled={isBusy} onClick={() => agree(asked)}>
              Yes
            </Button>
            <Button size="small" onClick={() => setAsked(undefined)}>
              No
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {changed.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            Some numbers are others than before: {changed.slice(0, 5).join('; ')}
            {changed.length > 5 && `; and ${changed.length - 5} more`}. Back puts the formulas back.
          </MessageBarBody>
        </MessageBar>
      )}
      {(asked?.left ?? left).length > 0 && (
        <FindingList label="Left as they are" none="" items={asked?.left ?? left}>
          {({ place, formula, why }) => (
            <>
              <PlaceLink place={place} /> left: {why}.<span className={styles.formula}>{formula}</span>
            </>
          )}
        </FindingList>
      )}
    </>
  );
}

const WORDS = {
  frozen: {
    looking: 'Reading what our formulas show',
    doing: 'Freezing',
    done: 'frozen',
    question: 'Put values in place of the formulas of',
  },
  native: {
    looking: 'Writing native formulas',
    doing: 'Going native',
    done: 'made native',
    question: 'Put formulas of Excel’s own in place of ours in',
  },
} as const;

const cells = (count: number): string => (count === 1 ? '1 cell' : `${count.toLocaleString('en-US')} cells`);
