import type { ModelEntry } from '../../models/gallery';
import { framed } from './frame';
import { markup, NOTHING, type Markup } from './markup';

/** The ready models with their files, which lie beside the page. */
export const modelsPage = (entries: readonly ModelEntry[]): string =>
  framed({
    title: 'Ready models – TaaS for Excel',
    description: 'Models to start from: each answers a question, with the add-in and without it.',
    path: markup`› Ready models`,
    help: '../help/',
    body: markup`<h1>Ready models</h1>
<p class="answers">Each answers one question and stands on a sheet of inputs with a column a quarter: change what is blue, or type a new quarter into the next free column, and everything follows.</p>
<p>The <strong>live</strong> file needs the add-in: its formulas are functions of TaaS for Excel, and until the add-in is there its cells show what they came to last. The <strong>native</strong> file needs no add-in: each of those formulas is written out in Excel’s own functions, for Excel 2021 or later, or Microsoft 365 (because of LET), and goes on working in Data Tables and Goal Seek.</p>
<p>What they say together of the question they come from: <a href="../story/index.html">why AWS’ margin rose while peers’ lagged</a>, claim by claim.</p>
${entries.map(modelSection)}`,
  });

const modelSection = ({
  key,
  name,
  question,
  about,
  live,
  native,
  pictures,
  asValues,
  because,
}: ModelEntry): Markup => {
  const [picture] = pictures;
  return markup`<section class="model" aria-labelledby="${key}">
<h2 id="${key}">${key} ${name}</h2>
<p class="answers">${question}</p>
<p class="quiet">${about}</p>
${picture === undefined ? NOTHING : markup`<figure class="picture"><img src="${picture}" alt="A picture of ${name}" loading="lazy" /></figure>\n`}<ul class="files">
<li><a href="${live}" download="${live}">${live}</a> <span>needs the add-in</span></li>
<li><a href="${native}" download="${native}">${native}</a> <span>${nativeNeeds(asValues, because)}</span></li>
</ul>
</section>
`;
};

function nativeNeeds(asValues: number, because: readonly string[]): string {
  const needs = 'needs Excel 2021 or later, or Microsoft 365, and no add-in';
  if (asValues === 0) return `${needs}; every formula is live`;
  const those = asValues === 1 ? 'One formula is a value there' : `${asValues} formulas are values there`;
  return `${needs}. ${those}, with a note: ${because.join(' ')}`;
}
