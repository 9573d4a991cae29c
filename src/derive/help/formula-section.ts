import { callByName, type Inputs } from '../../catalogue/call';
import type { Catalogue, Definition } from '../../catalogue/define';
import { Problem } from '../../catalogue/problem';
import { workingLines } from '../../catalogue/working';
import { plainNumber } from '../as-shown';
import { inputsAt, type Occasion } from '../worked';
import { formulasOf, mathMarkup, type CellNames, type Formula } from './mathematics';
import { markup, NOTHING, ready, type Markup } from './markup';
import { breakable } from './parameters-section';
import { readingTable } from './table';

/** The formula as a textbook prints it, then the same as steps with the values they have. */
export function formulaSection(definition: Definition, occasion: Occasion, catalogue: Catalogue): Markup {
  if (!definition.formula) {
    return markup`<section aria-labelledby="formula">
<h2 id="formula">Formula</h2>
<p>It has none of its own: ${definition.onlyValue ?? 'it calculates nothing'}.</p>
</section>`;
  }
  const inputs = inputsAt(definition, occasion);
  const formulas = formulasOf(definition, inputs, cellNames(definition, occasion, catalogue));
  const indexed = formulas.some(({ tex }) => /\\sum|_\{\d/.test(tex));
  return markup`<section aria-labelledby="formula">
<h2 id="formula">Formula</h2>
${mathematics(formulas, `Formula of ${definition.name}`)}
${indexed ? markup`<p class="quiet">Lists and tables have as many rows here as ${occasion.isBaseCase ? 'in the base case' : 'in the first example'}; with more rows there are more terms of the same form.</p>` : NOTHING}
${otherOptions(definition, occasion, formulas, catalogue)}
</section>
<section aria-labelledby="steps">
<h2 id="steps">Steps</h2>
<p>${occasion.isBaseCase ? 'With the values of the base case,' : 'With the values of'} <code>${breakable(occasion.formula)}</code>:</p>
${steps(definition, inputs)}
</section>`;
}

/** Lines first, then what each cell of a table is. */
function mathematics(formulas: readonly Formula[], name: string): Markup {
  const lines = formulas.filter(({ cell }) => cell === undefined);
  const cells = formulas.filter(({ cell }) => cell !== undefined);
  return markup`<div class="scrolls" role="region" aria-label="${name}" tabindex="0">
${lines.length === 0 ? NOTHING : markup`<ol class="mathematics">\n${lines.map(line)}</ol>`}
${cells.length === 0 ? NOTHING : markup`<p class="quiet">In the cells:</p>\n<ol class="mathematics">\n${cells.map(line)}</ol>`}
</div>`;
}

const line = ({ tex, cell, runs }: Formula): Markup =>
  markup`<li>${cell === undefined ? NOTHING : markup`<span class="cell">${cell}</span>`}${ready(mathMarkup(tex))}${
    runs ? markup`<span class="runs">k = ${runs[0]} … ${runs[1]}</span>` : NOTHING
  }</li>\n`;

/** What changes in the formula when another option is chosen. */
function otherOptions(
  definition: Definition,
  occasion: Occasion,
  usual: readonly Formula[],
  catalogue: Catalogue,
): Markup[] {
  const known = new Set(usual.map(({ tex }) => formOf(tex)));
  return Object.entries(definition.parameters).flatMap(([name, parameter]) => {
    if (!('options' in parameter)) return [];
    return Object.entries(parameter.options).flatMap(([option, means]): Markup[] => {
      if (option === occasion.args[name] || (option === parameter.default && occasion.args[name] === undefined))
        return [];
      const chosen = withOption(definition, occasion, name, option, catalogue);
      if (!chosen) return [];
      const names = cellNames(definition, chosen, catalogue);
      const others = formulasOf(definition, inputsAt(definition, chosen), names).filter(
        ({ tex }) => !known.has(formOf(tex)),
      );
      if (others.length === 0) return [];
      return [
        markup`<h3>With <code>${name}</code> ${option}: ${means}</h3>
${mathematics(others, `Formula with ${name} ${option}`)}
`,
      ];
    });
  });
}

/** A line without its numbers: a change of unit is no other formula. */
const formOf = (tex: string): string => tex.replace(/[\d{},.]+/g, ' ');

/** The usual arguments with that option; where it needs more than that, an example that has it. */
function withOption(
  definition: Definition,
  occasion: Occasion,
  name: string,
  option: string,
  catalogue: Catalogue,
): Occasion | undefined {
  const examples = definition.examples.map(({ args }) => args as Occasion['args']);
  const args = [{ ...occasion.args, [name]: option }, ...examples.filter((example) => example[name] === option)].find(
    (candidate) => !(callByName(definition, candidate, catalogue) instanceof Problem),
  );
  return args && { ...occasion, args };
}

/** The row labels and column headings of a table, as it answers. */
function cellNames(definition: Definition, { args }: Occasion, catalogue: Catalogue): CellNames {
  const answer = callByName(definition, args, catalogue);
  if (definition.result.shape !== 'table' || answer instanceof Problem) return { rows: [], columns: [] };
  const [header = [], ...rows] = answer.cells;
  return { rows: rows.map((row) => String(row[0])), columns: header.slice(1).map(String) };
}

const steps = (definition: Definition, inputs: Inputs): Markup =>
  readingTable(
    `Working of ${definition.name}`,
    ['Line', 'In words', 'As a worksheet formula', 'Value'],
    workingLines(definition, inputs).map(({ name, words, symbols, value }) => [
      markup`<code>${name}</code>`,
      words,
      markup`<code>${breakable(symbols)}</code>`,
      markup`<span class="number">${value === undefined ? '–' : plainNumber(value)}</span>`,
    ]),
  );
