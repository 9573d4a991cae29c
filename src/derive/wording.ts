import { defaultText } from '../catalogue/call';
import { isAssumption } from '../catalogue/lift';
import type { Definition } from '../catalogue/define';
import { expectation, inHelp, kindOf, type Parameter } from '../catalogue/parameters';
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
    unit: 'unit' in parameter ? UNITS[parameter.unit].words : inHelp(parameter).noun,
    accepts: 'most' in parameter ? `${expectation(parameter)}; ${sizeOf(parameter)}` : expectation(parameter),
    default: defaultText(parameter),
    standing: assumption?.standing,
    source: assumption?.source ?? '',
    plausible: assumption?.range,
  };
}

const sizeOf = (parameter: Extract<Parameter, { most: number }>): string =>
  `at most ${parameter.most.toLocaleString('en-US')} ${kindOf(parameter).shape === 'table' ? 'rows' : 'values'}`;

/** Excel lets a custom function hand out some errors and not others. */
export const ERROR_IN_ARGUMENT =
  'An error in an argument comes back out as it is, except #REF!, #NAME? and others that Excel lets no function hand out: they come out as #VALUE!. The sentence names the argument and the error.';

/** What a function returns, in words: `EBIT over net revenue, fraction (5% is 0.05)`. */
export const resultWords = ({ result }: Definition): string => {
  if ('unit' in result) return `${result.about}, ${UNITS[result.unit].words}`;
  return result.shape === 'table' ? `a table: ${result.about}` : result.about;
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
