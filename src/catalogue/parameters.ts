import type { Num } from '../formula/num';
import type { Tier } from '../economics/deal';
import type { Assumption } from './assumption';
import type { Unit } from './units';

/** Kinds that a formula sees as one number of its arithmetic. */
export interface NumberParameter {
  readonly kind: 'number';
  readonly about: string;
  readonly unit: Unit;
  readonly min?: number;
  readonly max?: number;
  /** exclusive lower bound */
  readonly above?: number;
  readonly default?: Assumption<Num>;
  readonly required?: true;
}

/** A whole number that shapes the calculation (periods, bins): the formula sees a plain number. */
export interface CountParameter {
  readonly kind: 'count';
  readonly about: string;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  /** what to do for more than the maximum */
  readonly beyond?: string;
  /** whole numbers only, unless false (a life in years may be 5.5) */
  readonly whole?: false;
  readonly default?: Assumption<Num>;
  readonly required?: true;
}

export interface ChoiceParameter<K extends string = string> {
  readonly kind: 'choice';
  readonly about: string;
  /** option → what it means */
  readonly options: Readonly<Record<K, string>>;
  readonly default: NoInfer<K>;
}

export interface FlagParameter {
  readonly kind: 'flag';
  readonly about: string;
  readonly default: boolean;
}

export interface TextParameter {
  readonly kind: 'text';
  readonly about: string;
  readonly default?: string;
  readonly required?: true;
}

/** A row or a column of numbers. */
export interface ListParameter {
  readonly kind: 'list';
  readonly about: string;
  readonly unit: Unit;
  readonly min?: number;
  readonly max?: number;
  /** as many values as are worked on in a fraction of a second, and more than anyone has */
  readonly most: number;
  readonly default?: Assumption<readonly Num[]>;
  readonly required?: true;
}

/** A row or a column of names. */
export interface LabelsParameter {
  readonly kind: 'labels';
  readonly about: string;
  readonly most: number;
}

/** Two columns: threshold from, rate. */
export interface TiersParameter {
  readonly kind: 'tiers';
  readonly about: string;
  readonly most: number;
  readonly default: Assumption<readonly Tier[]>;
}

/** A two-column range of parameter names and values, for the functions that analyse other functions. */
export interface InputsParameter {
  readonly kind: 'inputs';
  readonly about: string;
}

/** A range taken cell by cell, whose meaning the function itself knows. */
export interface RangeParameter {
  readonly kind: 'range';
  readonly about: string;
  /** rows */
  readonly most: number;
  readonly required?: true;
}

export type Parameter =
  | NumberParameter
  | CountParameter
  | ChoiceParameter
  | FlagParameter
  | TextParameter
  | ListParameter
  | LabelsParameter
  | TiersParameter
  | InputsParameter
  | RangeParameter;

/** Ranges are handed over whole to these; for everything else a cell is one value. */
export const takesRange = ({ kind }: Parameter): boolean =>
  ['list', 'labels', 'tiers', 'inputs', 'range'].includes(kind);

export type Parameters = Readonly<Record<string, Parameter>>;
export type Scalar = number | string | boolean;

type Present<P, T> = P extends { default: unknown } | { required: true } ? T : T | undefined;

/** What the formula is given for a parameter. */
export type Given<P> = P extends NumberParameter
  ? Present<P, Num>
  : P extends CountParameter
    ? Present<P, number>
    : P extends ChoiceParameter<infer K>
      ? K
      : P extends FlagParameter
        ? boolean
        : P extends TextParameter
          ? Present<P, string>
          : P extends ListParameter
            ? Present<P, readonly Num[]>
            : P extends LabelsParameter
              ? readonly string[] | undefined
              : P extends TiersParameter
                ? readonly Tier[]
                : P extends InputsParameter
                  ? readonly (readonly [name: string, value: Scalar, row?: number])[]
                  : P extends RangeParameter
                    ? Present<P, readonly (readonly (Scalar | null)[])[]>
                    : never;

export type GivenAll<P extends Parameters> = { readonly [K in keyof P]: Given<P[K]> };

/** What a function that looks up or analyses is given: the same as plain data. */
type AsData<T> = T extends Num
  ? number
  : T extends readonly Num[]
    ? readonly number[]
    : T extends readonly Tier[]
      ? readonly (readonly number[])[]
      : T;

export type DataAll<P extends Parameters> = { readonly [K in keyof P]: AsData<Given<P[K]>> };

/** What an example may write for a parameter. */
export type Written<P> = P extends NumberParameter | CountParameter
  ? number
  : P extends ChoiceParameter<infer K>
    ? K
    : P extends FlagParameter
      ? boolean
      : P extends TextParameter
        ? string
        : P extends ListParameter
          ? readonly number[]
          : P extends LabelsParameter
            ? readonly string[]
            : P extends TiersParameter
              ? readonly (readonly [from: number, rate: number])[]
              : P extends InputsParameter
                ? readonly (readonly [string, Scalar])[]
                : P extends RangeParameter
                  ? readonly (readonly (Scalar | null)[])[]
                  : never;

export type WrittenAll<P extends Parameters> = { readonly [K in keyof P]?: Written<P[K]> };

type Options<P> = Omit<P, 'kind' | 'about' | 'unit'>;

/** Money; costs are entered positive. The unit says how much of it and for how long. */
export const money = <const O extends Options<NumberParameter>>(unit: Unit, about: string, options: O) =>
  ({ kind: 'number', unit, about, min: 0, max: 1e6, ...options }) as const;

/** A fraction of something: 0 to 1. */
export const share = <const O extends Options<NumberParameter>>(about: string, options: O) =>
  ({ kind: 'number', unit: 'share', about, min: 0, max: 1, ...options }) as const;

/** A fraction that may be negative or above 1: a margin, a growth rate. */
export const rate = <const O extends Options<NumberParameter>>(about: string, options: O) =>
  ({ kind: 'number', unit: 'rate', about, ...options }) as const;

export const number = <const O extends Options<NumberParameter>>(unit: Unit, about: string, options: O) =>
  ({ kind: 'number', unit, about, ...options }) as const;

export const years = <const O extends Options<NumberParameter>>(about: string, options: O) =>
  ({ kind: 'number', unit: 'years', about, above: 0, max: 100, ...options }) as const;

export const count = <const O extends Options<CountParameter>>(unit: Unit, about: string, options: O) =>
  ({ kind: 'count', unit, about, ...options }) as const;

export const choice = <const K extends string>(
  about: string,
  options: Readonly<Record<K, string>>,
  fallback: NoInfer<K>,
) => ({ kind: 'choice', about, options, default: fallback }) as const satisfies ChoiceParameter<K>;

export const flag = (about: string, fallback: boolean) => ({ kind: 'flag', about, default: fallback }) as const;

export const text = <const O extends Options<TextParameter>>(about: string, options: O) =>
  ({ kind: 'text', about, ...options }) as const;

export const list = <const O extends Options<ListParameter>>(unit: Unit, about: string, options: O) =>
  ({ kind: 'list', unit, about, ...options }) as const;

export const labels = (about: string, most: number) => ({ kind: 'labels', about, most }) as const;

export const tiers = (about: string, fallback: Assumption<readonly Tier[]>) =>
  ({ kind: 'tiers', about, most: 100, default: fallback }) as const;

export const inputs = (about: string) => ({ kind: 'inputs', about }) as const;

export const range = <const O extends Options<RangeParameter>>(about: string, options: O) =>
  ({ kind: 'range', about, ...options }) as const;

/** The last parameter of every table function. */
export const headers = flag('TRUE for a header row and a label column, FALSE for the numbers alone.', true);
