/** The form of a function: its fields, the formula that they make, and what that comes to while one types. */
import { unitAt } from '../../catalogue/call';
import type { Catalogue, Definition } from '../../catalogue/define';
import { parse, type Parameter } from '../../catalogue/parameters';
import { orProblem, Problem } from '../../catalogue/problem';
import { cellAsShown } from '../../derive/as-shown';
import { callView, type CallView } from '../cell/cell-view';
import { callsIn, withArguments, type FormulaCall } from '../../derive/formula/calls';
import { compute, type ArgumentValue, type Computed } from '../../derive/formula/values';
import type { Sheet } from '../formula/sheet';
import type { Place } from '../host';
import { argumentText, understood } from './argument-text';
import { roomSentence } from './room';
import { arrayOf, type TypedRows } from './rows';
import { isWithin } from './target';

/** A call in its formula, whose arguments are edited. */
export interface Form {
  readonly definition: Definition;
  readonly formula: string;
  readonly call: FormulaCall;
}

/** What a field holds: a text, or rows that become an array constant. */
export type Entry = string | TypedRows;

/** The fields that were changed, by name. */
export type Entries = Readonly<Record<string, Entry>>;

/** One form for each call of the function in a formula. */
export const formsOn = (definition: Definition, formula: string, catalogue: Catalogue): readonly Form[] =>
  callsIn(formula, catalogue)
    .filter((call) => call.definition.name === definition.name && call.isClosed)
    .map((call) => ({ definition, formula, call }));

/** The text that stands in the formula for a field. */
export function standing({ definition, call }: Form, name: string): string {
  return call.args[Object.keys(definition.parameters).indexOf(name)]?.text ?? '';
}

/** The formula that the fields make, and which of them cannot stand in one; a wrong one is left out. */
export interface Filled {
  readonly formula: string;
  readonly problems: ReadonlyMap<string, Problem>;
}

export function filled(form: Form, entries: Entries): Filled {
  const { definition, formula, call } = form;
  const problems = new Map<string, Problem>();
  const fields = Object.entries(definition.parameters).map(([name, parameter]) => {
    const before = standing(form, name);
    const entry = entries[name] ?? before;
    if (entry === before) return before;
    const text = orProblem(() => (typeof entry === 'string' ? argumentText(name, parameter, entry) : arrayOf(entry)));
    if (!(text instanceof Problem)) return text;
    problems.set(name, text);
    return '';
  });
  const before = call.args.map(({ text }) => text);
  const texts = [...fields, ...before.slice(fields.length)];
  if (texts.every((text, i) => text === (before[i] ?? ''))) return { formula, problems };
  const changed = withArguments(formula, call, texts);
  const wasCleared = before.length > 0 && before.at(-1) !== '' && texts[before.length - 1] === '';
  return { formula: wasCleared ? withoutBlanksAtEnd(changed, call) : changed, problems };
}

/** Where the last argument was cleared, the blanks before it go with it. */
function withoutBlanksAtEnd(formula: string, { start, opened, definition }: FormulaCall): string {
  const catalogue = { functions: [definition], find: () => definition };
  const call = callsIn(formula, catalogue).find((each) => each.start === start)!;
  const last = call.args.filter(({ text }) => text !== '').at(-1);
  const end = last?.end ?? opened;
  return /^[\s,]*$/.test(formula.slice(end, call.end - 1))
    ? formula.slice(0, end) + formula.slice(call.end - 1)
    : formula;
}

/** Fields in two groups, each as declared: those that one begins with, and the others. */
export function grouped(form: Form): readonly [first: readonly string[], others: readonly string[]] {
  const { parameters, examples } = form.definition;
  const names = Object.keys(parameters);
  const shown = new Set(examples.flatMap(({ args }) => Object.keys(args)));
  const isUsual = (name: string): boolean => 'required' in parameters[name]! || (shown.has(name) && name !== 'headers');
  const isFirst = (name: string): boolean => isUsual(name) || standing(form, name) !== '';
  const others = names.filter((name) => !isFirst(name));
  return !names.some(isUsual) || others.length < 2 ? [names, []] : [names.filter(isFirst), others];
}

/** What is to be said beside a field. */
export interface FieldView {
  /** the gate's own sentence */
  readonly problem?: string;
  /** a number outside of what is plausible, a blank cell, a text that might be meant otherwise */
  readonly notes: readonly string[];
  /** what a reference or an expression comes to, in its unit */
  readonly value?: string;
}

export interface FormView {
  readonly formula: string;
  readonly fields: Readonly<Record<string, FieldView>>;
  /** the call, computed; undefined where a field cannot stand in a formula */
  readonly call?: CallView;
  /** the answer where it is a table, as its cells show it */
  readonly table?: readonly (readonly string[])[];
  /** why there is no answer */
  readonly problem?: string;
  /** why the formula is not to be written as it stands */
  readonly refusal?: string;
  /** why a table has no room */
  readonly room?: string;
}

/** What the form says; `target` is the cell that the formula stands in, or is to stand in. */
export async function formView(form: Form, entries: Entries, on: Sheet, target: Place): Promise<FormView> {
  const { formula, problems } = filled(form, entries);
  const call = callsIn(formula, on.catalogue).find(({ start }) => start === form.call.start)!;
  const computed = await compute(call, on);
  const view = callView(formula, call, computed, { place: target, formula, value: '', shown: '' });
  const fields = Object.fromEntries(
    Object.entries(form.definition.parameters).map(([name, parameter], i) => {
      const value = computed.values[i] ?? { kind: 'blank' };
      const wrong = problems.get(name) ?? circular(name, value, target) ?? refused(name, parameter, value);
      const own = 'problem' in computed && computed.problem.parameter === name ? computed.problem : undefined;
      const line = view.inputs[i]!;
      const entry = entries[name];
      const notes = [
        ...(line.doubt === undefined ? [] : [`${line.doubt}.`]),
        ...(line.how === 'blank' && !('required' in parameter) ? [blankSentence(name, line.text, line.value)] : []),
        ...(value.kind === 'unknown' ? [`${value.why}.`] : []),
        ...(typeof entry === 'string' ? [understood(parameter, entry) ?? []].flat() : []),
      ];
      const problem = (wrong ?? own)?.sentence;
      const isReckoned = line.how === 'cells' || (line.how === 'typed' && line.text !== line.value);
      return [
        name,
        {
          notes,
          ...(problem !== undefined && { problem }),
          ...(isReckoned && line.value !== '' && { value: line.value }),
        },
      ];
    }),
  ) as Record<string, FieldView>;
  const unreadable = [...problems.values()][0]?.sentence ?? circularOf(form.definition, computed, target)?.sentence;
  if (unreadable !== undefined) return { formula, fields, problem: unreadable, refusal: unreadable };
  const problem = 'problem' in computed ? computed.problem : undefined;
  const isTyped = computed.values.every(({ kind }) => kind === 'value' || kind === 'blank');
  const isWhole = call.start === 1 && call.end === formula.length;
  const table = 'worked' in computed && !computed.worked.answer.single ? computed.worked.answer : undefined;
  const room = table && isWhole ? await roomSentence(target, table.cells, on.host) : undefined;
  return {
    formula,
    fields,
    call: view,
    ...(table && { table: table.cells.map((row, i) => row.map((cell, j) => cellAsShown(cell, unitAt(table, i, j)))) }),
    ...(problem && { problem: problem.sentence }),
    ...(problem?.code === '#VALUE!' && isTyped && { refusal: problem.sentence }),
    ...(room !== undefined && { room }),
  };
}

const blankSentence = (name: string, text: string, value: string): string =>
  value === ''
    ? `${text} is blank: ${name} is as if left out.`
    : `${text} is blank: ${name} takes the base case, ${value}.`;

/** What the gate says of one argument by itself; of one that is left out, the whole says it. */
function refused(name: string, parameter: Parameter, value: ArgumentValue): Problem | undefined {
  if (value.kind === 'unknown' || value.kind === 'blank') return undefined;
  const read = orProblem(() => parse(name, parameter, value.value));
  return read instanceof Problem ? read : undefined;
}

const circularOf = ({ parameters }: Definition, { values }: Computed, target: Place): Problem | undefined =>
  Object.keys(parameters)
    .map((name, i) => values[i] && circular(name, values[i], target))
    .find((problem) => problem !== undefined);

/** A formula cannot read the cell that it stands in. */
function circular(name: string, value: ArgumentValue, target: Place): Problem | undefined {
  if (value.kind !== 'cells' || !isWithin(target, value.place)) return undefined;
  const sentence = `${name} is ${value.place.address}, where the formula itself stands: expected other cells.`;
  return new Problem('#VALUE!', sentence, name);
}
