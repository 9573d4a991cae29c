/**
 * Formulas of ours in a circular reference: Excel, told to iterate, and the grid both show a plausible number there.
 * What INDIRECT and OFFSET refer to is not known from their text.
 */
import { cellsOf } from '../../models/address';
import type { Host, Place, Progress } from '../host';
import type { Contents, FormulaCell } from './contents';
import { cyclesIn } from './cycles';
import type { OurCell } from './ours';
import { paced } from './paced';
import { findNames, referencesIn, type Area } from '../../derive/formula/references';
import { searchColumns, type ColumnSearch } from './columns';

export interface Circle {
  /** a cell of ours in it */
  readonly place: Place;
  /** the way around, from that cell back to it, which is not told twice */
  readonly cells: readonly Place[];
}

export async function circles(
  { formulas }: Contents,
  ours: readonly OurCell[],
  host: Host,
  progress?: Progress,
): Promise<readonly Circle[]> {
  const search = searchColumns(formulas, await spills(ours, formulas, host, progress));
  const edges = await edgesOf(formulas, search, host, progress);
  const isOurs = new Set(ours.map(({ place }) => keyOf(place)));
  const starts = formulas.flatMap(({ place }, i) => (isOurs.has(keyOf(place)) ? [i] : []));
  const next = (node: number): readonly number[] =>
    node < formulas.length ? edges[node]! : search.partsOf(node - formulas.length);
  return cyclesIn(formulas.length + search.size, next, starts).map((cycle) => {
    const cells = cycle.filter((node) => node < formulas.length).map((node) => formulas[node]!.place);
    return { place: cells[0]!, cells };
  });
}

const keyOf = ({ sheet, address }: Place): string => `${sheet}!${address}`;

/** Which nodes each formula refers to. */
async function edgesOf(
  formulas: readonly FormulaCell[],
  search: ColumnSearch,
  host: Host,
  progress: Progress | undefined,
): Promise<readonly (readonly number[])[]> {
  const find = findNames(host);
  const edges: number[][] = formulas.map(() => []);
  const within = (area: Area): readonly number[] =>
    search.within(area).map(({ cell, part }) => cell ?? formulas.length + part!);
  await paced(formulas, progress, ({ formula, place: { sheet } }, i) => {
    const names: Promise<void>[] = [];
    for (const referred of referencesIn(formula, sheet)) {
      if ('area' in referred) edges[i]!.push(...within(referred.area));
      else names.push(find(referred.name, sheet).then((area) => void (area && edges[i]!.push(...within(area)))));
    }
    return names.length > 0 ? Promise.all(names).then(() => undefined) : undefined;
  });
  return edges;
}

/** The cells that tables of ours have spilled into, each with the formula that they are of. */
async function spills(
  ours: readonly OurCell[],
  formulas: readonly FormulaCell[],
  host: Host,
  progress: Progress | undefined,
): Promise<readonly (Area & { readonly of: number })[]> {
  const places = new Map(formulas.map(({ place }, i) => [keyOf(place), i]));
  const tables = ours.filter(({ calls }) => calls.some(({ definition }) => definition.result.shape !== 'number'));
  const found: (Area & { of: number })[] = [];
  await paced(tables, progress, async ({ place }) => {
    const range = await host.resolve(`${place.address}#`, place.sheet).catch(() => undefined);
    if (range) found.push({ sheet: place.sheet, ...cellsOf(range.address), of: places.get(keyOf(place))! });
  });
  return found;
}
