/** The cell one stands on: what it shows, of what, from what, and who says so. Computed anew from its formula. */
import { defaultText, unitAt } from '../../catalogue/call';

import { isAssumption, withoutAssumption } from '../../catalogue/lift';
import { kindOf, type Parameter } from '../../catalogue/parameters';

import type { Plain } from '../../catalogue/read';
import { cellAsShown, numberAsShown } from '../../derive/as-shown';
import { stepAsShown, unitsOfSteps } from '../../derive/working';
import { referenceTo } from '../../derive/formula/address';
import { cardOf, type Card } from '../card';
import { isError } from '../../derive/formula/is-error';
import { errorSentence } from '../error-sentence';
import type { FormulaCall } from '../../derive/formula/calls';
import { callsComputed, type ArgumentValue, type Computed } from '../../derive/formula/values';
import type { Sheet } from '../formula/sheet';
import type { Content, Host, Place } from '../host';
import { doubtOf } from '../plausible';
import { blockedBy, spillBlocker } from './spill';

/** One input of a call: what it is, and where that came from. */
export interface InputLine {
  readonly name: string;
  readonly value: string;
  /** typed into the formula; read from cells; a blank cell, for which the base case stands; or left out */
  readonly how: 'typed' | 'cells' | 'blank' | 'default';
  /** the argument as it stands in the formula, where it says more than the value */
  readonly text: string;
  /** outside of what is plausible, in a sentence */
  readonly doubt?: string;
  /** of a default: who stands behind it, and where */
  readonly source?: string;
}

export interface WorkingLine {
  readonly name: string;
  readonly value: string;
}

/** A call of ours in the formula. */
export interface CallView {
  readonly name: string;
  readonly answers: string;
  /** as it stands in the formula */
  readonly text: string;
  /** the value in its unit, `table 5 × 4`, or an error's text */
  readonly result: string;
  readonly inputs: readonly InputLine[];
  readonly working: readonly WorkingLine[];
  /** the card that the host has, where only the sheet knows an argument */
  readonly card: Card;
  /** why there is no working here */
  readonly unknown?: string;
}

export interface CellView {
  readonly place: Place;
  readonly formula: string;
  readonly spilledFrom?: string;
  readonly shows:
    { readonly empty: true } | { readonly error: string; readonly sentence: string } | { readonly value: string };
  /** outermost first */
  readonly calls: readonly CallView[];
  /** the formula that has no room because of this cell */
  readonly blocks?: string;
}

export async function cellView(host: Host, catalogue: Sheet['catalogue']): Promise<CellView> {
  const place = await host.activeCell();
  const [cell] = await host.read([place]);
  const { formula, spilledFrom } = cell!;
  const on: Sheet = { host, catalogue, sheet: (spilledFrom ?? place).sheet };
  const computed = formula === '' ? [] : await callsComputed(formula, on);
  const blocked = cell!.value === '' ? undefined : await spillBlocker(place, on);
  return {
    place,
    formula,
    ...(spilledFrom && { spilledFrom: referenceTo(spilledFrom, place.sheet) }),
    shows: await shownIn(cell!, computed, on),
    calls: computed.map(([call, its]) => callView(formula, call, its, cell!)),
    ...(blocked && { blocks: referenceTo(blocked, place.sheet) }),
  };
}

type Calls = readonly (readonly [FormulaCall, Computed])[];

async function shownIn(cell: Content, computed: Calls, on: Sheet): Promise<CellView['shows']> {
  const { value, formula, shown, place } = cell;
  if (value === '' && formula === '') return { empty: true };
  const table = cell.spilledFrom ? undefined : tableOf(formula, computed);
  if (!isError(value)) return { value: table ?? (shown === '' ? String(value) : shown) };
  if (value === '#SPILL!') {
    const needs = await blockedBy(place, computed, on);
    if (needs) return { error: value, sentence: needs };
  }
  // The innermost fault is the cause of those around it.
  const own = [...computed].reverse().find(([, its]) => 'problem' in its && its.problem.code === value);
  const problem = own && 'problem' in own[1] ? own[1].problem : undefined;
  const cause = problem ? { ...cell, sentence: problem.sentence } : cell;
  const sentence = await errorSentence(cause, on.host, on.catalogue.functions);
  return { error: value, sentence };
}

/** `table 5 × 4` of a formula that is one call with such an answer: its first heading says little. */
function tableOf(formula: string, computed: Calls): string | undefined {
  const [first] = computed;
  if (!first || !isWhole(formula, first[0]) || !('worked' in first[1])) return undefined;
  const { answer } = first[1].worked;
  return answer.single ? undefined : tableSize(answer.cells);
}

const isWhole = (formula: string, { start, end }: FormulaCall): boolean => start === 1 && end === formula.length;

export function callView(formula: string, call: FormulaCall, computed: Computed, cell: Content): CallView {
  const { definition } = call;
  const inputs = 'inputs' in computed ? computed.inputs : undefined;
  const units = inputs ? unitsOfSteps(definition, inputs) : new Map<string, never>();
  return {
    name: definition.name,
    answers: definition.answers,
    text: formula.slice(call.start, call.end),
    result: resultOf(computed, isWhole(formula, call) ? cell : undefined),
    inputs: Object.entries(definition.parameters).map(([name, parameter], i) =>
      inputLine(name, parameter, computed.values[i] ?? { kind: 'blank' }, call.args[i]?.text ?? '', inputs?.[name]),
    ),
    working:
      'worked' in computed
        ? computed.worked.working.map((step) => ({ name: step.name, value: stepAsShown(step, units) }))
        : [],
    card: 'why' in computed && cell.answer?.function === definition.name ? cardOf(cell.answer.value) : [],
    ...('why' in computed && { unknown: `${computed.argument}: ${computed.why}.` }),
  };
}

function resultOf(computed: Computed, cell: Content | undefined): string {
  if ('problem' in computed) return computed.problem.code;
  if ('why' in computed) return cell?.shown ?? '';
  const { answer } = computed.worked;
  if (answer.single) return cellAsShown(answer.cells[0]![0]!, unitAt(answer, 0, 0));
  return tableSize(answer.cells);
}

/** `table 5 × 4`, its headings and labels included, as it stands on the sheet. */
export const tableSize = (cells: readonly (readonly unknown[])[]): string =>
  `table ${cells.length} × ${cells[0]?.length ?? 0}`;

export function inputLine(
  name: string,
  parameter: Parameter,
  value: ArgumentValue,
  text: string,
  plain: Plain,
): InputLine {
  const isDefault = value.kind === 'blank' || (value.kind === 'cells' && isBlank(value.value));
  if (isDefault) {
    const assumption = plain !== undefined && isAssumption(plain) ? plain : undefined;
    return {
      name,
      how: value.kind === 'blank' ? 'default' : 'blank',
      value: assumption ? dataAsShown(parameter, withoutAssumption(assumption)) : defaultText(parameter),
      text,
      ...(assumption && { source: `${assumption.standing}: ${assumption.source}` }),
    };
  }
  const given = value.kind === 'unknown' ? undefined : value.value;
  const doubt = doubtOf(name, parameter, plain ?? given);
  return {
    name,
    how: value.kind === 'cells' ? 'cells' : 'typed',
    value: value.kind === 'unknown' ? '' : dataAsShown(parameter, plain ?? given),
    text,
    ...(doubt !== undefined && { doubt }),
  };
}

const isBlank = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.flat().every((cell) => cell === null));

/** A value of a parameter in its unit; a long list by its size. */
function dataAsShown(parameter: Parameter, data: unknown): string {
  if (Array.isArray(data)) {
    const words = kindOf(parameter).print?.(data as never);
    if (words !== undefined) return words;
    const rows: readonly unknown[] = data;
    if (rows.length > 6) return `${rows.length} values`;
    return rows.map((row) => (Array.isArray(row) ? row.map(String).join(' · ') : one(parameter, row))).join(', ');
  }
  return one(parameter, data);
}

function one(parameter: Parameter, value: unknown): string {
  if (typeof value === 'number' && 'unit' in parameter) return numberAsShown(value, parameter.unit);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
