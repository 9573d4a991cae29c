import { column, type Database } from './database';

export interface Summary {
  readonly count: number;
  readonly mean: number;
  /** of a sample (n − 1) */
  readonly sd: number;
  readonly quantiles: ReadonlyMap<number, number>;
}

export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Values that are fetched and sorted to tell one rank from the next. */
const FEW = 100_000;
const BINS = 65_536;

/**
 * Statistics of a column, in memory that does not grow with it: quantiles (as PERCENTILE.INC) are found in a histogram
 * whose bins are looked into where a quantile lies.
 */
export async function summaryOf(database: Database, table: string, result: string): Promise<Summary | undefined> {
  const values = `(SELECT ${column(result)} AS v FROM ${table} WHERE ${column(result)} IS NOT NULL)`;
  const [[rows, mean, sd, low, high] = []] = (await database.rows(
    `SELECT count(*), avg(v), stddev_samp(v), min(v), max(v) FROM ${values}`,
  )) as [bigint, number, number | null, number, number][];
  const count = Number(rows ?? 0n);
  if (count === 0) return undefined;
  const ranks = QUANTILES.map((quantile) => (count - 1) * quantile);
  const wanted = [...new Set(ranks.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]))];
  const found = new Map<number, number>();
  await find(database, values, { low: low!, high: high!, count, before: 0 }, wanted, found);
  const quantiles = new Map(
    QUANTILES.map((quantile, i) => {
      const [below, above] = [found.get(Math.floor(ranks[i]!))!, found.get(Math.ceil(ranks[i]!))!];
      return [quantile, below + (above - below) * (ranks[i]! % 1)];
    }),
  );
  return { count, mean: mean!, sd: sd ?? 0, quantiles };
}

/** A stretch of the sorted values. */
interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** how many values are smaller */
  readonly before: number;
}

/** Finds the values of some ranks (counted from 0) within a stretch. */
async function find(
  database: Database,
  values: string,
  { low, high, count, before }: Stretch,
  ranks: readonly number[],
  found: Map<number, number>,
): Promise<void> {
  if (low === high) {
    for (const rank of ranks) found.set(rank, low);
    return;
  }
  const inside = `v >= ${double(low)} AND v <= ${double(high)}`;
  const width = high / BINS - low / BINS;
  if (count <= FEW || !(width > 0)) {
    const sorted = await database.rows(`SELECT v FROM ${values} WHERE ${inside} ORDER BY v`);
    for (const rank of ranks) found.set(rank, sorted[rank - before]![0] as number);
    return;
  }
  const bins = (await database.rows(
    `SELECT min(v), max(v), count(*) FROM ${values} WHERE ${inside} GROUP BY floor((v - ${double(low)}) / ${double(width)}) ORDER BY 1`,
  )) as [number, number, bigint][];
  let passed = before;
  for (const [from, to, rows] of bins) {
    const next = passed + Number(rows);
    const here = ranks.filter((rank) => rank >= passed && rank < next);
    if (here.length > 0)
      await find(database, values, { low: from, high: to, count: Number(rows), before: passed }, here, found);
    passed = next;
  }
}

/** With an exponent, since DuckDB takes other numbers for decimals. */
const double = (x: number): string => x.toExponential();
