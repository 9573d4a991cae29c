import { Link } from '@fluentui/react-components';
import { Fragment, type JSX } from 'react';
import { partsOfSource } from '../../derive/parts-of-source';
import { usePane } from '../context';

/** A text whose sources lead to their place in the data book. */
export function Sourced({ text }: { readonly text: string }): JSX.Element {
  const { show } = usePane();
  return (
    <>
      {partsOfSource(text).map(({ part, key }, i) =>
        key === undefined ? (
          <Fragment key={i}>{part}</Fragment>
        ) : (
          <Link key={i} as="button" inline onClick={() => show({ tab: 'data-book', filter: key })}>
            {part}
          </Link>
        ),
      )}
    </>
  );
}
