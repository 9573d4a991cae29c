// Written by scripts/index-folders.mjs from this folder. Do not edit: add a file instead.
import { CASES, CASES_IN_HELP } from './cases';
import { CHOICE, CHOICE_IN_HELP } from './choice';
import { COUNT, COUNT_IN_HELP } from './count';
import { FLAG, FLAG_IN_HELP } from './flag';
import { INPUTS, INPUTS_IN_HELP } from './inputs';
import { LABELS, LABELS_IN_HELP } from './labels';
import { LIST, LIST_IN_HELP } from './list';
import { NUMBER, NUMBER_IN_HELP } from './number';
import { RANGE, RANGE_IN_HELP } from './range';
import { TEXT, TEXT_IN_HELP } from './text';
import { TIERS, TIERS_IN_HELP } from './tiers';

export * from './cases';
export * from './choice';
export * from './count';
export * from './flag';
export * from './inputs';
export * from './labels';
export * from './list';
export * from './number';
export * from './range';
export * from './text';
export * from './tiers';

/** Every kind of parameter, by its name. */
export const KINDS = {
  cases: CASES,
  choice: CHOICE,
  count: COUNT,
  flag: FLAG,
  inputs: INPUTS,
  labels: LABELS,
  list: LIST,
  number: NUMBER,
  range: RANGE,
  text: TEXT,
  tiers: TIERS,
};

/** What only help, forms and tests ask of them. */
export const KINDS_IN_HELP = {
  cases: CASES_IN_HELP,
  choice: CHOICE_IN_HELP,
  count: COUNT_IN_HELP,
  flag: FLAG_IN_HELP,
  inputs: INPUTS_IN_HELP,
  labels: LABELS_IN_HELP,
  list: LIST_IN_HELP,
  number: NUMBER_IN_HELP,
  range: RANGE_IN_HELP,
  text: TEXT_IN_HELP,
  tiers: TIERS_IN_HELP,
};
