/** Our formulas as Excel's own, judged by a spreadsheet that shares no code with this one; and back again. */
import { goNative, nativeOf } from '../../../src/pane/check-up/native';
import { bringBack, replaceHere, replaceInCopies, returning, type Planned } from '../../../src/pane/check-up/replace';
import { inOrderOf, inputsOf } from '../../../src/catalogue/call';
import type { Definition } from '../../../src/catalogue/define';
import { kindOf } from '../../../src/catalogue/parameters';
import { orProblem, Problem } from '../../../src/catalogue/problem';
import { formulaAsTyped } from '../../../src/derive/example';
import { addressOf, cellsOf } from '../../../src/models/address';
import type { CellValue } from '../../../src/pane/host';
import { sheetOf, type Judged } from '../../engines/ironcalc';
import { catalogue, sameTo, type Arguments } from '../../functions/cell';
import { openSheet, type Sheet } from '../sheet';
import { enter, looked, typedIn } from './workbook';

const parts = (sheet: Sheet) => ({ host: sheet.host, catalogue });

/** Right of any table. */
const FIRST_COLUMN = 30;

/** The formula of an example whose numbers stand in cells: lists in columns, tiers in two. */
function inCells(definition: Definition, args: Arguments, sheet: Sheet): string {
  let column = FIRST_COLUMN;
  const texts = Object.entries(definition.parameters).map(([name, parameter]): string => {
    const value = args[name];
    const isOfNumbers = [value].flat(2).every((x) => typeof x === 'number');
    if (value === undefined || !kindOf(parameter).numbers || !isOfNumbers) {
      const formula = formulaAsTyped(definition, { [name]: value });
      return formula.slice(formula.lastIndexOf('(') + 1, -1).replace(/^,+/, '');
    }
    const rows = [value].flat().map((row) => [row].flat() as number[]);
    rows.forEach((row, i) => row.forEach((x, j) => sheet.type({ [addressOf({ row: i, column: column + j })]: x })));
    const reference = addressOf({ row: 0, column, rows: rows.length, columns: rows[0]!.length });
    column += rows[0]!.length + 1;
    return reference;
  });
  while (texts.at(-1) === '') texts.pop();
  return `=${definition.name}(${texts.join(',')})`;
}

/** What another spreadsheet makes of the sheet. */
function calculated(typed: Readonly<Record<string, CellValue>>, rows: number, columns: number): Judged[][] {
  const cells = Object.entries(typed).map(([address, content]) => {
    const { row, column } = cellsOf(address);
    const text = typeof content === 'string' ? content : String(content);
    // Excel's INDEX takes a single cell for a range of one; IronCalc's does not.
    return [row + 1, column + 1, text.replace(/INDEX\((\$?[A-Z]+\$?\d+),1\)/g, '$1')] as const;
  });
  return sheetOf(cells, rows, columns);
}

const examples = catalogue.functions.flatMap((definition) =>
  definition.examples.map((example, i) => [definition.name, i + 1, definition, example.args as Arguments] as const),
);

describe('every example, with its numbers typed and with its numbers in cells', () => {
  test.each(examples)('%s, example %i', async (_name, _i, definition, args) => {
    for (const write of [formulaAsTyped, inCells]) {
      const sheet = openSheet();
      const formula = write(definition, args, sheet);
      await enter(sheet, formula);
      const before = await typedIn(sheet.host);
      const plan = await goNative(await looked(sheet.host), parts(sheet));
      if (plan.planned.length === 0) {
        expect(plan.left).toEqual([expect.objectContaining({ formula, why: expect.stringMatching(/\S/) as string })]);
        const isOfFormula =
          definition.formula !== undefined &&
          !(orProblem(() => inputsOf(definition, inOrderOf(definition, args))) instanceof Problem);
        // A formula that Excel would not take, and an error, are left; so is what shapes the formula.
        if (isOfFormula)
          expect(plan.left[0]!.why).toMatch(
            /^its formula would|^it shows #|^\w+ is .*(?:decides|of which not every|expected)/,
          );
        return;
      }
      const [{ area, values }] = plan.planned as [Planned];
      expect((await replaceHere(plan, sheet.host)).left).toEqual([]);
      const after = await typedIn(sheet.host);
      expect(Object.values(after).join(' ')).not.toMatch(/TAAS_|BEDROCK_[A-Z]+\(/);
      const got = calculated(after, area.rows, area.columns);
      const wrong = values.flatMap((row, i) =>
        row.flatMap((value, j) =>
          sameTo(1e-9, got[i]![j], value) || got[i]![j] === String(value) ? [] : [[value, got[i]![j], formula]],
        ),
      );
      expect(wrong).toEqual([]);

      const back = await returning('native', sheet.host);
      expect(back.left).toEqual([]);
      await bringBack(back.returning, sheet.host);
      expect(await typedIn(sheet.host)).toEqual(before);
      expect(await sheet.host.notes('Sheet1')).toEqual([]);
    }
  });
});

describe('a cell', () => {
  let sheet: Sheet;
  beforeEach(() => (sheet = openSheet()));
  const native = async (formula: string) => {
    sheet.type({ A1: formula });
    const its = await nativeOf(parts(sheet), { sheet: 'Sheet1', address: 'A1' });
    return 'why' in its ? its.why : its.cells[0]![0];
  };
  const worth = async (formula: string): Promise<Judged> => {
    const text = await native(formula);
    return calculated({ ...(await typedIn(sheet.host)), A1: text! }, 1, 1)[0]![0]!;
  };

  test('references stay as they are written', async () => {
    sheet.type({ B4: 1.25 });
    expect(await native('=TAAS_RUN_RATE($B$4)')).toBe(
      '=LET(revenue,$B$4,periods,4,monthly_subscriptions,0,revenue*periods+12*monthly_subscriptions)',
    );
    expect(await native("=TAAS_RUN_RATE('Sheet1'!B4)")).toContain("revenue,'Sheet1'!B4,");
  });

  test('whatever else the formula has is not touched', async () => {
    sheet.type({ B4: 1.25 });
    expect(await native('=IF( B4>1, TAAS_RUN_RATE(B4)*2, "TAAS_RUN_RATE(1)")')).toBe(
      '=IF( B4>1, LET(revenue,B4,periods,4,monthly_subscriptions,0,revenue*periods+12*monthly_subscriptions)*2, "TAAS_RUN_RATE(1)")',
    );
  });

  test('an empty cell takes the base case, until it is filled', async () => {
    expect(await native('=TAAS_RUN_RATE(B4)')).toContain('revenue,IF(B4="",1.375,B4),');
    expect(await worth('=TAAS_RUN_RATE(B4)')).toBe(5.5);
    sheet.type({ B4: 2 });
    expect(await worth('=TAAS_RUN_RATE(B4)')).toBe(8);
  });

  test('arithmetic, a sum of the sheet, a name and another call of ours', async () => {
    sheet.type({ B1: 0.5, B2: 0.75, B3: 1 });
    expect(await worth('=TAAS_RUN_RATE(B1*2+B2)')).toBe(7);
    expect(await worth('=TAAS_RUN_RATE(SUM(B1:B3))')).toBe(9);
    expect(await worth('=TAAS_RUN_RATE(TAAS_RUN_RATE(B1,2),B3)')).toBe(1);
    sheet.name('revenue', 'Sheet1!B3');
    expect(await native('=TAAS_RUN_RATE(revenue*2)')).toContain('LET(revenue_,(revenue*2),');
  });

  test.each([
    ['=TAAS_FACT("x")', /^it shows|TAAS_FACT has no formula/],
    ['=TAAS_MARGIN(,,,,,,B9)', /^mode is B9, and decides which formula it is: type it instead$/],
    ['=TAAS_MARGIN(B8)', /^token_spend is B8, which holds "1.5": expected a number$/],
    ['=SUM(TAAS_PNL())', /^TAAS_PNL answers a table within another formula$/],
    ['=1+1', /^it has no function of ours$/],
  ])('%s is left, and told why', async (formula, why) => {
    sheet.type({ B8: '1.5', B9: 'WHOLE' });
    expect(await native(formula)).toMatch(why);
  });
});

test('in a copy the formulas stay, and the copy has none of ours', async () => {
  const sheet = openSheet();
  sheet.type({ Z1: 1.5 });
  await enter(sheet, '=TAAS_MARGIN(Z1)');
  await enter(sheet, '=TAAS_PNL(Z1)', 2, 0);
  const before = await typedIn(sheet.host);
  const done = await replaceInCopies(await goNative(await looked(sheet.host), parts(sheet)), sheet.host);
  expect(done).toMatchObject({ copies: ['Sheet1 (2)'], left: [] });
  expect(await typedIn(sheet.host)).toEqual(before);
  expect(Object.values(await typedIn(sheet.host, 'Sheet1 (2)')).join(' ')).not.toContain('TAAS_');
});

test('what was changed since is one’s own and stays', async () => {
  const sheet = openSheet();
  await enter(sheet, '=TAAS_MARGIN(1)');
  await replaceHere(await goNative(await looked(sheet.host), parts(sheet)), sheet.host);
  sheet.type({ A1: '=1+1' });
  const { returning: none, left } = await returning('native', sheet.host);
  expect([none, left.map(({ why }) => why)]).toEqual([[], ['what stands there was changed since']]);
});

test('a note of one’s own is not written over', async () => {
  const sheet = openSheet();
  await enter(sheet, '=TAAS_MARGIN(1)');
  const place = { sheet: 'Sheet1', address: 'A1' };
  await sheet.host.change([{ place, from: '=TAAS_MARGIN(1)', to: '=TAAS_MARGIN(1)', note: 'as agreed with Ann' }]);
  const done = await replaceHere(await goNative(await looked(sheet.host), parts(sheet)), sheet.host);
  expect(done.left.map(({ why }) => why)).toEqual([expect.stringContaining('a note of one’s own')]);
  expect(await typedIn(sheet.host)).toEqual({ A1: '=TAAS_MARGIN(1)' });
});
