import type { Catalogue, Definition } from '../catalogue/define';
import type { Pairs } from '../catalogue/inputs';
import { Problem } from '../catalogue/problem';
import { snapped } from '../catalogue/read';
import { unitAt } from '../catalogue/call';
import { exactly, subjectOf, variedIn } from '../functions/analysis/vary';
import { asked, plainOf, withHeaders, type Arguments } from './ask';
import type { Moved, TornadoBar, TornadoChart } from './chart';
import { figures, resultFigures, spokenPath } from './figures';

/** The picture of TAAS_TORNADO: what moves a function most. */
export function tornadoChart(tornado: Definition, args: Arguments, catalogue: Catalogue): TornadoChart {
  const inputs = asked(tornado, args);
  const plain = plainOf(inputs) as { function: string; inputs: Pairs; delta: number };
  const answer = withHeaders(tornado, inputs, catalogue);
  const subject = subjectOf(catalogue, plain.function, plain.inputs);
  const base = exactly(subject.definition, subject.inputs, catalogue);
  if (base instanceof Problem) throw base;

  const { delta } = plain;
  const moved = answer.cells.slice(1).map(([name, low, high, swing]): TornadoBar & { swing: number } => {
    const varied = variedIn(subject, String(name), 'inputs');
    const end = (factor: number, result: unknown): Moved | undefined =>
      typeof result === 'number' ? { input: snapped(varied.base! * factor), result } : undefined;
    return {
      path: varied.path,
      unit: varied.unit,
      low: end(1 - delta, low),
      high: end(1 + delta, high),
      swing: swing as number,
    };
  });
  const bars = moved.filter(({ swing }) => swing > 0).map(({ path, unit, low, high }) => ({ path, unit, low, high }));
  const unit = unitAt(answer, 1, 1) ?? 'plain';
  const { name } = subject.definition;
  const idle = moved.filter(({ swing }) => !(swing > 0)).map(({ path }) => path);
  const percent = figures('share', [delta])(delta);
  return {
    kind: 'tornado',
    title: `What moves ${name}`,
    terms: `Each input ${percent} lower and ${percent} higher than the base case, the others held.`,
    says: bars.length === 0 ? `No input moves ${name}.` : `${bars.slice(0, 3).map(sentence).join('; ')}.`,
    unit,
    axis: name,
    base,
    delta,
    bars,
    idle,
  };

  function sentence({ path, unit: inputUnit, low, high }: TornadoBar): string {
    const ends = [low, high].filter((end) => end !== undefined);
    const input = figures(
      inputUnit,
      ends.map((end) => end.input),
    );
    const result = resultFigures(unit, [base as number, ...ends.map((end) => end.result)]);
    return `${spokenPath(path)}: ${ends.map((end) => `${result(end.result)} at ${input(end.input)}`).join(', ')}`;
  }
}
