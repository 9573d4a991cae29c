import type { Catalogue } from '../../catalogue/define';
import { chartSvgOf } from '../../charts/svg';
import type { Sheet } from '../../models/sheet';
import { entered, onSheet } from '../on-sheet';
import { answered } from './examples-section';
import { framed } from './frame';
import { markup, ready, type Content, type Markup } from './markup';

/** A page that leads through a task, and the functions whose pages lead to it. */
export interface Guide {
  readonly file: string;
  readonly title: string;
  readonly about: string;
  readonly functions: readonly string[];
  readonly body: (catalogue: Catalogue) => Content;
}

export const guidePage = ({ title, about, body }: Guide, catalogue: Catalogue): string =>
  framed({
    title: `${title} – TaaS for Excel`,
    description: about,
    path: markup`› <a href="index.html#guides">Guides</a>`,
    script: 'copy.js',
    body: markup`<h1>${title}</h1>
<p class="answers">${about}</p>
${body(catalogue)}`,
  });

export const guideList = (guides: readonly Guide[]): Markup =>
  markup`<ul class="guides">
${guides.map(({ file, title, about }) => markup`<li><a href="${file}">${title}</a> <span>${about}</span></li>\n`)}</ul>
`;

export const part = (id: string, title: string, ...contents: readonly Content[]): Markup =>
  markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${contents.map((content) => markup`${content}\n`)}</section>
`;

/** A formula to be copied. */
export const copied = (formula: string): Markup => markup`<div class="copied"><pre><code>${formula}</code></pre></div>`;

/** A formula and what it answers in a sheet. */
export const worked = (formula: string, sheet: Pick<Sheet, 'cells'>, caption: string, catalogue: Catalogue): Markup =>
  markup`<div class="example">
${copied(formula)}
${answered({ answer: onSheet(formula, sheet, catalogue) }, caption)}
</div>`;

export function pictured(formula: string, sheet: Pick<Sheet, 'cells'>, catalogue: Catalogue): Markup {
  const { definition, args } = entered(formula, sheet, catalogue);
  const svg = chartSvgOf(definition, args, catalogue);
  if (svg === undefined) throw new RangeError(`${definition.name} has no picture`);
  return markup`<figure class="picture">
${ready(svg)}
</figure>`;
}
