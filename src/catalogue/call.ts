import { Decimal, Exact, exact } from '../formula/exact';
import type { Fault } from '../formula/fault';
import type { Maths, Num } from '../formula/num';
import { plainly } from './assumption';
import { onBasis } from './basis';
import { unknownParameter } from './catalogue';
import { unitOf, type Answered, type Block, type Catalogue, type Cell, type Definition, type Listing } from './define';
import { kindOf, type Parameter, parse } from './parameters';
import { isAssumption, bind, withoutAssumption } from './lift';
import { orProblem, Problem } from './problem';
import { shown, type Plain } from './read';
import { checkRules, type Varied } from './rules';
import { brief, spoken, type Unit } from './units';

/** A named line of the working, as computed. */
export interface Step {
  readonly name: string;
  readonly value: number;
}

/** What a function answered: one cell, or a block that spills. */
export interface Answer extends Block {
  readonly single: boolean;
}

/** Arguments as plain data, by parameter name. */
export type Inputs = Readonly<Record<string, Plain>>;

/**
 * The one gate. Every call, from a cell, the workbench, a test or the command line, comes through here.
 * @param args in the declared order; null, undefined and "" mean "the default"
 * @returns the answer, or the Problem that a cell shows as an error with its sentence. Never throws on bad input.
 */
export function call(definition: Definition, args: readonly unknown[], catalogue: Catalogue): Answer | Problem {
  return orProblem(() => answerOf(definition, inputsOf(definition, args), catalogue));
}

/** The same with arguments by name, as examples and tables of inputs have them. */
export function callByName(
  definition: Definition,
  args: Readonly<Record<string, unknown>>,
  catalogue: Catalogue,
): Answer | Problem {
  return orProblem(() => answerOf(definition, inputsOf(definition, inOrderOf(definition, args)), catalogue));
}

/** Arguments by name, put in the declared order; throws the Problem of a name that the function does not know. */
export const inOrderOf = (definition: Definition, args: Readonly<Record<string, unknown>>): unknown[] =>
  namedInOrder(definition, new Map(Object.entries(args)));

/** The same of a map, which is faster to write to. */
export function namedInOrder(definition: Definition, args: ReadonlyMap<string, unknown>): unknown[] {
  for (const name of args.keys())
    if (!Object.hasOwn(definition.parameters, name)) throw unknownParameter(definition, name);
  return Object.keys(definition.parameters).map((name) => args.get(name) ?? null);
}

/**
 * Reads every argument; throws the Problem of the first one that is wrong.
 * @param varied what an analysis varies: it may do so on the base case
 */
export function inputsOf(definition: Definition, args: readonly unknown[], varied: Varied = []): Inputs {
  const parameters = parametersOf(definition);
  if (args.length > parameters.length) {
    const extra = shown(args[parameters.length]);
    const takes = parameters.length === 1 ? '1 argument' : `${parameters.length} arguments`;
    throw new Problem('#VALUE!', `${definition.name} takes ${takes}; argument ${parameters.length + 1} is ${extra}.`);
  }
  const inputs: Record<string, Plain> = {};
  for (let i = 0; i < parameters.length; i++) {
    const [name, parameter] = parameters[i]!;
    inputs[name] = parse(name, parameter, args[i]);
  }
  if (definition.parameters['basis'])
    for (const each of parameters) inputs[each[0]] = onBasis(each, definition.parameters, inputs);
  if (definition.rules.length > 0) checkRules(definition, inputs, varied);
  return inputs;
}

const parameterLists = new WeakMap<Definition, (readonly [string, Parameter])[]>();

function parametersOf(definition: Definition): (readonly [string, Parameter])[] {
  let list = parameterLists.get(definition);
  if (!list) parameterLists.set(definition, (list = Object.entries(definition.parameters)));
  return list;
}

/** The *value* reading: decimals, rounded once, into the cell. */
export function answerOf(definition: Definition, inputs: Inputs, catalogue: Catalogue, maths = VALUE): Answer {
  const headers = inputs['headers'] !== false;
  if (definition.answer) return finished(definition.answer(plainOf(definition, inputs), catalogue), headers);
  const outcome = definition.formula!(decimals(definition, inputs), maths);
  const cell = (x: Num | number | string): Cell => rounded(definition, inputs, x);
  if (Array.isArray(outcome)) {
    const unit = definition.result.shape === 'list' ? definition.result.unit : 'plain';
    const cells = (outcome as readonly Num[]).map((x) => cell(x));
    return { single: false, cells: [cells], units: [cells.map(() => unit)] };
  }
  if ('rows' in outcome) {
    const body = applicable(outcome.rows.map((row) => row.values.map((x) => orNotAvailable(() => cell(x)))));
    const rows = outcome.rows.map((row, i) => ({ ...row, values: body[i]! }));
    return { single: false, ...laidOut({ ...outcome, rows }, headers) };
  }
  return { single: true, cells: [[cell(outcome as Num)]], units: [[unitOf(definition)]] };
}

const VALUE: Maths = exact();

/** An answer and, of the same run, the named lines that lead to it. */
export interface Worked {
  readonly answer: Answer;
  readonly working: readonly Step[];
}

export function workedAnswerOf(definition: Definition, inputs: Inputs, catalogue: Catalogue): Worked {
  const steps: Step[] = [];
  const answer = answerOf(definition, inputs, catalogue, recording(steps));
  return { answer, working: steps.filter(hasValue) };
}

/** Every named line of the *value* reading; one without a number that a cell can hold is NaN or infinite. */
export function stepsOf(definition: Definition, inputs: Inputs): Step[] {
  const steps: Step[] = [];
  definition.formula!(decimals(definition, inputs), recording(steps));
  return steps;
}

/** The named lines that have a value, whether or not they lead to an answer. */
export const workingOf = (definition: Definition, inputs: Inputs): Step[] =>
  stepsOf(definition, inputs).filter(hasValue);

const hasValue = ({ value }: Step): boolean => Number.isFinite(value);

const recording = (steps: Step[]): Maths =>
  exact((name, x) => steps.push({ name, value: x.fault ? NaN : x.value.toNumber() + 0 }));

const exactDefaults = new WeakMap<Parameter, { readonly plain: Plain; readonly value: unknown }>();

/** Inputs as decimals. Defaults are bound once and kept. */
function decimals(definition: Definition, inputs: Inputs): Record<string, unknown> {
  const x: Record<string, unknown> = {};
  for (const [name, parameter] of parametersOf(definition)) {
    const plain = inputs[name];
    if (isAssumption(plain)) {
      let bound = exactDefaults.get(parameter);
      if (bound?.plain !== plain)
        exactDefaults.set(parameter, (bound = { plain, value: bind(name, parameter, plain, decimal) }));
      x[name] = bound.value;
    } else x[name] = bind(name, parameter, plain, decimal);
  }
  return x;
}

const decimal = (path: string, value: number | Num): Num =>
  new Exact(typeof value === 'number' ? new Decimal(value) : (value as Exact).value, path);

/** What a look-up or an analysis is given: plain data throughout. */
export const plainOf = (definition: Definition, inputs: Inputs): Record<string, unknown> =>
  Object.fromEntries(parametersOf(definition).map(([name]) => [name, withoutAssumption(inputs[name])]));

function rounded(definition: Definition, inputs: Inputs, x: Num | number | string): Cell {
  if (typeof x === 'string') return x;
  if (typeof x !== 'number') {
    const { value, fault } = x as Exact;
    if (fault) throw new Problem(fault.code, sentenceOf(fault, definition, inputs));
    x = value.toNumber() + 0;
  }
  if (Number.isFinite(x)) return x;
  throw new Problem('#NUM!', `${definition.name} has no finite result for these inputs.`);
}

/** `TAAS_MARGIN: ebit_margin divides by net_revenue, which is 0.` */
function sentenceOf(fault: Fault, definition: Definition, inputs: Inputs): string {
  const filled = fault.sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = definition.parameters[name];
    const plain = withoutAssumption(inputs[name]);
    return typeof plain === 'number' && parameter && 'unit' in parameter ? spoken(plain, parameter.unit) : shown(plain);
  });
  return `${definition.name}: ${fault.line ? `${fault.line} ` : ''}${filled}.`;
}

/** A table as cells: with its labels and headings, or the values alone. */
function laidOut({ header, rows }: Listing, headers: boolean): Block {
  const cells = rows.map(({ values }) => values);
  const units = rows.map(({ unit, values }) => values.map((_, j) => (typeof unit === 'object' ? unit[j] : unit)));
  if (!headers) return { cells, units };
  return {
    cells: [header, ...rows.map(({ label, values }) => [label, ...values])],
    units: [header.map(() => undefined), ...units.map((row) => [undefined, ...row])],
  };
}

/** A cell without an answer is kept for the moment; any other Problem is the table's. */
function orNotAvailable(cell: () => Cell): Cell {
  try {
    return cell();
  } catch (problem) {
    if (problem instanceof Problem && (problem.code === '#N/A' || problem.code === '#DIV/0!')) return problem;
    throw problem;
  }
}

/** A number that has no meaning in its place (a margin on no revenue) is "n/a", which leaves SUM alone; a table of nothing else is an error. */
function applicable(body: readonly (readonly Cell[])[]): Cell[][] {
  const cells = body.flat();
  const first = cells[0];
  if (first instanceof Problem && cells.every((cell) => cell instanceof Problem)) throw first;
  return body.map((row) => row.map((cell) => (cell instanceof Problem ? 'n/a' : cell)));
}

function finished(answered: Answered, headers: boolean): Answer {
  if (answered instanceof Problem) throw answered;
  if (typeof answered !== 'object') return { single: true, cells: [[answered]] };
  const block = 'rows' in answered ? laidOut(answered, headers) : answered;
  return { ...block, single: block.cells.length === 1 && block.cells[0]!.length === 1 };
}

/** The value of a formula of one number; throws the Problem when it has none. */
export const numberOf = (definition: Definition, inputs: Inputs): number =>
  rounded(definition, inputs, definition.formula!(decimals(definition, inputs), VALUE) as Num) as number;

/** The unit of an answer's cell. */
export const unitAt = (answer: Block, row: number, column: number): Unit | undefined => answer.units?.[row]?.[column];

/** A default as people read it: a number, an option, the numbers of a list, or a tier table in words. */
export function defaultText(parameter: Parameter): string {
  if (!('default' in parameter) || parameter.default === undefined) return '';
  if (!isAssumption(parameter.default)) return String(parameter.default).toUpperCase();
  const plain = plainly(parameter.default);
  const words = kindOf(parameter).print?.(plain);
  if (words !== undefined) return words;
  if (typeof plain === 'number') return brief(plain);
  return `{${plain.map((row) => (typeof row === 'number' ? [row] : row).map(brief).join(',')).join(';')}}`;
}
