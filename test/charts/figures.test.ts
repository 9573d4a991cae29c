import { axisName, figures, resultFigures, spokenPath } from '../../src/charts/figures';
import { ticks } from '../../src/charts/ticks';

test('numbers side by side have as many decimals as tell them apart', () => {
  const written = (unit: Parameters<typeof figures>[0], values: number[]) => values.map(figures(unit, values));
  expect(written('usd_bn_quarter', [1.8, 2.2])).toEqual(['$1.8bn', '$2.2bn']);
  expect(written('usd_bn_quarter', [0.495, 0.605])).toEqual(['$0.495bn', '$0.605bn']);
  expect(written('usd_bn_quarter', [1, 1.5, 2])).toEqual(['$1.0bn', '$1.5bn', '$2.0bn']);
  expect(written('margin', [0.5252895752, 0.571993127])).toEqual(['52.5%', '57.2%']);
  expect(written('margin', [0.549911, 0.55, 0.550089])).toEqual(['54.991%', '55.000%', '55.009%']);
  expect(written('bp', [-258.1, 487.33])).toEqual(['−258 bp', '487 bp']);
  expect(written('chips', [13333.3, 150000])).toEqual(['13,333', '150,000']);
  expect(written('plain', [0, 0])).toEqual(['0', '0']);
});

test('a result that is a percentage has a decimal, as in its cell', () => {
  expect(resultFigures('margin', [0.55])(0.55)).toBe('55.0%');
  expect(figures('margin', [0.5, 0.6])(0.5)).toBe('50%');
});

test('a rounded zero has no minus', () => {
  expect(figures('margin', [-0.00001, 0.5])(-0.00001)).toBe('0%');
});

test('paths and axes in words', () => {
  expect(spokenPath('infra_cogs')).toBe('infra cogs');
  expect(spokenPath('tiers[2].rate')).toBe('tiers 2 rate');
  expect(axisName('token spend', 'usd_bn_quarter')).toBe('token spend, $bn a quarter');
  expect(axisName('TAAS_MARGIN', 'margin')).toBe('TAAS_MARGIN');
});

test('ticks are round, inside, and no more than asked for', () => {
  expect(ticks(0.503, 0.611, 6)).toEqual([0.52, 0.54, 0.56, 0.58, 0.6]);
  expect(ticks(-0.4, 1.1, 3)).toEqual([0, 0.5, 1]);
  expect(ticks(3, 3, 5)).toEqual([3]);
});
