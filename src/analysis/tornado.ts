import type { Catalogue } from '../catalogue/define';
import { isAssumption, withoutAssumption } from '../catalogue/lift';
import type { Parameter } from '../catalogue/parameters';
import { domainAt } from '../catalogue/numbers';
import { Problem } from '../catalogue/problem';
import { snapped } from '../catalogue/read';
import type { Unit } from '../catalogue/units';
import { resultOf, subjectOf, type Held, type Subject } from './subject';
import { pathsOf, vary, variedIn } from './varied';

/** What is asked: a function, and the share of its value by which each input is moved. */
export interface TornadoQuestion extends Held {
  readonly function: string;
  readonly delta: number;
}

/** An input somewhere, and the result there. */
export interface End {
  readonly input: number;
  readonly result: number;
}

/** What one input does to a result; an end is undefined where the input or the result has no value. */
export interface Bar {
  readonly path: string;
  readonly unit: Unit;
  readonly low: End | undefined;
  readonly high: End | undefined;
  readonly swing: number;
}

/** Every input lowered and raised, one at a time. */
export interface Tornado {
  readonly subject: Subject;
  readonly base: number;
  /** the largest swing first; of equal ones, the one declared first */
  readonly bars: readonly Bar[];
  /** what was not moved, and why: `infra_rate is 0` */
  readonly unmoved: readonly string[];
}

/** What cannot be a tenth more. */
const NOT_MOVED: Partial<Record<Parameter['kind'], string>> = { choice: 'an option', count: 'a whole number' };

/** So many elements of one list are moved one by one: a tornado of more bars shows nothing. */
const MOST_ELEMENTS = 100;

export const tornadoOf = (question: TornadoQuestion, catalogue: Catalogue): Tornado =>
  movedOneByOne(subjectOf(catalogue, question.function, question), question.delta);

/**
 * Each number of a function lowered and raised by a share of its value, the others held: parameters, a term of part
 * years, and the elements of lists and tiers that were given. The tier table of the base case is one choice, which
 * `rev_share_scale` moves as a whole.
 */
export function movedOneByOne(subject: Subject, delta: number): Tornado {
  const { definition, inputs, numbers } = subject;
  const base = resultOf(subject);
  if (base instanceof Problem) throw base;
  const bars: Bar[] = [];
  const unmoved: string[] = [];
  const move = (path: string, unit: Unit, value: number | undefined): void => {
    if (value === undefined) return void unmoved.push(`${path} is blank`);
    if (value === 0) return void unmoved.push(`${path} is 0`);
    const end = (side: 1 | -1): End | undefined => {
      const input = snapped(value + side * delta * Math.abs(value));
      const result = resultOf(subject, vary(definition, inputs, path, input));
      return result instanceof Problem ? undefined : { input, result };
    };
    const [low, high] = [end(-1), end(1)];
    if (!low && !high) return void unmoved.push(`${path} has no value on either side`);
    bars.push({ path, unit, low, high, swing: snapped(Math.abs((low?.result ?? base) - (high?.result ?? base))) });
  };

  const paths = pathsOf(subject);
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    const plain = withoutAssumption(inputs[name]);
    const elements = paths.filter((path) => path.startsWith(`${name}[`));
    if (numbers.has(name)) move(name, domainAt(definition, name).unit, numbers.get(name));
    else if (parameter.kind === 'count' && parameter.whole === false) move(name, parameter.unit, plain as number);
    else if (plain === undefined) unmoved.push(`${name} is blank`);
    else if (elements.length === 0) unmoved.push(`${name} is ${NOT_MOVED[parameter.kind] ?? 'no number'}`);
    else if (isAssumption(inputs[name])) unmoved.push(`${name} are those of the base case`);
    else if (elements.length > MOST_ELEMENTS) unmoved.push(`${name} has more than ${MOST_ELEMENTS} numbers`);
    else {
      for (const path of elements) {
        const { unit, base: value } = variedIn(subject, path, 'inputs');
        move(path, unit, value);
      }
    }
  }
  return { subject, base, bars: bars.sort((a, b) => b.swing - a.swing), unmoved };
}

const MOST_NAMED = 6;

/** What was not moved, in words: the first few of it, and how many more. */
export function unmovedInWords({ unmoved }: Tornado): string {
  const more = unmoved.length - MOST_NAMED;
  return [...unmoved.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
