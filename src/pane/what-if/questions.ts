import { DISTRIBUTIONS } from '../../analysis/distributions';
import { METHODS } from '../../analysis/walk';
import { base } from '../../book/case';
import { plainly } from '../../catalogue/assumption';
import { unitOf } from '../../catalogue/define';
import { parseReference } from '../../catalogue/reference';
import { UNITS } from '../../catalogue/units';
import type { Field, Filled } from './form';
import { aim, DELTA, likely, stepsAround, type Analysed } from './subject';
import { parseBox, parseBoxOrCells, parseList } from './parse';

/** One of the analyst's questions: its boxes, and the arguments of the function that answers it. */
export interface Question {
  readonly asks: string;
  readonly about: string;
  readonly function: string;
  readonly fields: (analysed: Analysed) => readonly Field[];
  readonly draws?: (analysed: Analysed) => Draws;
  /** of a question about cases: the boxes in which one of them is chosen, the first and the last to begin with */
  readonly cases?: readonly [from: string, to: string];
  /** what is varied by these arguments, which cannot be held at the same time */
  readonly varies: (args: Arguments) => readonly unknown[];
  /** where a box names cells, the reference to them */
  readonly args: (filled: Filled, draws: readonly Filled[]) => Arguments;
}

export type Arguments = Readonly<Record<string, unknown>>;

/** The uncertain inputs of a simulation, as many as one likes. */
export interface Draws {
  /** the inputs that it begins with */
  readonly start: readonly string[];
  /** which input, and how it is distributed */
  readonly choices: (path: string) => readonly [path: Field, distribution: Field];
  readonly values: (path: string, distribution: string) => readonly Field[];
  /** an input that is not used yet */
  readonly another: (used: readonly string[]) => string;
}

const field = (name: string, label: string, start: string | number, more: Partial<Field> = {}): Field => ({
  name,
  label,
  start: String(start),
  ...more,
});

const unless = (value: unknown, fallback: number): unknown => (value === fallback ? undefined : value);
const [TRIALS, SEED] = [base.trials, base.seed].map((each) => plainly(each) as number) as [number, number];

/** The box that names the cells of a spec. */
export const SPREADS = 'spec';

const pathsOf = ({ varied }: Analysed): string[] => varied.map(({ path }) => path);
const variedAt = ({ varied }: Analysed, path: string) => varied.find((each) => each.path === path)!;

export const QUESTIONS: readonly Question[] = [
  {
    asks: 'What moves it?',
    about: 'Each input down and up, one at a time.',
    function: 'TAAS_TORNADO',
    varies: () => [],
    fields: () => [field('delta', 'Moved by', `${DELTA * 100}%`, { unit: 'of its value' })],
    args: ({ delta = '' }) => ({ delta: unless(parseBoxOrCells(delta), DELTA) }),
  },
  {
    asks: 'What if both move?',
    about: 'Every combination of two inputs.',
    function: 'TAAS_GRID',
    varies: ({ param_x, param_y }) => [param_x, param_y],
    fields(analysed) {
      const steps = (path: string): string => stepsAround(variedAt(analysed, path)).join(', ');
      const axis = (label: string, param: string, values: string, start: string): Field[] => [
        field(param, label, start, {
          options: pathsOf(analysed),
          sets: (path) => ({ [values]: steps(path) }),
        }),
        field(values, 'Values', steps(start)),
      ];
      const [first, second = first] = pathsOf(analysed);
      return [
        ...axis('Along the top', 'param_x', 'values_x', second!),
        ...axis('Down the side', 'param_y', 'values_y', first!),
      ];
    },
    args: ({ param_x, values_x = '', param_y, values_y = '' }) => ({
      param_x,
      values_x: parseList(values_x),
      param_y,
      values_y: parseList(values_y),
      headers: true,
    }),
  },
  {
    asks: 'What must be true?',
    about: 'The value of one input that gives the result you want.',
    function: 'TAAS_SOLVE',
    varies: ({ param }) => [param],
    fields(analysed) {
      const { definition } = analysed.subject;
      const unit = unitOf(definition);
      const isPercentage = UNITS[unit].format.endsWith('%');
      const goal = aim(analysed);
      const target = isPercentage ? `${Number((goal * 100).toPrecision(12))}%` : goal;
      const options = pathsOf(analysed);
      return [
        field('target', `${definition.name} is to be`, target, { unit: isPercentage ? '' : UNITS[unit].words }),
        field('param', 'By changing', options[0]!, { options }),
        field('low', 'From', '', { placeholder: 'all it may be' }),
        field('high', 'To', '', { placeholder: 'all it may be' }),
      ];
    },
    args: ({ target = '', param, low = '', high = '' }) => ({
      target: parseBoxOrCells(target),
      param,
      low: parseBoxOrCells(low),
      high: parseBoxOrCells(high),
    }),
  },
  {
    asks: 'How likely?',
    about: 'Trials with uncertain inputs, drawn independently.',
    function: 'TAAS_SIMULATE',
    varies: ({ spec }) => (Array.isArray(spec) ? spec.map((row: unknown) => [row].flat()[0]) : []),
    fields: () => [
      field(SPREADS, 'Uncertain inputs in cells', '', { placeholder: 'F4:J6 instead of these' }),
      field('trials', 'Trials', TRIALS.toLocaleString('en-US'), { unit: 'up to 1,000,000', isCount: true }),
      field('seed', 'Seed', SEED, { isCount: true }),
    ],
    draws: (analysed) => ({
      start: analysed.varied
        .filter(({ base: x }) => x !== 0)
        .slice(0, 3)
        .map(({ path }) => path),
      choices: (path) => [
        field('path', 'Input', path, { options: pathsOf(analysed) }),
        field('distribution', 'Distribution', 'TRIANGULAR', { options: Object.keys(DISTRIBUTIONS) }),
      ],
      values(path, distribution) {
        const { takes, likely: start } = DISTRIBUTIONS[distribution]!;
        const input = variedAt(analysed, path);
        const values = start(input.base, ...likely(input));
        // The middle of the spread follows the cell that the input is read from.
        const cell = analysed.cells?.get(path);
        return takes.map((name, i) => field(name, name, values[i] === input.base && cell ? cell : values[i]!));
      },
      another: (used) => pathsOf(analysed).find((path) => !used.includes(path)) ?? pathsOf(analysed)[0]!,
    }),
    args: ({ [SPREADS]: cells = '', trials = '', seed = '' }, draws) => ({
      spec: parseBoxOrCells(cells) ?? (draws.length > 0 ? inColumns(draws.map(specOf)) : undefined),
      trials: unless(parseBoxOrCells(trials), TRIALS),
      seed: unless(parseBoxOrCells(seed), SEED),
    }),
  },
  {
    asks: 'Why did it move?',
    about: 'From one case of a block on the sheet to another, input by input.',
    function: 'TAAS_WALK',
    varies: () => [],
    fields: () => [
      field('cases', 'Block of cases', '', { placeholder: 'a range, its headings above' }),
      field('from', 'From', '', { placeholder: 'the first case' }),
      field('to', 'To', '', { placeholder: 'the last case' }),
      field('method', 'Shared', 'SHAPLEY', { options: Object.keys(METHODS) }),
    ],
    cases: ['from', 'to'],
    args: ({ cases = '', from = '', to = '', method }) => ({
      cases: parseReference(cases.trim()) ?? parseBox(cases),
      from: parseBox(from),
      to: parseBox(to),
      method: method === 'SHAPLEY' ? undefined : method,
    }),
  },
];

const specOf = ({ path, distribution = '', ...values }: Filled): unknown[] => [
  path,
  distribution,
  ...DISTRIBUTIONS[distribution]!.takes.map((name) => parseBoxOrCells(values[name] ?? '') ?? null),
];

/** Rows of one width. */
const inColumns = (rows: readonly unknown[][]): unknown[][] =>
  rows.map((row) => Object.assign(Array<unknown>(Math.max(...rows.map(({ length }) => length))).fill(null), row));
