/** The page: why AWS' margin rose while peers' lagged, claim by claim, each number a formula that opens. */
import { factOf, SEEDS } from '../../book/facts';
import type { RowsChart } from '../../charts/chart';
import { svgText } from '../../charts/svg';
import type { Model } from '../../models/declaration';
import { MODELS } from '../../models';
import { BASE } from '../../models/base-sheet';
import { fileNames } from '../../models/file-names';
import { sheetName } from '../../models/layout';
import type { WorkbookFile } from '../../models/xlsx/workbook-file';
import { formatted } from '../as-shown';
import { framed } from '../help/frame';
import { markup, NOTHING, type Content, type Markup } from '../help/markup';
import { breakable } from '../help/parameters-section';
import { readingTable } from '../help/table';
import { failedChecks, type Shown as ShownCheck } from './checks';
import { CLAIMS } from './claims';
import { OPENING } from './claims/opening';
import { VERDICTS, type Claim, type Columns, type Verdict } from './claim';
import type { Figure } from './figure';
import { fileOf, inWorkbench, modelsIn } from './opens';
import { createRests, type Rests } from './rests-on';
import { TOLD, valuesOf, type Values } from './sheet';

/** Of a picture of few columns, in pixels: its letters stay legible where it shrinks to a telephone. */
const NARROW = 480;

const QUESTION = 'Why did AWS’ margin rise while peers’ lagged?';

/** The files of the story, by name; `book` holds the sheets of all models, their inputs, and the story's own. */
export function storyFiles(book: WorkbookFile): ReadonlyMap<string, string> {
  const values = valuesOf(book);
  const pictures = TOLD.flatMap((claim): [string, string][] =>
    typeof claim.picture === 'number'
      ? []
      : [[pictureFile(claim), svgText(columnsOf(claim, claim.picture, values), NARROW)]],
  );
  return new Map([['index.html', storyPage(values, createRests(book))], ...pictures]);
}

export const storyPage = (values: Values, restsOn: (formula: string) => Rests): string =>
  framed({
    title: `${QUESTION} – TaaS for Excel`,
    description: 'The articles’ claims about AWS’ margin beside what the numbers say, each number a formula to open.',
    path: markup`› The story`,
    help: '../help/',
    body: markup`<h1>${QUESTION}</h1>
<p class="answers">What the articles claim, and what the numbers say, claim by claim.</p>
${told(OPENING, values)}
<p class="quiet">Each number is a formula: follow it, and the workbench opens the model or the formula at its cell; below each claim the same numbers stand with their formulas and files. Verdicts and sentences are computed with them. What a figure rests on is said as strictly as its weakest input. This is not investment advice.</p>
${contents(values)}
${CLAIMS.map((claim) => section(claim, values, restsOn))}
${unreconciled()}`,
  });

/** The names and numbers of a claim's figures. */
const numbersOf = ({ id, figures }: Claim, values: Values): Record<string, number> =>
  Object.fromEntries(
    Object.keys(figures).map((name) => {
      const value = values.get(`${id}.${name}`)!;
      return [name, typeof value === 'number' ? value : Number.NaN];
    }),
  );

export const verdictOf = (claim: Claim, values: Values): Verdict => claim.verdict(numbersOf(claim, values));

const shownOf = (claim: Claim, values: Values): Record<string, Markup> =>
  Object.fromEntries(
    Object.entries(claim.figures).map(([name, figure]) => [name, opened(figure, values.get(`${claim.id}.${name}`)!)]),
  );

const asShown = ({ format, formula }: Figure, value: number | string): string => {
  if (typeof value === 'string') return value;
  const text = formatted(value, format!);
  if (text === undefined) throw new Error(`${format} is no format that the story can show: ${formula}`);
  return text.replace(/^-/, '−');
};

const opened = (figure: Figure, value: number | string): Markup =>
  markup`<a class="${typeof value === 'number' ? 'opens number' : 'opens'}" href="${inWorkbench(figure.formula)}" title="${figure.label}: ${figure.formula}"><data value="${String(value)}">${asShown(figure, value)}</data></a>`;

const told = (claim: Claim, values: Values): Content =>
  claim.says(shownOf(claim, values), numbersOf(claim, values)).map((each) => markup`<p>${each}</p>\n`);

const verdictMark = (verdict: Verdict): Markup => markup`<span class="verdict ${verdict}">${VERDICTS[verdict]}</span>`;

const contents = (values: Values): Markup => markup`<nav class="verdicts" aria-label="Claims and verdicts">
<ul>
${CLAIMS.map((claim) => markup`<li><a href="#${claim.id}">${claim.title}</a> ${verdictMark(verdictOf(claim, values))}</li>\n`)}<li><a href="#unreconciled">What cannot be reconciled</a></li>
</ul>
</nav>`;

function section(claim: Claim, values: Values, restsOn: (formula: string) => Rests): Markup {
  const shown = shownOf(claim, values);
  return markup`<section class="claim" aria-labelledby="${claim.id}">
<h2 id="${claim.id}">${claim.title} ${verdictMark(verdictOf(claim, values))}</h2>
<div class="claimed">
${claim.quotes.map(quotation)}</div>
${told(claim, values)}
<p class="working"><b>Working</b> ${claim.working(shown, numbersOf(claim, values))}</p>
<p class="working"><b>Whose</b> ${claim.standing}</p>
${picture(claim)}
<details>
<summary>The numbers of this claim, with their formulas</summary>
${readingTable(
  `Numbers of: ${claim.title}`,
  ['Number', 'Comes to', 'Formula', 'Rests on', 'File'],
  Object.entries(claim.figures).map(([name, figure]) => [
    figure.label,
    shown[name]!,
    markup`<code>${breakable(figure.formula, '!,(')}</code>`,
    resting(restsOn(figure.formula)),
    files(figure.formula, modelOf(claim)),
  ]),
)}
</details>
</section>
`;
}

function quotation(id: string): Markup {
  const { quote, seed, kind } = factOf(id)!;
  return markup`<p><q>${quote}</q> <span class="quiet">${SEEDS[seed]!.replace(/^Seed \d+: |, ".*/g, '')}; ${kind}; <a href="../help/data-book.html#${id}">${id}</a></span></p>\n`;
}

const STANDINGS = { fact: 'fact', estimate: 'estimate of others', assumption: 'assumption of ours' } as const;
const FEW = 3;

/** The weakest first: a number is no better than that. */
const resting = (rests: Rests): Content => {
  const lines = (['assumption', 'estimate', 'fact'] as const).filter((standing) => rests[standing].length > 0);
  if (lines.length === 0) return 'arithmetic alone';
  return lines.map((standing) => {
    const labels = rests[standing];
    return markup`<span class="rests"><span class="standing">${STANDINGS[standing]}</span> ${labels.slice(0, FEW).join('; ')}${labels.length > FEW ? '; and others' : ''}</span>`;
  });
};

/** Its inputs are in the file of every model. */
const files = (formula: string, model: Model): Content => {
  const models = formula.includes(`${BASE}!`) ? [model] : modelsIn(formula);
  if (models.length === 0) return 'none needed';
  return models.map(
    (model) => markup`<a href="${fileOf(model)}" download="${fileNames(model).live}">${model.key}</a> `,
  );
};

const modelOf = ({ model }: Claim): Model => MODELS.find(({ key }) => key === model)!;
const pictureFile = ({ id }: Claim): string => `${id}.svg`;

function picture(claim: Claim): Markup {
  const model = modelOf(claim);
  const named = typeof claim.picture === 'number' ? model.charts[claim.picture] : claim.picture;
  if (!named) throw new Error(`${claim.id} has no such picture of ${model.key}.`);
  const source =
    typeof claim.picture === 'number' ? `../models/${fileNames(model).pictures[claim.picture]!}` : pictureFile(claim);
  return markup`<figure class="picture"><img src="${source}" alt="${sheetName(model)}: ${typeof claim.picture === 'number' ? describe(model.charts[claim.picture]!) : named.title}" />
<figcaption>From <a href="../models/index.html#${model.key}">${sheetName(model)}</a>: <a href="${fileOf(model)}" download="${fileNames(model).live}">its file</a></figcaption></figure>`;
}

/** What a model's picture shows; what it finds is said beside it, by the numbers. */
const describe = (chart: Model['charts'][number]): string =>
  chart.kind === 'waterfall'
    ? `${chart.up}: ${chart.steps.map(({ label }) => label).join(', ')}`
    : `${chart.up} by ${chart.across}: ${chart.series.map(([, label]) => label).join(', ')}`;

function columnsOf(claim: Claim, { title, up, format, of }: Columns<string>, values: Values): RowsChart {
  return {
    kind: 'rows',
    form: 'columns',
    title,
    terms: '',
    says: `${title}: ${of.map(([name, label]) => `${label} ${asShown(claim.figures[name]!, values.get(`${claim.id}.${name}`)!)}`).join(', ')}.`,
    across: '',
    up,
    format,
    categories: of.map(([, label]) => label),
    series: [{ name: up, values: of.map(([name]) => values.get(`${claim.id}.${name}`) as number), colour: '#0b6e4f' }],
  };
}

const checked = ({ text, formula }: ShownCheck): Markup =>
  markup`<a class="opens" href="${inWorkbench(formula)}" title="${formula}"><data value="${text}">${text}</data></a>`;

/** What is published and cannot hold together, as the checks say and why. */
const unreconciled = (): Markup => markup`<section class="claim" aria-labelledby="unreconciled">
<h2 id="unreconciled">What cannot be reconciled</h2>
<p>Of the published figures that are held against the base case, these fail. A check that passes agrees with an independent figure; one that is set agrees because our inputs were chosen so, which is no evidence. All of them: <a class="opens" href="${inWorkbench('=TAAS_CHECKS()')}"><code>=TAAS_CHECKS()</code></a>.</p>
${readingTable(
  'Published figures that cannot be reconciled',
  ['Claim', 'Ours', 'Quoted', 'Why'],
  failedChecks().map(({ name, ours, quoted, note, basis }) => [
    markup`${checked(name)}${basis === 'REPORTED' ? ', as filed' : NOTHING}`,
    checked(ours),
    checked(quoted),
    checked(note),
  ]),
)}
<p class="quiet">The tiers, the fee, the split of costs, AI’s shares before 1Q26 and the margin of AI infrastructure are our choice inside public ranges: they were set so that the headlines agree at once, and other sets do too.</p>
</section>
`;
