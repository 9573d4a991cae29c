import type { Catalogue, Definition } from '../../catalogue/define';
import { FAMILIES } from '../families';
import { nativeFormula } from '../native-formula';
import { refusalsOf } from '../refusals';
import { occasionOf, workedExamples } from '../worked';
import { errorsSection } from './errors-section';
import { examplesSection } from './examples-section';
import { formulaSection } from './formula-section';
import { guideList } from './guide';
import { GUIDES } from './guides';
import { framed } from './frame';
import { markup, NOTHING, type Markup } from './markup';
import { nativeSection } from './native-section';
import { syntaxSection } from './parameters-section';
import { pictureSection } from './picture-section';

/** The page of one function: all that the catalogue knows of it. */
export function functionPage(definition: Definition, catalogue: Catalogue): string {
  const occasion = occasionOf(definition, catalogue);
  const family = FAMILIES[definition.family];
  return framed({
    title: `${definition.name} – TaaS for Excel`,
    description: definition.answers,
    path: markup`› <a href="index.html#${definition.family}">${family.title}</a>`,
    script: 'copy.js',
    body: markup`<h1>${definition.name}</h1>
<p class="answers">${definition.answers}</p>
${syntaxSection(definition)}
${examplesSection(definition, workedExamples(definition, catalogue))}
${pictureSection(definition, occasion, catalogue)}
${formulaSection(definition, occasion, catalogue)}
${nativeSection(definition, nativeFormula(definition, occasion))}
${errorsSection(definition, refusalsOf(definition, catalogue))}
${relatedSection(definition, catalogue)}${guidesSection(definition)}`,
  });
}

function guidesSection({ name }: Definition): Markup {
  const guides = GUIDES.filter(({ functions }) => functions.includes(name));
  if (guides.length === 0) return NOTHING;
  return markup`
<section aria-labelledby="guides">
<h2 id="guides">Guides</h2>
${guideList(guides)}</section>`;
}

function relatedSection({ related }: Definition, catalogue: Catalogue): Markup {
  const others = catalogue.functions.filter(({ name }) => related.includes(name));
  if (others.length === 0) return NOTHING;
  return markup`<section aria-labelledby="related">
<h2 id="related">Related</h2>
<ul class="functions">
${others.map(({ name, answers }) => markup`<li><a href="${name}.html">${name}</a> <span>${answers}</span></li>\n`)}</ul>
</section>`;
}
