/** What stands beside a field before anything is typed: what it is, in which unit, from where to where, and else what. */
import { defaultText } from '../../catalogue/call';
import type { Parameter } from '../../catalogue/parameters';
import { isFraction, spoken, UNITS } from '../../catalogue/units';
import { capital, parameterWords } from '../../derive/wording';
import { defaultNumber } from '../plausible';

export interface FieldWords {
  readonly about: string;
  /** `$bn a quarter; a number from 0 to 1,000,000; plausible 0.1 to 10.` */
  readonly accepts: string;
  /** what stands in for it when nothing is typed; '' where nothing does */
  readonly fallback: string;
  /** who stands behind that, and where: `estimate: B12` */
  readonly source: string;
  /** each option and what it means, where that is said */
  readonly options: Readonly<Record<string, string>> | undefined;
  readonly isRequired: boolean;
}

export function fieldWords(parameter: Parameter): FieldWords {
  const { unit, accepts, standing, source, plausible } = parameterWords(parameter);
  const options = optionsOf(parameter);
  const inUnit = (x: number): string => ('unit' in parameter ? spoken(x, parameter.unit) : String(x));
  const parts = [
    'unit' in parameter ? unitWords(parameter.unit) : unit,
    ...(options ? [] : [accepts]),
    ...(plausible ? [`plausible ${inUnit(plausible[0])} to ${inUnit(plausible[1])}`] : []),
  ];
  return {
    about: parameter.about,
    accepts: options ? '' : `${capital(parts.join('; '))}.`,
    fallback: fallbackOf(parameter),
    source: standing === undefined ? source : `${standing}: ${source}`,
    options,
    isRequired: 'required' in parameter,
  };
}

const unitWords = (unit: keyof typeof UNITS): string => (isFraction(unit) ? 'fraction, 6% or 0.06' : UNITS[unit].words);

function fallbackOf(parameter: Parameter): string {
  const plain = defaultNumber(parameter);
  return typeof plain === 'number' && 'unit' in parameter ? spoken(plain, parameter.unit) : defaultText(parameter);
}

function optionsOf(parameter: Parameter): FieldWords['options'] {
  if (parameter.kind === 'flag') return { TRUE: '', FALSE: '' };
  return parameter.kind === 'choice' ? parameter.options : undefined;
}
