import fc from 'fast-check';
import { answer, body } from '../cell';

type Row = (string | number | null)[];
const table = (sites: Row[], args: object = {}): number[][] => body('TAAS_SITES', { sites, ...args });

const ARTICLE: Row[] = [
  ['Indiana', 'AWS', '3Q25', 1200, 6, 1, null],
  ['Mississippi', 'AWS', '1Q26', 800, 4, 1, null],
];

test('two gigawatts in service by 1Q27, both sites a quarter late', () => {
  const { cells } = answer('TAAS_SITES', { sites: ARTICLE, from: '3Q25', quarters: 7, by: 'TOTAL' });
  expect(cells).toEqual([
    ['Site', '3Q25', '4Q25', '1Q26', '2Q26', '3Q26', '4Q26', '1Q27'],
    ['Total', 0, 200, 400, 800, 1200, 1600, 2000],
  ]);
});

test('without a window it is shown from the first site on until all are at full power', () => {
  expect(table(ARTICLE, { by: 'TOTAL' })).toEqual([[0, 200, 400, 800, 1200, 1600, 2000]]);
});

test('a window before the first site shows nothing in service', () => {
  expect(table(ARTICLE, { from: '1Q24', quarters: 2, by: 'TOTAL' })).toEqual([[0, 0]]);
});

test('the next century has its whole year in the heading', () => {
  const { cells } = answer('TAAS_SITES', { sites: [['North', 'Acme', '4Q99', 400, 2, 0, null]], by: 'TOTAL' });
  expect(cells[0]).toEqual(['Site', '4Q99', '1Q2100']);
});

test('nothing built is nothing in service; a ramp longer than the window is shown as far as it goes', () => {
  const site = (mw: number, ramp: number): Row[] => [['North', 'Acme', '1Q26', mw, ramp, 0, null]];
  expect(table(site(0, 2), { quarters: 2, by: 'TOTAL' })).toEqual([[0, 0]]);
  expect(table(site(400, 8), { quarters: 2, by: 'TOTAL' })).toEqual([[50, 100]]);
});

test('a site that ends within its ramp is gone from the quarter after', () => {
  const site: Row[] = [['North', 'Acme', '1Q26', 400, 4, 0, '2Q26']];
  expect(table(site, { quarters: 4, by: 'TOTAL' })).toEqual([[100, 200, 0, 0]]);
});

test('companies are one in any case, in the order in which they come', () => {
  const sites: Row[] = [
    ['A', 'acme', '1Q26', 1, 1, 0, null],
    ['B', 'Beta', '1Q26', 2, 1, 0, null],
    ['C', 'ACME', '1Q26', 4, 1, 0, null],
  ];
  const { cells } = answer('TAAS_SITES', { sites, by: 'COMPANY', quarters: 1 });
  expect(cells.slice(1)).toEqual([
    ['acme', 5],
    ['Beta', 2],
    ['Total', 7],
  ]);
});

test('sites, companies and the total are the same power', () => {
  const row = fc.tuple(
    fc.constantFrom('Acme', 'Beta'),
    fc.nat(11),
    fc.integer({ min: 0, max: 3000 }),
    fc.integer({ min: 1, max: 9 }),
    fc.nat(5),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const sites = rows.map(([company, t, mw, ramp, delay], i): Row => [
        `Site ${i}`,
        company,
        `${(t % 4) + 1}Q${25 + Math.floor(t / 4)}`,
        mw,
        ramp,
        delay,
        null,
      ]);
      const window = { from: '1Q25', quarters: 30 };
      const [total] = table(sites, { ...window, by: 'TOTAL' });
      for (const by of ['SITE', 'COMPANY']) {
        const lines = table(sites, { ...window, by });
        expect(lines.at(-1)).toEqual(total);
        total!.forEach((mw, t) =>
          expect(lines.slice(0, -1).reduce((sum, line) => sum + line[t]!, 0)).toBeCloseTo(mw, 8),
        );
      }
      expect(total!.at(-1)).toBe(rows.reduce((sum, [, , mw]) => sum + mw, 0));
    }),
  );
});
