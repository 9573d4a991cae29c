/** A claim of the articles beside what the numbers say of it. */
import type { Content, Markup } from '../help/markup';
import type { Figure } from './figure';

/** What the numbers say of a claim; `tell` where only the company could say. */
export const VERDICTS = {
  holds: 'Holds',
  part: 'Holds in part',
  not: 'Does not follow',
  tell: 'Cannot be told from filings',
} as const;
export type Verdict = keyof typeof VERDICTS;

/** The figures of a claim in prose, each a link that opens its formula. */
export type Shown<Name extends string> = Readonly<Record<Name, Markup>>;
/** The same as numbers, for what a sentence says of them. */
export type Numbers<Name extends string> = Readonly<Record<Name, number>>;

export interface Columns<Name extends string> {
  /** what it shows; not what it finds, which turns with the numbers */
  readonly title: string;
  readonly up: string;
  readonly format: string;
  readonly of: readonly (readonly [figure: Name, label: string])[];
}

export interface Claim<Name extends string = string> {
  readonly id: string;
  /** what the articles claim, in a few words */
  readonly title: string;
  /** facts of the data book whose words are quoted */
  readonly quotes: readonly string[];
  /** the model that it stands on */
  readonly model: string;
  /** which of the model's pictures, from 0, or columns of the claim's own figures */
  readonly picture: number | Columns<NoInfer<Name>>;
  readonly figures: Readonly<Record<Name, Figure>>;
  /** Every word that depends on a number is chosen by it. */
  readonly verdict: (of: Numbers<Name>) => Verdict;
  readonly says: (shown: Shown<Name>, of: Numbers<Name>) => readonly Content[];
  /** how the number comes about, in one line */
  readonly working: (shown: Shown<Name>, of: Numbers<Name>) => Content;
  /** what is fact, estimate or assumption in it, and whose */
  readonly standing: Content;
}

/** Keeps the names of its figures, which its sentences are checked against. */
export const claim = <Name extends string>(its: Claim<Name>): Claim => its;
