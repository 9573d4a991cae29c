/** The shape of an answer: one cell or a block, the unit of each cell, and defaults as people read them. */
import { defaultText, unitAt } from '../../src/catalogue/call';
import { count, flag, money, text } from '../../src/catalogue/parameters';
import { spoken } from '../../src/catalogue/units';
import { base } from '../../src/book/case';
import { answer, cell, error } from '../functions/cell';

describe('one cell or a block', () => {
  test.each<[string, Record<string, unknown>, boolean]>([
    ['TAAS_MARGIN', {}, true],
    ['TAAS_VERSION', {}, true],
    ['TAAS_FACT', { key: 'B15' }, true],
    ['TAAS_PNL', {}, false],
    ['TAAS_PNL', { headers: false }, false],
    ['TAAS_SERIES', { entity: 'AWS', metric: 'REVENUE' }, false],
    ['TAAS_FLEET_DEPRECIATION', { capex: [20], life_years: 1 }, false],
    ['TAAS_FLEET_DEPRECIATION', { capex: [20], life_years: 1, periods: 1 }, false],
    ['TAAS_BASE', { name: 'tiers' }, false],
  ])('%s with %j', (name, args, single) => {
    expect(answer(name, args).single).toBe(single);
  });
});

describe('units', () => {
  test.each<[string, Record<string, unknown>, number, number, string | undefined]>([
    ['TAAS_MARGIN', {}, 0, 0, 'margin'],
    ['TAAS_REV_SHARE', {}, 0, 0, 'usd_bn_quarter'],
    ['TAAS_FLEET_DEPRECIATION', { capex: [20] }, 0, 3, 'usd_bn_quarter'],
    ['TAAS_PNL', {}, 0, 0, undefined],
    ['TAAS_PNL', {}, 1, 1, 'usd_bn_quarter'],
    ['TAAS_PNL', {}, 10, 1, 'share'],
    ['TAAS_PNL', { headers: false }, 9, 0, 'share'],
    ['TAAS_CHANNELS', {}, 1, 3, 'margin'],
    ['TAAS_MARGIN', {}, 5, 5, undefined],
    ['TAAS_VERSION', {}, 0, 0, undefined],
  ])('%s with %j, row %i, column %i', (name, args, row, column, unit) => {
    expect(unitAt(answer(name, args), row, column)).toBe(unit);
  });

  test.each<[number, 'bp' | 'pp' | 'share' | 'usd_bn_quarter', string]>([
    [213, 'bp', '213 bp'],
    [9, 'pp', '9 pp'],
    [0.05, 'share', '5%'],
    [0.7, 'usd_bn_quarter', '0.7'],
    [1_000_000, 'usd_bn_quarter', '1,000,000'],
    [1e-300, 'usd_bn_quarter', '1e-300'],
  ])('%d in %s is said as %s', (value, unit, said) => {
    expect(spoken(value, unit)).toBe(said);
  });
});

describe('a default, as people read it', () => {
  test.each<[Parameters<typeof defaultText>[0], string]>([
    [money('usd_bn', 'x', { default: base.token_spend }), '2'],
    [money('usd_bn', 'x', { default: base.trainium_chip_hour_cost }), '0.550101'],
    [count('count', 'x', { min: 0, max: 1, default: base.seed }), '20260331'],
    [money('usd_bn', 'x', {}), ''],
    [text('x', { required: true }), ''],
    [text('x', { default: 'taas_margin' }), 'TAAS_MARGIN'],
    [flag('x', true), 'TRUE'],
    [
      { kind: 'tiers', about: 'x', most: 10, default: base.tiers },
      '25% of the spend up to $0.5bn, 35% from there to $1.5bn, 40% above',
    ],
    [{ kind: 'list', unit: 'margin', about: 'x', most: 10, default: base.segment_margins }, '{0.383552;0.2;0.55}'],
  ])('%j', (parameter, read) => {
    expect(defaultText(parameter)).toBe(read);
  });
});

test('one argument too many is counted and shown', () => {
  expect(() => cell('TAAS_VERSION', {})).not.toThrow();
  expect(error('TAAS_BASE', { name: 'nothing' })[1]).toMatch(/^no base-case assumption nothing; the nearest are /);
});
