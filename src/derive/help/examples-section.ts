import type { Definition } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import { cellAsShown, plainNumber } from '../as-shown';
import type { Worked } from '../worked';
import { markup, NOTHING, type Markup } from './markup';
import { breakable } from './parameters-section';
import { sourced } from './sourced';
import { spilled } from './table';
import { capital } from '../wording';

/** The examples of the catalogue, each with what it answers today. */
export const examplesSection = (definition: Definition, examples: readonly Worked[]): Markup =>
  markup`<section aria-labelledby="examples">
<h2 id="examples">Examples</h2>
${examples.map(
  (example, i) => markup`<div class="example">
<p class="typed"><code>${breakable(example.formula)}</code></p>
${answered(example, `Answer of example ${i + 1} of ${definition.name}`)}
<p>${sourced(capital(example.says))}.</p>
</div>
`,
)}</section>`;

export function answered({ answer }: Pick<Worked, 'answer'>, caption: string): Markup {
  if (answer instanceof Problem) {
    return markup`<p class="answer"><strong class="error">${answer.code}</strong> ${sourced(answer.sentence)}</p>`;
  }
  if (!answer.single) return spilled(answer, caption);
  const cell = answer.cells[0]![0]!;
  const unit = answer.units?.[0]?.[0];
  const shown = cellAsShown(cell, unit);
  const exact = typeof cell === 'number' ? plainNumber(cell) : shown;
  return markup`<p class="answer"><strong>${shown}</strong>${
    exact === shown ? NOTHING : markup` <span class="quiet">${exact}</span>`
  }</p>`;
}
