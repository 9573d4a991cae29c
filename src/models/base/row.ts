import { formatOf, type Standing } from '../declaration';

/** A row of the sheet of inputs: one value for all quarters, one for each, or the formula that they are computed by. */
export interface BaseRow {
  /** the name of an input as a block of cases has it (`tiers[2].rate`), or of a driver */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly values: number | readonly (number | null)[] | string;
  readonly least: number;
  readonly most: number;
  /** of all quarters, or of those that are headed A (actual) and those that are headed E (estimate) */
  readonly standing: Standing;
  readonly estimate?: Standing;
  readonly source: string;
  readonly format: string;
  /** a quarter without a value is right, and what stands on it says what it takes instead */
  readonly mayBeBlank?: boolean;
}

export interface BaseSection {
  readonly title: string;
  readonly rows: readonly BaseRow[];
}

type More = Partial<Pick<BaseRow, 'least' | 'most' | 'format' | 'mayBeBlank' | 'standing' | 'estimate'>>;

/** What we chose. */
export const assumed = (
  name: string,
  label: string,
  unit: string,
  values: BaseRow['values'],
  source = 'our assumption',
  more: More = {},
): BaseRow => ({
  name,
  label,
  unit,
  values,
  source,
  standing: 'assumption',
  least: 0,
  most: unit === 'share' ? 1 : 1_000_000,
  format: formatOf(unit),
  ...more,
});

/** What a company has said; the quarters to come are ours. */
export const reported = (
  name: string,
  label: string,
  unit: string,
  values: BaseRow['values'],
  source: string,
  more: More = {},
): BaseRow => ({
  ...assumed(name, label, unit, values, source, more),
  standing: 'fact',
  estimate: 'assumption',
  ...more,
});
