import { addressOf, cellsOf } from '../../models/address';
import { referenceTo } from '../../derive/formula/address';
import type { Host, Place } from '../host';

/** Why the table of a formula would show #SPILL! in a cell; undefined where there is room, its own cells included. */
export async function roomSentence(
  target: Place,
  cells: readonly (readonly unknown[])[],
  host: Host,
): Promise<string | undefined> {
  const { row, column } = cellsOf(target.address);
  const room = { ...target, address: addressOf({ row, column, rows: cells.length, columns: cells[0]!.length }) };
  const values = await host.values(room).catch(() => undefined);
  if (!values) return `The table needs ${room.address}, which the sheet does not have.`;
  const used = values.flatMap((line, i) =>
    line.flatMap((value, j) => {
      const address = addressOf({ row: row + i, column: column + j });
      return value === '' || address === target.address ? [] : [{ ...target, address }];
    }),
  );
  if (used.length === 0) return undefined;
  const contents = await host.read(used);
  const others = contents.filter(({ spilledFrom }) => spilledFrom?.address !== target.address);
  const [first] = others;
  if (!first) return undefined;
  const more = others.length === 1 ? '' : ` and ${others.length - 1} more`;
  const are = others.length === 1 ? 'is' : 'are';
  return `The table needs ${room.address}, and ${referenceTo(first.place, target.sheet)}${more} ${are} in use: it would show #SPILL!.`;
}
