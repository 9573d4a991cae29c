import type { Block, Catalogue, Definition } from '../catalogue/define';
import { TAAS_EXPLAIN } from '../functions/analysis/TAAS_EXPLAIN';
import { TAAS_NATIVE } from '../functions/analysis/TAAS_NATIVE';
import { Misuse } from './problem';
import { answerText } from './shown';
import { pairsOf } from './subject';

/** The answer of a function about another function, whose inputs are typed as `name=value`, lists included. */
function asked(about: Definition, words: readonly string[], command: string, catalogue: Catalogue): unknown {
  const [name, ...pairs] = words;
  if (name === undefined) throw new Misuse(`${command} needs a function: taas ${command} TAAS_MARGIN.`);
  return about.answer!({ function: name, inputs: pairsOf(pairs) } as never, catalogue);
}

/** `taas explain TAAS_MARGIN token_spend=1`: the working, line by line. */
export const explain = (words: readonly string[], catalogue: Catalogue): string =>
  answerText({ single: false, ...(asked(TAAS_EXPLAIN, words, 'explain', catalogue) as Block) });

/** `taas native TAAS_MARGIN token_spend=B4`: the formula that needs no add-in. */
export const native = (words: readonly string[], catalogue: Catalogue): string =>
  asked(TAAS_NATIVE, words, 'native', catalogue) as string;
