/** A line of a table is a number: how it is named, what is asked of it, and what is said of a name that is none. */
import { Problem } from '../../src/catalogue/problem';
import { chartSvgOf } from '../../src/charts/svg';
import { typed } from '../command/terminal';
import { evaluated } from '../engines/ironcalc';
import { answer, catalogue, cell, error, number } from '../functions/cell';

const GROSS = 'TAAS_GROSS_NET[EBIT, Principal (gross)]';
const PLANS = 'TAAS_SUBSCRIPTION_PNL[%,Revenue]({5,1},{20,200},{3,40},{"Plus","Pro, US"})';
const evaluate = async (text: string): Promise<string> => {
  const { out, complaints } = await typed(['eval', text]);
  return out.trim() || complaints.trim();
};

describe('a line is named', () => {
  test.each([
    ['TAAS_PNL[EBIT]', 0.75625],
    ['=taas_pnl[ ebit ]', 0.75625],
    ['TAAS_PNL[EBIT](1)', 0.4],
    ['TAAS_PNL(1)[EBIT]', 0.4],
    ['TAAS_PNL[ebit margin]', 0.55],
    ['TAAS_PNL[EBIT, 1 quarter]', 0.75625],
    [GROSS, 0.75625],
    ['taas_gross_net[EBIT margin,principal (GROSS)](2)', 0.378125],
    ['TAAS_CAPACITY_GAP[Gap, MW](1500,1000,5,9)', 500],
    ["TAAS_SEGMENT_IMPACT[The segment's contribution]", 46.3678050027945],
    [PLANS.replace('%', 'Pro, US'), 2.4],
    [PLANS.replace('%', '"pro, us"'), 2.4],
    ['TAAS_SUBSCRIPTION_PNL({5,1},{20,200},{3,40},{"Plus","A ""]"})["A ""]", Revenue]', 2.4],
    ['TAAS_MARGIN(TAAS_PNL[Gross token spend](1))', 0.4],
  ])('%s is %d', async (text, expected) => {
    expect([text, Number(await evaluate(text))]).toEqual([text, expect.closeTo(expected, 12)]);
  });
});

describe('a line that is none is refused', () => {
  test.each([
    ['TAAS_PNL[EBITDA]', 'TAAS_PNL has no line EBITDA: expected Gross token spend, Infrastructure fee, Revenue share,'],
    ['TAAS_PNL[]', 'TAAS_PNL has no line : expected Gross token spend,'],
    [
      'TAAS_GROSS_NET[EBIT]',
      'TAAS_GROSS_NET[EBIT] stands in 2 columns: expected one of them after a comma, Agent (net) or Principal (gross).',
    ],
    [
      'TAAS_GROSS_NET[EBIT, Net]',
      'TAAS_GROSS_NET[EBIT, Net] stands in no column: expected Agent (net) or Principal (gross).',
    ],
    ['TAAS_MARGIN[EBIT]', 'TAAS_MARGIN returns one number: expected a function that returns a table before [EBIT].'],
    ['TAAS_FACTS[EBIT]', 'TAAS_FACTS returns cells: expected a function that returns a table before [EBIT].'],
    [
      PLANS.replace('%', 'Plus').replace('Pro, US', 'plus'),
      'TAAS_SUBSCRIPTION_PNL has more than one line Plus, Revenue: expected a label that stands there once.',
    ],
    [
      'TAAS_BACKLOG_RUNOFF[Year 9, Recognised](100)',
      'TAAS_BACKLOG_RUNOFF has no line Year 9, Recognised: expected Year 1,',
    ],
    ['TAAS_PNLS[EBIT]', 'no function TAAS_PNLS; the nearest'],
    ['TAAS_PNL[EBIT', 'no function TAAS_PNL[EBIT; the nearest'],
    ['TAAS_PNL[EBIT](', 'expected'],
  ])('%s: %s', async (text, sentence) => {
    expect(await evaluate(text)).toContain(sentence);
  });

  test('a table says how a line of it is named', () => {
    expect(error('TAAS_SOLVE', { function: 'TAAS_PNL', target: 1, param: 'token_spend' })[1]).toBe(
      'TAAS_PNL returns a table: expected a function that returns one number, or a line of the table in brackets, as in TAAS_PNL[EBIT].',
    );
  });

  test('the assumptions are those of the whole function', () => {
    expect(error('TAAS_ASSUMPTIONS', { function: 'TAAS_PNL[EBIT]' })[1]).toContain('expected the name alone, TAAS_PNL');
  });
});

describe('every analysis takes a line', () => {
  test('solve: the infrastructure cost at which EBIT is $0.8bn', () => {
    expect(number('TAAS_SOLVE', { function: 'TAAS_PNL[EBIT]', target: 0.8, param: 'infra_cogs' })).toBe(0.50625);
  });

  test('solve speaks in the unit of the line', () => {
    const far = { function: 'TAAS_PNL[EBIT margin]', target: 99, param: 'infra_cogs' };
    expect(error('TAAS_SOLVE', far)[1]).toMatch(/target is 99, which is 9,900%|gives TAAS_PNL\[EBIT margin\] 9,900%/);
  });

  test('tornado: what moves the margin as principal', () => {
    const { cells, units } = answer('TAAS_TORNADO', { function: 'TAAS_GROSS_NET[EBIT margin, Principal (gross)]' });
    expect(cells[1]![0]).toBe('fixed_fee');
    expect(units![1]).toEqual([undefined, 'margin', 'margin', 'margin']);
    expect(String(cells[0]![0])).not.toContain('headers');
  });

  test('tornado: a year that a shorter term no longer has is no end of a bar', () => {
    const { cells } = answer('TAAS_TORNADO', { function: 'TAAS_BACKLOG_RUNOFF[Year 5, Recognised](100)', delta: 0.3 });
    expect(cells.find(([name]) => name === 'term_years')).toEqual([
      'term_years',
      'n/a',
      expect.any(Number),
      expect.any(Number),
    ]);
  });

  test('grid, simulation and histogram', () => {
    const asked = {
      function: 'TAAS_PNL[EBIT]',
      param_x: 'token_spend',
      values_x: [1, 2],
      param_y: 'infra_cogs',
      values_y: [0.55],
    };
    expect(answer('TAAS_GRID', asked)).toMatchObject({
      cells: [[expect.closeTo(0.4, 12), 0.75625]],
      units: [['usd_bn_quarter', 'usd_bn_quarter']],
    });
    const spec = [['token_spend', 'UNIFORM', 2, 2, null]];
    expect(cell('TAAS_SIMULATE', { function: 'TAAS_PNL[EBIT]', spec, trials: 10, headers: false })).toBe(0.75625);
    expect(cell('TAAS_HISTOGRAM', { function: 'TAAS_PNL[EBIT]', spec, trials: 10, headers: false })).toBe(0.75625);
  });

  test('a part above its whole has no value in a row, as in a cell', () => {
    const named = 'TAAS_SEGMENT_IMPACT[Company](100,30,110,35,20,8,30,12)';
    const asked = {
      function: named,
      param_x: 'total_revenue0',
      values_x: [15, 100],
      param_y: 'total_ebit0',
      values_y: [30],
    };
    expect(answer('TAAS_GRID', asked).cells[0]).toEqual([expect.any(Problem), expect.any(Number)]);
  });

  test('the picture is called by the line', () => {
    const svg = chartSvgOf(catalogue.find('TAAS_TORNADO'), { function: 'TAAS_PNL[EBIT]' }, catalogue);
    expect(svg).toContain('<title>What moves TAAS_PNL[EBIT]</title>');
  });
});

describe('every reading takes a line', () => {
  test('the working is what leads to it, and nothing else', () => {
    const lines = answer('TAAS_EXPLAIN', { function: 'TAAS_PNL[Net revenue]' }).cells.map(([name]) => name);
    expect(lines).toContain('net_revenue');
    expect(lines).not.toContain('ebit');
    expect(answer('TAAS_EXPLAIN', { function: GROSS }).cells.at(-1)!.slice(0, 2)).toEqual([
      'ebit_as_principal',
      0.75625,
    ]);
  });

  test('the native formula is one cell', () => {
    const formula = cell('TAAS_NATIVE', { function: 'TAAS_PNL[EBIT](B4)' }) as string;
    expect(formula).not.toMatch(/STACK/);
    expect(formula).toContain('token_spend,B4');
    expect(evaluated([cell('TAAS_NATIVE', { function: GROSS }) as string])).toEqual([expect.closeTo(0.75625, 12)]);
  });

  test('SQL calls the result by the function and the line', async () => {
    const { out } = await typed(['sql', GROSS, '--columns', 'token_spend,infra_cogs']);
    expect(out).toContain('AS taas_gross_net_ebit_principal_gross');
    expect(out).toMatch(/^-- TAAS_GROSS_NET\[EBIT, Principal \(gross\)\]: /);
  });

  test('the command explains and prints it', async () => {
    expect((await typed(['explain', 'TAAS_PNL[EBIT]', 'token_spend=1'])).out).toMatch(/ebit +0\.4 /);
    expect((await typed(['native', 'TAAS_PNL[EBIT]', 'token_spend=B4'])).out).toContain('token_spend,B4');
  });
});

test('a fault is told by the line that has it', async () => {
  expect(await evaluate('TAAS_PNL[EBIT margin](0,0)')).toBe(
    '#DIV/0! TAAS_PNL[EBIT margin]: ebit_margin divides by net_revenue, which is 0.',
  );
});
