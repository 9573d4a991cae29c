/** Depreciation as Excel computes it: SLN, VDB and the schedule of one asset. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { straightLine, vdb, type Asset } from '../../src/economics/depreciation';
import { exact, type Exact } from '../../src/formula/exact';
import type { Num } from '../../src/formula/num';
import { sameTo } from './cell';

const m = exact();
const valueOf = (x: Num): number => (x as Exact).value.toNumber();
const asset = (cost: number, salvage: number, life: number): Asset => ({
  cost: m.num(cost),
  salvage: m.num(salvage),
  life,
});

/** As typed into Excel, where the last two may be left out. */
const VDB = (
  cost: number,
  salvage: number,
  life: number,
  start: number,
  end: number,
  factor = 2,
  noSwitch = false,
): number => valueOf(vdb(asset(cost, salvage, life), start, end, { factor, noSwitch }, m));
const SLN = (cost: number, salvage: number, life: number): number => valueOf(straightLine(asset(cost, salvage, life)));

describe('the examples in Excel’s own documentation', () => {
  const DAYS = 3650;
  const MONTHS = 120;
  const YEARS = 10;

  test.each([
    ['first day', VDB(2400, 300, DAYS, 0, 1), 1.32],
    ['first month', VDB(2400, 300, MONTHS, 0, 1), 40],
    ['first year', VDB(2400, 300, YEARS, 0, 1), 480],
    ['sixth to eighteenth month', VDB(2400, 300, MONTHS, 6, 18), 396.31],
    ['the same at a factor of 1.5', VDB(2400, 300, MONTHS, 6, 18, 1.5), 311.81],
    ['first fiscal year, bought in its first quarter', VDB(2400, 300, YEARS, 0, 0.875, 1.5), 315],
    ['straight line', SLN(30000, 7500, 10), 2250],
  ])('%s: %f', (_says, charge, documented) => {
    expect(charge.toFixed(2)).toBe(documented.toFixed(2));
  });
});

/** Answers recorded from Excel itself, read where they lie. */
const RECORDED = resolve(__dirname, '../../../shared/data');
const recorded = (name: string): string[][] =>
  readFileSync(resolve(RECORDED, name), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(','));

/** Where the recordings are not at hand, the retyped examples above stand in. */
const withRecordings = existsSync(RECORDED) ? describe : () => undefined;

withRecordings('every answer recorded from Excel', () => {
  const TOLERANCE = 1e-9;

  test('VDB, part periods and both modes', () => {
    const rows = recorded('excel-vdb.csv');
    const wrong = rows.filter((row) => {
      const [cost, salvage, life, start, end, factor] = row.slice(0, 6).map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const noSwitch = row[6] === 'DontSwitchToStraightLine';
      return !sameTo(TOLERANCE, VDB(cost, salvage, life, start, end, factor, noSwitch), Number(row[7]));
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(2546);
  });

  test('SLN', () => {
    const rows = recorded('excel-sln.csv');
    const wrong = rows.filter((row) => {
      const [cost, salvage, life, charge] = row.map(Number) as [number, number, number, number];
      return !sameTo(TOLERANCE, SLN(cost, salvage, life), charge);
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(26);
  });
});

describe('an asset', () => {
  const cost = fc.double({ min: 1, max: 1e6, noNaN: true });
  const salvageRate = fc.double({ min: 0, max: 0.9, noNaN: true });
  const life = fc.integer({ min: 1, max: 60 });
  const factor = fc.double({ min: 0.5, max: 4, noNaN: true });

  test('that switches is written off to its salvage in the end', () => {
    fc.assert(
      fc.property(cost, salvageRate, life, factor, (paid, rate, periods, f) => {
        const salvage = paid * rate;
        expect(VDB(paid, salvage, periods, 0, periods, f) / (paid - salvage)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('that does not switch may be left with more, never with less', () => {
    fc.assert(
      fc.property(cost, salvageRate, life, factor, (paid, rate, periods, f) => {
        const salvage = paid * rate;
        expect(VDB(paid, salvage, periods, 0, periods, f, true)).toBeLessThanOrEqual((paid - salvage) * (1 + 1e-12));
      }),
    );
    expect(VDB(2400, 0, 10, 0, 10, 2, true)).toBeCloseTo(2400 * (1 - 0.8 ** 10), 9);
  });

  test('is charged the same however its life is cut into parts', () => {
    fc.assert(
      fc.property(life, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (periods, at, noSwitch) => {
        const cut = Number((at * periods).toFixed(3));
        const parts = VDB(1000, 50, periods, 0, cut, 2, noSwitch) + VDB(1000, 50, periods, cut, periods, 2, noSwitch);
        expect(parts).toBeCloseTo(VDB(1000, 50, periods, 0, periods, 2, noSwitch), 9);
      }),
    );
  });

  test('at a factor of 1 and no salvage keeps to the straight line', () => {
    expect(VDB(1000, 0, 8, 0, 1, 1)).toBe(125);
    expect(VDB(1000, 0, 8, 5, 6, 1)).toBe(125);
    expect(VDB(1000, 0, 8, 2.25, 2.5, 1)).toBe(31.25);
    expect(SLN(1000, 0, 8)).toBe(125);
  });

  test('is charged evenly inside a period', () => {
    expect(VDB(1000, 0, 10, 0.2, 0.7)).toBe(100);
    expect(VDB(1000, 0, 10, 0.5, 1.5)).toBe(180);
    expect(VDB(1000, 0, 10, 3, 3)).toBe(0);
  });

  test('whose life ends inside a period is written off by then', () => {
    expect(VDB(1000, 100, 4.5, 0, 4.5)).toBeCloseTo(900, 12);
    expect(VDB(1000, 100, 0.5, 0, 0.5)).toBe(900);
    expect(VDB(1000, 0, 4.5, 4, 4.5, 2, true)).toBeCloseTo(1000 * (2.5 / 4.5) ** 4 * (2 / 4.5) * 0.5, 9);
  });

  test('has no trace of rounding left once it is down to salvage', () => {
    expect(VDB(1, 0.47, 12.2, 6, 7)).toBe(0);
    expect(VDB(1, 0.47, 12.2, 12, 12.2)).toBe(0);
  });
});
