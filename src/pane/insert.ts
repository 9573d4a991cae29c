import type { Host } from './host';

/** Whether a formula was put into the sheet, and the sentence that says so. */
export interface Inserted {
  readonly done: boolean;
  readonly said: string;
}

/** Puts a formula into the active cell, unless that is in use. */
export async function insert(host: Host, formula: string, called = formula): Promise<Inserted> {
  try {
    const place = await host.activeCell();
    const done = (await host.write({ place, formulas: [[formula]] })) === 'written';
    const said = done ? `${called} is in ${place.address}.` : `${place.address} is in use: select an empty cell first.`;
    return { done, said };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { done: false, said: `${host.name} did not take the formula: ${reason}` };
  }
}
