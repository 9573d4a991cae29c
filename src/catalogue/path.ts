/** A number of a function, as an analyst names it: `token_spend`, `demands[3]`, `tiers[2].rate`. */
export interface Path {
  readonly name: string;
  /** which element of a list or a table, counted from 1 */
  readonly at?: number;
  /** which column of a table of tiers */
  readonly part?: 'from' | 'rate';
}

const PATH = /^(\w+)(?:\s*\[\s*(\d{1,7})\s*\](?:\s*\.\s*(from|rate))?)?$/;

/** Reads a path, in any case and with spaces around; undefined where the text is none. */
export function parsePath(text: string): Path | undefined {
  const [, name, at, part] = PATH.exec(text.trim().toLowerCase()) ?? [];
  if (name === undefined) return undefined;
  if (at === undefined) return { name };
  return part === undefined ? { name, at: Number(at) } : { name, at: Number(at), part: part as 'from' | 'rate' };
}

/** The one way in which a path is written: what two texts of one path have in common. */
export const printPath = ({ name, at, part }: Path): string =>
  `${name}${at === undefined ? '' : `[${at}]`}${part === undefined ? '' : `.${part}`}`;
