/** What a number rests on: the inputs at the end of its formulas, and whose they are. */
import { tokenize } from '@borgar/fx/xlsx';
import { factOf, standingOf } from '../../book/facts';
import { BLOCK, DRIVERS } from '../../models/base';
import { CONVENTIONS } from '../../models/base/conventions';
import { BASE, baseRows } from '../../models/base-sheet';
import { cellsOf } from '../../models/address';
import { FIRST, FLAGS, HEADER, LABEL, LAST, NOW, SOURCE } from '../../models/columns';
import type { Standing } from '../../models/declaration';
import type { FileCell, WorkbookFile } from '../../models/xlsx/workbook-file';
import { placeOf } from '../formula/address';

/** By standing, what the inputs are called; in the order in which they are met. */
export type Rests = Readonly<Record<Standing, readonly string[]>>;

interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const keyOf = ({ sheet, row, column }: Spot): string => `${sheet}!${row},${column}`;
const ROWS = new Map([...BLOCK, ...DRIVERS].flatMap(({ rows }) => rows.map((row) => [row.name, row] as const)));
const CONVENTION_NAMES = new Set(CONVENTIONS.map(({ name }) => name));
/** The chosen quarter of a row, as every sheet of a model reads it. */
const READING = /INDEX\((?:(Base)!)?\$([A-Z]+)(\d+):\$[A-Z]+\d+,\$?([A-Z]+)\$?(\d+)\)/;

export function createRests({ sheets }: WorkbookFile): (formula: string) => Rests {
  const cells = new Map<string, FileCell>();
  /** of a cell that another formula fills, where that formula stands */
  const filledBy = new Map<string, Spot>();
  for (const { name: sheet, cells: its } of sheets)
    for (const cell of its) {
      cells.set(keyOf({ sheet, ...cell }), cell);
      for (let down = 0; down < (cell.spill?.rows ?? 0); down++)
        for (let right = 0; right < (cell.spill?.columns ?? 0); right++)
          if (down + right > 0)
            filledBy.set(keyOf({ sheet, row: cell.row + down, column: cell.column + right }), { sheet, ...cell });
    }
  const valueAt = (sheet: string, row: number, column: number) => cells.get(keyOf({ sheet, row, column }))?.value;
  const textAt = (sheet: string, row: number, column: number): string => {
    const value = valueAt(sheet, row, column);
    return typeof value === 'string' ? value : '';
  };

  return (formula) => {
    const rests: Record<Standing, string[]> = { fact: [], estimate: [], assumption: [] };
    const seen = new Set<string>();
    const add = (standing: Standing, label: string): void => {
      if (!rests[standing].includes(label)) rests[standing].push(label);
    };

    function input(spot: Spot): void {
      const { sheet, row, column } = spot;
      if (sheet === BASE) {
        const its = ROWS.get(textAt(BASE, row, 0));
        if (!its) return;
        const isEstimate = textAt(BASE, HEADER, column).endsWith('E');
        add((isEstimate && its.estimate) || its.standing, its.label);
        return;
      }
      const [, standing] = /^(fact|estimate|assumption): /.exec(textAt(sheet, row, SOURCE)) ?? [];
      // What is tried along an axis is chosen on the sheet.
      add((standing as Standing | undefined) ?? 'assumption', textAt(sheet, row, LABEL));
    }

    function visit(spot: Spot): void {
      const key = keyOf(spot);
      if (seen.has(key)) return;
      seen.add(key);
      const filler = filledBy.get(key);
      if (filler) return visit(filler);
      const cell = cells.get(key);
      if (cell?.formula !== undefined) follow(cell.formula, spot.sheet);
      else if (typeof cell?.value === 'number' && !CONVENTION_NAMES.has(textAt(spot.sheet, spot.row, 0))) input(spot);
    }

    function follow(text: string, on: string): void {
      const reading = READING.exec(text);
      if (reading) {
        const [, base, , row, place, placeRow] = reading;
        const at = cellsOf(`${place}${placeRow}`);
        const quarter = valueAt(on, at.row, at.column);
        if (at.row === FLAGS && typeof quarter === 'number') {
          visit({ sheet: base ?? on, row: Number(row) - 1, column: FIRST + quarter - 1 });
          text = text.replace(READING, '0');
        }
      }
      const tokens = tokenize(text, { mergeRefs: true });
      tokens.forEach(({ type, value }, i) => {
        if (type === 'func') called(value, tokens[i + 2]?.value ?? '');
        if (!type.startsWith('range') || type === 'range_named') return;
        if (value === baseRows.block) return add('assumption', 'the terms of the deal');
        const { sheet, address } = placeOf(value);
        const area = cellsOf(address.replaceAll('$', ''));
        if (area.row === HEADER || area.row === FLAGS) return;
        // Of a row across all quarters a sheet takes those up to the chosen one.
        const chosen = valueAt(on, FLAGS, NOW);
        const isWhole = area.column === FIRST && area.columns === LAST - FIRST + 1;
        const last = isWhole && typeof chosen === 'number' ? FIRST + chosen - 1 : area.column + area.columns - 1;
        for (let row = area.row; row < area.row + area.rows; row++)
          for (let column = area.column; column <= last; column++) visit({ sheet: sheet || on, row, column });
      });
    }

    function called(name: string, first: string): void {
      if (name === 'TAAS_FACT') {
        const fact = factOf(first.replaceAll('"', ''))!;
        add(standingOf(fact) === 'fact' ? 'fact' : 'estimate', `${fact.id}, ${fact.kind}`);
      }
      if (name === 'TAAS_CHECKS') add('assumption', 'the base case of the functions');
    }

    follow(formula, '');
    return rests;
  };
}
