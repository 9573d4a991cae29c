import { unitOf, type Catalogue, type Definition } from '../catalogue/define';
import type { Pairs } from '../catalogue/inputs';
import { inWords, oneWay } from '../analysis/one-way';
import { subjectOf } from '../analysis/vary';
import { asked, plainOf, type Arguments } from './ask';
import type { TornadoBar, TornadoChart } from './chart';
import { figures, resultFigures, spokenPath } from './figures';

/** The picture of TAAS_TORNADO: what moves a function most. */
export function tornadoChart(tornado: Definition, args: Arguments, catalogue: Catalogue): TornadoChart {
  const plain = plainOf(asked(tornado, args)) as { function: string; inputs: Pairs; delta: number };
  const { delta } = plain;
  const subject = subjectOf(catalogue, plain.function, plain.inputs);
  const { name } = subject.definition;
  const unit = unitOf(subject.definition);
  const { result: base, swings, leftOut } = oneWay(subject, delta, catalogue);
  const bars = swings.filter(({ swing }) => swing > 0).map(({ path, unit, low, high }) => ({ path, unit, low, high }));
  const idle = swings.filter(({ swing }) => !(swing > 0)).map(({ path }) => path);
  const percent = figures('share', [delta])(delta);
  const left = leftOut.length === 0 ? '' : ` Not moved: ${inWords(leftOut)}.`;
  return {
    kind: 'tornado',
    title: `What moves ${name}`,
    terms: `Each input ${percent} lower and ${percent} higher than the base case, the others held.${left}`,
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
    const written = resultFigures(unit, [base, ...ends.map((end) => end.result)]);
    return `${spokenPath(path)}: ${ends.map((end) => `${written(end.result)} at ${input(end.input)}`).join(', ')}`;
  }
}
