import { parsePath, type Path } from '../../catalogue/path';
import type { Notation, Running } from './notation';

const OF_PERIOD = /^(\w+?)_(\d+)$/;

/** A name and its place: 3 of the line `opening_3`, and of `tiers[3].rate`. */
function placed(name: string): Path {
  const path = parsePath(name);
  if (path?.at !== undefined) return path;
  const [, line, period] = OF_PERIOD.exec(name) ?? [];
  return line === undefined ? { name } : { name: line, at: Number(period) };
}

export const indexOf = (name: string): number | undefined => placed(name).at;

const PARTS: Readonly<Record<string, string>> = { from: 'threshold' };

/** A name as words, its index and its period as subscripts: `revenues1[2]` is revenues₁,₂. */
export function symbol(written: string, running?: Running): Notation {
  const { name, at, part } = placed(written);
  const [, words = name, period] = /^(.*[a-z])(\d)$/.exec(name) ?? [];
  const spoken = part === undefined ? words : `${words.replace(/s$/, '')} ${PARTS[part] ?? part}`;
  const index = at === undefined ? undefined : indexText(at, running);
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
