/** What workbooks store of a function: its name, the order of its arguments, their options and what stands in for them. */
import type { Case } from '../../src/book/case';
import { plainly, type Assumption } from '../../src/catalogue/assumption';
import type { Definition } from '../../src/catalogue/define';
import { isAssumption } from '../../src/catalogue/lift';
import type { Parameter } from '../../src/catalogue/parameters';
import type { Plain } from '../../src/catalogue/read';

export interface ParameterContract {
  readonly name: string;
  readonly kind: string;
  readonly required: boolean;
  /** how the function works where nothing is given, or "base token_spend", whatever that is in a quarter */
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
        ...('options' in parameter ? { options: Object.keys(parameter.options) } : {}),
      })),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

function fallbackOf(parameter: Parameter): string {
  const fallback = 'default' in parameter ? (parameter.default as Plain) : undefined;
  if (fallback === undefined) return '';
  if (isAssumption(fallback)) return `base ${fallback.role}`;
  return typeof fallback === 'boolean' ? String(fallback).toUpperCase() : String(fallback);
}

/** What the numbers of a base case are, by the names that TAAS_BASE knows: a quarter that has been told stays as it is. */
export type CaseContract = Readonly<Record<string, string>>;

export const caseContractOf = ({ base }: Case): CaseContract =>
  Object.fromEntries(Object.values<Assumption>(base).map((assumption) => [assumption.name, valueOf(assumption)]));

/** To 12 digits, so that no change an analyst could see goes unnoticed. */
function valueOf(assumption: Assumption): string {
  const digits = (x: number): string => String(Number(x.toPrecision(12)));
  const plain = plainly(assumption);
  if (typeof plain === 'number') return digits(plain);
  return `{${plain.map((row) => (typeof row === 'number' ? digits(row) : row.map(digits).join(','))).join(';')}}`;
}

/** What a workbook would be told otherwise of a quarter. A quarter more, or a name more, is no break. */
export const caseBreaks = (
  before: Readonly<Record<string, CaseContract>>,
  after: Readonly<Record<string, CaseContract>>,
): string[] =>
  Object.entries(before).flatMap(([quarter, names]) =>
    Object.entries(names).flatMap(([name, value]) =>
      differs(`${name} of ${quarter}`, 'is', value, after[quarter]?.[name] ?? ''),
    ),
  );

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

/** A kind that takes all that another takes, and reads it the same. */
const WIDER: Readonly<Record<string, string>> = { count: 'counts' };

function parameterBreaks(
  name: string,
  i: number,
  old: ParameterContract,
  now: ParameterContract | undefined,
): string[] {
  if (now?.name !== old.name) return [`${name}'s argument ${i + 1} was ${old.name} and is ${now?.name ?? 'gone'}.`];
  const lost = (old.options ?? []).filter((option) => !now.options?.includes(option));
  return [
    ...(WIDER[old.kind] === now.kind ? [] : differs(`${name}'s ${old.name}`, 'is of kind', old.kind, now.kind)),
    ...differs(`${name}'s ${old.name}`, 'is in', old.unit ?? 'no unit', now.unit ?? 'no unit'),
    ...(now.required && !old.required ? [`${name}'s ${old.name} was optional and is required.`] : []),
    ...(old.required ? [] : differs(`${name}'s ${old.name}`, 'defaults to', old.default, now.default)),
    ...lost.map((option) => `${name}'s ${old.name} no longer takes ${option}.`),
  ];
}

const differs = (what: string, verb: string, before: string, after: string): string[] =>
  before === after ? [] : [`${what} ${verb} ${after || 'nothing'}, not ${before || 'nothing'} as before.`];
