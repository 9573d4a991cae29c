/** What workbooks store of a function: its name, the order of its arguments, their options and defaults. */
import { plainly } from '../../src/catalogue/assumption';
import type { Definition } from '../../src/catalogue/define';
import { isAssumption } from '../../src/catalogue/lift';
import type { Parameter } from '../../src/catalogue/parameters';
import type { Plain } from '../../src/catalogue/read';

export interface ParameterContract {
  readonly name: string;
  readonly kind: string;
  readonly required: boolean;
  readonly default: string;
  readonly unit?: string;
  readonly options?: readonly string[];
}

export interface FunctionContract {
  readonly name: string;
  readonly result: string;
  readonly parameters: readonly ParameterContract[];
}

export const contractOf = (functions: readonly Definition[]): FunctionContract[] =>
  functions
    .map(({ name, result, parameters }) => ({
      name,
      result: 'unit' in result ? `${result.shape}, ${result.unit}` : result.shape,
      parameters: Object.entries(parameters).map(([parameterName, parameter]) => ({
        name: parameterName,
        kind: parameter.kind,
        required: 'required' in parameter,
        default: fallbackOf(parameter),
        ...('unit' in parameter ? { unit: parameter.unit } : {}),
        ...(parameter.kind === 'choice' ? { options: Object.keys(parameter.options) } : {}),
      })),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** To 12 digits, so that no change an analyst could see goes unnoticed. */
function fallbackOf(parameter: Parameter): string {
  const fallback = 'default' in parameter ? (parameter.default as Plain) : undefined;
  const plain: unknown = fallback !== undefined && isAssumption(fallback) ? plainly(fallback) : fallback;
  const shown = (x: unknown): string => (typeof x === 'number' ? String(Number(x.toPrecision(12))) : String(x));
  if (plain === undefined) return '';
  if (!Array.isArray(plain)) return typeof plain === 'boolean' ? shown(plain).toUpperCase() : shown(plain);
  return `{${plain.map((row: unknown) => (Array.isArray(row) ? row.map(shown).join(',') : shown(row))).join(';')}}`;
}

/** What a workbook that is saved today would not survive, as sentences. Additions are no break. */
export function breaks(before: readonly FunctionContract[], after: readonly FunctionContract[]): string[] {
  const now = new Map(after.map((contract) => [contract.name, contract]));
  return before.flatMap((old) => {
    const current = now.get(old.name);
    if (!current) return [`${old.name} is gone.`];
    return [
      ...differs(old.name, 'returns', old.result, current.result),
      ...old.parameters.flatMap((parameter, i) => parameterBreaks(old.name, i, parameter, current.parameters[i])),
      ...current.parameters
        .slice(old.parameters.length)
        .filter((added) => added.required)
        .map((added) => `${old.name} asks for ${added.name}, which nobody gave it before.`),
    ];
  });
}

function parameterBreaks(
  name: string,
  i: number,
  old: ParameterContract,
  now: ParameterContract | undefined,
): string[] {
  if (now?.name !== old.name) return [`${name}'s argument ${i + 1} was ${old.name} and is ${now?.name ?? 'gone'}.`];
  const lost = (old.options ?? []).filter((option) => !now.options?.includes(option));
  return [
    ...differs(`${name}'s ${old.name}`, 'is of kind', old.kind, now.kind),
    ...differs(`${name}'s ${old.name}`, 'is in', old.unit ?? 'no unit', now.unit ?? 'no unit'),
    ...(now.required && !old.required ? [`${name}'s ${old.name} was optional and is required.`] : []),
    ...(old.required ? [] : differs(`${name}'s ${old.name}`, 'defaults to', old.default, now.default)),
    ...lost.map((option) => `${name}'s ${old.name} no longer takes ${option}.`),
  ];
}

const differs = (what: string, verb: string, before: string, after: string): string[] =>
  before === after ? [] : [`${what} ${verb} ${after || 'nothing'}, not ${before || 'nothing'} as before.`];
