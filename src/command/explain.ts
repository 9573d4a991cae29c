import type { Block, Catalogue, Definition } from '../catalogue/define';
import { TAAS_EXPLAIN } from '../functions/analysis/TAAS_EXPLAIN';
import { TAAS_NATIVE } from '../functions/analysis/TAAS_NATIVE';
import { Misuse } from './problem';
import { answerText } from './shown';
import { askedIn } from './subject';

/** The answer of a function about another function, whose inputs are typed as `name=value`, lists included. */
function asked(about: Definition, words: readonly string[], command: string, catalogue: Catalogue): unknown {
  if (words.length === 0) throw new Misuse(`${command} needs a function: taas ${command} TAAS_MARGIN.`);
  const { text, pairs } = askedIn(words, command === 'native');
  return about.answer!({ function: text, inputs: pairs } as never, catalogue);
}

/** `taas explain TAAS_MARGIN token_spend=1`: the working, line by line: name, value, and the formula or who says so. */
export function explain(words: readonly string[], catalogue: Catalogue): string {
  const { cells } = asked(TAAS_EXPLAIN, words, 'explain', catalogue) as Block;
  const [header, ...lines] = cells.map(([name, value, inWords, formula]) => [name!, value!, formula || inWords!]);
  return answerText({ single: false, cells: [[...header!.slice(0, 2), 'Formula or source'], ...lines] });
}

/** `taas native TAAS_MARGIN token_spend=B4`: the formula that needs no add-in. */
export const native = (words: readonly string[], catalogue: Catalogue): string =>
  asked(TAAS_NATIVE, words, 'native', catalogue) as string;
