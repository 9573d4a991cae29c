import { effectIn, METHODS, walkOf, type WalkQuestion } from '../analysis/walk';
import { answerOf, unitAt, type Inputs } from '../catalogue/call';
import { unitOf, type Catalogue, type Cell, type Definition } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import type { Step, WaterfallChart } from './chart';
import { resultFigures, signed, spokenPath } from './figures';

/** The picture of TAAS_WALK: from the result of one case to that of another, input by input. */
export function walkChart(
  asked: WalkQuestion & { readonly unit: Parameters<typeof effectIn>[1] },
  catalogue: Catalogue,
): WaterfallChart {
  const { definition, names, results, drivers } = walkOf(asked, catalogue);
  const unit = unitOf(definition);
  const steps = drivers.map(({ name, from, to, effect }): Step => {
    const parameter = definition.parameters[name]!;
    const label = spokenPath(name);
    const change = effect.toNumber();
    if (!('unit' in parameter) || typeof from !== 'number' || typeof to !== 'number') return { label, change };
    return { label, change, input: { unit: parameter.unit, from, to } };
  });
  return waterfall(`${definition.name} from ${names[0]} to ${names[1]}`, {
    terms: `Effects of the inputs that differ: ${METHODS[asked.method]}.`,
    unit,
    axis: definition.name,
    effect: effectIn(unit, asked.unit),
    start: { label: names[0], result: results[0] },
    steps,
    end: { label: names[1], result: results[1] },
  });
}

/**
 * The picture of a table whose last line is the total of those above and, where there are several columns, whose last
 * column is that of the others.
 */
export function bridgeChart(
  definition: Definition,
  inputs: Inputs,
  changed: string,
  catalogue: Catalogue,
): WaterfallChart {
  const answer = answerOf(definition, { ...inputs, headers: true }, catalogue);
  const [[, ...headings] = [], ...lines] = answer.cells;
  const columns = headings.length > 1 ? headings.slice(0, -1) : headings;
  const total = lines.pop()!;
  const unit = unitAt(answer, lines.length + 1, headings.length)!;
  return waterfall(changed, {
    terms: termsOf(definition, inputs) ?? 'The effects add up to the change.',
    unit,
    axis: `change of ${changed}`,
    effect: { unit, ofOne: 1 },
    start: undefined,
    steps: lines.flatMap(([label, ...values]) =>
      columns.map((column, i): Step => {
        const step = columns.length === 1 ? String(label) : `${String(label)} ${String(column).toLowerCase()}`;
        return { label: step, change: amount(step, values[i]!) };
      }),
    ),
    end: { label: String(total[0]), result: amount('Total', total.at(-1)!) },
  });
}

/** Its method, in the words of its options. */
function termsOf({ parameters: { method } }: Definition, inputs: Inputs): string | undefined {
  if (!method || !('options' in method)) return undefined;
  const chosen = Object.entries(method.options).find(([option]) => option === inputs['method']);
  return chosen && `${method.about.replace(/\.$/, '')}: ${chosen[1]}.`;
}

function amount(label: string, cell: Cell): number {
  if (typeof cell === 'number') return cell;
  throw new Problem(
    '#N/A',
    `${label} is ${cell instanceof Problem ? cell.code : String(cell)}: there is nothing to draw.`,
  );
}

/** With its finding: how far it went, and which step brought most of that. */
function waterfall(what: string, chart: Omit<WaterfallChart, 'kind' | 'title' | 'says'>): WaterfallChart {
  const { effect, start, steps, end } = chart;
  const change = end.result - (start?.result ?? 0);
  const changes = [...steps.map((step) => step.change), change].map((x) => x * effect.ofOne);
  const written = signed(resultFigures(effect.unit, changes, 3));
  const write = (x: number): string => written(x * effect.ofOne);
  const most = steps.reduce((a, b) => (ahead(b.change) > ahead(a.change) ? b : a));
  const levels = [start, end].filter((level) => level !== undefined);
  const level = resultFigures(
    chart.unit,
    levels.map(({ result }) => result),
    3,
  );
  return {
    ...chart,
    kind: 'waterfall',
    title: `${capital(what)}: ${write(change)}, above all ${most.label} with ${write(most.change)}`,
    says: `${steps.map((step) => `${step.label} ${write(step.change)}`).join(', ')}; ${levels.map(({ label, result }) => `${label} ${level(result)}`).join(', ')}.`,
  };

  /** How far in the direction of the change; where nothing changed, how far at all. */
  function ahead(x: number): number {
    return change === 0 ? Math.abs(x) : x * Math.sign(change);
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
