/** The data book as it is listed: figures of the articles, public series, and the checks that hold them against the model. */
import { FACTS, SEEDS, type Fact } from '../../book/facts';
import { periodsOf, SERIES, type Series } from '../../book/series';
import { callByName } from '../../catalogue/call';
import type { Catalogue } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import { cellAsShown } from '../../derive/as-shown';
import { figureWords, inUnit } from '../../derive/fact-words';

export interface Entry {
  readonly key: string;
  /** `Bedrock: EBIT margin` */
  readonly title: string;
  readonly period: string;
  readonly figure: string;
  /** how far the words let it vary */
  readonly interval?: string;
  /** who says it */
  readonly kind: string;
  readonly quote?: string;
  readonly source: string;
  /** the formula that answers it */
  readonly formula: string;
  /** what it can be found by, in lower case */
  readonly words: string;
}

const ofFact = (fact: Fact): Entry => {
  const source = SEEDS[fact.seed]!;
  const title = `${fact.entity}: ${fact.metric}`;
  return {
    key: fact.id,
    title,
    period: fact.period,
    ...figureWords(fact),
    kind: fact.kind,
    quote: fact.quote,
    source,
    formula: `=TAAS_FACT("${fact.id}")`,
    words: [fact.id, fact.key, title, fact.period, fact.kind, fact.quote, source].join(' ').toLowerCase(),
  };
};

/** A series by its latest quarter. */
const ofSeries = (series: Series): Entry => {
  const periods = periodsOf(series);
  const key = `${series.entity}.${series.metric}`;
  const title = `${series.name}: ${series.about}`;
  return {
    key,
    title,
    period: `${periods[0]} to ${periods.at(-1)}`,
    figure: inUnit(series.values.at(-1)!, series),
    kind: series.standing,
    source: [series.ties ?? '', ...series.sources].join(' ').trim(),
    formula: `=TAAS_SERIES("${series.entity}","${series.metric}")`,
    words: [key, title, series.standing, ...periods, ...series.sources].join(' ').toLowerCase(),
  };
};

export const ENTRIES: readonly Entry[] = [...FACTS.map(ofFact), ...SERIES.map(ofSeries)];

/** Entries that have every word of the filter. */
export function entriesWith(filter: string): readonly Entry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const exact = ENTRIES.filter(({ key }) => key.toLowerCase() === filter.trim().toLowerCase());
  if (exact.length > 0) return exact;
  return ENTRIES.filter((entry) => words.every((word) => entry.words.includes(word)));
}

export interface CheckLine {
  readonly name: string;
  readonly verdict: string;
  readonly value: string;
  readonly quoted: string;
  readonly note: string;
}

/** The checks of the model against what is published; a Problem's sentence where there are none. */
export function checkLines(catalogue: Catalogue, basis: 'SEED' | 'REPORTED'): readonly CheckLine[] {
  const answer = callByName(catalogue.find('TAAS_CHECKS'), { basis, headers: false }, catalogue);
  const named = callByName(catalogue.find('TAAS_CHECKS'), { basis }, catalogue);
  if (answer instanceof Problem || named instanceof Problem) return [];
  return answer.cells.map((row, i) => {
    const [value, quoted] = [0, 1].map((j) => cellAsShown(row[j]!, answer.units?.[i]?.[j]));
    return {
      name: String(named.cells[i + 1]![0]),
      value: value!,
      quoted: quoted!,
      verdict: String(row[3]),
      note: String(row[6]),
    };
  });
}
