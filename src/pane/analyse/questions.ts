import { base } from '../../book/assumptions';
import { plainly } from '../../catalogue/assumption';
import { UNITS } from '../../catalogue/units';
import { DISTRIBUTIONS } from '../../functions/analysis/distributions';
import { button, element } from '../element';
import { STARTS } from './distributions';
import { box, choice, labelled } from './fields';
import { aim, stepsAround, type Analysed, type Knob } from './subject';
import { typed, typedList } from './typed';

/** A question filled in: the boxes, and the arguments they stand for when Run is pressed. */
export interface Form {
  readonly body: HTMLElement;
  args(): Readonly<Record<string, unknown>>;
}

/** One of the analyst's four questions, and the function that answers it. */
export interface QuestionKind {
  readonly asks: string;
  readonly about: string;
  readonly function: string;
  form(subject: Analysed): Form;
}

const unless = (value: unknown, fallback: number): unknown => (value === fallback ? undefined : value);
const [DELTA, TRIALS, SEED] = [base.delta, base.trials, base.seed].map((each) => plainly(each) as number) as [
  number,
  number,
  number,
];

export const QUESTIONS: readonly QuestionKind[] = [
  {
    asks: 'What moves it?',
    about: 'Each input down and up, one at a time.',
    function: 'TAAS_TORNADO',
    form() {
      const delta = box(`${DELTA * 100}%`);
      return {
        body: element('div', { class: 'boxes' }, labelled('Moved by', delta, 'of its value')),
        args: () => ({ delta: unless(typed(delta.value), DELTA) }),
      };
    },
  },
  {
    asks: 'What if both move?',
    about: 'Every combination of two inputs.',
    function: 'TAAS_GRID',
    form({ knobs }) {
      const axis = (name: string, at: number) => {
        const values = box(stepsAround(knobs[at]!).join(', '));
        const path = pathChoice(knobs, knobs[at]!, (knob) => (values.value = stepsAround(knob).join(', ')));
        return { path, values, nodes: [labelled(name, path), labelled('Values', values)] };
      };
      const across = axis('Along the top', Math.min(1, knobs.length - 1));
      const down = axis('Down the side', 0);
      return {
        body: element('div', { class: 'boxes' }, ...across.nodes, ...down.nodes),
        args: () => ({
          param_x: across.path.value,
          values_x: typedList(across.values.value),
          param_y: down.path.value,
          values_y: typedList(down.values.value),
          headers: true,
        }),
      };
    },
  },
  {
    asks: 'What must be true?',
    about: 'The value of one input that gives the result you want.',
    function: 'TAAS_SOLVE',
    form(subject) {
      const { knobs, unit, definition } = subject;
      const isPercentage = UNITS[unit].format.endsWith('%');
      const goal = aim(subject);
      const target = box(isPercentage ? `${Number((goal * 100).toPrecision(12))}%` : goal);
      const path = pathChoice(knobs, knobs[0]!);
      const [low, high] = [box('', { placeholder: 'all it may be' }), box('', { placeholder: 'all it may be' })];
      return {
        body: element(
          'div',
          { class: 'boxes' },
          labelled(`${definition.name} is to be`, target, isPercentage ? '' : UNITS[unit].words),
          labelled('By changing', path),
          labelled('From', low),
          labelled('To', high),
        ),
        args: () => ({
          target: typed(target.value),
          param: path.value,
          low: typed(low.value),
          high: typed(high.value),
        }),
      };
    },
  },
  {
    asks: 'How likely?',
    about: 'Trials with uncertain inputs, drawn independently.',
    function: 'TAAS_SIMULATE',
    form({ knobs }) {
      const rows = element('div', { class: 'draws' });
      const specs = new Map<HTMLElement, () => unknown[]>();
      const add = (knob: Knob): void => {
        const row = drawRow(knobs, knob, () => {
          specs.delete(row.body);
          row.body.remove();
        });
        specs.set(row.body, row.spec);
        rows.append(row.body);
      };
      knobs
        .filter(({ base }) => base !== 0)
        .slice(0, 3)
        .forEach(add);
      const unused = (): Knob => {
        const used = [...specs.values()].map((spec) => spec()[0]);
        return knobs.find(({ path }) => !used.includes(path)) ?? knobs[0]!;
      };
      const trials = box(TRIALS.toLocaleString('en-US'), { inputmode: 'numeric' });
      const seed = box(SEED, { inputmode: 'numeric' });
      return {
        body: element(
          'div',
          {},
          rows,
          button('Add an input', { class: 'quiet' }, () => add(unused())),
          element('div', { class: 'boxes' }, labelled('Trials', trials, 'up to 1,000,000'), labelled('Seed', seed)),
        ),
        args: () => ({
          spec: specs.size > 0 ? inColumns([...specs.values()].map((spec) => spec())) : undefined,
          trials: unless(typed(trials.value), TRIALS),
          seed: unless(typed(seed.value), SEED),
        }),
      };
    },
  },
];

function pathChoice(knobs: readonly Knob[], chosen: Knob, changed?: (knob: Knob) => void): HTMLSelectElement {
  const select = choice(
    knobs.map(({ path }) => path),
    chosen.path,
  );
  select.addEventListener('change', () => changed?.(knobs.find(({ path }) => path === select.value)!));
  return select;
}

/** Rows of one width. */
const inColumns = (rows: readonly unknown[][]): unknown[][] =>
  rows.map((row) => Object.assign(Array<unknown>(Math.max(...rows.map(({ length }) => length))).fill(null), row));

/** One uncertain input: which, how it is distributed, and the values of that. */
function drawRow(
  knobs: readonly Knob[],
  knob: Knob,
  remove: () => void,
): { readonly body: HTMLElement; readonly spec: () => unknown[] } {
  const values = element('div', { class: 'values' });
  const distribution = choice(Object.keys(STARTS), 'TRIANGULAR', { 'aria-label': 'Distribution' });
  const path = pathChoice(knobs, knob, showValues);
  path.setAttribute('aria-label', 'Input');
  function showValues(): void {
    const { takes } = DISTRIBUTIONS[distribution.value]!;
    const starts = STARTS[distribution.value]!(knobs.find((each) => each.path === path.value)!);
    values.replaceChildren(...takes.map((name, i) => labelled(name, box(starts[i]!))));
  }
  distribution.addEventListener('change', showValues);
  showValues();
  const head = element(
    'div',
    { class: 'draw-head' },
    path,
    distribution,
    button(
      '×',
      { class: 'quiet', 'aria-label': `Leave ${knob.path} certain`, title: 'Leave this input certain' },
      remove,
    ),
  );
  return {
    body: element('div', { class: 'draw', role: 'group', 'aria-label': 'Uncertain input' }, head, values),
    spec: () => [
      path.value,
      distribution.value,
      ...[...values.querySelectorAll('input')].map(({ value }) => typed(value) ?? null),
    ],
  };
}
