import { parsePath, type Path } from '../../catalogue/path';
import { WHOLE } from '../../formula/print/brackets';
import type { Notation, Running, Symbols } from '../../formula/print/tex';

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
  return { tex, width: text.length + below.length * 0.7, rank: WHOLE };
}

function indexText(index: number, running: Running | undefined): string {
  if (!running) return String(index);
  const away = index - running.base;
  return away === 0 ? running.letter : `${running.letter}${away > 0 ? '+' : '-'}${Math.abs(away)}`;
}

/** Text inside \text{}, without what TeX would take for a command. */
const textOf = (text: string): string => text.replace(/[\\{}$&#^%~]/g, ' ');

export const SYMBOLS: Symbols = { symbol, indexOf };
