import type { Catalogue } from '../catalogue/define';
import { isAssumption, withoutAssumption } from '../catalogue/lift';
import type { Parameter } from '../catalogue/parameters';
import { Problem } from '../catalogue/problem';
import { snapped } from '../catalogue/read';
import type { Unit } from '../catalogue/units';
import { changed, exactly, pathsOf, variedIn, type Subject } from './vary';

/** An input at one end of its way, and the result there. */
export interface End {
  readonly input: number;
  readonly result: number;
}

/** What one input does to a result; an end is undefined where the input or the result has no value. */
export interface Swing {
  readonly path: string;
  readonly unit: Unit;
  readonly low: End | undefined;
  readonly high: End | undefined;
  readonly swing: number;
}

export interface OneWay {
  readonly result: number;
  /** the largest swing first; of equal ones, the one declared first */
  readonly swings: readonly Swing[];
  /** what was not moved, and why: `infra_rate is 0` */
  readonly leftOut: readonly string[];
}

/** What was not moved, in words: the first few of it, and how many more. */
export function inWords(leftOut: readonly string[]): string {
  const more = leftOut.length - MOST_NAMED;
  return [...leftOut.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const MOST_NAMED = 6;

/** What cannot be a tenth more. */
const NOT_MOVED: Partial<Record<Parameter['kind'], string>> = { choice: 'an option', count: 'a whole number' };

/** So many elements of one list are moved one by one: a tornado of more bars shows nothing. */
const MOST_ELEMENTS = 100;

/**
 * Each number of a function lowered and raised by a share of its value, the others held: parameters, a term of part
 * years, and the elements of lists and tiers that were given. The tier table of the base case is one choice, which
 * `rev_share_scale` moves as a whole.
 */
export function oneWay(subject: Subject, delta: number, catalogue: Catalogue): OneWay {
  const { definition, inputs } = subject;
  const result = exactly(definition, inputs, catalogue);
  if (result instanceof Problem) throw result;
  const swings: Swing[] = [];
  const leftOut: string[] = [];
  const move = (path: string, unit: Unit, base: number | undefined): void => {
    if (base === undefined) return void leftOut.push(`${path} is blank`);
    if (base === 0) return void leftOut.push(`${path} is 0`);
    const at = (side: 1 | -1): End | undefined => {
      const input = snapped(base + side * delta * Math.abs(base));
      const there = exactly(definition, changed(inputs, { path }, input), catalogue);
      return there instanceof Problem ? undefined : { input, result: there };
    };
    const [low, high] = [at(-1), at(1)];
    if (!low && !high) return void leftOut.push(`${path} has no value on either side`);
    const swing = snapped(Math.abs((low?.result ?? result) - (high?.result ?? result)));
    swings.push({ path, unit, low, high, swing });
  };

  const paths = pathsOf(subject);
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    const plain = withoutAssumption(inputs[name]);
    const elements = paths.filter((path) => path.startsWith(`${name}[`));
    if (parameter.kind === 'number') move(name, parameter.unit, plain as number | undefined);
    else if (parameter.kind === 'count' && parameter.whole === false) move(name, parameter.unit, plain as number);
    else if (plain === undefined) leftOut.push(`${name} is blank`);
    else if (elements.length === 0) leftOut.push(`${name} is ${NOT_MOVED[parameter.kind] ?? 'no number'}`);
    else if (isAssumption(inputs[name])) leftOut.push(`${name} are those of the base case`);
    else if (elements.length > MOST_ELEMENTS) leftOut.push(`${name} has more than ${MOST_ELEMENTS} numbers`);
    else {
      for (const path of elements) {
        const { unit, base } = variedIn(subject, path, 'inputs');
        move(path, unit, base);
      }
    }
  }
  return { result, swings: swings.sort((a, b) => b.swing - a.swing), leftOut };
}
