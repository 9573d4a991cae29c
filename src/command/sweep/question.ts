import type { Pairs } from '../../catalogue/inputs';
import { Misuse } from '../problem';
import { listed } from '../sql';
import { parseWords } from '../subject';

export interface SweepOptions {
  readonly json?: boolean | undefined;
  readonly inputs?: string | undefined;
  readonly out?: string | undefined;
  readonly columns?: string | undefined;
  readonly keep?: readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  readonly decimal?: string | undefined;
  readonly 'rows-per-part'?: string | undefined;
  readonly memory?: string | undefined;
  readonly restart?: boolean | undefined;
  readonly force?: boolean | undefined;
}

/** A sweep as it was typed, and that can be understood. */
export interface SweepQuestion {
  /** the function, alone or as a call */
  readonly text: string;
  /** inputs by name that follow it */
  readonly pairs: Pairs;
  readonly inputs: string;
  readonly out: string;
  /** the only columns that are inputs */
  readonly columns: readonly string[] | undefined;
  /** columns that are carried along, whatever they are called; names may have commas in them */
  readonly keep: readonly string[];
  readonly csv: CsvForm;
  readonly rowsPerPart: number;
  readonly memory: string;
  readonly restart: boolean;
  readonly force: boolean;
}

/** How a CSV is written, as far as it was said. */
export interface CsvForm {
  readonly delimiter?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
}

export function parseSweep(words: readonly string[], options: SweepOptions): SweepQuestion {
  const example = 'taas sweep TAAS_MARGIN --inputs scenarios.parquet --out result.parquet';
  if (words.length === 0) throw new Misuse(`sweep needs a function: ${example}.`);
  const { inputs, out, columns, keep = [], memory = '1GB', restart = false, force = false } = options;
  if (!inputs || !out) throw new Misuse(`sweep needs ${inputs ? '--out' : '--inputs'}: ${example}.`);
  if (!/[^\\/]\.(parquet|csv)$/i.test(out))
    throw new Misuse(`--out is ${out}: expected a name that ends in .parquet or .csv.`);
  if (!/^\d+(\.\d+)?\s*[KMG]i?B$/i.test(memory))
    throw new Misuse(`--memory is ${memory}: expected a size such as 1GB.`);
  const rowsPerPart = Number(options['rows-per-part'] ?? 1_000_000);
  if (!Number.isInteger(rowsPerPart) || rowsPerPart < 1)
    throw new Misuse(`--rows-per-part is ${options['rows-per-part']!}: expected a whole number above 0.`);
  const csv = { delimiter: delimiterOf(options.delimiter), decimal: decimalOf(options.decimal) };
  const only = columns === undefined ? undefined : listed(columns);
  return { ...parseWords(words), inputs, out, columns: only, keep, csv, rowsPerPart, memory, restart, force };
}

function delimiterOf(typed: string | undefined): string | undefined {
  const delimiter = /^(tab|\\t)$/i.test(typed ?? '') ? '\t' : typed;
  if (delimiter === undefined || /^[^\w\s".]$|^\t$/.test(delimiter)) return delimiter;
  throw new Misuse(`--delimiter is ${delimiter}: expected , or ; or tab or another sign.`);
}

function decimalOf(decimal: string | undefined): '.' | ',' | undefined {
  if (decimal === undefined || decimal === '.' || decimal === ',') return decimal;
  throw new Misuse(`--decimal is ${decimal}: expected . or a comma.`);
}
