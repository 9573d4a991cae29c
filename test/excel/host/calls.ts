/**
 * From a formula to the call Excel makes of it, by the add-in's own functions.json. This is how
 * Microsoft's documentation describes Excel; no Excel was asked.
 */
import { HAS_ERRORS, HAS_RICH_VALUES, type Call } from './page/messages';

export interface Metadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
}

interface FunctionMetadata {
  readonly id: string;
  readonly parameters?: readonly ParameterMetadata[];
}

interface ParameterMetadata {
  readonly name: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

/** What a cell holds that is an error, as Excel's data types write it. */
export const errorValue = (basicValue: string) => ({ type: 'Error', basicType: 'Error', basicValue }) as const;

/** Arguments as typed between the brackets, or by parameter name. */
export type Arguments = readonly unknown[] | Readonly<Record<string, unknown>>;

/**
 * What the runtime receives for `=ID(args)`: an omitted argument is null, and a single cell given
 * to a range parameter is a 1×1 array.
 */
export function callOf(metadata: Metadata, id: string, given: Arguments = []): Call {
  const declared = metadata.functions.find((entry) => entry.id === id);
  if (!declared) throw new Error(`${id} is not in functions.json`);
  const parameters = declared.parameters ?? [];
  const positions = Array.isArray(given) ? given : inOrder(id, parameters, given);
  if (positions.length > parameters.length)
    throw new Error(`Excel does not accept more than ${parameters.length} arguments for ${id}`);
  const args = parameters.map((parameter, index) => {
    const argument: unknown = positions[index];
    if (argument === undefined) {
      if (parameter.optional) return null;
      throw new Error(`Excel does not accept ${id} without ${parameter.name}`);
    }
    const single = parameter.dimensionality === 'matrix' && !Array.isArray(argument);
    return single && argument !== null ? [[argument]] : argument;
  });
  const call = { id, ...onTheWire(args) };
  if (call.flags & HAS_ERRORS && !metadata.allowErrorForDataTypeAny)
    throw new Error(`Excel answers an error in the arguments itself: ${id} is not called`);
  return call;
}

/** Errors and rich values travel in layouts of their own, which the runtime undoes. */
function onTheWire(args: readonly unknown[]): Pick<Call, 'args' | 'flags'> {
  let flags = 0;
  const write = (argument: unknown): unknown => {
    if (Array.isArray(argument)) return argument.map(write);
    if (typeof argument !== 'object' || argument === null) return argument;
    const { type, basicValue } = argument as Partial<ReturnType<typeof errorValue>>;
    const isError = type === 'Error';
    flags |= isError ? HAS_ERRORS : HAS_RICH_VALUES;
    return isError ? { type: 'CustomFunctionError', code: basicValue } : argument;
  };
  const wrap = (argument: unknown): unknown => {
    if (Array.isArray(argument)) return argument.map(wrap);
    const rich = typeof argument === 'object' && argument !== null;
    return rich ? { value: JSON.stringify(argument) } : argument;
  };
  const written = args.map(write);
  return { args: flags & HAS_RICH_VALUES ? written.map(wrap) : written, flags };
}

function inOrder(id: string, parameters: readonly ParameterMetadata[], given: object): unknown[] {
  const names = parameters.map((parameter) => parameter.name);
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  if (unknown.length) throw new Error(`${id} has no parameter ${unknown.join(', ')}`);
  return names.map((name) => (given as Record<string, unknown>)[name]);
}
