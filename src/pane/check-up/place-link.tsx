import { Link } from '@fluentui/react-components';
import type { JSX } from 'react';
import { referenceTo } from '../../derive/formula/address';
import { usePane } from '../context';
import type { Place } from '../host';
import { reasonOf } from '../reason-of';

/** A cell by its address; selects it. */
export function PlaceLink({ place }: { readonly place: Place }): JSX.Element {
  const { host, say } = usePane();
  const select = (): void => void host.select(place).catch((error: unknown) => say(reasonOf(error)));
  return (
    <Link as="button" inline onClick={select}>
      {referenceTo(place, '')}
    </Link>
  );
}
