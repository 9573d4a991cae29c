/**
 * e^x − 1 and ln(1 + x) where |x| < 0.01, as text for engines that have neither: as many terms of the series as a double
 * has digits for. Beyond 0.01 the difference with 1 costs two digits of sixteen.
 */
export type Series = (x: string, number?: (value: number) => string) => string;

export const NEAR_ZERO = 0.01;

/** x·(1 + x/2·(1 + x/3·(…))) */
export const expm1NearZero: Series = (x, number = String) =>
  `${x}*${nested([6, 5, 4, 3, 2], number(1), (k, rest) => `(${number(1)}+${x}/${number(k)}*${rest})`)}`;

/** x·(1 − x·(1/2 − x·(1/3 − …))) */
export const log1pNearZero: Series = (x, number = String) =>
  `${x}*${nested([7, 6, 5, 4, 3, 2, 1], `(${number(1)}/${number(8)})`, (k, rest) => `(${number(1)}/${number(k)}-${x}*${rest})`)}`;

const nested = (ks: readonly number[], innermost: string, around: (k: number, rest: string) => string): string =>
  ks.reduce((rest, k) => around(k, rest), innermost);
