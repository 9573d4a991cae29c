/** A call in a cell as the base of an analysis, and the formula that answers in another cell. */
import { withoutAssumption } from '../../../src/catalogue/lift';
import { Problem } from '../../../src/catalogue/problem';
import { resultOf } from '../../../src/analysis/subject';
import { chartOf } from '../../../src/charts';
import type { Chart } from '../../../src/charts/chart';
import { callsIn } from '../../../src/derive/formula/calls';
import { compute } from '../../../src/derive/formula/values';
import type { Sheet as On } from '../../../src/pane/formula/sheet';
import { asked, askedOfBlock, askedOfCells, baseIn, type Asked } from '../../../src/pane/what-if/ask';
import { basisOfCell, type Basis } from '../../../src/pane/what-if/basis';
import type { CellBase } from '../../../src/pane/what-if/cell-base';
import { sizeOf } from '../../../src/pane/what-if/destination';
import { startOf, type Filled } from '../../../src/pane/what-if/form';
import { QUESTIONS, type Question } from '../../../src/pane/what-if/questions';
import { analysed } from '../../../src/pane/what-if/subject';
import { addressOf } from '../../../src/models/address';
import { catalogue } from '../../functions/cell';
import { openSheet, type Sheet } from '../sheet';
import { offered } from './offered';

let sheet: Sheet;
let on: On;
beforeEach(() => {
  sheet = openSheet();
  on = { host: sheet.host, catalogue, sheet: 'Sheet1' };
});

const question = (asks: string): Question => QUESTIONS.find((each) => each.asks === asks)!;

async function base(formula: string, at = 'A1'): Promise<CellBase> {
  sheet.type({ [at]: formula });
  const name = callsIn(formula, catalogue)[0]!.definition.name;
  const its = await baseIn({ sheet: 'Sheet1', address: at }, name, on);
  if (its instanceof Problem) throw its;
  return its;
}

async function ask(its: Question, basis: Basis, filled: Filled = {}): Promise<Asked> {
  const draws = its.draws?.(basis.analysed);
  const rows = (draws?.start ?? []).map((path) => ({
    ...startOf(draws!.choices(path)),
    ...startOf(draws!.values(path, 'TRIANGULAR')),
  }));
  const answer = await asked(its, basis, { ...startOf(its.fields(basis.analysed)), ...filled }, rows, on);
  if (answer instanceof Problem) throw answer;
  return answer;
}

/** What the cell shows into which the formula is written. */
async function answered(formula: string): Promise<readonly (readonly unknown[])[]> {
  const computed = await compute(callsIn(formula, catalogue)[0]!, on);
  if ('worked' in computed) return computed.worked.answer.cells;
  throw new Error(`${formula}: ${'problem' in computed ? computed.problem.sentence : computed.why}`);
}

/** The numbers that a picture shows, as they stand in the table of its answer. */
function numbersOf(chart: Chart): unknown {
  switch (chart.kind) {
    case 'tornado':
      return chart.bars.map(({ path, low, high, swing }) => [path, low?.result ?? 'n/a', high?.result ?? 'n/a', swing]);
    case 'grid':
      return chart.down.values.map((y, i) => [y, ...chart.results[i]!]);
    case 'solve':
      return chart.root === undefined ? [] : [[chart.root]];
    case 'histogram':
      return chart.percentiles.map(({ name, value }) => [name, value]);
    case 'waterfall':
      return [chart.start?.result, chart.end.result];
  }
}

function numbersIn(kind: Chart['kind'], cells: readonly (readonly unknown[])[], chart: Chart): unknown {
  switch (kind) {
    case 'tornado':
      return cells.slice(1, 1 + (chart as Chart & { readonly kind: 'tornado' }).bars.length);
    case 'grid':
      return cells.slice(1).map((row) => row.map((cell) => (typeof cell === 'number' ? cell : null)));
    case 'solve':
      return cells;
    case 'histogram':
      return cells.filter(([name]) => ['P5', 'P50', 'P95'].includes(String(name)));
    case 'waterfall':
      return cells.at(-1)!.slice(1, 3);
  }
}

/** The formula answers what its picture shows, in as much room as it was given. */
async function expectSame({ name, args, formula }: Asked): Promise<void> {
  const its = catalogue.find(name);
  let chart: Chart;
  try {
    chart = chartOf(its, args, catalogue);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    await expect(answered(formula)).rejects.toThrow(problem.sentence.replace(/^\S+/, ''));
    return;
  }
  if (chart.kind === 'solve' && chart.root === undefined) {
    await expect(answered(formula)).rejects.toThrow();
    return;
  }
  const cells = await answered(formula);
  expect([formula, numbersIn(chart.kind, cells, chart)]).toEqual([formula, numbersOf(chart)]);
  expect([formula, cells.length, cells[0]!.length]).toEqual([formula, ...Object.values(sizeOf(chart))]);
}

describe('a margin with four tiers of one’s own', () => {
  const FORMULA = '=TAAS_MARGIN(B1,B2,,D1:E4,share,6%)';
  beforeEach(() => {
    sheet.type({ B1: 3, B2: 0.9, D1: 0, E1: 0.2, D2: 1, E2: 0.25, D3: 2, E3: 0.3, D4: 3, E4: 0.35, G7: 0.8 });
    sheet.name('share', 'Sheet1!G7');
  });

  test('all four are the base, and each number of them can be varied', async () => {
    const { analysed: its } = basisOfCell(await base(FORMULA), undefined, catalogue);
    const paths = its.varied.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['tiers[1].rate', 'tiers[4].rate', 'tiers[4].from', 'infra_cogs']));
    expect(its.varied.find(({ path }) => path === 'tiers[4].rate')!.base).toBe(0.35);
    const [margin] = await answered('=TAAS_MARGIN(3,0.9,,{0,0.2;1,0.25;2,0.3;3,0.35},0.8,6%)');
    expect(its.result).toBe(margin![0]);
  });

  test('the formula refers to the cells, the name as it stands, and types what the call types', async () => {
    const { formula } = await ask(question('What moves it?'), basisOfCell(await base(FORMULA), undefined, catalogue));
    expect(formula).toMatch(/^=TAAS_TORNADO\("TAAS_MARGIN\(,,,,,0.06\)",CHOOSE\(\{1,2;3,4;/);
    expect(formula).toContain('"token_spend",IF(B1="",2,B1),"fixed_fee",IF(B2="",0.7,B2)');
    expect(formula).toContain('"tiers[4].from",IF(D4="","",D4),"tiers[4].rate",IF(E4="","",E4)');
    expect(formula).toContain('IF(share="",');
  });

  test('each question: what the cell answers is what the picture shows, also once a cell has changed', async () => {
    for (const its of QUESTIONS.filter(({ cases }) => !cases)) {
      const filled: Filled = its.function === 'TAAS_SIMULATE' ? { trials: '100' } : {};
      const before = await ask(its, basisOfCell(await base(FORMULA), undefined, catalogue), filled);
      await expectSame(before);
      const one = await answered(before.formula);
      sheet.type({ E3: 0.29, B2: 0.95 });
      expect(await answered(before.formula)).not.toEqual(one);
      sheet.type({ E3: 0.3, B2: 0.9 });
    }
  });

  test('what is varied is typed into the call, the rest of its table follows the sheet', async () => {
    const basis = basisOfCell(await base(FORMULA), undefined, catalogue);
    const its = await ask(question('What must be true?'), basis, { param: 'tiers[4].rate', target: '60%' });
    expect(its.formula).toContain('"TAAS_MARGIN(,,,{0,0.2;1,0.25;2,0.3;3,0.35},,0.06)"');
    expect(its.formula).toContain('"tiers[3].rate",IF(E3="","",E3)');
    expect(its.formula).not.toContain('"tiers[4].rate",IF');
    await expectSame(its);
  });

  test('a rate that is cleared later is an error, not zero', async () => {
    const { formula } = await ask(question('What moves it?'), basisOfCell(await base(FORMULA), undefined, catalogue));
    sheet.type({ E3: '' });
    await expect(answered(formula)).rejects.toThrow('tiers[3].rate');
  });
});

describe('uncertain inputs that stand in cells', () => {
  const likely = question('How likely?');
  const of = async () => basisOfCell(await base('=TAAS_MARGIN(B1)'), undefined, catalogue);
  beforeEach(() => sheet.type({ B1: 3, F1: 2.5, F2: 4 }));
  const draw = (values: Filled): Filled => ({ path: 'token_spend', distribution: 'TRIANGULAR', ...values });
  const askOf = async (filled: Filled, rows: readonly Filled[]) =>
    asked(likely, await of(), { trials: '50', ...filled }, rows, on);

  test('the middle of a spread is the cell of the input, and follows it', async () => {
    const { analysed: its } = await of();
    const values = likely.draws!(its).values('token_spend', 'TRIANGULAR');
    expect(values.map(({ start }) => start)).toEqual(['2.25', 'B1', '3.75']);
  });

  test('a box may name a cell or compute from one: the formula has it so', async () => {
    const its = (await askOf({}, [draw({ low: 'F1', mode: 'B1', high: '=F2*1.1' })])) as Asked;
    expect(its.formula).toContain('CHOOSE({1,2,3,4,5},"token_spend","TRIANGULAR",F1,B1,F2*1.1)');
    expect(its.args['spec']).toEqual([['token_spend', 'TRIANGULAR', 2.5, 3, 4.4]]);
    await expectSame(its);
    const before = await answered(its.formula);
    sheet.type({ F1: 1 });
    expect(await answered(its.formula)).not.toEqual(before);
  });

  test('typed in the pane they may as well stand in cells: the formula that looks there answers the same', async () => {
    const its = (await askOf({}, [
      draw({ low: '2.5', mode: 'B1', high: '4' }),
      { path: 'infra_cogs', distribution: 'NORMAL', mean: '0.6', sd: '1%' },
    ])) as Asked;
    const { title, headings, rows, formula } = its.spread!;
    expect([title, headings, rows]).toEqual([
      'Uncertain inputs of TAAS_MARGIN (ask anew for other inputs than these)',
      ['Input', 'Distribution', 'low or mean', 'mode or sd', 'high'],
      [
        ['token_spend', 'TRIANGULAR', 2.5, '=B1', 4],
        ['infra_cogs', 'NORMAL', 0.6, 0.01, ''],
      ],
    ]);
    sheet.type({ J1: 'token_spend', K1: 'TRIANGULAR', L1: 2.5, M1: 3, N1: 4 });
    sheet.type({ J2: 'infra_cogs', K2: 'NORMAL', L2: 0.6, M2: 0.01 });
    expect(await answered(formula('J1:N2'))).toEqual(await answered(its.formula));
    const inCells = (await askOf({ spec: 'J1:N2' }, [])) as Asked;
    expect([inCells.formula, inCells.spread]).toEqual([formula('J1:N2'), undefined]);
    await expectSame(inCells);
  });

  test('a blank cell is refused, and so are more cells than a formula can choose from', async () => {
    expect(await askOf({}, [draw({ low: 'H9', mode: '3', high: '4' })])).toMatchObject({
      sentence: 'spec row 1 is H9: expected cells that hold what is asked for (H9 is blank).',
    });
    const many = Array.from({ length: 51 }, () => draw({ low: 'F1', mode: 'B1', high: 'F2' }));
    expect(await askOf({}, many)).toMatchObject({ sentence: expect.stringContaining('at most 254') as string });
  });
});

test('a target and the values of a table may stand in cells, too', async () => {
  sheet.type({ B1: 3, F1: 0.4, F2: 2, F3: 3, F4: 4 });
  const basis = basisOfCell(await base('=TAAS_MARGIN(B1)'), undefined, catalogue);
  const solved = await ask(question('What must be true?'), basis, { target: 'F1', param: 'infra_cogs' });
  expect(solved.formula).toMatch(/^=TAAS_SOLVE\("TAAS_MARGIN",F1,"infra_cogs"/);
  await expectSame(solved);
  const table = await ask(question('What if both move?'), basis, {
    param_y: 'token_spend',
    values_y: 'F2:F4',
    param_x: 'infra_cogs',
    values_x: '0.5, 0.6',
  });
  expect(table.formula).toBe('=TAAS_GRID("TAAS_MARGIN(3)","infra_cogs",{0.5;0.6},"token_spend",F2:F4,,TRUE)');
  await expectSame(table);
});

test('a blank cell is the base case until it is filled', async () => {
  const its = await ask(
    question('What moves it?'),
    basisOfCell(await base('=TAAS_MARGIN(B1,B2)'), undefined, catalogue),
  );
  expect(its.formula).toContain('"token_spend",IF(B1="",2,B1)');
  await expectSame(its);
  const before = await answered(its.formula);
  sheet.type({ B1: 5 });
  expect(await answered(its.formula)).not.toEqual(before);
  await expectSame(
    await ask(question('What moves it?'), basisOfCell(await base('=TAAS_MARGIN(B1,B2)'), undefined, catalogue)),
  );
});

test('a list in a row or a column: each element follows its cell', async () => {
  sheet.type({ B1: 10, B2: 20, B3: 30, C1: 0.4, C2: 0.5, C3: 0.6 });
  const its = await base('=TAAS_BLENDED_MARGIN(B1:B3,C1:C3)');
  expect(its.live.map(({ path }) => path)).toEqual(expect.arrayContaining(['revenues[1]', 'margins[3]']));
  await expectSame(await ask(question('What moves it?'), basisOfCell(its, undefined, catalogue)));
});

test('what is computed in the argument is computed in the formula too; a blank optional one is left out and told', async () => {
  sheet.type({ B1: 1.5, C1: 4 });
  const its = await base('=TAAS_MARGIN(B1*2,Sheet2!B9)');
  expect(its.live[0]).toEqual({ path: 'token_spend', value: 3, formula: 'B1*2' });
  await expectSame(await ask(question('What moves it?'), basisOfCell(its, undefined, catalogue)));
});

test('what only the sheet knows, and what is no number to vary, is refused in a sentence', async () => {
  await expect(base('=TAAS_MARGIN(SUM(B1:B2))')).rejects.toThrow('put it in a cell of its own');
  await expect(base('=TAAS_FACT("aws_ebit_4q25")')).rejects.toThrow('expected a function of one number');
  await expect(base('=TAAS_MARGIN("lots")')).rejects.toThrow('token_spend');
});

describe('every function that can be analysed', () => {
  test.each(offered)(
    '%s: all that it is given in cells is the base, and the formula answers what is drawn',
    async (named) => {
      const [, name, line] = /^(\w+)(?:\[(.*)\])?$/s.exec(named)!;
      const { subject } = analysed(named, catalogue);
      const definition = catalogue.find(name!);
      // Each input in a row of its own from A10 down, a table in as many cells as it has.
      let row = 9;
      const args = Object.keys(definition.parameters).map((parameter) => {
        const data: unknown = withoutAssumption(subject.inputs[parameter]);
        if (parameter === 'headers' || data === undefined) return '';
        const rows = (Array.isArray(data) ? data : [data]).map((each: unknown) => [each].flat() as (string | number)[]);
        if (rows.length === 0 || rows.flat().some((cell) => typeof cell === 'object')) return '';
        rows.forEach((cells, i) =>
          cells.forEach((cell, column) => sheet.type({ [addressOf({ row: row + i, column })]: cell })),
        );
        const place = addressOf({ row, column: 0, rows: rows.length, columns: rows[0]!.length });
        row += rows.length;
        return place;
      });
      const basis = basisOfCell(await base(`=${name}(${args.join(',')})`), line, catalogue);
      // A cell holds 15 digits, a default of the book may have more.
      const [inCells, atBase] = [basis.analysed.subject, subject].map((each) => resultOf(each));
      if (typeof atBase === 'number') expect(Number(inCells) / atBase || 1).toBeCloseTo(1, 12);
      else expect(inCells).toEqual(atBase);
      for (const its of QUESTIONS.filter(({ cases }) => !cases))
        await expectSame(await ask(its, basis, its.function === 'TAAS_SIMULATE' ? { trials: '50' } : {}));
    },
  );
});

describe('why it moved', () => {
  const walk = question('Why did it move?');
  const between = async (from: string, to: string) =>
    askedOfCells(
      walk,
      'TAAS_MARGIN',
      [
        { sheet: 'Sheet1', address: from },
        { sheet: 'Sheet1', address: to },
      ],
      (await baseIn({ sheet: 'Sheet1', address: to }, 'TAAS_MARGIN', on)) as CellBase,
      { method: 'SHAPLEY' },
      on,
    );

  test('from one cell to another with the same function', async () => {
    sheet.type({ B1: 2, C1: 3, B2: 0.6, C2: 0.8, B7: '=TAAS_MARGIN(B1,B2)', C7: '=TAAS_MARGIN(C1,C2,0.9)' });
    const its = await between('B7', 'C7');
    expect(its).toMatchObject({ formula: expect.stringContaining('{1,2,3;4,5,6;') as string });
    await expectSame(its as Asked);
  });

  test('cells that say the same, are one and the same, or hold something else, are refused', async () => {
    sheet.type({ B7: '=TAAS_MARGIN(2)', C7: '=TAAS_MARGIN(3)', D7: 'text' });
    expect(await between('C7', 'C7')).toMatchObject({ sentence: expect.stringContaining('the cell itself') as string });
    expect(await between('D7', 'C7')).toMatchObject({ sentence: expect.stringContaining('no TAAS_MARGIN') as string });
  });

  test('a block of cases, upright or on its side', async () => {
    sheet.type({ A10: 'Name', B10: '4Q25A', C10: '1Q26A', A11: 'token_spend', B11: 1, C11: 2 });
    sheet.type({ A12: 'fixed_fee', B12: 0.3, C12: 0.7 });
    const filled = { from: '4Q25A', to: '1Q26A', method: 'SHAPLEY' };
    const upright = await askedOfBlock(walk, 'TAAS_MARGIN', { ...filled, cases: 'A10:C12' }, on);
    expect(upright).toMatchObject({ formula: '=TAAS_WALK("TAAS_MARGIN",A10:C12,"4Q25A","1Q26A")' });
    await expectSame(upright as Asked);
    // Of more than two cases the first and the last, unless two are chosen.
    sheet.type({ D10: '2Q26E', D11: 3, D12: 0.9 });
    const unsaid = await askedOfBlock(walk, 'TAAS_MARGIN', { method: 'SHAPLEY', cases: 'A10:D12' }, on);
    expect(unsaid).toMatchObject({ formula: '=TAAS_WALK("TAAS_MARGIN",A10:D12,"4Q25A","2Q26E")' });
    sheet.type({ F1: 'Name', G1: 'token_spend', H1: 'fixed_fee', F2: '4Q25A', G2: 1, H2: 0.3 });
    sheet.type({ F3: '1Q26A', G3: 2, H3: 0.7 });
    const turned = await askedOfBlock(walk, 'TAAS_MARGIN', { ...filled, cases: 'F1:H3' }, on);
    expect(turned).toMatchObject({ formula: '=TAAS_WALK("TAAS_MARGIN",TRANSPOSE(F1:H3),"4Q25A","1Q26A")' });
    await expectSame(turned as Asked);
    expect(await askedOfBlock(walk, 'TAAS_MARGIN', { ...filled, cases: '' }, on)).toBeInstanceOf(Problem);
    expect(await askedOfBlock(walk, 'TAAS_MARGIN', { ...filled, cases: 'nowhere' }, on)).toBeInstanceOf(Problem);
  });
});
