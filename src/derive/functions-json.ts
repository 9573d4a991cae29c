import type { Definition } from '../catalogue/define';
import { expectation, type Parameter, takesRange } from '../catalogue/parameters';
import { defaultText } from '../catalogue/call';
import { UNITS } from '../catalogue/units';

/** Excel's limit for a parameter's description. */
const LONGEST = 512;

/** The metadata that Excel reads: names, order and help texts of every function. All parameters are `any`; the gate reads them. */
export function functionsJson(functions: readonly Definition[], addinUrl: string): string {
  const metadata = {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: functions.map((definition) => ({
      id: definition.name,
      name: definition.name,
      description: definition.answers,
      helpUrl: `${addinUrl}/help/${definition.name}.html`,
      parameters: Object.entries(definition.parameters).map(([name, parameter], i, all) => ({
        name,
        description: described(parameter).slice(0, LONGEST),
        type: 'any',
        dimensionality: takesRange(parameter) ? 'matrix' : 'scalar',
        ...(mustBeGiven(all.slice(0, i + 1)) ? {} : { optional: true }),
      })),
      result: {},
    })),
  };
  return `${JSON.stringify(metadata)}\n`;
}

/** Excel takes no required parameter after an optional one; our own sentence asks for such a one instead. */
const mustBeGiven = (upToHere: readonly (readonly [string, Parameter])[]): boolean =>
  upToHere.every(([, parameter]) => 'required' in parameter);

/** "Flat infrastructure fee. $bn a quarter, a number from 0 to 1,000,000. Default 0.7." */
export function described(parameter: Parameter): string {
  const unit = 'unit' in parameter ? `${UNITS[parameter.unit].words}, ` : '';
  const fallback = defaultText(parameter);
  const about = `${parameter.about} ${capital(`${unit}${expectation(parameter)}`)}.`;
  return fallback === '' ? about : `${about} Default ${fallback}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
