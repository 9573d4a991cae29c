/** One formula, several readings: decimals in the cell, doubles in columns, LET in another spreadsheet engine. */
import { vary } from '../../src/analysis/varied';
import fc from 'fast-check';
import { call, inOrderOf, inputsOf, type Inputs } from '../../src/catalogue/call';
import type { Cell, Definition } from '../../src/catalogue/define';
import { bind, withoutAssumption } from '../../src/catalogue/lift';
import { Problem } from '../../src/catalogue/problem';
import { columnsOf } from '../../src/catalogue/columns';
import { nativeOf, symbolic } from '../../src/catalogue/readings';
import type { Num } from '../../src/formula/num';
import { native } from '../../src/formula/print/excel';
import { functions } from '../../src/functions';
import { atEdges, hasRate, inRange, ratesNearZero, roundNumbers, type Arguments } from '../catalogue/random';
import { catalogue } from '../functions/cell';
import { evaluated, spilled, type Judged } from './ironcalc';
import { disagreements, linesOf, scalars, shapesOf, tables, type Shape } from './scenarios';

const ERROR = /^#/;

test('what has no other reading than its value says why', () => {
  for (const { name, formula, onlyValue } of functions) {
    const why = formula === undefined ? expect.stringMatching(/^(an?|it) [^.]+$/) : undefined;
    expect({ name, onlyValue }).toEqual({ name, onlyValue: why });
  }
});

/**
 * Doubles carry 16 digits and a formula of some twenty operations loses two or three of them. What cancels on the way
 * (a margin from revenues a thousand times larger) is lost in absolute terms, hence relative to at least 1.
 */
const COLUMNS = 1e-12;
/** Where the ends of every declared range meet ($1,000,000bn beside 0.000001 years), what cancels is that much larger. */
const COLUMNS_AT_EDGES = 1e-9;

/** How large 1, as a fraction, is in the unit of the result: basis points are fractions times 10,000. */
const oneIn = ({ result }: Definition): number =>
  'unit' in result && result.unit === 'bp' ? 10_000 : 'unit' in result && result.unit === 'pp' ? 100 : 1;

/** Scenarios that the formula takes: some lists must be as long as a number says, which only the formula can check. */
const taken = (definition: Definition, shapes: readonly Shape[]): Shape[] =>
  shapes.filter(({ inputs }) => {
    try {
      return symbolic(definition, inputs, () => true, true).roots.length > 0;
    } catch (problem) {
      if (problem instanceof Problem) return false;
      throw problem;
    }
  });

function columnsAgree(definition: Definition, shapes: readonly Shape[], tolerance: number): void {
  const wrong: string[] = [];
  for (const { inputs, paths, rows, values, sizes } of shapes) {
    const given = paths.map((path, j) => [path, Float64Array.from(rows, (row) => row[j]!)] as const);
    const out = new Float64Array(rows.length);
    columnsOf(definition, inputs, paths).run(Object.fromEntries(given), rows.length, [out]);
    values.forEach((value, i) => {
      const agrees =
        value === null
          ? Number.isNaN(out[i])
          : Math.abs(out[i]! - value) <= tolerance * Math.max(oneIn(definition), sizes?.[i] ?? 0, Math.abs(value));
      if (!agrees)
        wrong.push(
          `${paths.map((path, j) => `${path} ${rows[i]![j]!}`).join(', ')}: ${String(value)}, in columns ${out[i]!}`,
        );
    });
  }
  expect(wrong.slice(0, 3)).toEqual([]);
}

const withRate = scalars.filter(([, definition]) => hasRate(definition));

describe('value = columns', () => {
  test.each(scalars)('%s on plausible inputs', (_name, definition) => {
    columnsAgree(definition, taken(definition, shapesOf(definition, 1000)), COLUMNS);
  });
  test.each(scalars)('%s at the ends of what is declared', (_name, definition) => {
    columnsAgree(definition, taken(definition, shapesOf(definition, 40, atEdges)), COLUMNS_AT_EDGES);
  });
  test.each(scalars)(
    '%s on round numbers, which meet thresholds and leave nothing to divide by',
    (_name, definition) => {
      columnsAgree(definition, taken(definition, shapesOf(definition, 1000, roundNumbers)), COLUMNS);
    },
  );
  test.each(withRate)('%s with rates near zero', (_name, definition) => {
    columnsAgree(definition, taken(definition, shapesOf(definition, 300, ratesNearZero)), COLUMNS);
  });
});

const text = (x: number): string =>
  String(Number(x.toPrecision(15)))
    .replace('e+', 'E')
    .replace('e', 'E');

/** A LET formula for each scenario, in which every number, also of lists and tiers, is a named input. */
const formulasOf = (definition: Definition, shape: Shape): string[] => {
  const { roots, steps } = symbolic(definition, shape.inputs, () => true, false);
  return shape.rows.map((row) =>
    native(roots, steps, Object.fromEntries(shape.paths.map((path, j) => [path, text(row[j]!)]))),
  );
};

const numberOrNull = (judged: Judged): number | null => (typeof judged === 'number' ? judged : null);

describe('value = native, as IronCalc computes it', () => {
  test.each([
    ['on plausible inputs', inRange, 1000],
    ['at the ends of what is declared', atEdges, 10],
    ['on round numbers', roundNumbers, 300],
    ['with rates near zero', ratesNearZero, 100],
  ] as const)('functions of one number, %s', (_where, make, scenarios) => {
    const cases = scalars.flatMap(([, definition]) =>
      taken(definition, shapesOf(definition, scenarios, make)).map((shape) => ({ definition, shape })),
    );
    const formulas = cases.flatMap(({ definition, shape }) => formulasOf(definition, shape));
    const judged = evaluated(formulas);
    expect(judged.filter((answer) => typeof answer === 'string' && !/^#(DIV\/0!|N\/A|NUM!)$/.test(answer))).toEqual([]);
    const wrong = cases.flatMap(({ definition, shape }) =>
      disagreements(definition, shape, judged.splice(0, shape.rows.length).map(numberOrNull)),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('with the inputs in cells that the formula refers to', () => {
    const columnName = (j: number): string => String.fromCharCode('C'.charCodeAt(0) + j);
    const cases = scalars.flatMap(([, definition]) =>
      taken(definition, shapesOf(definition, 3)).map((shape) => ({ definition, shape })),
    );
    let line = 0;
    const formulas: string[] = [];
    const rows: (readonly number[])[] = [];
    for (const { definition, shape } of cases) {
      // Only what is one cell: a range would have to stand in one row or column of its own.
      const cells = shape.paths.flatMap((path, j) => (path.includes('[') ? [] : [[path, j] as const]));
      for (const row of shape.rows) {
        line++;
        const inputs = shape.paths.reduce((all, path, j) => vary(definition, all, path, row[j]!), shape.inputs);
        const references = cells.map(([path], k) => [path, `${columnName(k)}${line}`]);
        formulas.push(nativeOf(definition, inputs, Object.fromEntries(references)));
        rows.push(cells.map(([, j]) => row[j]!));
      }
    }
    const judged = evaluated(formulas, rows);
    const wrong = cases.flatMap(({ definition, shape }) =>
      disagreements(definition, shape, judged.splice(0, shape.rows.length).map(numberOrNull)),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

const blocks = functions
  .filter(({ formula, result }) => formula !== undefined && result.shape !== 'number')
  .map((definition) => [definition.name, definition] as const);

/** The numbers of a block, with a fault of one line (a margin on no revenue) as the text it shows. */
function bodyOf(definition: Definition, args: Arguments): readonly (readonly Cell[])[] | Problem {
  const table = definition.result.shape === 'table';
  const answer = call(definition, inOrderOf(definition, table ? { ...args, headers: false } : args), catalogue);
  return answer instanceof Problem ? answer : answer.cells;
}

/** Every cell of a block as a LET formula of its own. */
function cellFormulas(definition: Definition, inputs: Inputs): string[][] {
  const bindings: Record<string, string> = {};
  const enter = (path: string, x: number | Num): Num => {
    bindings[path] = text(x as number);
    return x as Num;
  };
  for (const [name, parameter] of Object.entries(definition.parameters))
    bind(name, parameter, withoutAssumption(inputs[name]), enter);
  const { roots, steps } = symbolic(definition, inputs, () => true, false);
  return roots.map((row) => row.map((root) => native([[root]], steps, bindings)));
}

const close = (got: Judged | undefined, expected: Cell): boolean =>
  typeof expected === 'number'
    ? typeof got === 'number' && Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
    : got === '#N/A' || got === '#DIV/0!';

describe('every cell of a block = native, as IronCalc computes it', () => {
  const SCENARIOS = 6;
  test.each(blocks)('%s', (_name, definition) => {
    const drawn = fc.sample(inRange(definition), { numRuns: SCENARIOS, seed: 20260331 });
    const cases = drawn.flatMap((args) => {
      const expected = bodyOf(definition, args);
      // What the gate refuses never reaches a formula.
      if (expected instanceof Problem && expected.code === '#VALUE!') return [];
      return [
        { args, expected, formulas: cellFormulas(definition, inputsOf(definition, inOrderOf(definition, args))) },
      ];
    });
    const judged = evaluated(cases.flatMap(({ formulas }) => formulas.flat()));
    for (const { args, expected, formulas } of cases) {
      const cells = formulas.map((row) => judged.splice(0, row.length));
      if (expected instanceof Problem) {
        expect(cells.flat().filter((cell) => ERROR.test(String(cell)))).toContain(expected.code);
        continue;
      }
      expect(cells.map((row) => row.length)).toEqual(expected.map((row) => row.length));
      const wrong = expected.flatMap((row, i) =>
        row.flatMap((cell, j) =>
          close(cells[i]![j], cell)
            ? []
            : [`${JSON.stringify(args)} row ${i + 1}, column ${j + 1}: ${String(cell)}, native ${cells[i]![j]!}`],
        ),
      );
      expect(wrong.slice(0, 3)).toEqual([]);
    }
    expect(cases.length).toBeGreaterThan(0);
  });

  test.each(blocks)('%s as one formula that spills', (_name, definition) => {
    for (const { args, gives } of definition.examples) {
      if (typeof gives === 'string') continue;
      const expected = bodyOf(definition, args);
      if (expected instanceof Problem) throw expected;
      // Excel stacks a cell without a value beside the others; IronCalc makes the whole stack that error.
      if (expected.flat().includes('n/a')) continue;
      const formula = nativeOf(definition, inputsOf(definition, inOrderOf(definition, args)));
      const got = spilled(formula, expected.length, expected[0]!.length);
      const wrong = expected.flatMap((row, i) =>
        row.flatMap((cell, j) =>
          close(got[i]![j], cell) ? [] : [`${i + 1},${j + 1}: ${String(cell)}, ${got[i]![j]!}`],
        ),
      );
      expect(wrong).toEqual([]);
    }
  });
});

describe('a line of a table is a number in every reading', () => {
  test.each(tables)('%s in columns', (_name, table) => {
    const lines = linesOf(table, 1000);
    for (const { line, shape } of lines) columnsAgree(line, [shape], COLUMNS);
    expect(lines.length).toBeGreaterThan(1);
  });

  test.each(tables)('%s as IronCalc computes its native formula', (_name, table) => {
    const lines = linesOf(table, 12);
    const judged = evaluated(lines.flatMap(({ line, shape }) => formulasOf(line, shape)));
    const wrong = lines.flatMap(({ line, shape }) =>
      disagreements(line, shape, judged.splice(0, shape.rows.length).map(numberOrNull)),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
