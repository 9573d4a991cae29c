import { exact, holds, type Exact } from '../formula/exact';
import type { Maths, Num, Test } from '../formula/num';
import type { Inputs } from './call';
import type { Definition } from './define';
import type { Data } from './kind';
import { isAssumption, withoutAssumption } from './lift';
import { elementsOf } from './numbers';
import { Problem, type ErrorCode } from './problem';
import { shown, snapped } from './read';

/** Conditions over several parameters, checked before the formula is read. */
export type Rule<K extends string = string> =
  /** all of them or none: some of one company or period beside the base case’s of another make no answer */
  | { readonly together: readonly K[] }
  /** lists of one length */
  | { readonly sameLength: readonly K[] }
  /** a list that sums to 1 within 1e-9 */
  | { readonly sumsToOne: K }
  /** a list of which shares are taken, so that it has to sum to more than nothing */
  | { readonly sumsAboveZero: K }
  /** a part, and the whole that it is taken out of */
  | { readonly part: K; readonly of: K }
  /** a parameter that an option of another one asks for */
  | { readonly needs: K; readonly whenever: K; readonly is: string }
  /** a parameter that stands in the place of others */
  | { readonly replacing: readonly K[]; readonly by: K }
  /** a list with a value for each of so many */
  | { readonly each: K; readonly list: K };

/** What an analysis varies, by parameter: what it was asked to, or one after the other. */
export type Varied = readonly string[] | 'ANY';

type RuleOf<K> = Extract<Rule, Readonly<Record<K & string, unknown>>>;

/** The arguments that a rule looks at. */
interface Arguments {
  readonly data: (name: string) => Data | undefined;
  /** whether it is neither left out nor the default */
  readonly isGiven: (name: string) => boolean;
  /** whether an analysis may vary it */
  readonly isVaried: (name: string) => boolean;
  /** whether it is what an analysis was asked to vary */
  readonly isAsked: (name: string) => boolean;
}

/** What a rule asks of numbers, in any arithmetic: `probabilities sum to` 0.5 `: expected 1`. */
interface Ask {
  readonly name: string;
  readonly verb: 'is' | 'sum to';
  readonly shown: Num;
  readonly test: Test;
  readonly expected: string;
  /** the number that it is measured by */
  readonly which?: Num;
  /** the error where what is shown is 0 */
  readonly atZero?: ErrorCode;
}

interface Sort<R extends Rule = Rule> {
  /** The argument that does not fit the others, and the sentence that says so. */
  fault?(rule: R, given: Arguments): readonly [name: string, sentence: string] | undefined;
  /** @param of the numbers of a parameter */
  asks?(rule: R, of: (name: string) => readonly Num[], m: Maths): readonly Ask[];
}

const RULES: {
  readonly [
    K in 'together' | 'sameLength' | 'sumsToOne' | 'sumsAboveZero' | 'part' | 'needs' | 'replacing' | 'each'
  ]: Sort<RuleOf<K>>;
} = {
  together: {
    fault({ together }, { isGiven, isVaried }) {
      const given = together.filter(isGiven);
      const absent = together.filter((name) => !isGiven(name) && !isVaried(name));
      if (given.length === 0 || absent.length === 0) return undefined;
      const missing = `${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} missing beside ${given.join(', ')}`;
      return [absent[0]!, `${missing}: expected all of ${together.join(', ')} or none of them.`];
    },
  },
  sameLength: {
    fault({ sameLength }, { data }) {
      const lists = sameLength.flatMap((name) => {
        const list = data(name);
        return Array.isArray(list) ? [{ name, length: list.length }] : [];
      });
      const [first] = lists;
      const other = lists.find(({ length }) => length !== first!.length);
      if (first === undefined || other === undefined) return undefined;
      const lengths = `${other.name} has ${other.length} values and ${first.name} has ${first.length}`;
      return [other.name, `${lengths}: expected lists of one length.`];
    },
  },
  sumsToOne: {
    asks({ sumsToOne: name }, of, m) {
      const sum = m.sum(of(name));
      const beyond = sum.minus(1);
      const tests = [m.num(1e-9).atLeast(beyond), beyond.atLeast(-1e-9)];
      return tests.map((test): Ask => ({ name, verb: 'sum to', shown: sum, test, expected: '1' }));
    },
  },
  sumsAboveZero: {
    asks({ sumsAboveZero: name }, of, m) {
      const sum = m.sum(of(name));
      return [{ name, verb: 'sum to', shown: sum, test: sum.above(0), expected: 'above 0', atZero: '#DIV/0!' }];
    },
  },
  part: {
    asks({ part: name, of: whole }, of) {
      const [part, all] = [of(name)[0]!, of(whole)[0]!];
      return [{ name, verb: 'is', shown: part, test: all.atLeast(part), expected: `at most ${whole}`, which: all }];
    },
  },
  needs: {
    fault: ({ needs, whenever, is }, { data }) =>
      data(whenever) === is && data(needs) === undefined
        ? [needs, `${needs} is missing: ${whenever} ${is} needs it.`]
        : undefined,
  },
  replacing: {
    fault({ replacing, by }, { isGiven, isAsked }) {
      const both = isGiven(by) ? replacing.find((name) => isGiven(name) || isAsked(name)) : undefined;
      return both === undefined
        ? undefined
        : [both, `${both} is given beside ${by}, which stands in its place: expected one of the two.`];
    },
  },
  each: {
    fault({ each, list }, { data }) {
      const [values, count] = [data(list), data(each)];
      if (!Array.isArray(values) || values.length === count) return undefined;
      return [list, `${list} has ${values.length} values and ${each} is ${shown(count)}: expected as many.`];
    },
  },
};

const sortOf = (rule: Rule): Sort => Object.entries(RULES).find(([name]) => name in rule)![1];

/** What rules ask of numbers, as a reading takes these in. */
export const asksOf = (rule: Rule, of: (name: string) => readonly Num[], m: Maths): readonly Ask[] =>
  sortOf(rule).asks?.(rule, of, m) ?? [];

const VALUE = exact();

/** Throws the Problem of the first rule that the inputs do not follow. */
export function checkRules(definition: Definition, inputs: Inputs, varied: Varied): void {
  const given: Arguments = {
    data: (name) => withoutAssumption(inputs[name]),
    isGiven: (name) => inputs[name] !== undefined && !isAssumption(inputs[name]),
    isVaried: (name) => varied === 'ANY' || varied.includes(name),
    isAsked: (name) => varied !== 'ANY' && varied.includes(name),
  };
  const numbers = (name: string): Num[] => elementsOf(definition, inputs, name).map(([, x]) => VALUE.num(x!));
  for (const rule of definition.rules) {
    const [name, sentence] = sortOf(rule).fault?.(rule, given) ?? [];
    if (sentence !== undefined) throw new Problem('#VALUE!', sentence, name);
    const broken = asksOf(rule, numbers, VALUE).find(({ test }) => !holds(test));
    if (broken) throw problemOf(broken);
  }
}

function problemOf({ name, verb, shown: x, expected, which, atZero }: Ask): Problem {
  const read = (number: Num): number => snapped((number as Exact).value.toNumber());
  const than = which ? `, which is ${shown(read(which))}` : '';
  const code = read(x) === 0 && atZero ? atZero : '#VALUE!';
  return new Problem(code, `${name} ${verb} ${shown(read(x))}: expected ${expected}${than}.`, name);
}

interface SortInHelp<R extends Rule = Rule> {
  sentence(rule: R): string;
  /** Arguments that break it; undefined where there are none to show. */
  mistake?(rule: R, data: Arguments['data']): Readonly<Record<string, unknown>> | undefined;
}

const IN_HELP: { readonly [K in keyof typeof RULES]: SortInHelp<RuleOf<K>> } = {
  together: {
    sentence: ({ together }) => `Give all of ${together.join(', ')} or none of them.`,
    mistake: ({ together: [first, ...rest] }, data) => ({
      [first!]: data(first!),
      ...Object.fromEntries(rest.map((name) => [name, undefined])),
    }),
  },
  sameLength: {
    sentence: ({ sameLength }) => `${sameLength.slice(0, -1).join(', ')} and ${sameLength.at(-1)} have one length.`,
    mistake({ sameLength }, data) {
      const lists = sameLength.flatMap((name) => {
        const list = data(name);
        return Array.isArray(list) ? [[name, list as readonly unknown[]] as const] : [];
      });
      const [last, list] = lists.at(-1) ?? [];
      if (last === undefined || list!.length < 2) return undefined;
      return { ...Object.fromEntries(lists), [last]: list!.slice(0, -1) };
    },
  },
  sumsToOne: {
    sentence: ({ sumsToOne }) => `${sumsToOne} sum to 1.`,
    mistake({ sumsToOne }, data) {
      const list = data(sumsToOne);
      return Array.isArray(list) ? { [sumsToOne]: [0, ...(list as readonly unknown[]).slice(1)] } : undefined;
    },
  },
  sumsAboveZero: { sentence: ({ sumsAboveZero }) => `${sumsAboveZero} sum to more than 0.` },
  part: { sentence: ({ part, of }) => `${part} is at most ${of}.` },
  needs: {
    sentence: ({ needs, whenever, is }) => `${whenever} ${is} needs ${needs}.`,
    mistake: ({ needs, whenever, is }) => ({ [whenever]: is, [needs]: undefined }),
  },
  replacing: { sentence: ({ replacing, by }) => `${by} stands in the place of ${replacing.join(', ')}.` },
  each: { sentence: ({ each, list }) => `${list} has as many values as ${each} says.` },
};

const inHelp = (rule: Rule): SortInHelp => Object.entries(IN_HELP).find(([name]) => name in rule)![1];

/** A rule as help says it. */
export const ruleSentence = (rule: Rule): string => inHelp(rule).sentence(rule);

/** Arguments that break a rule, as help shows them. */
export const brokenBy = (rule: Rule, data: Arguments['data']): Readonly<Record<string, unknown>> | undefined =>
  inHelp(rule).mistake?.(rule, data);
