/** Our cells as they show now, and how far their tables go. */
import { addressOf } from '../../models/address';
import type { CellValue, Content, Host, Place, Progress } from '../host';
import { Stopped } from './paced';
import type { OurCell } from './ours';
import { LAST_COLUMN, LAST_ROW, type Area } from '../../derive/formula/references';

export interface LookedAt extends OurCell {
  readonly value: CellValue;
  readonly content: Content;
  /** the cell alone, or with those into which its table has spilled */
  readonly area: Area;
}

/** As many as one request carries with ease. */
const AT_ONCE = 150;

export async function lookAt(ours: readonly OurCell[], host: Host, progress?: Progress): Promise<readonly LookedAt[]> {
  const seen: LookedAt[] = [];
  for (let at = 0; at < ours.length; at += AT_ONCE) {
    if (progress?.isCancelled()) throw new Stopped();
    const some = ours.slice(at, at + AT_ONCE);
    const right = some.map((cell) => neighbour(cell, 0, 1));
    const below = some.map((cell) => neighbour(cell, 1, 0));
    const own = await host.read(some.map(({ place }) => place));
    const around = [...right, ...below].filter((each) => each !== undefined);
    const read = new Map([...(await readThose(around, host)), ...own].map((each) => [keyOf(each.place), each]));
    for (const [i, cell] of some.entries()) {
      const content = read.get(keyOf(cell.place))!;
      // A cell into which another has spilled shows that one's formula.
      if (content.spilledFrom && keyOf(content.spilledFrom) !== keyOf(cell.place)) continue;
      const isOf = (place: Place | undefined): boolean => place !== undefined && isFrom(cell, read.get(keyOf(place)));
      const columns = isOf(right[i]) ? await reach(cell, host, 0, 1) : 1;
      const rows = isOf(below[i]) ? await reach(cell, host, 1, 0) : 1;
      const area = { sheet: cell.place.sheet, row: cell.row, column: cell.column, rows, columns };
      seen.push({ ...cell, content, value: content.value, area });
    }
    progress?.done(Math.min(1, (at + AT_ONCE) / ours.length));
  }
  return seen;
}

export const keyOf = ({ sheet, address }: Place): string => `${sheet}!${address}`;

export const placeOfArea = (area: Area): Place => ({ sheet: area.sheet, address: addressOf(area) });

const isFrom = ({ place }: OurCell, content: Content | undefined): boolean =>
  content?.spilledFrom !== undefined && keyOf(content.spilledFrom) === keyOf(place);

function neighbour({ place: { sheet }, row, column }: OurCell, down: number, right: number): Place | undefined {
  const at = { row: row + down, column: column + right };
  return at.row < LAST_ROW && at.column < LAST_COLUMN ? { sheet, address: addressOf(at) } : undefined;
}

/** How many cells a table takes that way. */
async function reach(cell: OurCell, host: Host, down: number, right: number): Promise<number> {
  for (let count = 1; ; count += AT_ONCE) {
    const places = Array.from({ length: AT_ONCE }, (_, i) =>
      neighbour(cell, down * (count + i), right * (count + i)),
    ).filter((each) => each !== undefined);
    const read = await readThose(places, host);
    const end = read.findIndex((content) => !isFrom(cell, content));
    if (end >= 0) return count + end;
    if (read.length < AT_ONCE) return count + read.length;
  }
}

/** What stands in those of the cells that the sheet has: a grid ends somewhere, and says so by refusing. */
async function readThose(places: readonly Place[], host: Host): Promise<readonly Content[]> {
  if (places.length === 0) return [];
  try {
    return await host.read(places);
  } catch {
    if (places.length === 1) return [];
    const half = places.length >> 1;
    return [...(await readThose(places.slice(0, half), host)), ...(await readThose(places.slice(half), host))];
  }
}
