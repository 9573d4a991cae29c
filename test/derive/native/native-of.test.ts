/** Formulas of ours as an analyst writes them, each as what stands for it without the add-in. */
import { fileReader } from '../../../src/derive/native/file-reader';
import { nativeWorkbook } from '../../../src/derive/native/native-workbook';
import { nativeOf } from '../../../src/derive/native/native-of';
import { addressOf } from '../../../src/models/address';
import type { FileValue, WorkbookFile } from '../../../src/models/xlsx/workbook-file';
import { catalogue, cell, sameTo } from '../../functions/cell';
import { answered, calculated, fileOf, native, showing, type Typed } from './sheet-file';

/** Cases in F, G and H; Q is kept empty for the next. */
const BLOCK: Typed = {
  A4: 'Name',
  B4: 'Unit',
  F4: '1Q26A',
  G4: '2Q26E',
  H4: 'Bear',
  A5: 'The deal',
  ...row(6, 'token_spend', [2, 4.02, 1.2]),
  ...row(7, 'fixed_fee', [0.7, 1.5, 0.7]),
  ...row(8, 'infra_cogs', [0.55, 1.18, 0.5]),
  ...row(10, 'tiers[1].from', [0, 0, 0]),
  ...row(11, 'tiers[1].rate', [0.25, 0.25, 0.2]),
  ...row(12, 'tiers[3].rate', [0.4, 0.4, 0.35]),
  ...row(13, 'mw', [540, 560, 400]),
};

function row(at: number, name: string, values: readonly number[]): Typed {
  return { [`A${at}`]: name, ...Object.fromEntries(values.map((x, i) => [`${'FGH'.charAt(i)}${at}`, x])) };
}

/** What stands in the cells of a formula, or why nothing can. */
async function cells(
  formula: string,
  typed: Typed = BLOCK,
  shows?: readonly (readonly FileValue[])[],
  name = 'Sheet1',
) {
  const file = fileOf(typed, name);
  const on = { host: fileReader(file), catalogue, sheet: 'Sheet1' };
  const shown = (shows ?? [[0]]).map((line) => line.map((value) => (typeof value === 'object' ? value.error : value)));
  const its = await nativeOf(formula, shown, on);
  if ('why' in its) return its.why;
  return its.cells.map((line) =>
    line.map((each) => ('formula' in each ? each.formula : 'text' in each ? each.text : each.error)),
  );
}
const one = async (...of: Parameters<typeof cells>): Promise<string> => {
  const its = await cells(...of);
  return typeof its === 'string' ? its : its[0]![0]!;
};
/** What another spreadsheet makes of it. */
const worth = async (formula: string, typed: Typed = BLOCK): Promise<unknown> =>
  calculated({ ...typed, Z1: await one(formula, typed) }, 'Z1')[0]![0];

describe('a case of a block', () => {
  const EBIT = '=TAAS_CALL("TAAS_PNL[EBIT]",$A$4:$Q$20,F$4)';

  test('its inputs are the cells of its column, and are counted before they are used', async () => {
    const text = await one('=TAAS_CALL("TAAS_TAKE_RATE",$A$4:$Q$20,F$4)');
    expect(text).toBe('=IF(COUNT(F$6:F$7,F$10:F$12)=5,' + text.slice(text.indexOf('LET(')));
    expect(text).toContain('token_spend,F$6,');
    expect(text).toContain('tiers_3_rate,F$12');
    // No row has it: the base case, as in the call.
    expect(text).toContain('-0.5)*0.35');
  });

  test('filled to the right, it is that of the next case', async () => {
    const [here, next] = [await one(EBIT), await one(EBIT.replace('F$4', 'G$4'))];
    expect(here.replaceAll('F$', 'G$')).toBe(next);
    expect(await worth(EBIT.replace('F$4', 'G$4'))).toBeCloseTo(1.65385, 12);
  });

  test.each(['"2q26e"', '$G$4', 'B2'])('named by %s, the column stays', async (which) => {
    const text = await one(`=TAAS_CALL("TAAS_MARGIN",$A$4:$Q$20,${which})`, { ...BLOCK, B2: '2Q26E' });
    expect(text).toContain('token_spend,$G$6,');
  });

  test('on another sheet, whatever its name', async () => {
    const text = await one(
      `=TAAS_CALL("TAAS_MARGIN",'Base case, Q1'!$A$4:$Q$20,'Base case, Q1'!F$4)`,
      BLOCK,
      undefined,
      'Base case, Q1',
    );
    expect(text).toMatch(/^=IF\(COUNT\('Base case, Q1'!F\$6:F\$8,/);
    expect(text).toContain("token_spend,'Base case, Q1'!F$6,");
  });

  test('emptied or turned to text, an input is an error and never a zero', async () => {
    const text = await one(EBIT);
    for (const typed of ['', 'tbd']) {
      expect(calculated({ ...BLOCK, Z1: text, F7: typed }, 'Z1')).toEqual([['#N/A']]);
    }
    expect(calculated({ ...BLOCK, Z1: text, F7: 0 }, 'Z1')[0]![0]).toEqual(expect.any(Number));
  });

  test('an argument of the call stays', async () => {
    expect(await one('=TAAS_CALL("TAAS_PNL(,,,,,0.07)[EBIT]",$A$4:$Q$20,F$4)')).toContain('0.07');
  });

  test('a choice in the block decides which formula it is, and the note says so', async () => {
    const typed = { ...BLOCK, A14: 'mode', F14: 'WHOLE', G14: 'MARGINAL', H14: 'MARGINAL' };
    const live = fileOf({ ...typed, A30: '=TAAS_CALL("TAAS_MARGIN",$A$4:$Q$20,F$4)' });
    const file = await native(showing(live, 'A30', await answered('=TAAS_CALL("TAAS_MARGIN",$A$4:$Q$20,F$4)', live)));
    expect(file.notes).toEqual(['mode is F$14, which decides what the formula is: it is made for "WHOLE".']);
    const [value] = await answered('=TAAS_CALL("TAAS_MARGIN",$A$4:$Q$20,F$4)', live);
    expect(sameTo(1e-9, calculated(file.typed, 'A30')[0]![0], value![0])).toBe(true);
  });

  test.each([
    ['=TAAS_CALL("TAAS_MARGIN",$A$4:$Q$20,$Q$4)', /^case is \$Q\$4, which is empty/],
    ['=TAAS_CALL("TAAS_MARGIN",$A$4:$Q$20,"3Q26E")', /^case is "3Q26E": expected 1Q26A, 2Q26E or Bear$/],
    ['=TAAS_CALL("TAAS_TORNADO",$A$4:$Q$20,F$4)', /^TAAS_TORNADO has no formula: it analyses other functions$/],
  ])('%s is left, and told why', async (formula, why) => {
    expect(await one(formula)).toMatch(why);
  });
});

test('all cases side by side: each number over its own column; one that fails shows its error alone', async () => {
  const formula = '=TAAS_CALL("TAAS_IAAS_PNL",$A$4:$Q$20)';
  const typed = { ...BLOCK, G13: '' };
  const values = await answered(formula, fileOf(typed));
  const its = await cells(formula, typed, values);
  expect(its[0]).toEqual(
    ['Line', '1Q26A', '2Q26E', 'Bear'].map((text, i) => (i === 0 ? (values[0]![0] as string) : text)),
  );
  expect((its as string[][]).slice(1).map((line) => line[2])).toEqual(Array(values.length - 1).fill('#VALUE!'));
  expect(its[1]![1]).toContain('mw,F$13');
  expect(its[1]![3]).toContain('mw,H$13');
});

describe('a table within another formula', () => {
  const PNL = '=IF(F$4="","",TAAS_IAAS_PNL(F13,10,8,F20,0.05,FALSE))';
  const typed = { ...BLOCK, F20: 1, A1: 2 };
  const shows = [[1], [1], [1], [1], [0.1]];

  test('each of its cells has the formula around it', async () => {
    const its = await cells(PNL, typed, shows);
    expect((its as string[][]).map(([text]) => text!.slice(0, 19))).toEqual(Array(5).fill('=IF(F$4="","",LET(m'));
    const got = (its as string[][]).map(([text]) => calculated({ ...typed, Z1: text! }, 'Z1')[0]![0]);
    const live = await answered('=TAAS_IAAS_PNL(F13,10,8,F20,0.05,FALSE)', fileOf(typed));
    expect(got.every((x, i) => sameTo(1e-9, x, live[i]![0]))).toBe(true);
  });

  test('and so it is in arithmetic with one value', async () => {
    const its = await cells('=TAAS_IAAS_PNL(F13,10,8,,,FALSE)*$A$1/SUM(A1:A3)', typed, shows);
    expect(its[1]![0]).toMatch(/^=LET\(.*\)\*\$A\$1\/SUM\(A1:A3\)$/);
  });

  test('INDEX takes one cell of it', async () => {
    expect(await worth('=INDEX(TAAS_PNL(),2,2)+1', typed)).toBe(3);
    expect(await one('="The "&INDEX(TAAS_PNL(),2,1)', typed)).toBe('="The "&"Gross token spend"');
    expect(await worth('=INDEX(TAAS_IAAS_PNL(540,10,8,100%,5%,FALSE),4)', typed)).toBeCloseTo(0.2025, 12);
  });

  test.each([
    '=SUM(TAAS_PNL())',
    '=TAAS_PNL()*A1:A13',
    '=IF(TAAS_PNL()>0,1,2)',
    '=INDEX(TAAS_PNL(),A1,2)',
    '=TRANSPOSE(TAAS_PNL())',
  ])('%s is left', async (formula) => {
    expect(await one(formula, typed)).toBe('TAAS_PNL answers a table within another formula');
  });
});

test('a range for one number: each cell of it has its own formula', async () => {
  const its = await cells('=TAAS_RUN_RATE(F6:H6,$A$1)', { ...BLOCK, A1: 4 }, [[1, 1, 1]]);
  expect((its as string[][])[0]!.map((text) => /revenue,(\w+),periods,([$\w]+)/.exec(text)!.slice(1))).toEqual([
    ['F6', '$A$1'],
    ['G6', '$A$1'],
    ['H6', '$A$1'],
  ]);
});

describe('a workbook', () => {
  const shown = async (typed: Typed, address: string, names?: WorkbookFile['names']): Promise<WorkbookFile> => {
    const file = fileOf(typed, 'Sheet1', names);
    return showing(file, address, await answered(String(typed[address]), file));
  };

  test('what referred to a table by its first cell refers to its cells', async () => {
    const live = await shown(
      { A1: '=TAAS_IAAS_PNL(540,10,8,1,0.05,FALSE)', H1: '=SUM($A$1#)', H2: '=COUNT(A1#)*2' },
      'A1',
    );
    const { typed } = await native(live);
    const last = live.sheets[0]!.cells.find(({ spill }) => spill)!.spill!.rows;
    expect([typed['H1'], typed['H2']]).toEqual([`=SUM($A$1:$A$${last})`, `=COUNT(A1:A${last})*2`]);
  });

  test('a table that is not shown yet stands in cells that are empty, and is a value where they are not', async () => {
    const formula = '=IF(Q$4="","",TAAS_IAAS_PNL(540,10,8,1,0.05,FALSE))';
    const live = showing(fileOf({ C1: formula }), 'C1', [['']]);
    expect(Object.keys((await native(live)).typed)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
    const taken = showing(fileOf({ C1: formula, C3: 7 }), 'C1', [['']]);
    expect((await native(taken)).notes).toEqual([
      expect.stringContaining('its table shows 1 × 1 cells, expected 5 × 1.'),
    ]);
  });

  test('what has no native form is its value, and its note says what it was and why', async () => {
    const { workbook, asValues } = await nativeWorkbook(
      await shown({ A1: '=TAAS_FACT("AWS.REVENUE.1Q26")' }, 'A1'),
      catalogue,
    );
    expect(asValues).toBe(1);
    expect(workbook.sheets[0]!.cells).toEqual([
      {
        row: 0,
        column: 0,
        value: cell('TAAS_FACT', { key: 'AWS.REVENUE.1Q26' }),
        note: 'The value of =TAAS_FACT("AWS.REVENUE.1Q26"), which needs the add-in: TAAS_FACT has no formula: a look-up in the data book.',
      },
    ]);
  });

  test('a number that is needed and whose cell is empty yet is followed when it is typed, alone or in a list', async () => {
    for (const formula of ['=TAAS_PAYBACK(100,B1)', '=TAAS_PPA_COVERAGE(B1,400)']) {
      const { typed, asValues } = await native(
        showing(fileOf({ C1: `=IF(A1="","",${formula.slice(1)})` }), 'C1', [['']]),
      );
      expect(asValues).toBe(0);
      expect(calculated(typed, 'C1')).toEqual([['']]);
      expect(calculated({ ...typed, A1: '3Q26E' }, 'C1')).toEqual([['#N/A']]);
      const [[there]] = calculated({ ...typed, A1: '3Q26E', B1: 50 }, 'C1') as [[number]];
      const here = (await answered(formula, fileOf({ B1: 50, C1: formula })))[0]![0];
      expect(there).toBeCloseTo(here as number, 12);
    }
  });

  test('a name that only a LET has, too, is left out: not every engine lets the LET come first', async () => {
    const names = [
      { name: 'TOKEN_SPEND', refersTo: '=Sheet1!$B$1' },
      { name: 'OTHER', refersTo: '=Sheet1!$B$1' },
    ];
    const left = async (formula: string) =>
      (await nativeWorkbook(await shown({ B1: 2, C1: formula }, 'C1', names), catalogue)).workbook.names.map(
        ({ name }) => name,
      );
    expect(await left('=TAAS_MARGIN(B1)')).toEqual(['OTHER']);
    expect(await left('=TAAS_MARGIN(TOKEN_SPEND)')).toEqual(['TOKEN_SPEND', 'OTHER']);
  });

  test('names of the workbook and of a sheet are read, and a name stays a name', async () => {
    const names = [
      { name: 'spend', refersTo: '=Sheet1!$B$1' },
      { name: 'cases', refersTo: '=Sheet1!$A$4:$Q$20' },
    ];
    const file = fileOf(
      { ...BLOCK, B1: 2, C1: '=TAAS_RUN_RATE(spend)', C2: '=TAAS_CALL("TAAS_MARGIN",cases,"Bear")' },
      'Sheet1',
      names,
    );
    const { typed } = await native(file);
    expect(typed['C1']).toContain('revenue,spend,');
    expect(typed['C2']).toContain('token_spend,$H$6,');
  });
});

describe('TAAS_NATIVE as a text', () => {
  test.each([
    ['TAAS_PNL[EBIT](B4)', 'token_spend,B4,'],
    ["TAAS_PNL( 'Deal, 1Q26'!B4 , $C$5 )[EBIT]", "token_spend,'Deal, 1Q26'!B4,"],
  ])('%s refers to the cells', (text, part) => {
    expect(cell('TAAS_NATIVE', { function: text })).toContain(part);
  });
});

describe('TAAS_GRID: each cell is the function’s own formula', () => {
  const typed: Typed = {
    ...BLOCK,
    B30: 0.3,
    C30: 0.4,
    A31: 0.5,
    A32: 0.7,
    A33: 0.9,
    A40: 'infra_cogs',
    B40: 0.6,
    A41: 'opex_rate',
    B41: 0.04,
  };
  const grid = (more: string): string =>
    `=TAAS_GRID("TAAS_MARGIN","tiers[3].rate",$B$30:$C$30,"fixed_fee",$A$31:$A$33,${more}`;

  test.each([
    [
      'over a case of a block',
      '=TAAS_GRID("TAAS_MARGIN","opex_rate",$B$30:$C$30,"rev_share_scale",$A$31:$A$33,$A$4:$Q$20,FALSE,"Bear")',
    ],
    ['over the base case, with its values beside it', grid(',TRUE)')],
    ['over two columns', grid('$A$40:$B$41)')],
    ['with its values typed', '=TAAS_GRID("TAAS_MARGIN","token_spend",{1,2},"infra_cogs",{0.45;0.55},,TRUE)'],
  ])('%s', async (_what, formula) => {
    const live = fileOf({ ...typed, J40: formula });
    const values = await answered(formula, live);
    const file = await native(showing(live, 'J40', values));
    expect([formula, file.notes]).toEqual([formula, []]);
    const area = addressOf({ row: 39, column: 9, rows: values.length, columns: values[0]!.length });
    for (const moved of [{}, { B30: 0.33, A32: 0.77, H8: 0.45, B40: 0.5 }]) {
      const now = await answered(formula, fileOf({ ...typed, ...moved }));
      const got = calculated({ ...file.typed, ...moved }, area);
      expect([formula, now.flatMap((line, i) => line.filter((value, j) => !sameTo(1e-9, got[i]![j], value)))]).toEqual([
        formula,
        [],
      ]);
    }
  });
});
