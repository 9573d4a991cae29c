import { unitAt, type Answer } from '../../catalogue/call';
import type { Cell } from '../../catalogue/define';
import { cellAsShown } from '../as-shown';
import { markup, NOTHING, type Content, type Markup } from './markup';
import { sourced } from './sourced';

/** A table that is read row by row: on a narrow page each row becomes a card, its cells under their headings. */
export const readingTable = (
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly [Content, ...Content[]])[],
): Markup => markup`<table class="reading">
<caption class="unseen">${caption}</caption>
<thead><tr>${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...others]) =>
    markup`<tr><th scope="row">${first}</th>${others.map(
      (cell, i) => markup`<td data-heading="${headings[i + 1]!}">${cell}</td>`,
    )}</tr>\n`,
)}</tbody>
</table>`;

/** Longer answers are cut; the add-in spills all of it. */
const MOST_ROWS = 16;

/** A block of cells as it spills in the sheet. */
export function spilled(answer: Answer, caption: string): Markup {
  const headed = hasHeader(answer);
  const labelled = headed && answer.cells.slice(1).every((row) => typeof row[0] === 'string');
  const shown = answer.cells.slice(0, MOST_ROWS + (headed ? 1 : 0));
  const rows = shown.map((row, i) => {
    const cells = row.map((cell, j) => {
      const text = cellAsShown(cell, unitAt(answer, i, j));
      if (headed && i === 0) return text === '' ? markup`<td></td>` : markup`<th scope="col">${text}</th>`;
      if (labelled && j === 0 && text !== '') return markup`<th scope="row">${text}</th>`;
      return typeof cell === 'number' ? markup`<td class="number">${text}</td>` : markup`<td>${sourced(text)}</td>`;
    });
    return markup`<tr>${cells}</tr>\n`;
  });
  const more = answer.cells.length - shown.length;
  return markup`<div class="scrolls" role="region" aria-label="${caption}" tabindex="0">
<table class="spill">
<tbody>
${rows}</tbody>
</table>
</div>
${more > 0 ? markup`<p class="quiet">… and ${more} more ${more === 1 ? 'row' : 'rows'}.</p>` : NOTHING}`;
}

/** A first row of texts over rows with something else in them. */
function hasHeader({ cells, units }: Answer): boolean {
  const [first, ...others] = cells;
  if (!first || others.length === 0 || (units?.[0] ?? []).some((unit) => unit !== undefined)) return false;
  const isText = (cell: Cell): boolean => typeof cell === 'string';
  return first.every(isText) && others.some((row) => !row.every(isText));
}
