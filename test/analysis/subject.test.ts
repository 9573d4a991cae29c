/** A function named with its arguments: the base case of an analysis is what the call says. */
import { kindOf } from '../../src/catalogue/parameters';
import fc from 'fast-check';
import { call, inOrderOf, type Answer } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import { Problem } from '../../src/catalogue/problem';
import { printCall, type Typed } from '../../src/catalogue/typed';
import { resultOf, subjectOf } from '../../src/analysis/subject';
import { functions } from '../../src/functions';
import { inRange, type Arguments as Random } from '../catalogue/random';
import { RUNS } from '../catalogue/seed';
import { typed } from '../command/terminal';
import { evaluated } from '../engines/ironcalc';
import { answer, body, catalogue, cell, error, number, sameTo, type Arguments } from '../functions/cell';

const scalars = functions.filter(
  ({ formula, onlyValue, result }) => formula !== undefined && !onlyValue && result.shape === 'number',
);

const OWN_TIERS = 'TAAS_MARGIN(3,0.9,,{0,20%;1,25%;2,30%;3,35%},0.8,6%)';

describe('a deal of one’s own', () => {
  test.each<[string, Arguments, number]>([
    ['TAAS_SOLVE', { function: OWN_TIERS, target: 0.5, param: 'infra_cogs' }, 0.726],
    ['TAAS_SOLVE', { function: 'TAAS_MARGIN(1)', target: 0.5, param: 'infra_cogs' }, 0.45],
    ['TAAS_SOLVE', { function: '=taas_margin( 1 )', target: 0.5, param: 'infra_cogs' }, 0.45],
    ['TAAS_SOLVE', { function: 'TAAS_MARGIN(1)', target: 0.5, param: 'token_spend' }, 1.61805555555556],
    [
      'TAAS_SOLVE',
      { function: 'TAAS_MARGIN(1)', target: 0.5, param: 'infra_cogs', inputs: [['mode', 'WHOLE']] },
      0.4725,
    ],
    ['TAAS_SOLVE', { function: 'TAAS_MARGIN(TAAS_IMPLIED_SPEND(1.375))', target: 0.5, param: 'infra_cogs' }, 0.61875],
  ])('%s %j', (name, args, expected) => {
    expect(number(name, args)).toBeCloseTo(expected, 12);
  });

  test('its grid, its working, its tornado, its simulation', () => {
    const axes = { param_x: 'infra_cogs', values_x: [0.7, 0.8], param_y: 'tiers[4].rate', values_y: [0.3, 0.35] };
    const [, second] = body('TAAS_GRID', { function: OWN_TIERS, ...axes });
    expect(second![1]).toBeCloseTo(
      number('TAAS_MARGIN', {
        token_spend: 3,
        fixed_fee: 0.9,
        tiers: [
          [0, 0.2],
          [1, 0.25],
          [2, 0.3],
          [3, 0.35],
        ],
        infra_cogs: 0.8,
        opex_rate: 0.06,
      }),
      12,
    );
    expect(answer('TAAS_EXPLAIN', { function: OWN_TIERS }).cells[1]).toEqual(['token_spend', 3, 'given', '']);
    expect(answer('TAAS_TORNADO', { function: 'TAAS_MARGIN(1)' }).cells).toEqual(
      answer('TAAS_TORNADO', { inputs: [['token_spend', 1]] }).cells,
    );
    const spec = [['infra_cogs', 'UNIFORM', 0.5, 0.5, null]];
    expect(body('TAAS_SIMULATE', { function: 'TAAS_MARGIN(1)', spec, trials: 10 })[0]![0]).toBeCloseTo(0.45, 12);
    expect(body('TAAS_HISTOGRAM', { function: 'TAAS_MARGIN(1)', spec, trials: 10, bins: 1 })[0]![2]).toBe(1);
  });
});

describe('refused in a sentence', () => {
  test.each<[string, Arguments, string, string]>([
    [
      'TAAS_EXPLAIN',
      { function: 'TAAS_MARGIN(1' },
      '#VALUE!',
      'function is "TAAS_MARGIN(1": expected ) at character 14.',
    ],
    ['TAAS_EXPLAIN', { function: 'TAAS_MARGN(1)' }, '#N/A', 'no function TAAS_MARGN; the nearest are TAAS_MARGIN'],
    [
      'TAAS_EXPLAIN',
      { function: 'TAAS_MARGIN(1,2,3,,5,6,7,8,9,10,11)' },
      '#VALUE!',
      'function is "TAAS_MARGIN(1,2,3,,5,6,7,8,9,10,11)": TAAS_MARGIN takes 10 arguments, not 11.',
    ],
    [
      'TAAS_EXPLAIN',
      { function: 'TAAS_MARGIN(,,,,,5)' },
      '#VALUE!',
      'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).',
    ],
    [
      'TAAS_EXPLAIN',
      { function: 'TAAS_MARGIN(B4)' },
      '#VALUE!',
      'expected a number, a text in quotes, TRUE or FALSE, since there is no cell to refer to, at character 13.',
    ],
    [
      'TAAS_EXPLAIN',
      { function: 'TAAS_MARGIN(TAAS_MARGIN(0,0))' },
      '#DIV/0!',
      'TAAS_MARGIN: ebit_margin divides by net_revenue, which is 0.',
    ],
    [
      'TAAS_ASSUMPTIONS',
      { function: 'TAAS_MARGIN(1)' },
      '#VALUE!',
      'function is "TAAS_MARGIN(1)": expected the name alone, TAAS_MARGIN',
    ],
    [
      'TAAS_EXPLAIN',
      {
        function: 'TAAS_MARGIN(1)',
        inputs: [
          ['mode', 'WHOLE'],
          ['TOKEN_SPEND', 1],
        ],
      },
      '#VALUE!',
      'token_spend is given in the call and again in row 2 of inputs: expected one of the two.',
    ],
    [
      'TAAS_EXPLAIN',
      {
        inputs: [
          ['token_spend', 1],
          [null, null],
          ['Token_Spend ', 2],
        ],
      },
      '#VALUE!',
      'token_spend is given in row 1 and again in row 3 of inputs: expected one of the two.',
    ],
    [
      'TAAS_EXPLAIN',
      {
        inputs: [
          ['tiers[2].rate', 0.3],
          ['Tiers [02].RATE', 0.3],
        ],
      },
      '#VALUE!',
      'tiers[2].rate is given in row 1 and again in row 2 of inputs: expected one of the two.',
    ],
    [
      'TAAS_SOLVE',
      { target: 0.5, param: 'token_spend', inputs: [['token_spend', 1]] },
      '#VALUE!',
      'token_spend is given in row 1 of inputs and varied by param: expected one of the two.',
    ],
    [
      'TAAS_GRID',
      { param_x: 'token_spend', values_x: [1, 2], param_y: 'infra_cogs', values_y: [1], inputs: [['token_spend', 1]] },
      '#VALUE!',
      'token_spend is given in row 1 of inputs and varied by param_x: expected one of the two.',
    ],
    [
      'TAAS_SIMULATE',
      { spec: [['tiers[2].rate', 'UNIFORM', 0.3, 0.4, null]], inputs: [['tiers[2].rate', 0.35]] },
      '#VALUE!',
      'tiers[2].rate is given in row 1 of inputs and varied by spec row 1: expected one of the two.',
    ],
  ])('%s %j', (name, args, code, says) => {
    const [got, sentence] = error(name, args);
    expect([got, sentence]).toEqual([code, expect.stringContaining(says)]);
  });
});

test('an element takes its place in a whole list', () => {
  expect(
    number('TAAS_SOLVE', {
      function: 'TAAS_MARGIN(,,,{0,20%;1,25%})',
      inputs: [['tiers[2].rate', 0.3]],
      target: 0.5,
      param: 'infra_cogs',
    }),
  ).toBeCloseTo(
    number('TAAS_SOLVE', { function: 'TAAS_MARGIN(,,,{0,20%;1,30%})', target: 0.5, param: 'infra_cogs' }),
    12,
  );
});

describe('a name that comes twice is refused, however it is written', () => {
  const written = (path: string): fc.Arbitrary<string> =>
    fc
      .tuple(fc.constantFrom('', ' ', '  '), fc.array(fc.boolean(), { minLength: path.length, maxLength: path.length }))
      .map(([space, capitals]) => {
        const letters = [...path].map((letter, i) => (capitals[i] ? letter.toUpperCase() : letter));
        return space + letters.join('').replace('[', `${space}[${space}`) + space;
      });

  test.each(scalars.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
    const paths = Object.entries(definition.parameters).flatMap(([path, parameter]) => {
      const { shape, numbers } = kindOf(parameter);
      if (!numbers) return [];
      return [shape === 'cell' ? path : shape === 'line' ? `${path}[1]` : `${path}[1].${numbers.columns![1]!}`];
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...paths).chain((path) => fc.tuple(fc.constant(path), written(path), written(path))),
        fc.constantFrom('TAAS_EXPLAIN', 'TAAS_NATIVE', 'TAAS_TORNADO'),
        ([path, first, again], analysis) => {
          const inputs = [
            [first, 0],
            [null, null],
            [again, 0],
          ];
          const said = error(analysis, { function: name, inputs });
          const sentence = `${path} is given in row 1 and again in row 3 of inputs: expected one of the two.`;
          expect(said).toEqual(['#VALUE!', sentence]);
        },
      ),
      { numRuns: RUNS ?? 10 },
    );
  });
});

/** Arguments as a formula has them; a row of numbers as Excel writes it. */
function textOf(definition: Definition, args: Random): string {
  const typedArgs = inOrderOf(definition, args).map((value): Typed => {
    if (!Array.isArray(value)) return value as Typed;
    return value.every(Array.isArray) ? (value as Typed) : ([value] as Typed);
  });
  return `=${printCall({ name: definition.name, args: typedArgs })}`;
}

/** The value, or the code and sentence that stand in its place. */
const told = (answered: Answer | Problem | number): unknown => {
  if (answered instanceof Problem) return `${answered.code} ${answered.sentence}`;
  return typeof answered === 'number' ? answered : answered.cells[0]![0];
};
const orProblem = <T>(read: () => T): T | Problem => {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
};

describe('a call as a text says what it says in a cell', () => {
  test.each(scalars.map((definition) => [definition.name, definition] as const))('%s', async (name, definition) => {
    const drawn = fc.sample(inRange(definition), { numRuns: RUNS ?? 12, seed: 20260331 });
    const formulas: string[] = [];
    const numbers: number[] = [];
    for (const args of drawn) {
      const text = textOf(definition, args);
      const direct = told(call(definition, inOrderOf(definition, args), catalogue));
      const base = orProblem(() => resultOf(subjectOf(catalogue, text, [])));
      expect([text, told(base)]).toEqual([text, direct]);
      if (typeof direct !== 'number') continue;
      expect([text, answer('TAAS_EXPLAIN', { function: text }).cells.at(-1)![1]]).toEqual([text, direct]);
      expect([text, Number((await typed(['eval', text])).out)]).toEqual([text, Number(direct.toPrecision(15))]);
      formulas.push(cell('TAAS_NATIVE', { function: text }) as string);
      numbers.push(direct);
    }
    const judged = evaluated(formulas);
    expect(formulas.filter((_, i) => !sameTo(1e-9, judged[i], numbers[i], 1e-9))).toEqual([]);
    expect([name, numbers.length]).not.toEqual([name, 0]);
  });
});
