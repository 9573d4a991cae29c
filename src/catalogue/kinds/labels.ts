import { line, shown } from '../read';
import type { Kind } from './kind';

/** A row or a column of names. */
export interface LabelsParameter {
  readonly kind: 'labels';
  readonly about: string;
  readonly most: number;
}

export const labels = (about: string, most: number) => ({ kind: 'labels', about, most }) as const;

type Names = readonly string[];

export const LABELS: Kind<{ parameter: LabelsParameter; data: Names; seen: Names; written: Names }> = {
  parse: (name, { most }, given) => line(name, 'text', most, given).map((x) => (typeof x === 'string' ? x : shown(x))),
  expected: () => 'one row or column of names',
};
