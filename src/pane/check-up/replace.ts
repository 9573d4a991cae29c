/** Formulas of ours replaced by values or by formulas of Excel's own, here or in a copy of the sheet, and back again. */
import { addressOf, cellsOf } from '../../models/address';
import type { CellValue, Change, Host, Place, Progress } from '../host';
import { keyOf, placeOfArea } from './looked-at';
import { checkOf, keptIn, noteOf, type Replaced } from './note';
import type { Area } from '../../derive/formula/references';

/** What is to stand in the cells of a formula. */
export interface Planned {
  readonly place: Place;
  readonly formula: string;
  readonly area: Area;
  readonly cells: readonly (readonly CellValue[])[];
  /** what they show before */
  readonly values: readonly (readonly CellValue[])[];
  /** what its note says beside the formula, in sentences */
  readonly remarks?: readonly string[];
}

/** A cell that is left as it is, and why. */
export interface Left {
  readonly place: Place;
  readonly formula: string;
  readonly why: string;
}

export interface Plan {
  readonly how: Replaced;
  readonly planned: readonly Planned[];
  readonly left: readonly Left[];
}

export interface Done {
  /** of formulas, each by its own cell */
  readonly places: readonly Place[];
  readonly left: readonly Left[];
}

const CHANGED_MEANWHILE = 'it holds something else by now';

/** Replaces where the formulas stand; each leaves a note, so that it can come back. */
export async function replaceHere({ how, planned, left }: Plan, host: Host, progress?: Progress): Promise<Done> {
  const noted = await notesAt(planned, host);
  const isFree = ({ place }: Planned): boolean => !noted.has(keyOf(place));
  const free = planned.filter(isFree);
  const done = await change(free, host, progress, ({ formula, area, cells, remarks = [] }) => {
    const { rows, columns } = area;
    return [...remarks, noteOf({ how, rows, columns, check: checkOf(cells), formula })].join('\n');
  });
  const taken = planned
    .filter((each) => !isFree(each))
    .map(({ place, formula }) => ({
      place,
      formula,
      why: 'it has a note of one’s own, where its formula is to be kept',
    }));
  return { places: done.places, left: [...left, ...taken, ...done.left] };
}

/** The same in a copy of each sheet that has any; the formulas stay where they are. Answers the copies too. */
export async function replaceInCopies(
  { planned, left }: Plan,
  host: Host,
  progress?: Progress,
): Promise<Done & { readonly copies: readonly string[] }> {
  const copies: string[] = [];
  const moved: Planned[] = [];
  for (const sheet of new Set(planned.map(({ place }) => place.sheet))) {
    const copy = await host.copySheet(sheet);
    copies.push(copy);
    const its = planned.filter(({ place }) => place.sheet === sheet);
    const formulas = await typedIn(
      its.map(({ place }) => ({ ...place, sheet: copy })),
      host,
    );
    its.forEach((each, i) => {
      const [place, area] = [
        { ...each.place, sheet: copy },
        { ...each.area, sheet: copy },
      ];
      // A copy names itself where its original did.
      moved.push({ ...each, place, area, formula: String(formulas[i]) });
    });
  }
  const done = await change(moved, host, progress);
  return { places: done.places, left: [...left, ...done.left], copies };
}

async function typedIn(places: readonly Place[], host: Host): Promise<readonly CellValue[]> {
  return (await host.read(places)).map(({ formula, value }) => (formula === '' ? value : formula));
}

/** A formula's own cell first: then those into which it had spilled are free. */
async function change(
  planned: readonly Planned[],
  host: Host,
  progress: Progress | undefined,
  note?: (planned: Planned) => string,
): Promise<Done> {
  const changes = planned.flatMap((each): Change[] => {
    const all = each.cells.flatMap((row, i) =>
      row.map((to, j): Change => {
        const at = { row: each.area.row + i, column: each.area.column + j };
        return { place: { sheet: each.place.sheet, address: addressOf(at) }, from: '', to };
      }),
    );
    return [{ ...all[0]!, from: each.formula, ...(note && { note: note(each) }) }, ...all.slice(1)];
  });
  const changed = new Set((await host.change(changes, progress)).map(keyOf));
  const places = planned.filter(({ place }) => changed.has(keyOf(place))).map(({ place }) => place);
  const wasChanged = ({ place }: Planned): boolean => changed.has(keyOf(place));
  const why = progress?.isCancelled() ? 'the work was stopped before it' : CHANGED_MEANWHILE;
  const left = planned.filter((each) => !wasChanged(each)).map(({ place, formula }) => ({ place, formula, why }));
  return { places, left };
}

/** The cells with a note that is not ours. */
async function notesAt(planned: readonly Planned[], host: Host): Promise<ReadonlySet<string>> {
  const sheets = [...new Set(planned.map(({ place }) => place.sheet))];
  const notes = (await Promise.all(sheets.map((sheet) => host.notes(sheet)))).flat();
  return new Set(notes.filter(({ text }) => keptIn(text) === undefined).map(({ place }) => keyOf(place)));
}

/** What a note has kept, where it is to come back. */
export interface Returning {
  readonly place: Place;
  readonly formula: string;
  readonly area: Area;
  readonly cells: readonly (readonly CellValue[])[];
}

/** Every formula that was replaced in this way and can come back; a cell that was changed since is left. */
export async function returning(
  how: Replaced,
  host: Host,
): Promise<{ readonly returning: readonly Returning[]; readonly left: readonly Left[] }> {
  const found: Returning[] = [];
  const left: Left[] = [];
  for (const sheet of await host.sheets()) {
    for (const { place, text } of await host.notes(sheet)) {
      const kept = keptIn(text);
      if (!kept || kept.how !== how) continue;
      const { row, column } = cellsOf(place.address);
      const area = { sheet, row, column, rows: kept.rows, columns: kept.columns };
      const cells = (await host.formulas(placeOfArea(area)))[0]!.formulas;
      const { formula } = kept;
      if (checkOf(cells) === kept.check) found.push({ place, formula, area, cells });
      else left.push({ place, formula, why: 'what stands there was changed since' });
    }
  }
  return { returning: found, left };
}

/** Puts the formulas back. */
export async function bringBack(all: readonly Returning[], host: Host, progress?: Progress): Promise<Done> {
  const changes = all.flatMap(({ place, formula, area, cells }): Change[] => {
    const every = cells.flatMap((row, i) =>
      row.map((from, j): Change => {
        const at = { row: area.row + i, column: area.column + j };
        return { place: { sheet: place.sheet, address: addressOf(at) }, from, to: '' };
      }),
    );
    // Its table needs the room first.
    return [...every.slice(1), { ...every[0]!, to: formula, note: '' }];
  });
  const changed = new Set((await host.change(changes, progress)).map(keyOf));
  const isBack = ({ place }: Returning): boolean => changed.has(keyOf(place));
  return {
    places: all.filter(isBack).map(({ place }) => place),
    left: all.filter((each) => !isBack(each)).map(({ place, formula }) => ({ place, formula, why: CHANGED_MEANWHILE })),
  };
}

/** A host may calculate a moment later. */
const LOOKS = 8;
const BETWEEN_MS = 250;

/** Where the numbers are others than before, beyond the last digits of a double: each as `B4 of Deal shows 2, was 1`. */
export async function differences(planned: readonly Planned[], host: Host): Promise<readonly string[]> {
  let waiting = planned;
  for (let look = 1; ; look++) {
    const told = await Promise.all(waiting.map(async (each) => ({ each, said: await differing(each, host) })));
    const others = told.filter(({ said }) => said.length > 0);
    if (others.length === 0 || look === LOOKS) return others.flatMap(({ said }) => said);
    waiting = others.map(({ each }) => each);
    await new Promise((later) => setTimeout(later, BETWEEN_MS));
  }
}

async function differing({ area, values }: Planned, host: Host): Promise<readonly string[]> {
  const now = await host.values(placeOfArea(area));
  return values.flatMap((row, i) =>
    row.flatMap((before, j) => {
      const after = now[i]![j]!;
      if (isSame(before, after)) return [];
      const at = addressOf({ row: area.row + i, column: area.column + j });
      return [`${at} of ${area.sheet} shows ${after}, was ${before}`];
    }),
  );
}

const isSame = (a: CellValue, b: CellValue): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-9 * Math.max(1e-6, Math.abs(a), Math.abs(b))
    : a === b;
