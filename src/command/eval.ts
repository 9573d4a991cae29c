import { answerOf, call, type Answer } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { Misuse } from './problem';
import { answerJson, answerText } from './shown';
import { inputsTyped, pairsOf } from './subject';
import { isCall, readFormula, type FormulaCall, type Typed } from './typed';

/** `taas eval "TAAS_MARGIN(1,,,,0.6)"` or `taas eval TAAS_MARGIN token_spend=1 infra_cogs=0.6`. */
export function evaluate(words: readonly string[], json: boolean, catalogue: Catalogue): string {
  if (words.length === 0) throw new Misuse('eval needs a formula: taas eval "TAAS_MARGIN(1)".');
  const answer = answered(words, catalogue);
  return json ? answerJson(answer) : answerText(answer);
}

/** The function of an eval and its arguments by name, for whoever does something else with them. */
export function nameAndArguments(
  words: readonly string[],
  catalogue: Catalogue,
): { readonly definition: Definition; readonly args: Readonly<Record<string, unknown>> } {
  if (!words[0]!.includes('('))
    return { definition: catalogue.find(words[0]!), args: Object.fromEntries(pairsOf(words.slice(1))) };
  const { name, args } = readFormula(words.join(' '));
  const definition = catalogue.find(name);
  const names = Object.keys(definition.parameters);
  return { definition, args: Object.fromEntries(args.map((arg, i) => [names[i]!, argument(arg, catalogue)])) };
}

function answered(words: readonly string[], catalogue: Catalogue): Answer {
  if (words[0]!.includes('(')) return computed(readFormula(words.join(' ')), catalogue);
  const definition = catalogue.find(words[0]!);
  return answerOf(definition, inputsTyped(definition, pairsOf(words.slice(1))), catalogue);
}

function computed({ name, args }: FormulaCall, catalogue: Catalogue): Answer {
  const answer = call(
    catalogue.find(name),
    args.map((arg) => argument(arg, catalogue)),
    catalogue,
  );
  if (answer instanceof Problem) throw answer;
  return answer;
}

/** A call among the arguments is computed first, as in a cell. */
function argument(typed: Typed, catalogue: Catalogue): unknown {
  if (isCall(typed)) return computed(typed, catalogue).cells;
  if (typeof typed === 'object' && typed !== null)
    return typed.map((row) => row.map((cell) => argument(cell, catalogue)));
  return typed;
}
