/** TAAS_NATIVE with every input in a cell, computed by another spreadsheet engine: a model that needs no add-in. */
import { call, callByName, inOrderOf, inputsOf } from '../../src/catalogue/call';
import type { Cell, Definition } from '../../src/catalogue/define';
import { withoutAssumption } from '../../src/catalogue/lift';
import type { Scalar } from '../../src/catalogue/parameters';
import { kindOf } from '../../src/catalogue/parameters';
import { Problem } from '../../src/catalogue/problem';
import { formulaAsTyped } from '../../src/derive/example';
import { functions } from '../../src/functions';
import { catalogue, type Arguments } from '../functions/cell';
import { spilled, type Beside, type Judged } from './ironcalc';

/** Right of any block that spills. */
const FIRST_COLUMN = 30;

function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

interface Model {
  /** what TAAS_NATIVE is given: names beside references, or values where a reference cannot stand */
  readonly inputs: readonly (readonly [string, Scalar])[];
  readonly beside: Beside;
}

/** Every number of an example in a cell of its own; lists go down and across in turn, tier tables stand in two columns. */
function modelOf(definition: Definition, args: Arguments): Model {
  const given = inputsOf(definition, inOrderOf(definition, args));
  const beside: (readonly [number, number, number])[] = [];
  const inputs: [string, Scalar][] = [];
  let column = FIRST_COLUMN;
  // Whether an option has what it needs is asked of values.
  const replaced = definition.rules.flatMap((rule) =>
    'replacing' in rule && given[rule.by] !== undefined ? rule.replacing : [],
  );
  const needed = definition.rules.flatMap((rule) => ('needs' in rule ? [rule.needs] : []));
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    const { shape, numbers } = kindOf(parameter);
    const plain = withoutAssumption(given[name]);
    if (plain === undefined || replaced.includes(name)) continue;
    if (parameter.kind === 'counts') {
      const each = Array.isArray(plain) ? plain.map((x, i) => [`${name}[${i + 1}]`, x] as const) : [[name, plain]];
      inputs.push(...(each as [string, Scalar][]));
      continue;
    }
    if (!numbers && shape !== 'cell') continue;
    if (!numbers || needed.includes(name)) {
      inputs.push([name, plain as Scalar]);
      continue;
    }
    const down = shape !== 'line' || column % 2 === 0;
    const rows = ([plain].flat() as (number | number[])[]).map((x) => [x].flat());
    const grid = down ? rows : [rows.flat()];
    grid.forEach((row, i) => row.forEach((x, j) => beside.push([i + 1, column + j, x])));
    const [width, height] = [grid[0]!.length, grid.length];
    const end = width * height === 1 ? '' : `:$${columnName(column + width - 1)}$${height}`;
    inputs.push([name, `$${columnName(column)}$1${end}`]);
    column += width + 1;
  }
  return { inputs, beside };
}

const same = (got: Judged, expected: Cell): boolean =>
  typeof expected === 'number' && typeof got === 'number'
    ? Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
    : got === (expected === 'n/a' ? '#N/A' : expected);

const examples = functions
  .filter(({ formula }) => formula !== undefined)
  .flatMap((definition) =>
    definition.examples.map((example, i) => [definition.name, i + 1, definition, example] as const),
  );

test.each(examples)('%s, example %i', (name, _i, definition, { args, gives }) => {
  if (gives === '#VALUE!') return;
  const given = 'headers' in definition.parameters ? { ...(args as Arguments), headers: false } : (args as Arguments);
  const answer = call(definition, inOrderOf(definition, given), catalogue);
  const expected: readonly (readonly Cell[])[] = answer instanceof Problem ? [[answer.code]] : answer.cells;
  // Excel stacks a cell without a value beside the others; IronCalc makes the whole stack that error.
  if (expected.flat().includes('n/a')) return;
  const { inputs, beside } = modelOf(definition, given);
  // A table with names and dates stands in a call, not beside a name.
  const isCall = Object.values(definition.parameters).some(({ kind }) => kind === 'sites');
  const asked = isCall ? { function: formulaAsTyped(definition, given) } : { function: name, inputs };
  const text = callByName(catalogue.find('TAAS_NATIVE'), asked, catalogue);
  // A question that no formula asks, such as a scenario that there is not.
  if (text instanceof Problem && answer instanceof Problem) return void expect(text.code).toBe(answer.code);
  if (text instanceof Problem) throw text;
  // Excel's INDEX takes a single cell for a range of one; IronCalc's does not.
  const formula = (text.cells[0]![0] as string).replace(/INDEX\((\$[A-Z]+\$\d+),1\)/g, '$1');
  expect(formula.startsWith('=')).toBe(true);
  const got = spilled(formula, expected.length, expected[0]!.length, beside);
  const wrong = expected.flatMap((row, i) =>
    row.filter((cell, j) => !same(got[i]![j]!, cell)).map((cell) => [cell, got[i], formula]),
  );
  expect(wrong).toEqual([]);
});
