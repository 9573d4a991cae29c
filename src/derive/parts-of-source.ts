import { factOf } from '../book/facts';
import { seriesOf } from '../book/series';

/** `B15` of the articles, `AWS.REVENUE` or `AWS.REVENUE.1Q26` of the public series. */
const SOURCE = /\b([A-Z]\d{2}|[A-Z_]+\.[A-Z_]+(?:\.\dQ\d\d)?)\b/;

export interface PartOfSource {
  readonly part: string;
  /** of a source: what it is called in the data book, a fact by its id, a series by entity and metric */
  readonly key?: string;
}

/** A text, taken apart where it names a source. */
export const partsOfSource = (text: string): readonly PartOfSource[] =>
  text.split(SOURCE).map((part, i) => {
    const key = i % 2 === 1 ? keyOf(part) : undefined;
    return key === undefined ? { part } : { part, key };
  });

function keyOf(source: string): string | undefined {
  const [entity = '', metric] = source.split('.');
  if (metric === undefined) return factOf(source) && source;
  return seriesOf(entity, metric) && `${entity}.${metric}`;
}
