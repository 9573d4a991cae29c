import type { CellValue, Change, Place, Progress } from '../pane/host';
import { askedToWrite, protectedSentence } from './asked';
import { hasNotes, leaveNotes } from './notes';
import { rangeOf } from './range-of';

/** As many as one request carries with ease. */
const CELLS_AT_ONCE = 500;

const sheetsOf = (places: readonly Place[]): string => [...new Set(places.map(({ sheet }) => sheet))].join(', ');

/** Changes cells that still hold what was read of them; all of it is one step to undo, where Excel has that. */
export async function changeCells(changes: readonly Change[], progress?: Progress): Promise<readonly Place[]> {
  if (changes.length === 0) return [];
  if (changes.some(({ note }) => note !== undefined && note !== '') && !hasNotes()) {
    throw new Error(
      'This Excel has neither notes nor comments for an add-in (they need ExcelApi 1.10), and so nothing would keep the formulas: work in a copy of the sheet.',
    );
  }
  const changed: Place[] = [];
  await askedToWrite(sheetsOf(changes.map(({ place }) => place)), async (context) => {
    await refuseProtected(changes, context);
    for (let at = 0; at < changes.length && !progress?.isCancelled(); at += CELLS_AT_ONCE) {
      changed.push(...(await changeSome(changes.slice(at, at + CELLS_AT_ONCE), context)));
      progress?.done(Math.min(1, (at + CELLS_AT_ONCE) / changes.length));
    }
  });
  return changed;
}

/**
 * Excel does what it is asked up to what it refuses. Of several sheets with one of them protected, formulas would be gone
 * before their notes are left: so it is asked first, and nothing is begun. A note needs the whole sheet free, any other
 * change its own cells.
 */
async function refuseProtected(changes: readonly Change[], context: Excel.RequestContext): Promise<void> {
  const sheets = [...new Set(changes.map(({ place }) => place.sheet))].map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load('protection/protected');
    return { name, sheet };
  });
  await context.sync();
  const guarded = new Set(sheets.filter(({ sheet }) => sheet.protection.protected).map(({ name }) => name));
  const cells = changes
    .filter(({ place }) => guarded.has(place.sheet))
    .map(({ place, note }) => {
      const range = rangeOf(context, place);
      range.load('format/protection/locked');
      return { place, isRefused: () => note !== undefined || range.format.protection.locked };
    });
  if (cells.length === 0) return;
  await context.sync();
  const refused = cells.find(({ isRefused }) => isRefused());
  if (refused) throw new Error(protectedSentence(refused.place.sheet));
}

async function changeSome(changes: readonly Change[], context: Excel.RequestContext): Promise<readonly Place[]> {
  const held = await changeHeld(changes, context);
  // A cell into which a table had spilled is free now that the table's own cell is changed.
  const waiting = changes.filter((change) => !held.includes(change) && change.from === '');
  const freed = waiting.length > 0 && held.length > 0 ? await changeHeld(waiting, context) : [];
  const done = changes.filter((change) => held.includes(change) || freed.includes(change));
  await leaveNotes(done, context);
  return done.map(({ place }) => place);
}

async function changeHeld(changes: readonly Change[], context: Excel.RequestContext): Promise<readonly Change[]> {
  const cells = changes.map((change) => {
    const range = rangeOf(context, change.place);
    range.load({ formulas: true, values: true });
    return { change, range };
  });
  await context.sync();
  const held = cells.filter(({ change: { from }, range }) => {
    const [typed, shown] = [range.formulas[0]![0] as CellValue, range.values[0]![0] as CellValue];
    // A spilled cell has nothing typed into it, and is in use all the same.
    return from === '' ? typed === '' && shown === '' : typed === from;
  });
  for (const { change, range } of held) range.formulas = [[change.to]];
  await context.sync();
  return held.map(({ change }) => change);
}

/** Enters formulas again as they stand, which is what makes Excel calculate them. */
export async function enterAgain(places: readonly Place[], progress?: Progress): Promise<void> {
  if (places.length === 0) return;
  await askedToWrite(sheetsOf(places), async (context) => {
    for (let at = 0; at < places.length && !progress?.isCancelled(); at += CELLS_AT_ONCE) {
      await enterSome(places.slice(at, at + CELLS_AT_ONCE), context);
      progress?.done(Math.min(1, (at + CELLS_AT_ONCE) / places.length));
    }
  });
}

async function enterSome(places: readonly Place[], context: Excel.RequestContext): Promise<void> {
  const ranges = places.map((place) => rangeOf(context, place));
  for (const range of ranges) range.load({ formulas: true });
  await context.sync();
  for (const range of ranges) range.formulas = [...range.formulas];
  await context.sync();
}
