/** One piece of long work at a time, its progress and its end. */
import { Button, Field, makeStyles, ProgressBar } from '@fluentui/react-components';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type JSX,
  type ReactNode,
} from 'react';
import { usePane } from '../context';
import type { Progress } from '../host';
import { Stopped } from './paced';
import { reasonOf } from '../reason-of';

interface Work {
  /** what is going on, if anything is */
  readonly title: string | undefined;
  /** Starts it, unless something else is going on; says the sentence that it ends with, or why it failed. */
  readonly run: (title: string, work: (progress: Progress) => Promise<string>) => void;
}

const WorkContext = createContext<Work | undefined>(undefined);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error('This belongs in a workspace.');
  return work;
}

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'end', gap: '8px', margin: '8px 0' },
  field: { flexGrow: 1, minWidth: 0 },
});

export function Workspace({ children }: { readonly children: ReactNode }): JSX.Element {
  const styles = useStyles();
  const { say } = usePane();
  const [title, setTitle] = useState<string>();
  const [share, setShare] = useState(0);
  const cancelled = useRef<{ is: boolean }>({ is: false });
  const busy = useRef(false);
  useEffect(() => () => void (cancelled.current.is = true), []);

  const run = useCallback<Work['run']>(
    (name, work) => {
      if (busy.current) return;
      busy.current = true;
      const mine = { is: false };
      cancelled.current = mine;
      setTitle(name);
      setShare(0);
      say('');
      work({ done: setShare, isCancelled: () => mine.is })
        .then(say, (error: unknown) => say(error instanceof Stopped ? `${name}: stopped.` : reasonOf(error)))
        .finally(() => {
          busy.current = false;
          setTitle(undefined);
        });
    },
    [say],
  );
  const parts = useMemo(() => ({ title, run }), [title, run]);
  return (
    <WorkContext.Provider value={parts}>
      {title !== undefined && (
        <div className={styles.bar}>
          <Field className={styles.field} validationMessage={title} validationState="none">
            <ProgressBar value={share} aria-label={title} />
          </Field>
          <Button size="small" onClick={() => (cancelled.current.is = true)}>
            Cancel
          </Button>
        </div>
      )}
      {children}
    </WorkContext.Provider>
  );
}
