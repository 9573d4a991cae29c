/** The file for whoever has no add-in, computed by a spreadsheet that shares no code with this one. */
import type { Definition } from '../../../src/catalogue/define';
import { kindOf } from '../../../src/catalogue/parameters';
import { formulaAsTyped } from '../../../src/derive/example';
import { functions } from '../../../src/functions';
import { addressOf, cellsOf } from '../../../src/models/address';
import { byQuarter } from '../../../src/models/by-quarter';
import type { FileValue } from '../../../src/models/xlsx/workbook-file';
import { catalogue, sameTo, type Arguments } from '../../functions/cell';
import { answered, calculated, fileOf, native, showing, type Typed } from './sheet-file';

/** Right of any table. */
const FIRST_COLUMN = 30;

/** The formula of an example, and its numbers in cells: lists in columns, tiers in two. */
function inCells(definition: Definition, args: Arguments): { readonly formula: string; readonly typed: Typed } {
  const typed: Record<string, number> = {};
  let column = FIRST_COLUMN;
  const texts = Object.entries(definition.parameters).map(([name, parameter]): string => {
    const value = args[name];
    const isOfNumbers = [value].flat(2).every((x) => typeof x === 'number');
    if (value === undefined || !kindOf(parameter).numbers || !isOfNumbers) {
      const formula = formulaAsTyped(definition, { [name]: value });
      return formula.slice(formula.lastIndexOf('(') + 1, -1).replace(/^,+/, '');
    }
    const rows = [value].flat().map((row) => [row].flat() as number[]);
    rows.forEach((row, i) => row.forEach((x, j) => (typed[addressOf({ row: i, column: column + j })] = x)));
    const reference = addressOf({ row: 0, column, rows: rows.length, columns: rows[0]!.length });
    column += rows[0]!.length + 1;
    return reference;
  });
  while (texts.at(-1) === '') texts.pop();
  return { formula: `=${definition.name}(${texts.join(',')})`, typed };
}

/** Where what is computed elsewhere is not what is answered here. */
const differing = (
  typed: Typed,
  values: readonly (readonly FileValue[])[],
  at: string,
): readonly (readonly unknown[])[] => {
  const got = calculated(typed, at);
  return values.flatMap((row, i) =>
    row.flatMap((value, j) => {
      const here = got[i]![j];
      const wanted = typeof value === 'object' ? value.error : value;
      return sameTo(1e-9, here, wanted) || here === String(wanted) ? [] : [[i, j, wanted, here]];
    }),
  );
};

const areaOf = (values: readonly (readonly FileValue[])[]): string =>
  addressOf({ row: 0, column: 0, rows: values.length, columns: values[0]!.length });

const hasErrors = (values: readonly (readonly FileValue[])[]): boolean =>
  values.flat().some((value) => typeof value === 'object');

/** Whether a number has become "n/a": in Excel's own formula it is an error. */
const isNewlyVoid = (now: readonly (readonly FileValue[])[], before: readonly (readonly FileValue[])[]): boolean =>
  now.some((row, i) => row.some((value, j) => value === 'n/a' && before[i]![j] !== 'n/a'));

const withFormula = functions.filter(({ formula }) => formula).map(({ name }) => [name, catalogue.find(name)] as const);

describe('every function with its numbers in cells: native, it is the same number, and stays so when they move', () => {
  test.each(withFormula)('%s', async (_name, definition) => {
    let judged = 0;
    for (const { args } of definition.examples) {
      const { formula, typed } = inCells(definition, args);
      const live = fileOf({ ...typed, A1: formula });
      const values = await answered(formula, live);
      const file = await native(showing(live, 'A1', values));
      if (file.asValues > 0) {
        expect(file.notes).toEqual([expect.stringContaining(`The value of ${formula}, which needs the add-in: `)]);
        continue;
      }
      expect(Object.values(file.typed).join(' ')).not.toMatch(/TAAS_|BEDROCK_[A-Z]+\(|STACK\(/);
      const area = areaOf(values);
      expect(differing(file.typed, values, area)).toEqual([]);
      judged++;
      for (const [address, x] of Object.entries(typed)) {
        for (const factor of [0.9, 1.1]) {
          const moved = { [address]: Number(x) * factor };
          const now = await answered(formula, fileOf({ ...typed, ...moved }));
          // What a function refuses, a formula of Excel's computes all the same; other lines are another formula.
          if (hasErrors(now) || areaOf(now) !== area || isNewlyVoid(now, values)) continue;
          expect([formula, moved, differing({ ...file.typed, ...moved }, now, area)]).toEqual([formula, moved, []]);
        }
      }
    }
    expect(judged).toBeGreaterThan(0);
  });
});

/** The block of the model by quarter, each of its cells a number or a text. */
const [, RANGE] = /TAAS_CALL\("TAAS_MARGIN",([$A-Z\d:]+),/.exec(
  byQuarter.cells.map((cell) => cell.formula ?? '').join(),
)!;
const block = cellsOf(RANGE!.replaceAll('$', ''));
const BLOCK: Typed = Object.fromEntries(
  byQuarter.cells.flatMap(({ at, value }) => {
    const { row, column } = cellsOf(at);
    const isWithin = row >= block.row && row < block.row + block.rows && column < block.columns;
    return isWithin && value !== undefined ? [[at, value] as const] : [];
  }),
);
/** Below the block. */
const BELOW = block.row + block.rows + 2;
const AT = addressOf({ row: BELOW, column: 0 });
const NOW = 'I';

describe('TAAS_CALL on the block of the model by quarter: the function’s own formula over the cells of each case', () => {
  const given = functions.filter(({ formula }) => formula).map(({ name }) => name);
  const areaAt = (values: readonly (readonly FileValue[])[]): string =>
    addressOf({ row: BELOW, column: 0, rows: values.length, columns: values[0]!.length });
  const nativeAt = async (formula: string) => {
    const live = fileOf({ ...BLOCK, [AT]: formula });
    const values = await answered(formula, live);
    return { values, ...(await native(showing(live, AT, values))) };
  };

  test.each(given)('%s, all cases and one of them', async (name) => {
    for (const which of ['', `,${NOW}$${block.row + 1}`]) {
      const formula = `=TAAS_CALL("${name}",${RANGE},${which})`.replace(',,', ',');
      const { values, typed, notes, asValues } = await nativeAt(formula);
      if (typeof values[0]![0] === 'object') {
        expect([asValues, notes.length]).toEqual([1, 1]);
        continue;
      }
      expect([formula, notes]).toEqual([formula, []]);
      expect(Object.values(typed).join(' ')).not.toMatch(/TAAS_CALL/);
      expect([formula, differing(typed, values, areaAt(values))]).toEqual([formula, []]);
      const numbers = Object.entries(BLOCK).filter(
        ([address, x]) =>
          typeof x === 'number' &&
          address.startsWith(NOW) &&
          JSON.stringify(typed).includes(`${NOW}$${address.slice(1)}`),
      );
      for (const [address, x] of numbers) {
        for (const factor of [0.9, 1.1]) {
          const moved = { [address]: Number(x) * factor };
          const now = await answered(formula, fileOf({ ...BLOCK, ...moved }));
          if (now.flat().some((value) => typeof value === 'object') || isNewlyVoid(now, values)) continue;
          expect([formula, moved, differing({ ...typed, ...moved }, now, areaAt(values))]).toEqual([
            formula,
            moved,
            [],
          ]);
        }
      }
    }
  });
});
