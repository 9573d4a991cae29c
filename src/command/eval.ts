import { answerOf } from '../catalogue/call';
import type { Catalogue } from '../catalogue/define';
import { inputsWith } from '../catalogue/inputs';
import { spilled } from '../catalogue/spill';
import { functionNamed, named } from '../catalogue/subject';
import { Misuse } from './problem';
import { printJson, printAnswer } from './print';
import { parseWords } from './subject';

/** `taas eval "TAAS_MARGIN(1,,,,0.6)"`, `taas eval TAAS_MARGIN token_spend=1 infra_cogs=0.6`, or some of each. */
export function evaluate(words: readonly string[], json: boolean, catalogue: Catalogue): string {
  if (words.length === 0) throw new Misuse('eval needs a formula: taas eval "TAAS_MARGIN(1)".');
  const { text, pairs } = parseWords(words);
  const found = named(catalogue, text, { argument: 'formula' }, true);
  const { definition, given } = found;
  const names = Object.keys(given);
  const answer = spilled(
    definition,
    [...names, ...pairs.map(([name]) => name)],
    [...Object.values(given), ...pairs.map(([, value]) => value)],
    (values) => {
      const replaced = pairs.map(([path, , place], i) => [path, values[names.length + i], place] as const);
      const args = Object.fromEntries(names.map((name, i) => [name, values[i]]));
      const inputs = inputsWith(definition, replaced, args);
      return answerOf(functionNamed(found, inputs), inputs, catalogue);
    },
  );
  return json ? printJson(answer) : printAnswer(answer);
}
