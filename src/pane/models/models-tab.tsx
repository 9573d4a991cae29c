import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { MODELS } from '../../models';
import type { Model } from '../../models/declaration';
import { fileNames } from '../../models/file-names';
import { usePane } from '../context';
import type { Host } from '../host';
import { reasonOf } from '../reason-of';
import { insertModel } from './insert-model';
import { openModel } from './open-model';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  item: { padding: '14px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  question: { margin: '2px 0 8px' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  picture: {
    width: '100%',
    height: 'auto',
    backgroundColor: '#ffffff',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 14px', marginTop: '8px' },
});

/** Models to start from: what each answers, and the ways to have it. */
export function ModelsTab(): JSX.Element {
  const styles = useStyles();
  return (
    <>
      <Text className={styles.quiet}>
        Each is one sheet on one sheet of inputs, Base: a new quarter is a new column there. Live files need this
        add-in; native ones need Excel 2021 or Microsoft 365 and nothing else.
      </Text>
      <ul className={styles.list} aria-label="Models">
        {MODELS.map((model) => (
          <ModelItem key={model.key} model={model} />
        ))}
      </ul>
    </>
  );
}

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly at: string }
  | { readonly is: 'taken'; readonly sheet: string }
  | { readonly is: 'refused'; readonly why: string };

function ModelItem({ model }: { readonly model: Model }): JSX.Element {
  const styles = useStyles();
  const { host, url, say } = usePane();
  const [state, setState] = useState<State>({ is: 'idle' });
  const { live, native, pictures } = fileNames(model);

  async function insert(replace: boolean): Promise<void> {
    setState({ is: 'working', at: 'Inserting' });
    try {
      const result = await insertModel(host, model, replace);
      if (result.is === 'taken') return setState(result);
      say(result.sentence);
      setState({ is: 'idle' });
    } catch (fault) {
      setState({ is: 'refused', why: reasonOf(fault) });
    }
  }

  async function open(openWorkbook: NonNullable<Host['openWorkbook']>): Promise<void> {
    setState({ is: 'working', at: 'Opening' });
    try {
      say(await openModel(openWorkbook, model, url));
      setState({ is: 'idle' });
    } catch (fault) {
      setState({ is: 'refused', why: reasonOf(fault) });
    }
  }
  const { openWorkbook } = host;

  return (
    <li className={styles.item}>
      <h3 className={styles.name}>
        {model.key} {model.name}
      </h3>
      <p className={styles.question}>{model.question}</p>
      {pictures[0] !== undefined && (
        <img
          className={styles.picture}
          src={url(`models/${pictures[0]}`)}
          alt={`A picture of ${model.name}`}
          loading="lazy"
        />
      )}
      <Text className={styles.quiet}>{model.about}</Text>
      <div className={styles.actions}>
        <Button appearance="primary" disabled={state.is === 'working'} onClick={() => void insert(false)}>
          Insert
        </Button>
        {openWorkbook && (
          <Button disabled={state.is === 'working'} onClick={() => void open(openWorkbook)}>
            Open
          </Button>
        )}
        {state.is === 'working' && <Spinner size="tiny" label={state.at} />}
        <Link href={url(`models/${live}`)} download={live} target="_blank" rel="noopener">
          Live .xlsx
        </Link>
        <Link href={url(`models/${native}`)} download={native} target="_blank" rel="noopener">
          Native .xlsx
        </Link>
      </div>
      {state.is === 'taken' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            There is a sheet {state.sheet} already. Replacing it takes away what was changed on it.
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void insert(true)}>
              Replace
            </Button>
            <Button size="small" onClick={() => setState({ is: 'idle' })}>
              Keep it
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.is === 'refused' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{state.why}</MessageBarBody>
        </MessageBar>
      )}
    </li>
  );
}
