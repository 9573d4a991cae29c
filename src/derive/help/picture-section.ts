import type { Catalogue, Definition } from '../../catalogue/define';
import { chartSvgOf } from '../../charts/svg';
import type { Occasion } from '../worked';
import { markup, NOTHING, ready, type Markup } from './markup';
import { breakable } from './parameters-section';

/** The picture of an answer, at the defaults or the first example. */
export function pictureSection(definition: Definition, { args, formula }: Occasion, catalogue: Catalogue): Markup {
  const svg = chartSvgOf(definition, args, catalogue);
  if (svg === undefined) return NOTHING;
  return markup`<section aria-labelledby="picture">
<h2 id="picture">As a picture</h2>
<figure class="picture">
${ready(svg)}
<figcaption>The picture of <code>${breakable(formula)}</code></figcaption>
</figure>
</section>`;
}
