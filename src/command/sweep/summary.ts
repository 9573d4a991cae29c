import { column, type Database } from './database';

export interface Summary {
  readonly count: number;
  readonly mean: number;
  /** of a sample (n − 1) */
  readonly sd: number;
  readonly quantiles: ReadonlyMap<number, number>;
}

export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Values that are sorted to tell one rank from the next. */
const FEW = 500_000;
const BINS = 4096;

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
  const wanted = [...new Set(ranks.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]))].sort((a, b) => a - b);
  const found = await valuesAt(database, values, wanted, { low: low!, high: high!, count, before: 0 });
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

/** The values of some ranks, counted from 0. */
async function valuesAt(
  database: Database,
  values: string,
  ranks: readonly number[],
  all: Stretch,
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  let stretches = [all];
  for (;;) {
    for (const stretch of stretches.filter(({ low, high }) => low === high))
      for (const rank of within(stretch, ranks)) found.set(rank, stretch.low);
    stretches = stretches.filter((stretch) => stretch.low < stretch.high && within(stretch, ranks).length > 0);
    if (stretches.length === 0) return found;
    const rows = stretches.reduce((total, { count }) => total + count, 0);
    if (rows <= FEW || stretches.some((stretch) => !(widthOf(stretch) > 0))) break;
    const finer: Stretch[] = [];
    for (const stretch of stretches) finer.push(...(await binsOf(database, values, stretch)));
    stretches = finer;
  }
  const places = new Map<number, number>();
  let sorted = 0;
  for (const stretch of stretches) {
    for (const rank of within(stretch, ranks)) places.set(sorted + rank - stretch.before + 1, rank);
    sorted += stretch.count;
  }
  const some = (await database.rows(`SELECT place, v FROM (
    SELECT v, row_number() OVER (ORDER BY v) AS place FROM ${values} WHERE ${stretches.map(holds).join(' OR ')}
  ) WHERE place IN (${[...places.keys()].join(', ')})`)) as [bigint, number][];
  for (const [place, value] of some) found.set(places.get(Number(place))!, value);
  return found;
}

const within = ({ before, count }: Stretch, ranks: readonly number[]): number[] =>
  ranks.filter((rank) => rank >= before && rank < before + count);

const widthOf = ({ low, high }: Stretch): number => high / BINS - low / BINS;
const holds = ({ low, high }: Stretch): string => `(v >= ${double(low)} AND v <= ${double(high)})`;

async function binsOf(database: Database, values: string, stretch: Stretch): Promise<Stretch[]> {
  const bins = (await database.rows(
    `SELECT min(v), max(v), count(*) FROM ${values} WHERE ${holds(stretch)}
    GROUP BY floor((v - ${double(stretch.low)}) / ${double(widthOf(stretch))}) ORDER BY 1`,
  )) as [number, number, bigint][];
  let { before } = stretch;
  return bins.map(([low, high, rows]) => {
    const bin = { low, high, count: Number(rows), before };
    before += bin.count;
    return bin;
  });
}

/** With an exponent, since DuckDB takes other numbers for decimals. */
const double = (x: number): string => x.toExponential();
