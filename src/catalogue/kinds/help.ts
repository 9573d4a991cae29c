import type { KindName, Parameter, TypesOf } from '.';
import { CASES_IN_HELP } from './cases';
import { CHOICE_IN_HELP } from './choice';
import { COUNT_IN_HELP } from './count';
import { FLAG_IN_HELP } from './flag';
import { INPUTS_IN_HELP } from './inputs';
import type { KindInHelp } from './kind';
import { LABELS_IN_HELP } from './labels';
import { LIST_IN_HELP } from './list';
import { NUMBER_IN_HELP } from './number';
import { RANGE_IN_HELP } from './range';
import { TEXT_IN_HELP } from './text';
import { TIERS_IN_HELP } from './tiers';

const KINDS: { readonly [K in KindName]: KindInHelp<TypesOf<K>> } = {
  number: NUMBER_IN_HELP,
  count: COUNT_IN_HELP,
  choice: CHOICE_IN_HELP,
  flag: FLAG_IN_HELP,
  text: TEXT_IN_HELP,
  list: LIST_IN_HELP,
  labels: LABELS_IN_HELP,
  tiers: TIERS_IN_HELP,
  inputs: INPUTS_IN_HELP,
  range: RANGE_IN_HELP,
  cases: CASES_IN_HELP,
};

export const KIND_NAMES: readonly string[] = Object.keys(KINDS);

export const inHelp = ({ kind }: Pick<Parameter, 'kind'>): KindInHelp => KINDS[kind];
