import { partsOfSource } from '../parts-of-source';
import { markup, type Content, type Markup } from './markup';

/** A text whose sources lead to their place in the data book. */
export const sourced = (text: string): Markup =>
  markup`${partsOfSource(text).map(({ part, key }): Content =>
    key === undefined ? part : markup`<a href="data-book.html#${key}">${part}</a>`,
  )}`;
