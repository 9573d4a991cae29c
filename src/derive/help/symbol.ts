import type { Notation, Running } from './notation';

const INDEXED = /^(\w+?)(?:\[(\d+)\](?:\.(\w+))?|_(\d+))$/;

/** 3 of `opening_3` and of `tiers[3].rate`. */
export function indexOf(name: string): number | undefined {
  const match = INDEXED.exec(name);
  return match ? Number(match[2] ?? match[4]) : undefined;
}

const PARTS: Readonly<Record<string, string>> = { from: 'threshold', rate: 'rate' };

/** A name as words, its index and its period as subscripts: `revenues1[2]` is revenues₁,₂. */
export function symbol(name: string, running?: Running): Notation {
  const match = INDEXED.exec(name);
  const [, stem = name, , column] = match ?? [];
  const [, words = stem, period] = /^(.*[a-z])(\d)$/.exec(stem) ?? [];
  const spoken = column === undefined ? words : `${words.replace(/s$/, '')} ${PARTS[column] ?? column}`;
  const index = match ? indexText(indexOf(name)!, running) : undefined;
  const below = [period, index].filter((x) => x !== undefined).join(', ');
  const text = spoken.replace(/_/g, ' ');
  const tex = `\\text{${textOf(text)}}${below === '' ? '' : `_{${below}}`}`;
  return { tex, width: text.length + below.length * 0.7, rank: 9 };
}

function indexText(index: number, running: Running | undefined): string {
  if (!running) return String(index);
  const away = index - running.base;
  return away === 0 ? running.letter : `${running.letter}${away > 0 ? '+' : '-'}${Math.abs(away)}`;
}

/** Text inside \text{}, without what TeX would take for a command. */
const textOf = (text: string): string => text.replace(/[\\{}$&#^%~]/g, ' ');

/** A number as written: thousands apart, powers of ten for the very small and the very large. */
export function numeral(value: number): Notation {
  const [digits = '', exponent] = String(Number(value.toPrecision(12))).split('e');
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '{,}');
  const tex = exponent === undefined ? grouped : `${grouped} \\times 10^{${Number(exponent)}}`;
  return { tex, width: digits.length, rank: value < 0 ? 1 : exponent === undefined ? 9 : 2 };
}
