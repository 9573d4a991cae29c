import { FACTS, KINDS, SEEDS, type Fact } from '../../book/facts';
import { periodsOf, SERIES, type Series } from '../../book/series';
import { STANDINGS } from '../../catalogue/assumption';
import { figureWords } from '../fact-words';
import { capital } from '../wording';
import { framed } from './frame';
import { markup, NOTHING, type Content, type Markup } from './markup';
import { breakable } from './parameters-section';
import { readingTable } from './table';

/** Every figure of the articles and every public series, each under an anchor of its own. */
export const dataBookPage = (): string =>
  framed({
    title: 'Data book – TaaS for Excel',
    description: 'Every figure that the base case rests on, with its words, its source and who says it.',
    path: markup`› Data book`,
    script: 'copy.js',
    body: markup`<h1>Data book</h1>
<p class="answers">${FACTS.length} figures of three articles with the words they stand in, and ${SERIES.length} public series. In a cell, <code>=TAAS_FACT("B15","QUOTE")</code> answers the same.</p>
<section aria-labelledby="who">
<h2 id="who">Who says it</h2>
<p>A figure of the articles is of one of these kinds; what follows the kind tells whether it is a bound:</p>
${legend(Object.entries(KINDS).map(([kind, { means }]) => [kind, means]))}
<p>A default of a function names who stands behind it:</p>
${legend(Object.entries(STANDINGS))}
</section>
${Object.keys(SEEDS).map(articleSection)}
<section aria-labelledby="series">
<h2 id="series">Public series</h2>
<p class="quiet">Background for cross-checks, by calendar quarter, in $bn: never a figure of the articles.</p>
${SERIES.map(seriesSection)}
</section>`,
  });

const legend = (lines: readonly (readonly [string, string])[]): Markup =>
  markup`<dl class="legend">
${lines.map(([term, means]) => markup`<div><dt><span class="standing">${term}</span></dt><dd>${capital(means)}.</dd></div>\n`)}</dl>`;

const articleSection = (seed: string): Markup =>
  markup`<section aria-labelledby="seed-${seed}">
<h2 id="seed-${seed}">${SEEDS[seed]!}</h2>
${readingTable(
  `Figures of seed ${seed}`,
  ['Fact', 'Figure', 'Period', 'Who says it', 'Quotation'],
  FACTS.filter((fact) => fact.seed === seed).map((fact) => [
    markup`<code id="${fact.id}">${fact.id}</code><span class="about">${fact.entity}: ${fact.metric}</span><span class="options"><code>${breakable(fact.key, '._')}</code></span>`,
    figure(fact),
    fact.period,
    fact.kind,
    markup`<q>${fact.quote}</q>`,
  ]),
)}
</section>
`;

/** The figure, and how far its words let it vary. */
function figure(fact: Fact): Content {
  if (typeof fact.value === 'string') return fact.value;
  const words = figureWords(fact);
  return markup`<strong>${words.figure}</strong>${words.interval === undefined ? NOTHING : markup`<span class="quiet">${words.interval}</span>`}`;
}

const seriesSection = (series: Series): Markup =>
  markup`<h3 id="${series.entity}.${series.metric}">${series.name}: ${series.about}</h3>
<p class="quiet"><code>${series.entity}.${series.metric}</code>, ${series.standing}${series.ties === undefined ? NOTHING : `; ${series.ties}`}</p>
<div class="scrolls" role="region" aria-label="${series.name}, ${series.about}" tabindex="0">
<table class="spill">
<tbody>
<tr>${periodsOf(series).map((period) => markup`<th scope="col">${period}</th>`)}</tr>
<tr>${series.values.map((value) => markup`<td class="number">${value}</td>`)}</tr>
</tbody>
</table>
</div>
<p class="quiet">${series.sources.map((source) => markup`<span class="source">${source}</span> `)}</p>
`;
