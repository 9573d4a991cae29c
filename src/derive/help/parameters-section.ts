import type { Definition } from '../../catalogue/define';
import { defaultOf, kindOf, type Parameter } from '../../catalogue/parameters';
import { withoutAssumption } from '../../catalogue/lift';
import { ruleSentence } from '../../catalogue/rules';
import { plainNumber } from '../as-shown';
import { signature, typed } from '../example';
import { capital, parameterWords, resultWords, type ParameterWords } from '../wording';
import { sourced } from './sourced';
import { markup, NOTHING, type Content, type Markup } from './markup';
import { readingTable } from './table';

/** How it is typed, what goes in and what comes out. */
export function syntaxSection(definition: Definition): Markup {
  const parameters = Object.entries(definition.parameters);
  const table = readingTable(
    `Parameters of ${definition.name}`,
    ['Parameter', 'Unit', 'Takes', 'Default', 'Source of the default'],
    parameters.map(([name, parameter]) => rowOf(name, parameter)),
  );
  const optional = parameters.some(([, parameter]) => !('required' in parameter));
  return markup`<section aria-labelledby="syntax">
<h2 id="syntax">Syntax</h2>
<p class="typed"><code>=${breakable(signature(definition))}</code></p>
${optional ? markup`<p class="quiet">Brackets mean optional: left out or blank, a parameter takes its default.</p>` : NOTHING}
${parameters.length === 0 ? markup`<p>It takes no arguments.</p>` : table}
${definition.rules.map((rule) => markup`<p>${capital(ruleSentence(rule))}</p>\n`)}<p>Returns ${resultWords(definition)}.</p>
</section>`;
}

function rowOf(name: string, parameter: Parameter): [Content, ...Content[]] {
  const words = parameterWords(parameter);
  const required = 'required' in parameter;
  return [
    markup`<code>${name}</code><span class="about">${sourced(parameter.about)}</span>${optionsOf(parameter)}`,
    words.unit,
    markup`${capital(words.accepts)}${plausible(words)}`,
    required ? markup`<strong>required</strong>` : defaultWords(parameter, words),
    sourceOf(words, required),
  ];
}

function defaultWords(parameter: Parameter, { default: text }: ParameterWords): Content {
  if (text === '') return 'none';
  if (!kindOf(parameter).print) return breakable(text, ';');
  const asTyped = breakable(typed(withoutAssumption(defaultOf(parameter))), ';');
  return markup`${text}<span class="quiet"><code>${asTyped}</code></span>`;
}

const optionsOf = (parameter: Parameter): Markup =>
  'options' in parameter
    ? markup`<span class="options">${Object.entries(parameter.options).map(
        ([option, means]) => markup`<span><code>${option}</code> ${means}</span>`,
      )}</span>`
    : NOTHING;

const plausible = ({ plausible: range }: ParameterWords): Markup =>
  range ? markup`<span class="quiet">plausible ${plainNumber(range[0])} to ${plainNumber(range[1])}</span>` : NOTHING;

function sourceOf({ standing, source, default: text }: ParameterWords, required: boolean): Content {
  if (standing) return markup`<span class="standing">${standing}</span> ${sourced(source)}`;
  return required || text === '' ? '–' : 'convention of this function';
}

/** May be broken after a comma, a semicolon or an opening bracket, or only after the marks given. */
export const breakable = (text: string, marks = ',;('): Markup =>
  markup`${text
    .split(new RegExp(`(?<=[${marks}])`))
    .flatMap((part, i): Content[] => (i === 0 ? [part] : [markup`<wbr />`, part]))}`;
