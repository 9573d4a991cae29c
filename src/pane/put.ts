/** Puts a formula into the sheet; what stands there is replaced only when one says so. */
import { referenceTo } from '../derive/formula/address';
import type { CellValue, Host, Place } from './host';
import { reasonOf } from './reason-of';

export interface Put {
  readonly done: boolean;
  readonly said: string;
  /** what stands in the way and may be replaced */
  readonly holds?: CellValue;
}

/** Into a cell in which nothing stands: one of the sheet, or the one that one stands on. */
export const put = (host: Host, formula: string, into?: Place): Promise<Put> =>
  taken(host, async () => {
    const place = into ?? (await host.activeCell());
    const [cell] = await host.read([place]);
    if (cell!.spilledFrom) {
      const from = referenceTo(cell!.spilledFrom, place.sheet);
      return { done: false, said: `${place.address} belongs to the table of ${from}: select another cell.` };
    }
    if ((await host.write({ place, formulas: [[formula]] })) === 'written') return written(host, place, formula);
    const holds = await typedIn(host, place);
    return { done: false, said: `${place.address} holds ${quoted(holds)}: nothing was written.`, holds };
  });

/** Into a cell that holds what was read; one that holds something else by now is left alone. */
export const putInstead = (host: Host, place: Place, from: CellValue, formula: string): Promise<Put> =>
  taken(host, async () => {
    const changed = await host.change([{ place, from, to: formula }]);
    if (changed.length > 0) return written(host, place, formula);
    const holds = await typedIn(host, place);
    const now = holds === '' ? 'is empty' : `holds ${quoted(holds)}`;
    return { done: false, said: `${place.address} has changed and now ${now}: nothing was written.` };
  });

/** What was typed into a cell. */
export const typedIn = async (host: Host, place: Place): Promise<CellValue> =>
  (await host.formulas(place))[0]?.formulas[0]?.[0] ?? '';

async function written(host: Host, place: Place, formula: string): Promise<Put> {
  await host.select(place).catch(() => undefined);
  return { done: true, said: `${formula} is in ${place.address}.` };
}

/** What a host refuses is told in its words. */
export async function taken<T>(
  host: Host,
  attempt: () => Promise<T>,
): Promise<T | { readonly done: false; readonly said: string }> {
  try {
    return await attempt();
  } catch (error) {
    const reason = reasonOf(error);
    return { done: false, said: `${host.name} did not take the formula: ${reason}` };
  }
}

const quoted = (held: CellValue): string => {
  const text = String(held);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};
