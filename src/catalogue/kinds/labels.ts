import { line, shown } from '../read';
import type { Kind, KindInHelp, Alike } from '../kind';

/** A row or a column of names. */
export interface LabelsParameter {
  readonly kind: 'labels';
  readonly about: string;
  readonly most: number;
}

export const labels = (about: string, most: number) => ({ kind: 'labels', about, most }) as const;

type LabelsTypes = Alike<LabelsParameter, readonly string[]>;

export const LABELS: Kind<LabelsTypes> = {
  shape: 'line',
  parse: (name, { most }, given) => line(name, 'text', most, given).map((x) => (typeof x === 'string' ? x : shown(x))),
  expected: () => 'one row or column of names',
};

export const LABELS_IN_HELP: KindInHelp<LabelsTypes> = {
  noun: 'names',
  typescript: () => 'string | Line<string | number>',
  mistakes: () => [],
  sample: () => ({ listOf: { oneOf: ['Core', 'Bedrock', 'AI IaaS', 'x'] } }),
};
