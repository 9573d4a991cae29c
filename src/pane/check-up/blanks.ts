/** Formulas of ours with an argument that points at an empty cell: the base case stands in, and looks like one's own number. */
import { inputsOf } from '../../catalogue/call';
import type { Catalogue } from '../../catalogue/define';
import { orProblem, Problem } from '../../catalogue/problem';
import { addressOf } from '../../models/address';
import { inputLine } from '../cell/cell-view';
import type { FormulaCall } from '../../derive/formula/calls';
import { compute } from '../../derive/formula/values';
import type { Sheet } from '../formula/sheet';
import type { Host, Place, Progress } from '../host';
import type { Contents } from './contents';
import type { OurCell } from './ours';
import { paced } from './paced';
import { findNames, LAST_COLUMN, LAST_ROW, referenceOf, type Area } from '../../derive/formula/references';

export interface Blank {
  readonly place: Place;
  readonly function: string;
  readonly parameter: string;
  /** the argument as it stands in the formula */
  readonly text: string;
  /** the number of the base case that stands in; '' where there is none */
  readonly takes: string;
}

/** Neighbours are read together: a formula in each of many rows asks of one cell each. */
const BAND = 1000;

export async function blanks(
  contents: Contents,
  ours: readonly OurCell[],
  { host, catalogue }: { readonly host: Host; readonly catalogue: Catalogue },
  progress?: Progress,
): Promise<readonly Blank[]> {
  const find = findNames(host);
  const bands = new Map<string, ReturnType<Host['values']>>();
  const taken = new Map<string, Promise<string>>();
  const found: Blank[] = [];

  /** Nothing is typed into it, and no table has spilled into it. */
  async function isEmpty(area: Area): Promise<boolean> {
    if (!contents.isEmpty(area.sheet, area)) return false;
    // Nobody spills over whole columns, and their cells are too many to be read.
    if (area.rows >= LAST_ROW || area.columns >= LAST_COLUMN) return true;
    const end = area.row + area.rows;
    for (let top = area.row - (area.row % BAND); top < end; top += BAND) {
      const rows = await known(bands, `${area.sheet}!${area.column} ${area.columns} ${top}`, () => bandAt(area, top));
      if (
        !rows
          .slice(Math.max(0, area.row - top), end - top)
          .flat()
          .every((value) => value === '')
      )
        return false;
    }
    return true;
  }
  function bandAt({ sheet, column, columns }: Area, row: number): ReturnType<Host['values']> {
    return host.values({ sheet, address: addressOf({ row, column, rows: Math.min(BAND, LAST_ROW - row), columns }) });
  }

  async function look({ place, calls }: OurCell): Promise<void> {
    const on: Sheet = { host, catalogue, sheet: place.sheet };
    for (const call of calls) {
      const names = Object.keys(call.definition.parameters);
      for (const [i, { text }] of call.args.entries()) {
        const parameter = names[i];
        const referred = parameter === undefined ? undefined : referenceOf(text, place.sheet);
        if (parameter === undefined || !referred) continue;
        const area = 'area' in referred ? referred.area : await find(referred.name, place.sheet);
        if (!area || !(await isEmpty(area))) continue;
        const takes = await known(taken, keyOf(call, parameter), () => baseCase(call, parameter, i, on));
        found.push({ place, function: call.definition.name, parameter, text, takes });
      }
    }
  }
  await paced(ours, progress, look);
  return found;
}

function known<T>(all: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  let its = all.get(key);
  if (!its) all.set(key, (its = ask()));
  return its;
}

/** On another basis the base case has other numbers. */
function keyOf({ definition, args }: FormulaCall, parameter: string): string {
  const basis = args[Object.keys(definition.parameters).indexOf('basis')]?.text ?? '';
  return `${definition.name} ${parameter} ${basis}`;
}

async function baseCase(call: FormulaCall, name: string, at: number, on: Sheet): Promise<string> {
  const computed = await compute(call, on);
  const inputs = 'inputs' in computed ? computed.inputs : orProblem(() => inputsOf(call.definition, []));
  const plain = inputs instanceof Problem ? undefined : inputs[name];
  return inputLine(name, call.definition.parameters[name]!, { kind: 'blank' }, call.args[at]!.text, plain).value;
}
