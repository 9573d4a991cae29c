/** A model that is computed, read by the names of its rows and tables. */
import { workbookOf } from '../../src/models';
import { cellsOf } from '../../src/models/address';
import { FIRST, NOW, VERDICT } from '../../src/models/columns';
import type { Model } from '../../src/models/declaration';
import { placesOf } from '../../src/models/layout';
import type { FileChart, FileSheet } from '../../src/models/xlsx/workbook-file';
import { QUARTERS } from '../../src/models/base/quarters';
import { computed } from '../../src/workbench/models/compute';
import { loadAddIn } from '../workbench/add-in';

export interface Reading {
  /** of the chosen quarter, or of one that is named */
  readonly row: (name: string, quarter?: string) => unknown;
  /** what the checks of the sheet come to */
  readonly verdict: () => unknown;
  /** all rows of a table */
  readonly table: (name: string) => unknown[][];
  /** a part of the first picture of its kind, by what its legend calls it, in the order of its steps or quarters */
  readonly picture: (kind: FileChart['kind'], part: string) => unknown[];
  /** what the pictures say they show */
  readonly findings: () => unknown[];
}

export async function readingOf(
  model: Model,
  change: (sheets: readonly FileSheet[]) => void = () => {},
): Promise<Reading> {
  const { metadata, implementations } = loadAddIn();
  const declared = workbookOf([model]);
  change(declared.sheets);
  const book = await computed(declared, metadata, implementations);
  const values = new Map(book.sheets[0]!.cells.map(({ row, column, value }) => [`${row} ${column}`, value]));
  const { quarterly, once, tables } = placesOf(model.entries);
  const at = (row: number | undefined, column: number): unknown => {
    if (row === undefined) throw new Error('No row has that name.');
    return values.get(`${row} ${column}`);
  };
  const chartOf = (kind: FileChart['kind']): FileChart => {
    const its = book.sheets[0]!.charts?.find((chart) => chart.kind === kind);
    if (!its) throw new Error(`There is no picture of ${kind}.`);
    return its;
  };
  return {
    row: (name, quarter) =>
      at(
        quarterly.get(name) ?? once.get(name),
        quarter === undefined ? NOW : FIRST + QUARTERS.findIndex((each) => each === quarter),
      ),
    verdict: () => at(VERDICT, NOW),
    picture: (kind, part) => {
      const its = chartOf(kind).series.find(({ name }) => name === part);
      if (!its) throw new Error(`${part} is no part of the ${kind}.`);
      const { row, column, rows, columns } = cellsOf(its.values.split('!')[1]!.replaceAll('$', ''));
      return Array.from({ length: rows * columns }, (_, i) =>
        at(row + Math.floor(i / columns), column + (i % columns)),
      );
    },
    findings: () =>
      book.sheets[0]!.charts!.map(({ title }) => {
        const { row, column } = cellsOf(title.split('!').at(-1)!.replaceAll('$', ''));
        return at(row, column);
      }),
    table: (name) => {
      const found = tables.get(name);
      if (!found) throw new Error(`${name} is no table.`);
      return Array.from({ length: found.rows }, (_, down) =>
        Array.from({ length: found.columns }, (__, right) => at(found.at + 2 + down, NOW + right)),
      );
    },
  };
}
