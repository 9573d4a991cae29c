/** Why cells show an error: what the functions complained of, newest first, then our other cells that show one. */
import type { Catalogue } from '../../catalogue/define';
import { isError } from '../../derive/formula/is-error';
import { errorSentence } from '../error-sentence';
import { callsIn } from '../../derive/formula/calls';
import { callsComputed } from '../../derive/formula/values';
import type { Complaint, Content, Host, Place, Progress } from '../host';
import { keyOf, type LookedAt } from './looked-at';
import { paced } from './paced';

export interface Fault {
  readonly function: string;
  readonly code: string;
  readonly sentence: string;
  readonly at?: Date;
  readonly place?: Place;
  /** the call as it stands in the cell */
  readonly call?: string;
  /** the cell shows something else by now */
  readonly isOver: boolean;
}

export interface Faults {
  readonly faults: readonly Fault[];
  /** how many more there are */
  readonly others: number;
}

/** As many as anyone reads; more make a page slow. */
const MOST = 200;

interface With {
  readonly host: Host;
  readonly catalogue: Catalogue;
}

/** @param seen our cells, where they have been looked at */
export async function faults(
  seen: readonly LookedAt[],
  { host, catalogue }: With,
  progress?: Progress,
): Promise<Faults> {
  const complaints = host.complaints();
  const told = complaints.slice(0, MOST);
  const contents = await contentsAt(told, host);
  const failing = seen.filter(({ value }) => isError(value));
  const placed = new Set(told.flatMap(({ cell }) => (cell ? [keyOf(cell)] : [])));
  const untold = failing.filter(({ place }) => !placed.has(keyOf(place)));

  const described: Fault[] = [];
  await paced(untold.slice(0, MOST), progress, async (cell) => {
    described.push(await faultAt(cell, { host, catalogue }));
  });
  // Where the host tells no cell, one that fails with the same sentence is the one.
  const withoutCell = [...described];
  const ofComplaints = told.map((complaint): Fault => {
    if (complaint.cell) return faultOf(complaint, contents.get(keyOf(complaint.cell)), catalogue);
    const at = withoutCell.findIndex(
      (fault) => fault.function === complaint.function && fault.sentence === complaint.sentence,
    );
    const found = at < 0 ? undefined : withoutCell.splice(at, 1)[0];
    return {
      ...faultOf(complaint, undefined, catalogue),
      ...(found && { place: found.place!, call: found.call ?? '' }),
    };
  });
  const all = [...ofComplaints, ...withoutCell];
  const others = complaints.length - told.length + Math.max(0, untold.length - MOST);
  return { faults: all.slice(0, MOST), others: others + Math.max(0, all.length - MOST) };
}

async function contentsAt(told: readonly Complaint[], host: Host): Promise<ReadonlyMap<string, Content>> {
  const places = [...new Map(told.flatMap(({ cell }) => (cell ? [[keyOf(cell), cell]] : []))).values()];
  const read = await host.read(places).catch(() => []); // a sheet of theirs may be gone
  return new Map(read.map((content) => [keyOf(content.place), content]));
}

function faultOf(complaint: Complaint, content: Content | undefined, catalogue: Catalogue): Fault {
  const { function: name, code, sentence, at, cell } = complaint;
  const call = content && callOf(content.formula, name, catalogue);
  return {
    function: name,
    code,
    sentence: sentence || 'An error was handed on.',
    at,
    ...(cell && { place: cell }),
    ...(call !== undefined && { call }),
    isOver: cell !== undefined && content?.value !== code,
  };
}

function callOf(formula: string, name: string, catalogue: Catalogue): string | undefined {
  const call = callsIn(formula, catalogue).find(({ definition }) => definition.name === name);
  return call && formula.slice(call.start, call.end);
}

/** What a cell complains of, computed again where the host does not tell. */
async function faultAt({ place, formula, content, calls }: LookedAt, { host, catalogue }: With): Promise<Fault> {
  const code = String(content.value);
  const computed = await callsComputed(formula, { host, catalogue, sheet: place.sheet });
  const own = [...computed].reverse().find(([, its]) => 'problem' in its && its.problem.code === code);
  const sentence =
    own && 'problem' in own[1] ? own[1].problem.sentence : await errorSentence(content, host, catalogue.functions);
  const call = own?.[0] ?? calls[0]!;
  return {
    function: call.definition.name,
    code,
    sentence,
    place,
    call: formula.slice(call.start, call.end),
    isOver: false,
  };
}
