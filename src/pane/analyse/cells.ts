import { Problem } from '../../catalogue/problem';
import { isReference } from '../../catalogue/typed';
import { placeOf } from '../address';
import type { Host } from '../host';

/** Arguments with what stands in the cells that they refer to, or the Problem of cells that are not there. */
export async function withCells(
  args: Readonly<Record<string, unknown>>,
  host: Host,
): Promise<Readonly<Record<string, unknown>> | Problem> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(args)) {
    if (!isReference(value)) {
      read[name] = value;
      continue;
    }
    try {
      const place = placeOf(value.reference.replaceAll('$', ''));
      const { sheet } = place.sheet === '' ? await host.activeCell() : place;
      read[name] = await host.values({ ...place, sheet });
    } catch {
      return new Problem('#VALUE!', `${name} is ${value.reference}: expected a range of this workbook.`, name);
    }
  }
  return read;
}
