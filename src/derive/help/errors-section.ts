import type { Definition } from '../../catalogue/define';
import type { Refusal } from '../refusals';
import { ERROR_IN_ARGUMENT } from '../wording';
import { markup, type Markup } from './markup';
import { breakable } from './parameters-section';
import { sourced } from './sourced';
import { readingTable } from './table';

/** What each code means, in the words of this add-in. */
const CODES: Readonly<Record<string, string>> = {
  '#VALUE!': 'an argument is wrong',
  '#N/A': 'the question has no answer',
  '#DIV/0!': 'a denominator is zero',
  '#NUM!': 'the result is too large to be a number',
};

/** What it says to typical mistakes. */
export function errorsSection(definition: Definition, refusals: readonly Refusal[]): Markup {
  const codes = Object.entries(CODES).filter(([code]) => refusals.some((refusal) => refusal.code === code));
  const gives = codes.map(([code, means], i) => [
    i === 0 ? '' : i === codes.length - 1 ? ' and ' : ', ',
    markup`<strong class="error">${code}</strong> where ${means}`,
  ]);
  return markup`<section aria-labelledby="errors">
<h2 id="errors">Errors</h2>
${
  refusals.length === 0
    ? markup`<p>It has no arguments that could be wrong.</p>`
    : markup`<p>It answers ${gives}; the sentence says which, and the pane repeats it under “Why?”.</p>
${readingTable(
  `Errors of ${definition.name}`,
  ['Typed', 'Answer', 'Sentence'],
  refusals.map(({ formula, code, sentence }) => [
    markup`<span><code>${breakable(formula)}</code></span>`,
    markup`<strong class="error">${code}</strong>`,
    sourced(sentence),
  ]),
)}
<p class="quiet">${ERROR_IN_ARGUMENT}</p>`
}
</section>`;
}
