import { Button, Link, makeStyles } from '@fluentui/react-components';
import type { JSX } from 'react';
import { usePane } from '../context';
import type { CallView, CellView } from './cell-view';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', margin: '8px 0' },
});

interface Props {
  readonly call: CallView;
  readonly view: CellView;
  readonly index: number;
}

/** What can be done with a call: edit it, ask of it, read of it. */
export function CallActions({ call, view, index }: Props): JSX.Element {
  const styles = useStyles();
  const { show, url } = usePane();
  const { place, spilledFrom } = view;
  return (
    <div className={styles.actions}>
      {spilledFrom === undefined && index === 0 && (
        <Button size="small" onClick={() => show({ tab: 'functions', edit: place })}>
          Edit
        </Button>
      )}
      {index === 0 && (
        <Button size="small" onClick={() => show({ tab: 'what-if' })}>
          What if?
        </Button>
      )}
      <Link href={url(`help/${call.name}.html`)} target="_blank" rel="noopener">
        Help
      </Link>
    </div>
  );
}
