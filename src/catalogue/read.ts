import type { Assumption } from './assumption';
import { invisibleIn, visible } from './invisible';
import { insteadOf, numberIn } from './number-in';
import type { Parameter, Scalar } from './parameters';
import { either, ERROR_CODES, Problem } from './problem';
import { UNITS, type Unit } from './units';

/** An argument after the gate has read it: plain data, or the assumption that stands in for it. */
export type Plain =
  | number
  | string
  | boolean
  | Assumption
  | readonly number[]
  | readonly (readonly number[])[]
  | readonly string[]
  | readonly (readonly [name: string, value: Scalar, row?: number])[]
  | readonly (readonly (Scalar | null)[])[]
  | undefined;

/** More cells than this in one argument are refused in a sentence rather than worked on for minutes. */
export const MOST_CELLS = 500_000;

const FIFTEEN_DIGITS = 15;

/** What the cell shows is what we compute with: Excel shows 15 digits, so 0.1+0.2 is 0.3. Also turns -0 into 0. */
export const snapped = (x: number): number => Number(x.toPrecision(FIFTEEN_DIGITS)) + 0;

/** Reads one argument as its parameter declares it; throws a Problem that names the parameter. */
export function read(name: string, parameter: Parameter, raw: unknown): Plain {
  const given = unwrapped(name, raw);
  if (given === null) return missing(name, parameter);
  switch (parameter.kind) {
    case 'number':
    case 'count':
      return readNumber(name, parameter, given);
    case 'choice':
      return readChoice(name, Object.keys(parameter.options), given);
    case 'flag':
      return readFlag(name, given);
    case 'text':
      return readText(name, given);
    case 'list':
      return line(name, 'number', parameter.most, given).map((x, i) =>
        inRange(name, parameter, numberAt(name, x, place(given, i)), place(given, i)),
      );
    case 'labels':
      return line(name, 'text', parameter.most, given).map((x) => (typeof x === 'string' ? x : shown(x)));
    case 'tiers':
      return readTiers(name, parameter.most, given);
    case 'inputs':
      return readInputs(name, given);
    case 'range':
      return atMost(name, parameter.most, 'rows', cellsOf(given)).map((row) => row.map((cell) => scalarIn(name, cell)));
  }
}

function missing(name: string, parameter: Parameter): Plain {
  if ('default' in parameter) return parameter.default;
  if ('required' in parameter) throw bad(name, 'is missing', expectation(parameter));
  return parameter.kind === 'inputs' ? [] : undefined;
}

const bad = (name: string, what: string, expected: string): Problem =>
  new Problem('#VALUE!', `${name} ${what}: expected ${expected}.`, name);

/** What a parameter wants, in words that follow "expected". */
export function expectation(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
    case 'count':
    case 'list': {
      const { min, max } = parameter;
      const above = 'above' in parameter ? parameter.above : undefined;
      const whole = parameter.kind === 'count' && parameter.whole !== false ? 'whole number' : 'number';
      const noun = parameter.kind === 'list' ? 'one row or column of numbers' : `a ${whole}`;
      if (above !== undefined)
        return `${noun} above ${limit(above)}${max === undefined ? '' : ` and up to ${limit(max)}`}`;
      if (min !== undefined && max !== undefined) return `${noun} from ${limit(min)} to ${limit(max)}`;
      if (min !== undefined) return `${noun} of at least ${limit(min)}`;
      return max === undefined ? noun : `${noun} up to ${limit(max)}`;
    }
    case 'choice':
      return either(Object.keys(parameter.options));
    case 'flag':
      return 'TRUE or FALSE';
    case 'text':
      return 'a text';
    case 'labels':
      return 'one row or column of names';
    case 'tiers':
      return 'one rate for all, or two columns, threshold and rate, the first threshold 0 and each one above the last';
    case 'inputs':
      return 'two columns, parameter name and value';
    case 'range':
      return 'a range of cells';
  }
}

/** A limit as people read it: 1,000,000. */
const limit = (x: number): string => LIMITS.format(x);
const LIMITS = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 });

function readNumber(name: string, parameter: Extract<Parameter, { kind: 'number' | 'count' }>, given: unknown): number {
  const x = asNumber(given);
  if (x === undefined) throw bad(name, `is ${shown(given)}`, `${expectation(parameter)}${slip(given)}`);
  return inRange(name, parameter, x);
}

function inRange(
  name: string,
  parameter: Extract<Parameter, { kind: 'number' | 'count' | 'list' }>,
  x: number,
  where = '',
): number {
  const { min = -Infinity, max = Infinity } = parameter;
  const above = 'above' in parameter ? (parameter.above ?? -Infinity) : -Infinity;
  const whole = parameter.kind !== 'count' || parameter.whole === false || Number.isInteger(x);
  if (x >= min && x <= max && x > above && whole) return x;
  const hundredth = snapped(x / 100);
  const fits = hundredth >= min && hundredth <= max && hundredth > above;
  const beyond = 'beyond' in parameter && x > max ? parameter.beyond : undefined;
  const hint = fits && isFraction(parameter.unit) ? perCent(x) : beyond ? ` (${beyond})` : '';
  throw bad(
    name,
    `${where && `${where} `}is ${shown(x)}`,
    expectation(parameter).replace('one row or column of numbers', 'numbers') + hint,
  );
}

const isFraction = (unit: Unit): boolean => UNITS[unit].words.startsWith('fraction');

/** A per cent is meant from 2 upward: 1.25 is a fraction that is too large rather than one and a quarter per cent. */
const perCent = (x: number): string => (Math.abs(x) >= 2 ? ` (${x}% is ${snapped(x / 100)})` : '');

/** A number, or a text that is one ("2.5", "55%", "$1,375"); never TRUE or FALSE. */
function asNumber(given: unknown): number | undefined {
  const x = typeof given === 'string' ? numberIn(given) : given;
  return typeof x === 'number' && Number.isFinite(x) ? snapped(x) : undefined;
}

/** What to type for a text that is nearly a number: ` (type 0.825)`. */
function slip(given: unknown): string {
  const instead = typeof given === 'string' ? insteadOf(given) : undefined;
  return instead === undefined ? '' : ` (${instead})`;
}

function readChoice(name: string, options: readonly string[], given: unknown): string {
  const word = typeof given === 'string' ? given.trim().toUpperCase() : '';
  const option = options.find((x) => x === word);
  if (option === undefined) throw bad(name, `is ${shown(given)}`, either(options));
  return option;
}

function readFlag(name: string, given: unknown): boolean {
  if (typeof given === 'boolean') return given;
  if (given === 1 || given === 0) return given === 1;
  if (typeof given === 'string' && /^(true|false)$/i.test(given.trim())) return /^true$/i.test(given.trim());
  throw bad(name, `is ${shown(given)}`, 'TRUE or FALSE');
}

function readText(name: string, given: unknown): string {
  if (typeof given === 'string' && !invisibleIn(given)) return given.trim();
  if (typeof given === 'number' && Number.isFinite(given)) return String(given);
  throw bad(name, `is ${shown(given)}`, 'a text');
}

/** One row or one column, without gaps. */
function line(name: string, of: 'number' | 'text', most: number, given: unknown): unknown[] {
  const rows = cellsOf(given);
  const width = rows[0]?.length ?? 0;
  if (rows.length !== 1 && width !== 1) throw bad(name, `is ${shown(given)}`, `one row or column of ${of}s`);
  const values = atMost(name, most, 'values', rows.flat());
  const cells = values.map((cell, i) => scalarIn(name, cell, place(given, i)));
  const gap = cells.indexOf(null);
  if (gap >= 0) throw bad(name, `has a blank in ${place(given, gap)}`, `a ${of} in every cell`);
  return cells;
}

/** No more than is declared, so that no call takes long. */
function atMost<T>(name: string, most: number, of: 'values' | 'rows', given: readonly T[]): readonly T[] {
  if (given.length > most) throw bad(name, `has ${limit(given.length)} ${of}`, `at most ${limit(most)}`);
  return given;
}

/** "row 3" of a column, "column 3" of a row. */
const place = (given: unknown, i: number): string => {
  const column = Array.isArray(given) && given.length > 1 && Array.isArray(given[0]);
  return column ? `row ${i + 1}` : `column ${i + 1}`;
};

function numberAt(name: string, cell: unknown, where: string): number {
  const x = asNumber(cell);
  if (x === undefined) throw bad(name, `has ${shown(cell)} in ${where}`, `a number in every cell${slip(cell)}`);
  return x;
}

const FLAT = { kind: 'number', unit: 'share', about: 'one rate for all', min: 0, max: 1 } as const;

function readTiers(name: string, most: number, given: unknown): number[][] {
  const rows = atMost(name, most, 'rows', cellsOf(given));
  const [only] = rows[0]!;
  if (rows.length * rows[0]!.length === 1 && typeof asNumber(only) === 'number')
    return [[0, readNumber(name, FLAT, only)]];
  const wanted = 'one rate for all, or two columns, threshold and rate';
  if (rows.some((row) => row.length !== 2)) throw bad(name, `is ${shown(given)}`, wanted);
  const tiers = rows.map((row, i) =>
    row.map((cell, j) => {
      const where = `row ${i + 1}, column ${j + 1}`;
      const scalar = scalarIn(name, cell, where);
      if (scalar === null) throw bad(name, `has a blank in ${where}`, 'a number in every cell');
      return numberAt(name, scalar, where);
    }),
  );
  tiers.forEach(([from, share], i) => {
    const row = `row ${i + 1}`;
    if (i === 0 && from !== 0) throw bad(name, `starts at ${shown(from)} in ${row}`, 'the first threshold to be 0');
    if (i > 0 && !(from! > tiers[i - 1]![0]!))
      throw bad(
        name,
        `has threshold ${shown(from)} in ${row} after ${shown(tiers[i - 1]![0])}`,
        'thresholds that ascend',
      );
    if (!(share! >= 0 && share! <= 1)) {
      const hint = share! > 0 && share! <= 100 ? perCent(share!) : '';
      throw bad(name, `has rate ${shown(share)} in ${row}`, `a rate from 0 to 1${hint}`);
    }
  });
  return tiers;
}

function readInputs(name: string, given: unknown): [name: string, value: Scalar, row: number][] {
  const rows = cellsOf(given);
  if (rows.some((row) => row.length !== 2))
    throw bad(name, `is ${shown(given)}`, 'two columns, parameter name and value');
  return rows.flatMap((row, i): [string, Scalar, number][] => {
    const [key, value] = [scalarIn(name, row[0]), scalarIn(name, row[1])];
    if (key === null && value === null) return [];
    if (typeof key !== 'string' || invisibleIn(key))
      throw bad(name, `has ${shown(key)} in row ${i + 1}, column 1`, 'a parameter name');
    if (value === null)
      throw bad(name, `has no value for ${key.slice(0, 80)} in row ${i + 1}`, 'a value beside every name');
    return [[key.trim(), value, i + 1]];
  });
}

/** A range, a row written as a flat array, or a single value, always as rows. */
function cellsOf(given: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(given)) return [[given]];
  return given.every(Array.isArray) ? (given as unknown[][]) : [given];
}

/** One cell of a range: a scalar, or null where it is blank. An error in it is handed on. */
function scalarIn(name: string, cell: unknown, where = ''): Scalar | null {
  const value = unwrapped(name, cell, where);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return snapped(value);
  throw bad(name, `has ${shown(value)}${where && ` in ${where}`}`, 'numbers or texts');
}

/**
 * The value itself: out of 1×1 ranges and rich values; null for blank, omitted and "".
 * An error is thrown on as it is, as Excel does with its own functions; one that Excel lets no function show is #VALUE!.
 */
export function unwrapped(name: string, raw: unknown, where = ''): unknown {
  let value = raw;
  for (let depth = 0; depth < 4; depth++) {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string') return value.trim() === '' && !invisibleIn(value) ? null : value;
    if (Array.isArray(value)) {
      const one = value.length === 1 ? (value[0] as unknown) : undefined;
      if (value.length === 1 && !(Array.isArray(one) && one.length !== 1)) {
        value = Array.isArray(one) ? one[0] : one;
        continue;
      }
      checkSize(name, value);
      return value;
    }
    if (typeof value !== 'object') return value;
    const rich = value as { readonly basicType?: unknown; readonly basicValue?: unknown; readonly code?: unknown };
    const code = typeof rich.code === 'string' && rich.basicValue === undefined ? rich.code : rich.basicValue;
    if (typeof code === 'string' && (rich.basicType === 'Error' || rich.code !== undefined) && code.startsWith('#')) {
      const known = ERROR_CODES.find((each) => each === code) ?? '#VALUE!';
      const at = where && ` in ${where}`;
      throw new Problem(
        known,
        `${name} is ${code.slice(0, 20)}${at}: the error comes from the cell it refers to.`,
        name,
      );
    }
    if (!('basicValue' in rich)) return value;
    if (rich.basicType === 'Empty') return null;
    value = rich.basicValue;
  }
  return value;
}

function checkSize(name: string, given: readonly unknown[]): void {
  const first = given[0];
  const width = Array.isArray(first) ? first.length : 1;
  if (given.length === 0 || width === 0) throw bad(name, 'is an empty range', 'at least one cell');
  if (Array.isArray(first) && given.some((row) => !Array.isArray(row) || row.length !== width))
    throw bad(name, 'is a ragged range', 'rows of one length');
  if (!Array.isArray(first) && given.some(Array.isArray)) throw bad(name, 'is a ragged range', 'rows of one length');
  if (given.length * width > MOST_CELLS)
    throw bad(name, `is ${shown(given)}`, `at most ${MOST_CELLS.toLocaleString('en-US')} cells`);
}

/** How a value reads in a sentence. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'blank';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'not a finite number';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (Array.isArray(value)) {
    const width = Array.isArray(value[0]) ? value[0].length : value.length;
    const height = Array.isArray(value[0]) ? value.length : 1;
    return `a range of ${height}×${width} cells`;
  }
  const type = (value as { readonly type?: unknown }).type;
  return `a rich value${typeof type === 'string' ? ` (${type})` : ''}`;
}

function quoted(text: string): string {
  const seen = visible(text);
  const invisible = invisibleIn(text);
  return `"${seen.length > 60 ? `${seen.slice(0, 57)}...` : seen}"${invisible === undefined ? '' : ` with ${invisible}`}`;
}
