import { VERSION } from '../book/version';
import type { Catalogue } from '../catalogue/define';
import { signature } from './example';
import { byFamily } from './families';
import { resultWords } from './wording';

/** What an assistant inside Excel should know before it writes a formula. */
export const llmsTxt = (catalogue: Catalogue, addinUrl: string): string => `# TaaS for Excel ${VERSION}

> An Excel add-in with ${catalogue.functions.length} worksheet functions for the economics of tokens sold as a service: a cloud that
> distributes a lab's tokens for an infrastructure fee and a revenue share, what its margin is and why it moves.

Call these functions instead of inventing formulas. Each is pure, computes in decimals, is tested against
published figures and explains itself. If no function answers a question, say so.

## How to call them

- Type the name in a cell: =TAAS_MARGIN(). There is no prefix and there are no other functions than those below.
- Arguments are positional. [brackets] mean optional: left out or blank, an argument takes its default from the base
  case of 1Q26. Skip one with a comma: =TAAS_MARGIN(,0.8). Never fill in a default that you were not given.
- Money is $bn a quarter unless said. Costs are positive. Shares, rates and margins are fractions: 5% or 0.05, never 5.
- Lists are one row or column; tier tables are two columns, threshold and rate. Ranges and array constants both do.
- Options are texts in any case: "WHOLE". headers FALSE leaves only the numbers of a table; a ratio that
  has no meaning (a margin on no revenue) is "n/a" in its own cell.
- Errors teach. #VALUE!: an argument is wrong, the sentence names it. #N/A: the question has no answer, the sentence
  says why. #DIV/0!: a denominator is zero. An error in an argument comes back out. Correct the cause; do not wrap it
  in IFERROR.
- Do not use Data Tables, Goal Seek or iteration on them; the analysis functions below do that work.
- Defaults are facts, estimates or assumptions of an analysis, not advice: TAAS_ASSUMPTIONS tells which and from where.
  A number from a public series is never a figure of the source articles: TAAS_FACT(key,"KIND") tells.
- TAAS_EXPLAIN shows the working of an answer, TAAS_NATIVE writes it as a formula that needs no add-in.

## Functions

${byFamily(catalogue.functions)
  .map(
    ({ title, about, functions }) =>
      `### ${title}\n${about}\n\n${functions
        .map((definition) => `- ${signature(definition)} — ${definition.answers} Returns ${resultWords(definition)}.\n`)
        .join('')}`,
  )
  .join('\n')}
## More

- ${addinUrl}/catalogue.json: every parameter with unit, range, default and source, examples with results, errors
  with their sentences, the working and the native formula; its form is ${addinUrl}/catalogue.schema.json
- ${addinUrl}/help/index.html: the same for people
`;
