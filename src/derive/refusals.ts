import { callByName } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { inHelp } from '../catalogue/parameters';
import type { Data } from '../catalogue/kind';
import { Problem, type ErrorCode } from '../catalogue/problem';
import { brokenBy } from '../catalogue/rules';
import { withoutAssumption } from '../catalogue/lift';
import { domainAt, isNumberAt } from '../catalogue/numbers';
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
  const given = (name: string): Data | undefined => withoutAssumption(inputs[name]);
  const one = Object.entries(definition.parameters).flatMap(([name, parameter]): Mistake[] => {
    const wrong = inHelp(parameter)
      .mistakes(parameter, given(name))
      .map(([kind, value]): Mistake => ({ kind, args: { ...args, [name]: value } }));
    return 'required' in parameter ? [{ kind: 'missing', args: { ...args, [name]: undefined } }, ...wrong] : wrong;
  });
  return [
    ...one,
    ...definition.rules.flatMap((rule) => {
      const changes = brokenBy(rule, given);
      return changes ? [{ kind: JSON.stringify(rule), args: { ...args, ...changes } }] : [];
    }),
  ];
}

/** Right in kind, but a question without an answer: the examples that say so, then zeros and ends of ranges. */
function unanswerable(definition: Definition, args: Occasion['args']): Mistake[] {
  const examples = definition.examples.map((example): Mistake => ({ kind: example.says, args: example.args }));
  if (!definition.formula) return examples;
  const ends = Object.keys(definition.parameters).flatMap((name) => {
    if (!isNumberAt(definition, { name })) return [];
    const { min, max } = domainAt(definition, name);
    return [0, max, min].flatMap((value): Mistake[] =>
      value === undefined ? [] : [{ kind: `${name} ${value}`, args: { ...args, [name]: value } }],
    );
  });
  return [...examples, ...ends];
}
