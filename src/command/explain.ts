import { explain as explained } from '../analysis/explain';
import { nativeFormula } from '../analysis/native';
import type { Catalogue } from '../catalogue/define';
import { Misuse } from './problem';
import { printAnswer } from './print';
import { parseWords, type Words } from './subject';

/** A function, whose inputs are typed as `name=value`, lists included. */
function wordsFor(words: readonly string[], command: 'explain' | 'native'): Words {
  if (words.length === 0) throw new Misuse(`${command} needs a function: taas ${command} TAAS_MARGIN.`);
  return parseWords(words, command === 'native');
}

/** `taas explain TAAS_MARGIN token_spend=1`: the working, line by line: name, value, and the formula or who says so. */
export function explain(words: readonly string[], json: boolean, catalogue: Catalogue): string {
  const { text, pairs } = wordsFor(words, 'explain');
  const { inputs, lines } = explained(catalogue, text, pairs);
  if (json) {
    return JSON.stringify({
      inputs: inputs.map(({ name, value, source }) => ({ name, value, source })),
      lines: lines.map(({ name, value, symbols }) => ({ name, value, formula: symbols })),
    });
  }
  const cells = [
    ['Line', 'Value', 'Formula or source'],
    ...inputs.map(({ name, value, source }) => [name, value, source]),
    ...lines.map(({ name, value, symbols }) => [name, value, symbols]),
  ];
  return printAnswer({ single: false, cells });
}

/** `taas native TAAS_MARGIN token_spend=B4`: the formula that needs no add-in. */
export function native(words: readonly string[], catalogue: Catalogue): string {
  const { text, pairs } = wordsFor(words, 'native');
  return nativeFormula(catalogue, text, pairs);
}
