import { defaultText } from '../catalogue/call';
import { isAssumption } from '../catalogue/lift';
import type { Definition } from '../catalogue/define';
import type { Rule } from '../catalogue/rules';
import type { Parameter } from '../catalogue/parameters';
import { expectation } from '../catalogue/kinds';
import type { Standing } from '../catalogue/assumption';
import { UNITS } from '../catalogue/units';

/** What help, the catalogue file and the assistant's text say of a parameter. */
export interface ParameterWords {
  readonly unit: string;
  readonly accepts: string;
  readonly default: string;
  /** who stands behind the default, where it is a figure of the base case */
  readonly standing: Standing | undefined;
  readonly source: string;
  readonly plausible: readonly [number, number] | undefined;
}

export function parameterWords(parameter: Parameter): ParameterWords {
  const fallback = 'default' in parameter ? parameter.default : undefined;
  const assumption = isAssumption(fallback) ? fallback : undefined;
  return {
    unit: 'unit' in parameter ? UNITS[parameter.unit].words : KIND_WORDS[parameter.kind],
    accepts: 'most' in parameter ? `${expectation(parameter)}; ${sizeOf(parameter)}` : expectation(parameter),
    default: defaultText(parameter),
    standing: assumption?.standing,
    source: assumption?.source ?? '',
    plausible: assumption?.range,
  };
}

const sizeOf = ({ kind, most }: Extract<Parameter, { most: number }>): string =>
  `at most ${most.toLocaleString('en-US')} ${kind === 'tiers' || kind === 'range' ? 'rows' : 'values'}`;

/** Of the kinds that have no unit. */
const KIND_WORDS: Readonly<Record<Parameter['kind'], string>> = {
  number: 'number',
  count: 'count',
  list: 'numbers',
  choice: 'option',
  flag: 'TRUE or FALSE',
  text: 'text',
  labels: 'names',
  tiers: '$bn a quarter and fraction',
  inputs: 'names and values',
  range: 'cells',
};

/** A condition over several parameters, as a sentence. */
export function ruleSentence(rule: Rule): string {
  if ('together' in rule) return `Give all of ${rule.together.join(', ')} or none of them.`;
  if ('sameLength' in rule) return `${all(rule.sameLength)} have one length.`;
  if ('sumsToOne' in rule) return `${rule.sumsToOne} sum to 1.`;
  if ('sumsAboveZero' in rule) return `${rule.sumsAboveZero} sum to more than 0.`;
  if ('part' in rule) return `${rule.part} is at most ${rule.of}.`;
  return `${rule.whenever} ${rule.is} needs ${rule.needs}.`;
}

/** `A and B`, `A, B and C`. */
const all = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Excel lets a custom function hand out some errors and not others. */
export const ERROR_IN_ARGUMENT =
  'An error in an argument comes back out as it is, except #REF!, #NAME? and others that Excel lets no function hand out: they come out as #VALUE!. The sentence names the argument and the error.';

/** What a function returns, in words: `EBIT over net revenue, fraction (5% is 0.05)`. */
export const resultWords = ({ result }: Definition): string => {
  if ('unit' in result) return `${result.about}, ${UNITS[result.unit].words}`;
  return result.shape === 'table' ? `a table: ${result.about}` : result.about;
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
