import type { Definition } from '../../catalogue/define';
import { excelNeeded } from '../excel-version';
import type { NativeFormula } from '../native-formula';
import { markup, NOTHING, type Content, type Markup } from './markup';

/** The formula for a colleague who has no add-in; it is copied as one line, so that it stays in one cell. */
export function nativeSection(definition: Definition, native: NativeFormula): Markup {
  const body =
    'none' in native
      ? markup`<p>There is none: ${native.none}.</p>`
      : markup`<p>The same calculation in Excel’s own functions${tabular(definition)}. ${needs(native.formula)}, and no add-in. <a href="TAAS_NATIVE.html">TAAS_NATIVE</a> writes it for other values, or with cell references in their place.</p>
<div class="copied"><pre id="native-formula"><code>${inPairs(native.formula)}</code></pre></div>${native.mayDiffer ? DIFFERENCE : NOTHING}`;
  return markup`<section aria-labelledby="native">
<h2 id="native">Without the add-in</h2>
${body}
</section>`;
}

/** `It needs Excel 2024 or later, or Microsoft 365, for HSTACK and VSTACK` */
function needs(formula: string): string {
  const { excel, because } = excelNeeded(formula);
  return because.length === 0 ? `It needs ${excel}` : `It needs ${excel}, for ${because.join(' and ')}`;
}

const DIFFERENCE = markup`
<p>Excel counts in doubles: what is nothing but rounding, such as 1 − 0.7 − 0.3, may divide or decide there, where the function knows that it is zero.</p>`;

const tabular = ({ result }: Definition): Content => (result.shape === 'table' ? ' (the numbers alone)' : NOTHING);

/** `=LET(` and each name with its expression, kept together where the line is long enough. */
function inPairs(formula: string): Markup {
  if (!formula.startsWith('=LET(')) return markup`${formula}`;
  const parts = commasOutside(formula.slice('=LET('.length, -1));
  const body = parts.pop()!;
  const pairs = parts.flatMap((name, i) => (i % 2 === 0 ? [`${name},${parts[i + 1]!},`] : []));
  return markup`${['=LET(', ...pairs, `${body})`].map((text) => markup`<span>${text}</span>`)}`;
}

/** Splits at the commas that stand in no bracket and in no text. */
function commasOutside(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '(' || letter === '{')) depth++;
    else if (!quoted && (letter === ')' || letter === '}')) depth--;
    if (letter === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
