import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { nativeOf } from '../check-up/native';
import { replaceHere, replaceInCopies, type Plan } from '../check-up/replace';
import { placeOf } from '../../derive/formula/address';
import { usePane } from '../context';
import type { Place } from '../host';
import type { CellView } from './cell-view';
import { explainedBelow } from './explain-below';
import { reasonOf } from '../reason-of';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '8px 0' },
});

/** What can be made of the cell one stands on: a native formula, here or in a copy of its sheet, and its working below. */
export function CellChanges({ view }: { readonly view: CellView }): JSX.Element | null {
  const styles = useStyles();
  const { host, catalogue, say } = usePane();
  const [isBusy, setBusy] = useState(false);
  if (view.calls.length === 0) return null;
  const { place, spilledFrom } = view;
  const anchor: Place = spilledFrom === undefined ? place : { sheet: place.sheet, ...inSheet(spilledFrom) };

  function act(work: () => Promise<string>): void {
    setBusy(true);
    work()
      .then(say, (error: unknown) => say(reasonOf(error)))
      .finally(() => setBusy(false));
  }
  async function native(where: 'here' | 'copy'): Promise<string> {
    const its = await nativeOf({ host, catalogue }, anchor);
    if ('why' in its) return `${anchor.address} stays as it is: ${its.why}.`;
    const plan: Plan = { how: 'native', planned: [its], left: [] };
    if (where === 'copy') {
      const { copies, left } = await replaceInCopies(plan, host);
      return left[0] ? `${anchor.address}: ${left[0].why}.` : `${anchor.address} of ${copies.join()} is native.`;
    }
    const { left } = await replaceHere(plan, host);
    return left[0]
      ? `${anchor.address} stays as it is: ${left[0].why}.`
      : `${anchor.address} is native; a note has its formula, and Back in Check-up puts it back.`;
  }
  return (
    <div className={styles.actions}>
      <Button size="small" disabled={isBusy} onClick={() => act(() => native('here'))}>
        Make native here
      </Button>
      <Button size="small" disabled={isBusy} onClick={() => act(() => native('copy'))}>
        Make native in a copy
      </Button>
      <Button size="small" disabled={isBusy} onClick={() => act(() => explainedBelow({ host, catalogue }, anchor))}>
        Explain below
      </Button>
    </div>
  );
}

/** The cell whose table it is, of the same sheet or another. */
function inSheet(reference: string): Pick<Place, 'address'> & Partial<Place> {
  const { sheet, address } = placeOf(reference);
  return sheet === '' ? { address } : { sheet, address };
}
