/** The lab's profit and loss: the figures that an analyst has worked by hand. */
import { LAB_PROFIT } from '../../src/models/t4-lab';
import { placesOf } from '../../src/models/layout';
import { NOW } from '../../src/models/columns';
import { readingOf, type Reading } from './reading';

let lab: Reading;
beforeAll(async () => {
  lab = await readingOf(LAB_PROFIT);
});

test('from 9 to 30 of ARR the quarter earns 4.875, a run-rate of 19.5', () => {
  expect(lab.row('net_new')).toBe(21);
  expect(lab.row('revenue')).toBeCloseTo(4.875, 12);
  expect(lab.row('run_rate')).toBeCloseTo(19.5, 12);
});

test('$100bn takes 49.4% a quarter; the forecast reaches 125.28', () => {
  expect(lab.row('needed')).toBeCloseTo(0.4938015822, 9);
  expect(lab.table('forecast').map(([arr]) => arr)).toEqual([54, expect.closeTo(86.4, 9), expect.closeTo(125.28, 9)]);
  expect(lab.table('path')[3]).toEqual([expect.closeTo(125.28, 9), expect.closeTo(100, 9), 100]);
});

test('gross margin 65%, a loss of 0.62 in 1Q26, and a profit of 0.98 in 2Q26', () => {
  expect(lab.row('gross_margin')).toBeCloseTo(0.65, 12);
  expect(lab.row('profit')).toBeCloseTo(-0.61875, 12);
  expect(lab.row('profit', '2Q26E')).toBeCloseTo(0.975, 12);
});

test('$30bn of ARR needs 1,050 IT MW', () => {
  expect(lab.row('power')).toBeCloseTo(1050, 9);
});

test('booked net, revenue and margins move and the profit does not', async () => {
  const at = placesOf(LAB_PROFIT.entries).once.get('BOOKING')!;
  const net = await readingOf(LAB_PROFIT, ([sheet]) => {
    Object.assign(
      sheet!.cells.find(({ row, column }) => row === at && column === NOW)!,
      { value: 'NET' },
    );
  });
  expect(net.row('sold')).toBeCloseTo(4.3875, 12);
  expect(net.row('partners')).toBe(0);
  expect(net.row('profit')).toBeCloseTo(-0.61875, 12);
  expect(net.row('gross_margin')).toBeCloseTo(1 - 1.70625 / 4.3875, 12);
});

test('the channels are paid 17.8% of revenue, and the press says about a tenth', () => {
  const [bedrock, vertex, foundry, direct, all] = lab.table('lab_channels') as number[][];
  expect(bedrock![0]).toBeCloseTo(2, 5);
  expect(bedrock![1]).toBeCloseTo(0.675, 5);
  expect(vertex!.slice(0, 2)).toEqual([expect.closeTo(0.585, 9), expect.closeTo(0.14625, 9)]);
  expect(foundry![1]).toBeCloseTo(0.04875, 9);
  expect(direct![1]).toBe(0);
  expect(all![0]).toBeCloseTo(4.875, 9);
  expect(lab.row('paid')).toBeCloseTo(0.178, 3);
  expect(lab.row('against_press')).toBe('does not agree: the channels are paid more');
});

test('plans earn 18 at 60.7%, seats 7.2 at 60%, tokens 2.0 at 72.5%', () => {
  expect(lab.table('plans')[3]).toEqual([18, expect.closeTo(7.08, 9), expect.closeTo(0.606666667, 9)]);
  expect(lab.table('seats').flat()).toEqual([20, 7.2, 2.88, 4.32, 0.6].map((x) => expect.closeTo(x, 9)));
  expect(lab.row('api_revenue')).toBeCloseTo(2, 8);
  expect(lab.row('api_margin')).toBeCloseTo(0.724766667, 8);
});

test('in the picture a cost that crosses zero stands above it and hangs below it', () => {
  const part = (name: string): unknown[] => lab.picture('stacked columns', name);
  // revenue, inference, gross profit, partners, training, other cost, operating profit
  expect(part('carried')[5]).toBeCloseTo(0, 12);
  expect(part('fall')[5]).toBeCloseTo(0.28125, 9);
  expect(part('fall below zero')[5]).toBeCloseTo(-0.61875, 9);
  expect(part('level')[6]).toBeCloseTo(-0.61875, 9);
});
