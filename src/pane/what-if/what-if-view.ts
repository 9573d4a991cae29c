/** What is analysed: the calls of ours in a cell, or none. */
import { referenceTo } from '../../derive/formula/address';
import { callsIn } from '../../derive/formula/calls';
import type { Sheet } from '../formula/sheet';
import type { Host, Place } from '../host';
import { Problem } from '../../catalogue/problem';
import { cellBase, type CellBase } from './cell-base';

export interface CallToAnalyse {
  /** as it stands in the formula */
  readonly text: string;
  readonly name: string;
  /** its arguments, or the sentence that says why it cannot be analysed */
  readonly base: CellBase | { readonly sentence: string };
}

export interface WhatIfView {
  readonly place: Place;
  readonly calls: readonly CallToAnalyse[];
  /** the cell one stands on by now, where it has a call of ours and is another one */
  readonly other?: { readonly place: Place; readonly called: string };
}

export async function whatIfView(host: Host, catalogue: Sheet['catalogue'], held?: Place): Promise<WhatIfView> {
  const active = await formulaAt(host, await host.activeCell());
  const its = held ? await formulaAt(host, held) : active;
  const { place, formula } = its;
  const isOther = active.place.address !== place.address || active.place.sheet !== place.sheet;
  const hasCall = isOther && callsIn(active.formula, catalogue).length > 0;
  return {
    place,
    calls: await Promise.all(
      callsIn(formula, catalogue).map(async (call): Promise<CallToAnalyse> => {
        const base = await cellBase(call, { host, catalogue, sheet: place.sheet });
        return {
          text: formula.slice(call.start, call.end),
          name: call.definition.name,
          base: base instanceof Problem ? { sentence: base.sentence } : base,
        };
      }),
    ),
    ...(hasCall && { other: { place: active.place, called: referenceTo(active.place, place.sheet) } }),
  };
}

/** The formula of a cell, or of the one whose table has spilled into it. */
async function formulaAt(host: Host, at: Place): Promise<{ readonly place: Place; readonly formula: string }> {
  const [cell] = await host.read([at]);
  return { place: cell!.spilledFrom ?? at, formula: cell!.formula };
}
