import { tornadoOf, unmovedInWords, type Bar, type TornadoQuestion } from '../analysis/tornado';
import { unitOf, type Catalogue } from '../catalogue/define';
import type { TornadoChart } from './chart';
import { figures, resultFigures, spokenPath } from './figures';

/** The picture of TAAS_TORNADO: what moves a function most. */
export function tornadoChart(question: TornadoQuestion, catalogue: Catalogue): TornadoChart {
  const { delta } = question;
  const tornado = tornadoOf(question, catalogue);
  const { subject, base, unmoved } = tornado;
  const { name } = subject.definition;
  const unit = unitOf(subject.definition);
  const bars = tornado.bars.filter(({ swing }) => swing > 0);
  const percent = figures('share', [delta])(delta);
  const left = unmoved.length === 0 ? '' : ` Not moved: ${unmovedInWords(tornado)}.`;
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
    idle: tornado.bars.filter(({ swing }) => !(swing > 0)).map(({ path }) => path),
  };

  function sentence({ path, unit: inputUnit, low, high }: Bar): string {
    const ends = [low, high].filter((end) => end !== undefined);
    const input = figures(
      inputUnit,
      ends.map((end) => end.input),
    );
    const written = resultFigures(unit, [base, ...ends.map((end) => end.result)]);
    return `${spokenPath(path)}: ${ends.map((end) => `${written(end.result)} at ${input(end.input)}`).join(', ')}`;
  }
}
