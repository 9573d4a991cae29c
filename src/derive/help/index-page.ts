import { quarters } from '../../book/case';
import type { Definition } from '../../catalogue/define';
import { byFamily, type FamilyOfFunctions } from '../families';
import { guideList } from './guide';
import { GUIDES } from './guides';
import { framed } from './frame';
import { markup, type Markup } from './markup';

/** All functions by family. The search is for pages that may run scripts; without one this is a plain list. */
export function indexPage(functions: readonly Definition[]): string {
  const families = byFamily(functions);
  return framed({
    title: 'Functions – TaaS for Excel',
    description: 'Every function of TaaS for Excel, by family, with its formula, examples and sources.',
    script: 'search.js',
    body: markup`<h1>Functions</h1>
<p class="answers">${functions.length} functions for the economics of tokens sold as a service. Type one in a cell: <code>=TAAS_MARGIN()</code> answers with the base case of ${quarters.now}, and every argument replaces a default. Where the defaults come from is in the <a href="data-book.html">data book</a>.</p>
<section aria-labelledby="guides">
<h2 id="guides">Guides</h2>
${guideList(GUIDES)}<p>Or start from one of the <a href="../models/index.html">ready models</a>, as a workbook to download, or read <a href="../story/index.html">why AWS’ margin rose while peers’ lagged</a>, the articles’ claims beside what these models say.</p>
</section>
<form role="search" id="search-form" hidden="hidden">
<label for="search">Search by name, or by what you want to know</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="margin, tokens, depreciation" />
<p id="found" class="quiet" role="status"></p>
</form>
<nav class="families" aria-label="Families">
<ul>
${families.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>\n`)}</ul>
</nav>
${families.map(familySection)}`,
  });
}

const familySection = ({ id, title, about, functions }: FamilyOfFunctions): Markup =>
  markup`<section class="family" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p class="quiet">${about}</p>
<ul class="functions">
${functions.map(
  (definition) =>
    markup`<li data-words="${wordsOf(definition, title)}"><a href="${definition.name}.html">${definition.name}</a> <span>${definition.answers}</span></li>\n`,
)}</ul>
</section>
`;

/** What a search looks through. */
const wordsOf = ({ name, answers, result, parameters }: Definition, family: string): string =>
  [
    name,
    name.replace(/_/g, ' '),
    answers,
    family,
    result.about,
    ...Object.entries(parameters).map(([parameter, { about }]) => `${parameter.replace(/_/g, ' ')} ${about}`),
  ]
    .join(' ')
    .toLowerCase();
