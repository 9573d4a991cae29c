import { RESERVED } from './reserved';

/** What engines do not agree on. */
export interface Dialect {
  /** engines that read the same text under another name */
  readonly aliases?: readonly string[];
  /** its type of doubles */
  readonly double: string;
  /** what stands around a name */
  readonly quote: string;
  /** whether that character within a name, and a backslash, get a backslash before them instead of being doubled */
  readonly escapesByBackslash?: boolean;
  /** whether a name without quotes is in capitals to it, so that the same name within quotes is written in capitals */
  readonly capitals?: boolean;
  /** whether 2.5E-1 is a double, or a decimal that has to be cast */
  readonly exponentIsDouble: boolean;
  /** whether GREATEST and LEAST leave NULL operands out instead of being NULL themselves */
  readonly ignoresNull: boolean;
  /** whether arithmetic beyond a double stops the query instead of being infinite */
  readonly raisesOverflow: boolean;
  /** how many lines its planner may write into one another, and what makes it compute a sub-query of more before the next */
  readonly inlines?: { readonly most: number; readonly before?: string; readonly after?: string };
  /** functions that it calls otherwise */
  readonly calls?: Readonly<Partial<Record<Called, string>>>;
}

/** The functions that a query calls. */
type Called = 'ABS' | 'EXP' | 'FLOOR' | 'GREATEST' | 'LEAST' | 'LN' | 'NULLIF' | 'POWER';

export const call = (name: Called, { calls }: Dialect, ...operands: readonly string[]): string =>
  `${calls?.[name] ?? name}(${operands.join(', ')})`;

/** A name as the engine reads one: in quotes if it has to be, or if any engine keeps the word for itself. */
export function identifier(name: string, { quote, escapesByBackslash = false, capitals = false }: Dialect): string {
  const isPlain = /^[a-z_][a-z0-9_]*$/.test(name);
  if (isPlain && !RESERVED.has(name)) return name;
  if (isPlain) return `${quote}${capitals ? name.toUpperCase() : name}${quote}`;
  const escaped = escapesByBackslash
    ? name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
    : name.replaceAll(quote, quote + quote);
  return `${quote}${escaped}${quote}`;
}

/** Always a double: the digits of a decimal would be the engine's choice. */
export function literal(value: number, { exponentIsDouble, double }: Dialect): string {
  if (!Number.isFinite(value)) return `CAST(NULL AS ${double})`;
  if (!exponentIsDouble) return `CAST(${value} AS ${double})`;
  const digits = value.toExponential().replace('e+', 'E').replace('e', 'E');
  return value < 0 ? `(${digits})` : digits;
}
