/** Depreciation as Excel computes it: SLN, VDB and the schedule of one asset. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { decliningBalance, partsOfLife, straightLine, type Asset } from '../../src/economics/depreciation';
import { exact, type Exact } from '../../src/formula/exact';
import type { Num } from '../../src/formula/num';
import { describeWhere } from '../only-where';
import { sameTo } from './cell';

const m = exact();
const valueOf = (x: Num): number => (x as Exact).value.toNumber();
const asset = (cost: number, salvage: number, life: number): Asset => ({
  cost: m.num(cost),
  salvage: m.num(salvage),
  life,
});

/** As typed into Excel, where the last two may be left out: what is charged between two ages. */
function VDB(
  cost: number,
  salvage: number,
  life: number,
  start: number,
  end: number,
  factor = 2,
  noSwitch = false,
): number {
  const first = start % 1 === 0 ? 1 : start % 1;
  const charges = decliningBalance(asset(cost, salvage, life), first, { factor, noSwitch }, m);
  let age = m.num(0) as Exact;
  const between = partsOfLife(life, first).map((part, i) => {
    const to = age.plus(part) as Exact;
    const inside = m.max(0, m.min(to, end).minus(m.max(age, start)));
    age = to;
    return part === 0 ? m.num(0) : charges[i]!.times(inside).div(part);
  });
  return valueOf(m.sum(between));
}
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
const withRecordings = describeWhere(
  existsSync(resolve(RECORDED, 'excel-vdb.csv')),
  'the answers recorded from Excel are not at hand',
);

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

  test('is charged the same wherever its life is cut between two periods', () => {
    fc.assert(
      fc.property(life, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (periods, at, noSwitch) => {
        const cut = Math.round(at * periods);
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
    expect(VDB(1000, 0, 10, 0, 0.7)).toBe(140);
    expect(VDB(1000, 0, 10, 2, 2.25)).toBe(32);
    expect(VDB(1000, 0, 10, 3, 3)).toBe(0);
  });

  test('has its periods begin where the start is, so the halves of a year are less than the year', () => {
    expect(VDB(1000, 0, 10, 0.2, 0.7)).toBe(96);
    const [whole, halves] = [VDB(100, 10, 13, 0, 1, 1), VDB(100, 10, 13, 0, 0.5, 1) + VDB(100, 10, 13, 0.5, 1, 1)];
    // as the ExcelFinancialFunctions project found in Excel
    expect((whole - halves).toFixed(4)).toBe('0.1479');
  });

  test('in its half first year is charged what the IRS prints', () => {
    const printed: [years: number, percent: number[]][] = [
      [3, [33.33, 44.45, 14.81, 7.41]],
      [5, [20, 32, 19.2, 11.52, 11.52, 5.76]],
      [7, [14.29, 24.49, 17.49, 12.49, 8.93, 8.92, 8.93, 4.46]],
      [10, [10, 18, 14.4, 11.52, 9.22, 7.37, 6.55, 6.55, 6.56, 6.55, 3.28]],
    ];
    for (const [years, percent] of printed) {
      const charges = decliningBalance(asset(100, 0, years), 0.5, { factor: 2, noSwitch: false }, m).map(valueOf);
      expect(charges).toHaveLength(percent.length);
      // The tables are rounded so that they sum to 100.
      charges.forEach((charge, i) => expect(Math.abs(charge - percent[i]!)).toBeLessThan(0.011));
    }
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
