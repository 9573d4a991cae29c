/** Tables over time: down or across, numbered or dated. */
import { answer, type Arguments } from './cell';

const TABLES: readonly (readonly [name: string, args: Arguments])[] = [
  ['TAAS_BUILD_SCHEDULE', { start_mw: 280, additions_mw: [40, 60], retirements_mw: [0, 30] }],
  ['TAAS_ARR_FORECAST', {}],
  ['TAAS_BACKLOG_RUNOFF', { backlog: 250, annual_revenue: 100 }],
];

const turned = <T>(rows: readonly (readonly T[])[]): T[][] => rows[0]!.map((_, j) => rows.map((row) => row[j]!));

test.each(TABLES)('%s across is the same table, turned', (name, args) => {
  const [down, across] = [answer(name, args), answer(name, { ...args, across: true })];
  expect(across.cells).toEqual(
    turned(down.cells).map((row, i) => (i === 0 ? [down.cells[0]![0], ...row.slice(1)] : row)),
  );
  const body = (units: typeof down.units) => units!.slice(1).map((row) => row.slice(1));
  expect(body(across.units)).toEqual(turned(body(down.units)));
  const bare = { ...args, headers: false };
  expect(answer(name, { ...bare, across: true }).cells).toEqual(turned(answer(name, bare).cells));
});

test.each<[string, Arguments, string[]]>([
  [
    'TAAS_BUILD_SCHEDULE',
    { start_mw: 280, additions_mw: [40, 60, 1], across: true },
    ['Quarter', '4Q26', '1Q27', '2Q27'],
  ],
  ['TAAS_ARR_FORECAST', { across: true }, ['Period', '4Q26', '1Q27', '2Q27']],
  ['TAAS_BACKLOG_ROLL', { opening: 1, bookings: [1, 1, 1], term_quarters: 4 }, ['Line', '4Q26', '1Q27', '2Q27']],
])('%s has the quarters of the calendar for headings', (name, args, headings) => {
  expect(answer(name, { ...args, start: 'Q4 2026' }).cells[0]).toEqual(headings);
});

test('a line of a dated table is named by its date', () => {
  const dated = { start_mw: 280, additions_mw: [40, 60], across: true, start: '4Q26' };
  const { cells } = answer('TAAS_BUILD_SCHEDULE', dated);
  expect(cells.find(([label]) => label === 'Closing MW')).toEqual(['Closing MW', 320, 380]);
});
