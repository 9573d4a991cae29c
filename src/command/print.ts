import type { Answer } from '../catalogue/call';
import type { Cell } from '../catalogue/define';
import { Problem } from '../catalogue/problem';

/** A cell as text: the 15 digits that Excel shows, or the code of its error. */
export function printCell(cell: Cell): string {
  if (cell instanceof Problem) return cell.code;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : cell;
}

/** An answer as lines: one value, or columns side by side, numbers to the right. */
export function printAnswer({ cells }: Answer): string {
  const texts = cells.map((row) => row.map(printCell));
  const widths = texts[0]?.map((_, j) => Math.max(...texts.map((row) => [...(row[j] ?? '')].length))) ?? [];
  const lines = texts.map((row, i) =>
    row
      .map((text, j) => {
        const padding = ' '.repeat(widths[j]! - [...text].length);
        return typeof cells[i]![j] === 'number' ? padding + text : text + padding;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

/** The same for programs. */
export function printJson({ cells, single }: Answer): string {
  const plain = cells.map((row) => row.map((cell) => (cell instanceof Problem ? cell.code : cell)));
  return JSON.stringify(single ? plain[0]![0] : plain);
}
