import { factOf } from '../../book/facts';
import { seriesOf } from '../../book/series';
import { markup, type Content, type Markup } from './markup';

/** `B15` of the articles, `AWS.REVENUE` or `AWS.REVENUE.1Q26` of the public series. */
const SOURCE = /\b([A-Z]\d{2}|[A-Z_]+\.[A-Z_]+(?:\.\dQ\d\d)?)\b/;

/** A text whose sources lead to their place in the data book. */
export const sourced = (text: string): Markup =>
  markup`${text.split(SOURCE).map((part, i): Content => {
    const place = i % 2 === 1 ? placeOf(part) : undefined;
    return place === undefined ? part : markup`<a href="data-book.html#${place}">${part}</a>`;
  })}`;

function placeOf(source: string): string | undefined {
  const [entity = '', metric] = source.split('.');
  if (metric === undefined) return factOf(source) && source;
  return seriesOf(entity, metric) && `${entity}.${metric}`;
}
