import { DISTRIBUTIONS } from '../../analysis/distributions';
import { METHODS } from '../../analysis/walk';
import { base } from '../../book/case';
import { plainly } from '../../catalogue/assumption';
import { unitOf } from '../../catalogue/define';
import { parseReference } from '../../catalogue/reference';
import { UNITS } from '../../catalogue/units';
import type { Field, Filled } from './form';
import { aim, DELTA, likely, stepsAround, type Analysed } from './subject';
import { parseBox, parseList } from './parse';

/** One of the analyst's questions: its boxes, and the arguments of the function that answers it. */
export interface Question {
  readonly asks: string;
  readonly about: string;
  readonly function: string;
  readonly fields: (analysed: Analysed) => readonly Field[];
  readonly draws?: (analysed: Analysed) => Draws;
  /** of a question about cells: the box that says which, and what a block there puts into the others */
  readonly block?: { readonly box: string; readonly sets: (cases: readonly string[]) => Filled };
  readonly args: (filled: Filled, draws: readonly Filled[]) => Readonly<Record<string, unknown>>;
}

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

const pathsOf = ({ varied }: Analysed): string[] => varied.map(({ path }) => path);
const variedAt = ({ varied }: Analysed, path: string) => varied.find((each) => each.path === path)!;

export const QUESTIONS: readonly Question[] = [
  {
    asks: 'What moves it?',
    about: 'Each input down and up, one at a time.',
    function: 'TAAS_TORNADO',
    fields: () => [field('delta', 'Moved by', `${DELTA * 100}%`, { unit: 'of its value' })],
    args: ({ delta = '' }) => ({ delta: unless(parseBox(delta), DELTA) }),
  },
  {
    asks: 'What if both move?',
    about: 'Every combination of two inputs.',
    function: 'TAAS_GRID',
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
      target: parseBox(target),
      param,
      low: parseBox(low),
      high: parseBox(high),
    }),
  },
  {
    asks: 'How likely?',
    about: 'Trials with uncertain inputs, drawn independently.',
    function: 'TAAS_SIMULATE',
    fields: () => [
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
        return takes.map((name, i) => field(name, name, values[i]!));
      },
      another: (used) => pathsOf(analysed).find((path) => !used.includes(path)) ?? pathsOf(analysed)[0]!,
    }),
    args: ({ trials = '', seed = '' }, draws) => ({
      spec: draws.length > 0 ? inColumns(draws.map(specOf)) : undefined,
      trials: unless(parseBox(trials), TRIALS),
      seed: unless(parseBox(seed), SEED),
    }),
  },
  {
    asks: 'Why did it move?',
    about: 'From one case of a block on the sheet to another, input by input.',
    function: 'TAAS_WALK',
    fields: () => [
      field('cases', 'Block of cases', '', { placeholder: 'a range, its headings above' }),
      field('from', 'From', ''),
      field('to', 'To', ''),
      field('method', 'Shared', 'SHAPLEY', { options: Object.keys(METHODS) }),
    ],
    block: { box: 'cases', sets: (cases) => ({ from: cases[0]!, to: cases.at(-1)! }) },
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
  ...DISTRIBUTIONS[distribution]!.takes.map((name) => parseBox(values[name] ?? '') ?? null),
];

/** Rows of one width. */
const inColumns = (rows: readonly unknown[][]): unknown[][] =>
  rows.map((row) => Object.assign(Array<unknown>(Math.max(...rows.map(({ length }) => length))).fill(null), row));
