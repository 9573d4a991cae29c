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
  /** words it keeps for itself that no other engine keeps */
  readonly reserved?: readonly string[];
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

/** Words that some engine keeps for itself. */
const RESERVED = new Set(
  `abs all alter analyse analyze and any array as asc at between both by case cast check collate column constraint create
  cross cube current date default delete desc describe distinct drop else end escape except exclude exists exp extract
  false fetch filter first floor following for foreign from full function grant group grouping groups having if ignore in
  increment inner insert intersect interval into is join last lateral leading left like limit ln localtime lookup merge
  minus natural new no not null nulls of offset on only or order outer over partition power preceding primary proto
  qualify range rank recursive references regexp respect revoke right rlike rollup row rows sample select set share
  some start symmetric table tablesample then time timestamp to trailing treat trigger true try_cast unbounded union
  unique unnest unpivot update user using value values view when whenever where window with within year`.split(/\s+/),
);

export function identifier(name: string, { quote, escapesByBackslash = false, reserved = [] }: Dialect): string {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) && !reserved.includes(name)) return name;
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
