/** A question with its boxes filled in: what the picture is drawn of, and the formula that answers the same in a cell. */
import { casesIn } from '../../catalogue/block';
import type { Catalogue } from '../../catalogue/define';
import { elementsOf } from '../../catalogue/numbers';
import { withoutAssumption } from '../../catalogue/lift';
import { orProblem, Problem } from '../../catalogue/problem';
import { formulaAsTyped, typed } from '../../derive/example';
import { referenceTo } from '../../derive/formula/address';
import { callsIn } from '../../derive/formula/calls';
import { valueOf, type Rows } from '../../derive/formula/values';
import type { Sheet } from '../formula/sheet';
import type { Place } from '../host';
import { arrayOf, type Basis, type Handed } from './basis';
import { cellBase, type CellBase } from './cell-base';
import type { Filled } from './form';
import type { Arguments, Question } from './questions';
import { resolved, written } from './resolve';
import { spreadOf, type Spread } from './spread';

export interface Asked {
  /** the function that answers, and its arguments as they are now */
  readonly name: string;
  readonly args: Arguments;
  /** with references to the cells of the sheet */
  readonly formula: string;
  /** what a simulation draws, where it is typed in the pane and may as well stand in cells */
  readonly spread?: Spread;
}

export const asked = (...its: Parameters<typeof askedNow>): Promise<Asked | Problem> =>
  askedNow(...its).catch((fault: unknown) => {
    if (fault instanceof Problem) return fault;
    throw fault;
  });

async function askedNow(
  question: Question,
  { handed, analysed: { subject } }: Basis,
  filled: Filled,
  draws: readonly Filled[],
  on: Sheet,
): Promise<Asked> {
  const given = question.args(filled, draws);
  const [values, texts] = [await resolved(given, on), written(given)];
  const base = handed(question.varies(values).filter((path) => typeof path === 'string'));
  const all = { now: { ...base.now, ...values }, written: { ...base.written, ...texts } };
  const its = handedTo(question.function, all, on.catalogue);
  const { spec } = given;
  if (!question.draws || !Array.isArray(spec)) return its;
  const formula = (rows: string): string =>
    formulaAsTyped(on.catalogue.find(question.function), { ...all.written, spec: { reference: rows } });
  return { ...its, spread: spreadOf(spec as readonly (readonly unknown[])[], draws, subject.definition.name, formula) };
}

const handedTo = (name: string, { now, written }: Handed, catalogue: Catalogue): Asked => ({
  name,
  args: now,
  formula: formulaAsTyped(catalogue.find(name), written),
});

/** A block of cases on the sheet: its rows, how a formula names it, and its headings. */
export interface CaseBlock {
  readonly rows: Rows;
  readonly reference: string;
  readonly names: readonly string[];
}

/** Reads a block of cases, also one that lies on its side: a row a case. */
export async function caseBlock(text: string, on: Sheet): Promise<CaseBlock | Problem> {
  const its = await valueOf(text, on);
  if (its.kind === 'blank')
    return new Problem('#VALUE!', 'Block of cases is missing: expected a range with its headings.', 'cases');
  if (its.kind !== 'cells' || !Array.isArray(its.value)) {
    const why = its.kind === 'unknown' ? its.why : `${text} is no range`;
    return new Problem('#VALUE!', `Block of cases is ${text}: expected a range with its headings (${why}).`, 'cases');
  }
  const rows = its.value as Rows;
  const upright = orProblem(() => casesIn(rows, on.catalogue).names);
  if (!(upright instanceof Problem)) return { rows, reference: text, names: upright };
  const turned = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const names = orProblem(() => casesIn(turned, on.catalogue).names);
  return names instanceof Problem ? upright : { rows: turned, reference: `TRANSPOSE(${text})`, names };
}

/** Why a function moved from one case of a block to another. */
export async function askedOfBlock(
  question: Question,
  functionName: string,
  filled: Filled,
  on: Sheet,
): Promise<Asked | Problem> {
  const block = await caseBlock((filled['cases'] ?? '').trim(), on);
  if (block instanceof Problem) return block;
  const { rows, reference, names } = block;
  const [from = '', to = ''] = question.cases ?? [];
  const ends = { [from]: filled[from] || names[0]!, [to]: filled[to] || names.at(-1)! };
  const given = { function: functionName, ...question.args({ ...filled, ...ends }, []) };
  return handedTo(
    question.function,
    { now: { ...given, cases: rows }, written: { ...given, cases: { reference } } },
    on.catalogue,
  );
}

/** The first call of a function in a cell, as the base of an analysis. */
export async function baseIn(place: Place, name: string, on: Sheet): Promise<CellBase | Problem> {
  const [cell] = await on.host.read([place]);
  const its = { ...on, sheet: place.sheet };
  const call = callsIn(cell!.formula, on.catalogue).find(({ definition }) => definition.name === name);
  if (call) return cellBase(call, its);
  const where = referenceTo(place, on.sheet);
  return new Problem('#VALUE!', `${where} has no ${name}: expected a cell with the same function.`, 'from');
}

/** Why a cell shows another number than one with the same function. */
export async function askedOfCells(
  question: Question,
  functionName: string,
  [from, to]: readonly [from: Place, to: Place],
  base: CellBase,
  filled: Filled,
  on: Sheet,
): Promise<Asked | Problem> {
  const before = await baseIn(from, base.definition.name, on);
  if (before instanceof Problem) return before;
  if (from.sheet !== to.sheet)
    return new Problem('#VALUE!', `${from.sheet} is another sheet: expected a cell of ${to.sheet}.`, 'from');
  const heads = [from, to].map(({ address }) => address) as [string, string];
  if (heads[0] === heads[1])
    return new Problem('#VALUE!', `${heads[0]} is the cell itself: expected another with the same function.`, 'from');
  const ends = [before, base].map(endOf);
  const paths = [...new Set(ends.flatMap(({ paths }) => paths))];
  const cells = paths.map((path) => [path, ...ends.map((end) => end.at(path))] as const);
  const given = { function: functionName, ...question.args(filled, []), from: heads[0], to: heads[1] };
  const rows = [['Name', ...heads], ...cells.map(([path, ...its]) => [path, ...its.map(({ value }) => value)])];
  const written = arrayOf([
    ['Name', ...heads].map(typed),
    ...cells.map(([path, ...its]) => [typed(path), ...its.map(({ formula }) => formula)]),
  ]);
  return handedTo(
    question.function,
    { now: { ...given, cases: rows }, written: { ...given, cases: written } },
    on.catalogue,
  );
}

interface CaseCell {
  readonly value: unknown;
  readonly formula: string;
}

/** The inputs that a call gives, by path; and any other of its inputs, which the other call may give. */
function endOf({ definition, live, typed: typedIn, inputs }: CellBase) {
  const names = Object.keys(definition.parameters).filter(
    (name) => name in typedIn || live.some(({ path }) => path.replace(/\[.*/, '') === name),
  );
  const plain = new Map<string, unknown>(
    Object.keys(definition.parameters).flatMap((name): [string, unknown][] => {
      const elements = elementsOf(definition, inputs, name);
      return elements.length > 0 ? elements.map(([path, x]) => [path, x]) : [[name, withoutAssumption(inputs[name])]];
    }),
  );
  return {
    paths: [...plain.keys()].filter((path) => names.includes(path.replace(/\[.*/, ''))),
    at(path: string): CaseCell {
      const its = live.find((each) => each.path === path);
      const value = its ? its.value : (plain.get(path) ?? null);
      return { value, formula: its ? its.formula : value === null ? '""' : typed(value) };
    },
  };
}
