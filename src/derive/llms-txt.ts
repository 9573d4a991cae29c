import { quarters } from '../book/case';
import { VERSION } from '../book/version';
import type { Catalogue, Definition } from '../catalogue/define';
import { inHelp, type Parameter } from '../catalogue/parameters';
import { exampleFormula, signature } from './example';
import { byFamily } from './families';
import { ERROR_IN_ARGUMENT, parameterWords, resultWords } from './wording';

/** What an assistant inside Excel should know before it writes a formula. */
export const llmsTxt = (catalogue: Catalogue): string => `# TaaS for Excel ${VERSION}

> An Excel add-in with ${catalogue.functions.length} worksheet functions for the economics of tokens sold as a service: a cloud that
> distributes a lab's tokens for an infrastructure fee and a revenue share, what its margin is and why it moves.

Call these functions instead of inventing formulas. Each is pure, computes in decimals, is tested against
published figures and explains itself. If no function answers a question, say so.

## How to call them

- Type the name in a cell: =TAAS_MARGIN(). There is no prefix and there are no other functions than those below.
- Arguments are positional. [brackets] mean optional: left out or blank, an argument takes its default from the base
  case of ${quarters.now}. Skip one with a comma: =TAAS_MARGIN(,0.8). Never fill in a default that you were not given.
- Money is $bn a quarter unless said. Costs are positive. Shares, rates and margins are fractions: 5% or 0.05, never 5.
- Lists are one row or column. Ranges and array constants both do.
- Options are texts in any case: "WHOLE". headers FALSE leaves only the numbers of a table; a ratio that
  has no meaning (a margin on no revenue) is "n/a" in its own cell.
- Errors teach. #VALUE!: an argument is wrong, the sentence names it. #N/A: the question has no answer, the sentence
  says why. #DIV/0!: a denominator is zero. ${ERROR_IN_ARGUMENT}
  Correct the cause; do not wrap it in IFERROR.
- Do not use Data Tables, Goal Seek or iteration on them; the analysis functions below do that work.
- Defaults are facts, estimates or assumptions of an analysis, not advice: TAAS_ASSUMPTIONS tells which and from where.
  A number from a public series is never a figure of the source articles: TAAS_FACT(key,"KIND") tells.
- TAAS_EXPLAIN shows the working of an answer, TAAS_NATIVE writes it as a formula that needs no add-in.

## Tables that go in

- tiers: two columns, the spend in $bn a quarter from which a rate holds, and the rate; the first row starts at 0, each
  row above the last: ${exampleWith(catalogue, 'tiers')}
- inputs: two columns, the name of a parameter and its value; a number of a list or of tiers by its place, as
  margins0[2] or tiers[2].rate: ${exampleWith(catalogue, 'inputs')}
- spec: ${aboutOf(catalogue, 'TAAS_SIMULATE', 'spec')}
  Cells that a row does not need stay empty: ${exampleWith(catalogue, 'spec')}

## Functions

The page of each is help/NAME.html, as [help/TAAS_MARGIN.html](help/TAAS_MARGIN.html).

${byFamily(catalogue.functions)
  .map(({ title, about, functions }) => `### ${title}\n${about}\n\n${functions.map(described).join('')}`)
  .join('\n')}
## More

- [catalogue.json](catalogue.json): every parameter with unit, range, default and source, examples with results, errors
  with their sentences, the working and the native formula; its form is [catalogue.schema.json](catalogue.schema.json)
- [help/index.html](help/index.html): the same for people
- [help/data-book.html](help/data-book.html): every figure behind the defaults, with its words and who says it
`;

const described = (definition: Definition): string =>
  `- ${signature(definition)} — ${definition.answers} Returns ${resultWords(definition)}.\n${Object.entries(
    definition.parameters,
  )
    .map(([name, parameter]) => `  - ${name}: ${takes(parameter)}\n`)
    .join('')}`;

const takes = (parameter: Parameter): string =>
  inHelp(parameter).brief?.(parameter) ?? parameterWords(parameter).unit.replace(/ \(.*\)$/, '');

const aboutOf = (catalogue: Catalogue, name: string, parameter: string): string =>
  catalogue.find(name).parameters[parameter]!.about;

/** The first example of the catalogue that gives a parameter of that kind and has an answer. */
function exampleWith({ functions }: Catalogue, name: string): string {
  const found = functions.flatMap((definition) =>
    definition.examples
      .filter(({ args, gives }) => name in args && !String(gives).startsWith('#'))
      .map((example) => exampleFormula(definition, example)),
  );
  return found[0]!;
}
