/** Everything that a look through the workbook finds. */
import type { Catalogue } from '../../catalogue/define';
import type { Change, Host, Place, Progress } from '../host';
import { blanks, type Blank } from './blanks';
import { circles, type Circle } from './circles';
import { contentsOf } from './contents';
import { faults, type Faults } from './faults';
import { lookAt, type LookedAt } from './looked-at';
import { ourCells } from './ours';
import { repairs } from './repair';

export interface Findings {
  /** how many cells call a function of ours, on how many sheets */
  readonly cells: number;
  readonly sheets: number;
  readonly faults: Faults;
  readonly blanks: readonly Blank[];
  readonly circles: readonly Circle[];
  readonly repairs: readonly Change[];
  /** rightly named, and still #NAME?: entering them again is what helps */
  readonly nameless: readonly Place[];
}

interface With {
  readonly host: Host;
  readonly catalogue: Catalogue;
}

export async function lookThrough(parts: With, progress?: Progress): Promise<Findings> {
  const { host, catalogue } = parts;
  const step = inSteps(progress, 6);
  const contents = await contentsOf(host);
  const ours = await ourCells(contents, catalogue, step());
  const damaged = await repairs(contents, catalogue, step());
  const seen = await lookAt(ours, host, step());
  return {
    cells: ours.length,
    sheets: new Set(ours.map(({ place }) => place.sheet)).size,
    repairs: damaged,
    nameless: seen.filter(({ value }) => value === '#NAME?').map(({ place }) => place),
    blanks: await blanks(contents, ours, parts, step()),
    circles: await circles(contents, ours, host, step()),
    faults: await faults(seen, parts, step()),
  };
}

/** Our cells as they show now. */
export async function seenOurs({ host, catalogue }: With, progress?: Progress): Promise<readonly LookedAt[]> {
  const step = inSteps(progress, 2);
  const ours = await ourCells(await contentsOf(host), catalogue, step());
  return lookAt(ours, host, step());
}

/** Work in so many steps, each told as its share of the whole. */
export function inSteps(progress: Progress | undefined, steps: number): () => Progress | undefined {
  let taken = 0;
  return () => {
    const before = taken++;
    return progress && { ...progress, done: (share) => progress.done((before + share) / steps) };
  };
}
