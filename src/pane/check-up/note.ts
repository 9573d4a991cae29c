/** What a note keeps of a formula that something else stands for, so that it can come back exactly. */
import type { CellValue } from '../host';

export type Replaced = 'frozen' | 'native';

export interface Kept {
  readonly how: Replaced;
  readonly rows: number;
  readonly columns: number;
  /** of what was put into these cells: what was changed since is one's own */
  readonly check: string;
  readonly formula: string;
}

export const noteOf = ({ how, rows, columns, check, formula }: Kept): string =>
  `TaaS for Excel: ${how}, ${rows} × ${columns}, check ${check}. The formula was\n${formula}`;

const NOTE = /TaaS for Excel: (frozen|native), (\d+) × (\d+), check ([a-z0-9]+)\. The formula was\r?\n(=[\s\S]*)$/;

/** undefined of a note that is not ours */
export function keptIn(note: string): Kept | undefined {
  const [, how, rows, columns, check, formula] = NOTE.exec(note) ?? [];
  if (formula === undefined) return undefined;
  return {
    how: how as Replaced,
    rows: Number(rows),
    columns: Number(columns),
    check: check!,
    formula: formula.replaceAll('\r\n', '\n'),
  };
}

/** A prime below 2^43: what is multiplied by the base and added to stays a whole number in a double. */
const PRIME = 8796093022151;
const BASE = 1009;

/** What the contents of cells are known by, however Excel writes them: it spells formulas and numbers its own way. */
export function checkOf(cells: readonly (readonly CellValue[])[]): string {
  const text = JSON.stringify(cells.map((row) => row.map(plainly)));
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum * BASE + text.charCodeAt(i)) % PRIME;
  return sum.toString(36);
}

const NUMBER = /(?<![\w.$])(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?![\w.!:$])/g;

function plainly(typed: CellValue): CellValue {
  if (typeof typed === 'number') return Number(typed.toPrecision(14));
  if (typeof typed === 'boolean') return typed;
  if (!typed.startsWith('=')) return typed.replace(/^'/, '');
  return typed
    .toLowerCase()
    .replace(/[\s@]|_xl(?:fn|pm|ws)\./g, '')
    .replace(NUMBER, (digits) => String(Number(Number(digits).toPrecision(14))));
}
