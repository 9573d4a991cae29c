/** A number of a function, as an analyst names it: `token_spend`, `demands[3]`, `tiers[2].rate`. */
export interface Path {
  readonly name: string;
  /** which element of a list or a table, counted from 1 */
  readonly at?: number;
  /** which column of a table */
  readonly part?: string;
}

const PATH = /^(\w+)(?:\s*\[\s*(\d{1,7})\s*\](?:\s*\.\s*([a-z]+))?)?$/;

/** Reads a path, in any case and with spaces around; undefined where the text is none. */
export const parsePath = (text: string): Path | undefined => pathOf(PATH.exec(text.trim().toLowerCase()));

/** The one way in which a path is written: what two texts of one path have in common. */
export const printPath = ({ name, at, part }: Path): string =>
  `${name}${at === undefined ? '' : `[${at}]`}${part === undefined ? '' : `.${part}`}`;

const COLUMN = /^(\w+?)_(\d{1,7})(?:[._]([a-z]+))?$/;

/** Reads the name of a column as what it may mean, the likelier first: `tiers_2_rate` is a name, or `tiers[2].rate`. */
export const parseColumn = (text: string): Path[] =>
  [parsePath(text), pathOf(COLUMN.exec(text.trim().toLowerCase()))].filter((path) => path !== undefined);

/** The name of a column that needs no quotes anywhere: `tiers_2_rate` for `tiers[2].rate`. */
export const printColumn = ({ name, at, part }: Path): string =>
  [name, at, part].filter((each) => each !== undefined).join('_');

function pathOf(match: RegExpExecArray | null): Path | undefined {
  const [, name, at, part] = match ?? [];
  if (name === undefined) return undefined;
  return { name, ...(at !== undefined && { at: Number(at) }), ...(part !== undefined && { part }) };
}

/** A function as a text names it, and what stands in brackets after it: `TAAS_PNL[EBIT]`. */
export function parseFunction(text: string): { readonly name: string; readonly line?: string } {
  const [, name, line] = /^([^[]*)\[(.*)\]$/s.exec(text.trim()) ?? [];
  return name === undefined ? { name: text } : { name, line: line! };
}

/** What a database calls the answer of a function, without quotes: `taas_pnl_ebit` for `TAAS_PNL[EBIT]`. */
export const printResult = (name: string): string => name.toLowerCase().replace(/\W+/g, '_').replace(/_$/, '');
