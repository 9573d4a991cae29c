import { useEffect, useState } from 'react';
import { Problem } from '../../catalogue/problem';
import { usePane } from '../context';
import { follow } from '../follow';
import { caseBlock } from './ask';

const NONE: readonly string[] = [];

/** The headings of a block of cases that is named in a box, as they stand; none where it is no block. */
export function useCaseNames(block: string | undefined, sheet: string | undefined): readonly string[] {
  const { host, catalogue } = usePane();
  const [names, setNames] = useState(NONE);
  useEffect(() => {
    setNames(NONE);
    if (block === undefined || block.trim() === '') return undefined;
    return follow(
      (listener) => host.onChange(listener),
      async () => {
        const on = { host, catalogue, sheet: sheet ?? (await host.activeCell()).sheet };
        const its = await caseBlock(block.trim(), on);
        return its instanceof Problem ? NONE : its.names;
      },
      setNames,
    );
  }, [block, sheet, host, catalogue]);
  return names;
}
