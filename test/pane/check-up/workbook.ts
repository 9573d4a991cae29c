/** The workbook of these tests, looked through as the tab does. */
import { contentsOf } from '../../../src/pane/check-up/contents';
import { lookAt, type LookedAt } from '../../../src/pane/check-up/looked-at';
import { ourCells } from '../../../src/pane/check-up/ours';
import { callsComputed } from '../../../src/derive/formula/values';
import type { CellValue, Host } from '../../../src/pane/host';
import { Problem } from '../../../src/catalogue/problem';
import { addressOf, cellsOf } from '../../../src/models/address';
import { catalogue } from '../../functions/cell';
import type { Sheet } from '../sheet';

export async function looked(host: Host): Promise<readonly LookedAt[]> {
  return lookAt(await ourCells(await contentsOf(host), catalogue), host);
}

/** Types a formula that is one call of ours and nothing more, and shows what it answers, its table spilled. */
export async function enter(sheet: Sheet, formula: string, row = 0, column = 0): Promise<void> {
  const address = addressOf({ row, column });
  sheet.type({ [address]: formula });
  const [first] = await callsComputed(formula, { host: sheet.host, catalogue, sheet: 'Sheet1' });
  const [, its] = first!;
  if (!('worked' in its)) {
    const shown = 'problem' in its ? its.problem.code : '#VALUE!';
    return sheet.show(address, { value: shown, shown });
  }
  const { single, cells } = its.worked.answer;
  cells.forEach((line, i) =>
    line.forEach((cell, j) => {
      const value = cell instanceof Problem ? cell.code : cell;
      const spilledFrom = single ? {} : { formula, spilledFrom: { sheet: 'Sheet1', address } };
      sheet.show(addressOf({ row: row + i, column: column + j }), { value, shown: String(value), ...spilledFrom });
    }),
  );
}

/** Everything that is typed into the first sheet, by address. */
export async function typedIn(host: Host, name = 'Sheet1'): Promise<Record<string, CellValue>> {
  const blocks = (await host.formulas()).filter(({ place }) => place.sheet === name);
  const cells = blocks.flatMap(({ place, formulas }) => {
    const { row, column } = cellsOf(place.address);
    return formulas.flatMap((line, i) =>
      line.map((typed, j) => [addressOf({ row: row + i, column: column + j }), typed] as const),
    );
  });
  return Object.fromEntries(cells.filter(([, typed]) => typed !== ''));
}
