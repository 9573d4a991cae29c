import { quarterAfter } from '../catalogue/quarter';

/** The quarters that a base case compares. */
export interface Quarters {
  /** as the case names itself: 2Q26E is an estimate */
  readonly now: string;
  readonly quarter_before: string;
  readonly year_before: string;
  readonly next: string;
  readonly year_before_next: string;
}

export const quartersAround = (now: string): Quarters => ({
  now,
  quarter_before: quarterAfter(now, -1),
  year_before: quarterAfter(now, -4),
  next: quarterAfter(now, 1),
  year_before_next: quarterAfter(now, -3),
});

const NOT_NOW = /_(quarter_before|year_before|year_before_next)$/;

/** The quarter that a role is of: its name ends in one, or it is of now. */
export const quarterOf = (role: string, quarters: Quarters): string =>
  quarters[(NOT_NOW.exec(role)?.[1] ?? 'now') as keyof Quarters];

/** A role as it is named in a case, by its date: aws_ebit_quarter_before of 1Q26 is aws_ebit_4q25. */
export const dated = (role: string, quarters: Quarters): string =>
  role.replace(NOT_NOW, () => `_${quarterOf(role, quarters).toLowerCase()}`);
