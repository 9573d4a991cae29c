/** What the gate takes, the rows of a sweep take, and what it refuses, they refuse: of every number of every function. */
import { vary } from '../../src/analysis/varied';
import { callByName, inputsOf, inOrderOf, type Inputs } from '../../src/catalogue/call';
import { conditionsOf } from '../../src/catalogue/conditions';
import type { Definition } from '../../src/catalogue/define';
import { allows } from '../../src/catalogue/domain';
import { withoutAssumption } from '../../src/catalogue/lift';
import { domainAt, numbersOf } from '../../src/catalogue/numbers';
import { orProblem, Problem } from '../../src/catalogue/problem';
import { columns } from '../../src/formula/columns';
import { scalars } from '../engines/scenarios';
import { catalogue, type Arguments } from '../functions/cell';

/** Whether rows in which these numbers are changed have a value, and the first reason why not. */
function rows(definition: Definition, inputs: Inputs, changes: ReadonlyMap<string, number>): string | undefined {
  const conditions = conditionsOf(definition, inputs, new Set(changes.keys()));
  const one = Object.fromEntries([...changes].map(([path, x]) => [path, Float64Array.of(x)]));
  const holds = conditions.map(() => new Float64Array(1));
  columns(conditions.map(({ test }) => test)).run(one, 1, holds);
  const broken = conditions.find((_, i) => holds[i]![0] !== 1);
  return broken && `${broken.says} … expected ${broken.expected}`;
}

/** The sentence with which the gate refuses the same inputs as an analyst gives them. */
function gate(definition: Definition, inputs: Inputs, changes: ReadonlyMap<string, number>): string | undefined {
  let given = inputs;
  for (const [path, x] of changes) given = vary(definition, given, path, x);
  const args = Object.keys(definition.parameters).map((name) => withoutAssumption(given[name]));
  const problem = orProblem(() => inputsOf(definition, args));
  return problem instanceof Problem ? problem.sentence : undefined;
}

test.each(scalars)('%s', (_name, definition) => {
  const args = definition.examples.find(({ args }) => !(callByName(definition, args, catalogue) instanceof Problem))!
    .args as Arguments;
  const inputs = inputsOf(definition, inOrderOf(definition, args));
  const differ = [...numbersOf(definition, inputs)].flatMap(([path, x]) => {
    if (x === undefined) return [];
    const { min = -1e7, max = 1e7, above = -1e7 } = domainAt(definition, path);
    const tried = [min, max, above, min - 1, max + 1, above + 1e-6, x, x * 1.5, 0, -1, 1, 5, 2_000_000];
    return tried.flatMap((changed) => {
      const changes = new Map([[path, changed]]);
      const [atGate, inRows] = [gate(definition, inputs, changes), rows(definition, inputs, changes)];
      const isAllowed = allows(domainAt(definition, path), changed);
      const agree = (atGate === undefined) === (inRows === undefined) && (isAllowed || atGate !== undefined);
      return agree ? [] : [{ path, changed, atGate, inRows, isAllowed }];
    });
  });
  expect(differ).toEqual([]);
});

describe('what holds between the numbers of a table', () => {
  const margin = catalogue.find('TAAS_MARGIN');
  const inputs = inputsOf(margin, []);
  test.each<[string, [string, number][], string | undefined]>([
    ['thresholds that move together', [['tiers[2].from', 2], ['tiers[3].from', 3]], undefined], // prettier-ignore
    ['a threshold that moves past the next', [['tiers[2].from', 1.5]], 'tiers[3].from is … expected thresholds that ascend'], // prettier-ignore
    ['a threshold that moves behind the last', [['tiers[3].from', 0.4]], 'tiers[3].from is … expected thresholds that ascend'], // prettier-ignore
    ['a first threshold that is not 0', [['tiers[1].from', 0.1]], 'tiers[1].from is … expected 0, where the first tier starts'], // prettier-ignore
  ])('%s', (_what, changes, says) => {
    expect(rows(margin, inputs, new Map(changes))).toBe(says);
    expect(gate(margin, inputs, new Map(changes)) === undefined).toBe(says === undefined);
  });
});

describe('what holds between parameters', () => {
  const expected = catalogue.find('TAAS_EXPECTED_MARGIN');
  const args = { demands: [0.8, 1], probabilities: [0.25, 0.75] };
  const inputs = inputsOf(expected, inOrderOf(expected, args));
  test('shares sum to 1', () => {
    const changes = new Map([['probabilities[1]', 0.5]]);
    expect(gate(expected, inputs, changes)).toBe('probabilities sum to 1.25: expected 1.');
    expect(rows(expected, inputs, changes)).toBe('probabilities sum to … expected 1');
    changes.set('probabilities[2]', 0.5);
    expect([gate(expected, inputs, changes), rows(expected, inputs, changes)]).toEqual([undefined, undefined]);
  });
});
