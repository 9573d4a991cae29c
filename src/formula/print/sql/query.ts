import { inOrder, isAbsolute, type Expression, type Op } from '../../expression';
import { letName } from '../excel';
import { namedLines, type Line } from '../lines';
import type { Named } from '../print';
import { expm1NearZero, log1pNearZero, NEAR_ZERO, type Series } from '../../near-zero';

export const SQL_DIALECTS = ['duckdb', 'spark', 'trino', 'bigquery', 'snowflake', 'postgres'] as const;
export type SqlDialect = (typeof SQL_DIALECTS)[number];

/** What the engines do not agree on. */
interface Engine {
  readonly double: string;
  readonly quote: string;
  /** whether 2.5E-1 is a double, or a decimal that has to be cast */
  readonly exponentIsDouble: boolean;
  /** GREATEST and LEAST leave NULL operands out instead of being NULL themselves */
  readonly ignoresNull: boolean;
  /** arithmetic beyond a double stops the query instead of being infinite */
  readonly raisesOverflow: boolean;
}

const ENGINES: Readonly<Record<SqlDialect, Engine>> = {
  duckdb: { double: 'DOUBLE', quote: '"', exponentIsDouble: true, ignoresNull: true, raisesOverflow: false },
  spark: { double: 'DOUBLE', quote: '`', exponentIsDouble: true, ignoresNull: true, raisesOverflow: false },
  trino: { double: 'DOUBLE', quote: '"', exponentIsDouble: true, ignoresNull: false, raisesOverflow: false },
  bigquery: { double: 'FLOAT64', quote: '`', exponentIsDouble: true, ignoresNull: false, raisesOverflow: true },
  snowflake: { double: 'DOUBLE', quote: '"', exponentIsDouble: false, ignoresNull: false, raisesOverflow: false },
  postgres: {
    double: 'DOUBLE PRECISION',
    quote: '"',
    exponentIsDouble: false,
    ignoresNull: true,
    raisesOverflow: true,
  },
};

/** Where overflow stops the query, inputs beyond this are no inputs: no formula multiplies five of them. */
const LARGEST_INPUT = 1e60;
/** The powers of e between which EXP is a double. */
const LARGEST_EXPONENT = 709.78;
const SMALLEST_EXPONENT = -708;
/** Expressions nested deeper than this are cut into lines; engines limit the depth they parse. */
const DEEPEST = 40;

/** Words that some engine keeps for itself. */
const RESERVED = `
  all alter analyse analyze and any array as asc at between both by case cast check collate column constraint create
  cross cube current date default delete desc describe distinct drop else end escape except exclude exists extract
  false fetch filter first following for foreign from full function grant group grouping groups having if ignore in
  increment inner insert intersect interval into is join last lateral leading left like limit localtime lookup merge
  minus natural new no not null nulls of offset on only or order outer over partition preceding primary proto
  qualify range rank recursive references regexp respect revoke right rlike rollup row rows sample select set share
  some start symmetric table tablesample then time timestamp to trailing treat trigger true try_cast unbounded union
  unique unnest unpivot update user using value values view when whenever where window with within year
`;

/** A column of the scenario table: carried along, or the input of that path (`token_spend`, `tiers[2].rate`). */
export interface ScenarioColumn {
  readonly name: string;
  readonly path?: string;
}

export interface Query {
  readonly root: Expression;
  readonly steps: readonly Line[];
  /** what the columns of a row must fulfil to have a value */
  readonly conditions: readonly Expression[];
  readonly columns: readonly ScenarioColumn[];
  /** The scenario table, as the engine writes it; it may be a sub-query. */
  readonly table: string;
  /** name of the column that is computed */
  readonly result: string;
  /** said above the query */
  readonly remarks: readonly string[];
}

/**
 * The *sql* reading: one row per scenario, one named line of the working per sub-query, in doubles.
 * A row without a value is NULL, as is one with an input that is missing or outside its range.
 */
export function sql(query: Query, dialect: SqlDialect): string {
  const engine = ENGINES[dialect];
  const inputs = inputNames(query.columns);
  const taken = new Set([...query.columns.map(({ name }) => name.toLowerCase()), ...inputs.values()]);
  const lines = linesOf(query, engine, taken);
  const writer = new Writer(engine, lines.names, lines.mayLackValue, inputs);
  const id = (name: string): string => identifier(name, engine);
  const subqueries = new Set([...taken, ...(query.table.toLowerCase().match(/\w+/g) ?? [])]);
  const subquery = (name: string): string => {
    const unique = unused(name, subqueries);
    subqueries.add(unique);
    return unique;
  };

  const first = subquery('inputs');
  const withs = [
    `${first} AS (\n  SELECT ${entered(query.columns, inputs, engine).join(', ')}\n  FROM ${query.table}\n)`,
  ];
  let before = first;
  for (const node of inOrder([query.root])) {
    const name = lines.names.get(node);
    if (name === undefined) continue;
    const next = subquery(`with_${name}`);
    withs.push(`${next} AS (\n  SELECT ${before}.*, ${writer.definition(node)} AS ${id(name)}\n  FROM ${before}\n)`);
    before = next;
  }
  const value = writer.text(query.root);
  const finite = lines.names.has(query.root) ? [`ABS(${value}) <= ${literal(Number.MAX_VALUE, engine)}`] : [];
  const holds = [...query.conditions.map((condition) => writer.definition(condition)), ...finite];
  const answer = holds.length === 0 ? value : `CASE WHEN ${holds.join('\n    AND ')}\n    THEN ${value} END`;
  const out = query.columns.map(({ name, path }) => {
    const inner = path === undefined ? name : inputs.get(path)!;
    return inner === name ? id(name) : `${id(inner)} AS ${id(name)}`;
  });
  return [
    ...query.remarks.map((remark) => `-- ${remark.replace(/\s+/g, ' ')}`),
    `WITH ${withs.join(',\n')}`,
    `SELECT ${[...out, `\n  ${answer} AS ${id(unused(query.result, taken))}`].join(', ').replace(', \n', ',\n')}`,
    `FROM ${before}`,
  ].join('\n');
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let unique = name;
  for (let i = 2; taken.has(unique.toLowerCase()); i++) unique = `${name}_${i}`;
  return unique;
}

/** Under which name the sub-queries know each input. */
function inputNames(columns: readonly ScenarioColumn[]): Map<string, string> {
  const carried = new Set(columns.filter(({ path }) => path === undefined).map(({ name }) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const { path } of columns) {
    if (path === undefined) continue;
    let name = letName(path);
    while (carried.has(name)) name += '_';
    names.set(path, name);
  }
  return names;
}

/** The columns as the sub-queries take them in: inputs as doubles under their own names. */
function entered(columns: readonly ScenarioColumn[], inputs: ReadonlyMap<string, string>, engine: Engine): string[] {
  return columns.map(({ name, path }) => {
    const column = identifier(name, engine);
    if (path === undefined) return column;
    const cast = `CAST(${column} AS ${engine.double})`;
    const limit = literal(LARGEST_INPUT, engine);
    const double = engine.raisesOverflow ? `CASE WHEN ABS(${cast}) <= ${limit} THEN ${cast} END` : cast;
    return `${double} AS ${identifier(inputs.get(path)!, engine)}`;
  });
}

/** The inputs among the columns as a SELECT list, and expressions of them, for other questions about the same rows. */
export function sqlOnInputs(
  columns: readonly ScenarioColumn[],
  dialect: SqlDialect,
): { readonly inputs: string[]; readonly text: (node: Expression) => string } {
  const engine = ENGINES[dialect];
  const names = inputNames(columns);
  const given = columns.filter(({ path }) => path !== undefined);
  const writer = new Writer(engine, new Map(), new Set(), names);
  return { inputs: entered(given, names, engine), text: (node) => writer.text(node) };
}

const identifier = (name: string, { quote }: Engine): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) && !new RegExp(`\\s${name}\\s`).test(RESERVED)
    ? name
    : `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;

/** Always a double: the digits of a decimal would be the engine's choice. */
function literal(value: number, { exponentIsDouble, double }: Engine): string {
  if (!Number.isFinite(value)) return `CAST(NULL AS ${double})`;
  if (!exponentIsDouble) return `CAST(${value} AS ${double})`;
  const digits = value.toExponential().replace('e+', 'E').replace('e', 'E');
  return value < 0 ? `(${digits})` : digits;
}

const isLeaf = ({ op }: Expression): boolean => op === 'input' || op === 'constant' || op === 'none';
const isTest = ({ op }: Expression): boolean => op === 'atLeast' || op === 'above';

interface Lines {
  readonly names: Named;
  readonly mayLackValue: ReadonlySet<Expression>;
}

/**
 * Which nodes get a line of their own: the named lines of the working, what is used more than once, and what a guard
 * has to write twice. So the text grows with the graph and never doubles.
 */
function linesOf({ root, steps }: Query, engine: Engine, taken: ReadonlySet<string>): Lines {
  const nodes = inOrder([root]);
  const mayLackValue = lackingValue(nodes);
  const named = namedLines([root], steps, letName, taken);
  const uses = new Map<Expression, number>();
  for (const node of nodes) for (const arg of node.args) uses.set(arg, (uses.get(arg) ?? 0) + 1);
  const own = new Set<Expression>(named.keys());
  if (!isLeaf(root)) own.add(root);
  for (const node of nodes) for (const twice of writtenTwice(node, engine, mayLackValue)) own.add(twice);
  const depth = new Map<Expression, number>();
  for (const node of nodes) {
    const deep = 1 + Math.max(0, ...node.args.slice(0, 64).map((arg) => (own.has(arg) ? 0 : depth.get(arg)!)));
    if (!isTest(node) && ((uses.get(node) ?? 0) > 1 || deep > DEEPEST)) own.add(node);
    depth.set(node, deep);
  }
  const parts = nodes.filter((node) => own.has(node) && !named.has(node) && !isLeaf(node));
  const all = [...named].map(([node, name]) => ({ node, name })).concat(parts.map((node) => ({ node, name: 'part' })));
  return { names: namedLines([root], all, letName, taken), mayLackValue };
}

/** Nodes that can be NULL although every input has a value. */
function lackingValue(nodes: readonly Expression[]): Set<Expression> {
  const lacking = new Set<Expression>();
  for (const node of nodes) {
    if (canFail(node) || node.args.some((arg) => lacking.has(arg))) lacking.add(node);
  }
  return lacking;
}

function canFail({ op, args, value }: Expression): boolean {
  switch (op) {
    case 'none':
    case 'ln':
    case 'log1p':
    case 'exp':
    case 'expm1':
    case 'pow':
      return true;
    case 'constant':
      return !Number.isFinite(value);
    case 'div':
      return !(args[1]!.op === 'constant' && args[1]!.value !== 0);
    default:
      return false;
  }
}

/** The operands that the guard of an operation names more than once. */
function writtenTwice(node: Expression, engine: Engine, lacking: ReadonlySet<Expression>): readonly Expression[] {
  switch (node.op) {
    case 'max':
    case 'min':
      return engine.ignoresNull && !isAbsolute(node) && node.args.some((arg) => lacking.has(arg)) ? node.args : [];
    case 'exp':
    case 'expm1':
    case 'log1p':
    case 'pow':
      return node.args;
    case 'when':
      return lacking.has(node.args[0]!) ? node.args[0]!.args : [];
    default:
      return [];
  }
}

const INFIX: Partial<Record<Op, { readonly sign: string; readonly rank: number }>> = {
  plus: { sign: '+', rank: 1 },
  sum: { sign: '+', rank: 1 },
  minus: { sign: '-', rank: 1 },
  times: { sign: '*', rank: 2 },
  div: { sign: '/', rank: 2 },
};
const TESTS: Partial<Record<Op, readonly [sign: string, turned: string, denied: string]>> = {
  atLeast: ['>=', '<=', '<'],
  above: ['>', '<', '<='],
};

/** Writes expressions for one engine. */
class Writer {
  constructor(
    private readonly engine: Engine,
    private readonly lines: Named,
    private readonly lacking: ReadonlySet<Expression>,
    private readonly inputs: ReadonlyMap<string, string>,
  ) {}

  /** An expression, by its name where it has one. */
  text(node: Expression): string {
    const name = this.lines.get(node);
    return name === undefined ? this.definition(node) : identifier(name, this.engine);
  }

  /** What a named line stands for. */
  definition(node: Expression): string {
    const [a, b] = node.args as [Expression, Expression];
    switch (node.op) {
      case 'input':
        return identifier(this.inputs.get(node.name) ?? node.name, this.engine);
      case 'constant':
        return this.number(node.value);
      case 'none':
        return this.number(NaN);
      case 'sum':
        return this.sum(node.args);
      case 'plus':
      case 'minus':
      case 'times':
        return `${this.operand(a, node)} ${INFIX[node.op]!.sign} ${this.operand(b, node, true)}`;
      case 'div': {
        const by = canFail(node) ? `NULLIF(${this.text(b)}, ${this.number(0)})` : this.operand(b, node, true);
        return `${this.operand(a, node)} / ${by}`;
      }
      case 'max':
        return isAbsolute(node) ? `ABS(${this.text(a)})` : this.extreme('GREATEST', '>=', '<', node);
      case 'min':
        return this.extreme('LEAST', '<=', '>', node);
      case 'ln':
        return this.logarithm(this.text(a));
      case 'log1p': {
        const x = this.text(a);
        return this.nearZero(x, log1pNearZero, this.logarithm(`${this.number(1)} + ${x}`));
      }
      case 'exp':
        return this.bounded(this.text(a), `EXP(${this.text(a)})`);
      case 'expm1': {
        const x = this.text(a);
        return this.bounded(x, this.nearZero(x, expm1NearZero, `EXP(${x}) - ${this.number(1)}`), [], -1);
      }
      case 'pow':
        return this.power(a, b);
      case 'atLeast':
      case 'above':
        return this.test(node);
      case 'when':
        return this.when(node);
    }
  }

  private number(value: number): string {
    return literal(value, this.engine);
  }

  private operand(node: Expression, parent: Expression, right = false): string {
    const text = this.text(node);
    if (this.lines.has(node)) return text;
    const own = INFIX[node.op]?.rank ?? 9;
    const { rank } = INFIX[parent.op]!;
    return own < rank || (right && own === rank) ? `(${text})` : text;
  }

  /** Long sums are added in halves: engines limit how deep an expression may be. */
  private sum(terms: readonly Expression[]): string {
    if (terms.length === 0) return this.number(0);
    if (terms.length > DEEPEST) {
      const half = Math.ceil(terms.length / 2);
      return `(${this.sum(terms.slice(0, half))}) + (${this.sum(terms.slice(half))})`;
    }
    const bracketed = (term: Expression, i: number): string =>
      i > 0 && !this.lines.has(term) && INFIX[term.op]?.rank === 1 ? `(${this.text(term)})` : this.text(term);
    return terms.map(bracketed).join(' + ');
  }

  private extreme(name: string, first: string, second: string, node: Expression): string {
    const [a, b] = node.args.map((arg) => this.text(arg)) as [string, string];
    const guard = this.engine.ignoresNull && node.args.some((arg) => this.lacking.has(arg));
    if (!guard) return `${name}(${a}, ${b})`;
    return `CASE WHEN ${a} ${first} ${b} THEN ${a} WHEN ${a} ${second} ${b} THEN ${b} END`;
  }

  private test({ op, args }: Expression, denied = false): string {
    const [sign, turned, not] = TESTS[op]!;
    const [a, b] = args.map((arg) => this.text(arg)) as [string, string];
    if (denied) return `${a} ${not} ${b}`;
    return args[0]!.op === 'constant' ? `${b} ${turned} ${a}` : `${a} ${sign} ${b}`;
  }

  private when(node: Expression): string {
    const arms: string[] = [];
    for (let at = node; ;) {
      const [test, then, otherwise] = at.args as [Expression, Expression, Expression];
      if (!isTest(test)) return this.number(NaN);
      arms.push(`WHEN ${this.test(test)} THEN ${this.text(then)}`);
      const decided = !this.lacking.has(test);
      if (decided && otherwise.op === 'when' && !this.lines.has(otherwise) && isTest(otherwise.args[0]!))
        at = otherwise;
      else {
        if (!decided) arms.push(`WHEN ${this.test(test, true)} THEN ${this.text(otherwise)}`);
        else if (otherwise.op !== 'none') arms.push(`ELSE ${this.text(otherwise)}`);
        return `CASE ${arms.join(' ')} END`;
      }
    }
  }

  private logarithm(x: string): string {
    return `LN(NULLIF(GREATEST(${x}, ${this.number(0)}), ${this.number(0)}))`;
  }

  private nearZero(x: string, series: Series, otherwise: string): string {
    const near = series(x, (value) => this.number(value));
    return `CASE WHEN ABS(${x}) < ${this.number(NEAR_ZERO)} THEN ${near} ELSE ${otherwise} END`;
  }

  /** Nothing above the largest double; `least` below the smallest. */
  private bounded(exponent: string, text: string, more: readonly string[] = [], least = 0): string {
    const none = [...more, `${exponent} > ${this.number(LARGEST_EXPONENT)}`].map((test) => `WHEN ${test} THEN NULL`);
    const tiny = `WHEN ${exponent} < ${this.number(SMALLEST_EXPONENT)} THEN ${this.number(least)}`;
    return `CASE ${none.join(' ')} ${tiny} ELSE ${text} END`;
  }

  private power(base: Expression, exponent: Expression): string {
    const [a, b, zero] = [this.text(base), this.text(exponent), this.number(0)];
    const constant = (x: Expression): number => (x.op === 'constant' ? x.value : NaN);
    const notZero = constant(base) > 0 || constant(exponent) >= 0;
    const real = constant(base) >= 0 || Number.isInteger(constant(exponent));
    const none = [
      ...(notZero ? [] : [`${a} = ${zero} AND ${b} < ${zero}`]),
      ...(real ? [] : [`${a} < ${zero} AND ${b} <> FLOOR(${b})`]),
    ];
    return this.bounded(`${b} * LN(NULLIF(ABS(${a}), ${zero}))`, `POWER(${a}, ${b})`, none);
  }
}
