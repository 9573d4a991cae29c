import { cellsOf } from '../read';
import type { Alike, Kind, KindInHelp } from '../kind';

/** A block of cases, one row an input and one column a case; its cells are read when a case is asked for. */
export interface CasesParameter {
  readonly kind: 'cases';
  readonly about: string;
  readonly required?: true;
}

export const cases = <const O extends Omit<CasesParameter, 'kind' | 'about'>>(about: string, options: O) =>
  ({ kind: 'cases', about, ...options }) as const;

type CasesTypes = Alike<CasesParameter, readonly (readonly unknown[])[]>;

export const CASES: Kind<CasesTypes> = {
  shape: 'table',
  parse: (_name, _parameter, given) => cellsOf(given),
  expected: () => 'one row an input, one column a case',
};

export const CASES_IN_HELP: KindInHelp<CasesTypes> = {
  noun: 'names and cases',
  typescript: () => 'Rows',
  mistakes: () => [['one column', [['token_spend'], ['fixed_fee']]]],
  brief: ({ about }) => about,
};
