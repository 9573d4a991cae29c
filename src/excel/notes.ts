/**
 * Notes at cells. Excel of today has them for add-ins (ExcelApi 1.18); one of before has comments (1.10), which hold a
 * text just as well and move with their cell too. No cell has both.
 */
import { placeOf } from '../derive/formula/address';
import type { Change, Note } from '../pane/host';
import { asked, supports } from './asked';
import { rangeOf } from './range-of';

/** A sheet as Office.js has it, which may be older than its own types. */
type Sheet = Pick<Excel.Worksheet, 'comments'> & { readonly notes?: Excel.NoteCollection };
type Collection = Excel.NoteCollection | Excel.CommentCollection;

/** Where notes are kept; the first is where ours are written. */
function collections(sheet: Sheet): readonly Collection[] {
  const notes = supports('1.18') ? sheet.notes : undefined;
  const comments = supports('1.10') ? [sheet.comments] : [];
  return notes ? [notes, ...comments] : comments;
}

export const hasNotes = (): boolean => supports('1.10');

interface Found extends Note {
  readonly remove: () => void;
}

async function found(sheet: Excel.Worksheet, context: Excel.RequestContext): Promise<readonly Found[]> {
  const all = collections(sheet);
  for (const each of all) each.load('items/content');
  await context.sync();
  const placed = all
    .flatMap(({ items }): (Excel.Note | Excel.Comment)[] => items)
    .map((item) => {
      const cell = item.getLocation();
      cell.load({ address: true });
      return { item, cell };
    });
  await context.sync();
  return placed.map(({ item, cell }) => ({
    place: placeOf(cell.address),
    text: item.content,
    remove: () => item.delete(),
  }));
}

/** The notes of a sheet. */
export const notesOf = (sheet: string): Promise<readonly Note[]> =>
  asked(`sheet ${sheet}`, async (context) =>
    (await found(context.workbook.worksheets.getItem(sheet), context)).map(({ place, text }) => ({ place, text })),
  );

/** Leaves the notes of changes, and takes away what was noted before. */
export async function leaveNotes(changes: readonly Change[], context: Excel.RequestContext): Promise<void> {
  const noted = changes.filter(({ note }) => note !== undefined);
  if (noted.length === 0 || !hasNotes()) return;
  for (const name of new Set(noted.map(({ place }) => place.sheet))) {
    const its = noted.filter(({ place }) => place.sheet === name);
    await leaveOn(context.workbook.worksheets.getItem(name), its, context);
  }
}

async function leaveOn(
  sheet: Excel.Worksheet,
  changes: readonly Change[],
  context: Excel.RequestContext,
): Promise<void> {
  const before = new Map((await found(sheet, context)).map((each) => [each.place.address, each]));
  const [collection] = collections(sheet);
  for (const { place, note } of changes) {
    before.get(place.address)?.remove();
    if (note) collection!.add(rangeOf(context, place), note);
  }
  await context.sync();
}
