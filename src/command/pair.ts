import { numberIn } from '../catalogue/number-in';
import { Problem } from '../catalogue/problem';
import { snapped } from '../catalogue/read';
import { parseTyped, type Typed } from '../catalogue/typed';
import { Misuse } from './problem';

/** `token_spend=1`, `mode=WHOLE`, `tiers={0,25%;0.5,35%}`: a name and what is typed for it; words need no quotes. */
export function parsePair(text: string): [name: string, typed: Typed] {
  const at = text.indexOf('=');
  if (at <= 0) throw new Misuse(`cannot read ${text}: expected name=value, as in token_spend=1.`);
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (/^[{"]/.test(value)) return [name, orMisuse(() => parseTyped(value, { argument: name }))];
  if (/^(?:true|false)$/i.test(value)) return [name, value.toLowerCase() === 'true'];
  const x = numberIn(value);
  return [name, value === '' ? null : x === undefined ? value : snapped(x)];
}

/** What cannot be read was typed in a way that says nothing, which is another end than having no answer. */
export function orMisuse<T>(read: () => T): T {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof Problem) throw new Misuse(problem.sentence);
    throw problem;
  }
}
