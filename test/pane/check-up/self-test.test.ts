/** The self-test: every example on a sheet, and a host that answers as it should, or not. */
import { selfTest, testLines, type TestLine } from '../../../src/pane/check-up/self-test';
import { addressOf } from '../../../src/models/address';
import type { Block, CellValue, Host } from '../../../src/pane/host';
import { catalogue } from '../../functions/cell';
import { openSheet } from '../sheet';

const progress = { done: () => undefined, isCancelled: () => false };
let lines: readonly TestLine[];
beforeAll(async () => (lines = await testLines(catalogue)));

/** A sheet that shows in each cell what it should, but for these. */
function answering(wrong: Readonly<Record<string, CellValue>> = {}, refuses?: string) {
  const sheet = openSheet();
  const written: Block[] = [];
  const shown = new Map<string, CellValue>();
  for (const { row, expected } of lines)
    expected.forEach((line, i) =>
      line.forEach((value, j) => shown.set(addressOf({ row: row + i, column: 6 + j }), value)),
    );
  for (const [at, value] of Object.entries(wrong)) shown.set(at, value);
  const host: Host = {
    ...sheet.host,
    write: (block, replace) => {
      const isRefused = refuses !== undefined && block.formulas.flat().includes(refuses);
      if (isRefused) return Promise.reject(new Error('There is a problem with this formula.'));
      written.push(block);
      return sheet.host.write(block, replace);
    },
    values: async (place) => {
      const rows = await sheet.host.values(place);
      return rows.map((row, i) => row.map((_, j) => shown.get(addressOf({ row: 4 + i, column: 6 + j })) ?? ''));
    },
  };
  return { host, written, sheet };
}

test('every example of every function has its rows, and no answer reaches into the next', () => {
  const examples = catalogue.functions.reduce((sum, { examples: { length } }) => sum + length, 0);
  expect(lines.filter(({ name }) => name !== 'The host')).toHaveLength(examples);
  lines.slice(1).forEach(({ row }, i) => expect(row).toBe(lines[i]!.row + lines[i]!.expected.length));
});

test('all as it should be', async () => {
  const { host, sheet } = answering();
  const report = await selfTest({ host, catalogue }, progress);
  expect(report.lines.filter(({ verdict }) => verdict !== 'OK')).toEqual([]);
  expect(report.summary).toMatch(new RegExp(`^${lines.length} of ${lines.length} as they should be`));
  expect(report.text).toContain('Nothing differs.');
  const [head] = await sheet.host.formulas({ sheet: 'TaaS self-test', address: 'A4:G5' });
  expect(head!.formulas[0]).toEqual([
    'Function',
    'Example',
    'Formula',
    'Expected',
    'Verdict',
    'Note',
    'What this host answers',
  ]);
  expect(head!.formulas[1]![6]).toMatch(/^=/);
  expect(await sheet.host.sheets()).toContain('TaaS self-test');
});

test('what differs is told with its cell, and a second test has a sheet of its own', async () => {
  const line = lines.find(({ expected }) => expected.length > 2)!;
  const at = addressOf({ row: line.row + 1, column: 7 });
  const { host } = answering({ [at]: 99 });
  await host.addSheet('TaaS self-test');
  const report = await selfTest({ host, catalogue }, progress);
  expect(report.sheet).toBe('TaaS self-test 2');
  expect(report.lines.filter(({ verdict }) => verdict === 'DIFFERS')).toMatchObject([{ formula: line.formula }]);
  expect(report.text).toContain(`DIFFERS ${line.formula}: ${at} shows 99, expected `);
});

test('a formula that the host does not take is refused by itself', async () => {
  const formula = '=SUM(MAP({1;2},LAMBDA(x,TAAS_RUN_RATE(x))))';
  const { host } = answering({}, formula);
  const { lines: judged } = await selfTest({ host, catalogue }, progress);
  expect(judged.filter(({ verdict }) => verdict !== 'OK')).toMatchObject([
    { formula, verdict: 'REFUSED', note: 'There is a problem with this formula.' },
  ]);
});
