import { callByName } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import type { ListParameter } from '../catalogue/kinds/list';
import type { Parameter } from '../catalogue/parameters';
import { Problem, type ErrorCode } from '../catalogue/problem';
import type { Rule } from '../catalogue/rules';
import { UNITS } from '../catalogue/units';
import { withoutAssumption } from '../catalogue/lift';
import { formulaAsTyped } from './example';
import { inputsAt, occasionOf, type Occasion } from './worked';

/** A call that has no answer, and the sentence that says why. */
export interface Refusal {
  readonly formula: string;
  readonly code: ErrorCode;
  readonly sentence: string;
}

/** A wrong argument, and what kind of mistake it is; one of each kind is enough to show. */
interface Mistake {
  readonly kind: string;
  readonly args: Occasion['args'];
}

/** As many as a reader takes in. */
const MOST = 10;
const MOST_OF_A_CODE = 2;

/** What a function says to typical mistakes: computed, so that help says what the cell says. */
export function refusalsOf(definition: Definition, catalogue: Catalogue): Refusal[] {
  const { args } = occasionOf(definition, catalogue);
  const told = new Set<string>();
  const refused = (mistake: Mistake): Refusal | undefined => {
    const problem = callByName(definition, mistake.args, catalogue);
    if (!(problem instanceof Problem) || told.has(problem.sentence)) return undefined;
    return { formula: formulaAsTyped(definition, mistake.args), code: problem.code, sentence: problem.sentence };
  };
  const found: Refusal[] = [];
  for (const mistake of mistyped(definition, args)) {
    const refusal = told.has(mistake.kind) ? undefined : refused(mistake);
    if (!refusal) continue;
    found.push(refusal);
    told.add(mistake.kind).add(refusal.sentence);
  }
  const without: Refusal[] = [];
  for (const mistake of unanswerable(definition, args)) {
    const refusal = refused(mistake);
    if (!refusal || refusal.code === '#VALUE!') continue;
    if (without.filter(({ code }) => code === refusal.code).length === MOST_OF_A_CODE) continue;
    without.push(refusal);
    told.add(refusal.sentence);
  }
  return [...found.slice(0, MOST - without.length), ...without];
}

/** Mistakes that the gate finds before it reads the formula. */
function mistyped(definition: Definition, args: Occasion['args']): Mistake[] {
  const inputs = inputsAt(definition, { args });
  const given = (name: string): unknown => withoutAssumption(inputs[name]);
  const one = Object.entries(definition.parameters).flatMap(([name, parameter]): Mistake[] => {
    const wrong = wrongValues(parameter, given(name)).map(([kind, value]): Mistake => ({
      kind,
      args: { ...args, [name]: value },
    }));
    return 'required' in parameter ? [{ kind: 'missing', args: { ...args, [name]: undefined } }, ...wrong] : wrong;
  });
  return [...one, ...definition.rules.flatMap((rule) => broken(rule, args, given))];
}

function wrongValues(parameter: Parameter, given: unknown): [kind: string, value: unknown][] {
  switch (parameter.kind) {
    case 'number':
    case 'count': {
      const { min, max } = parameter;
      const above = 'above' in parameter ? parameter.above : undefined;
      const low = above ?? (min === undefined ? undefined : min - 1);
      return [
        ...perCents(parameter).map((value): [string, unknown] => ['percent', value]),
        ['text', 'lots'],
        ...(low === undefined ? [] : [['low', low] as [string, unknown]]),
        ...(parameter.kind === 'count' && parameter.whole !== false && (max ?? Infinity) >= 3
          ? [['part', 2.5] as [string, unknown]]
          : []),
      ];
    }
    case 'choice':
      return [['option', Object.keys(parameter.options)[0]!.slice(0, -1)]];
    case 'flag':
      return [['flag', 'maybe']];
    case 'text':
      return typeof given === 'string' ? [['name', given.slice(0, -2) + given.slice(-1)]] : [];
    case 'list': {
      const values = Array.isArray(given) ? (given as readonly unknown[]) : [1, 2];
      const percent = perCents(parameter).map((value): [string, unknown] => ['percent', [value, ...values.slice(1)]]);
      return [...percent, ['text in a list', [...values.slice(0, -1), 'n/a']]];
    }
    case 'tiers':
      return [
        ['percent in tiers', [[0, 25]]],
        ['first threshold', [[1, 0.25]]],
      ];
    default:
      return [];
  }
}

/** 5 where 5% is meant, or 50 where 5 is a fraction too. */
const perCents = ({ unit, max = Infinity }: Pick<ListParameter, 'unit' | 'max'>): number[] =>
  UNITS[unit].words.startsWith('fraction') ? [5, 50].filter((value) => value > max).slice(0, 1) : [];

function broken(rule: Rule, args: Occasion['args'], given: (name: string) => unknown): Mistake[] {
  const changed = (changes: Occasion['args']): Mistake[] => [
    { kind: JSON.stringify(rule), args: { ...args, ...changes } },
  ];
  if ('together' in rule) {
    const [first, ...rest] = rule.together;
    return changed({ [first!]: given(first!), ...Object.fromEntries(rest.map((name) => [name, undefined])) });
  }
  if ('sameLength' in rule) {
    const lists = rule.sameLength.filter((name) => Array.isArray(given(name)));
    const last = lists.at(-1);
    if (last === undefined) return [];
    const short = (given(last) as readonly unknown[]).slice(0, -1);
    if (short.length === 0) return [];
    return changed({ ...Object.fromEntries(lists.map((name) => [name, given(name)])), [last]: short });
  }
  if ('sumsToOne' in rule) {
    const list = given(rule.sumsToOne);
    return Array.isArray(list) ? changed({ [rule.sumsToOne]: [0, ...(list as readonly unknown[]).slice(1)] }) : [];
  }
  if ('sumsAboveZero' in rule || 'part' in rule) return [];
  return changed({ [rule.whenever]: rule.is, [rule.needs]: undefined });
}

/** Right in kind, but a question without an answer: the examples that say so, then zeros and ends of ranges. */
function unanswerable(definition: Definition, args: Occasion['args']): Mistake[] {
  const examples = definition.examples.map((example): Mistake => ({ kind: example.says, args: example.args }));
  if (!definition.formula) return examples;
  const ends = Object.entries(definition.parameters).flatMap(([name, parameter]) => {
    if (parameter.kind !== 'number') return [];
    const { min, max } = parameter;
    return [0, max, min].flatMap((value): Mistake[] =>
      value === undefined ? [] : [{ kind: `${name} ${value}`, args: { ...args, [name]: value } }],
    );
  });
  return [...examples, ...ends];
}
