/**
 * The layouts that cross between Excel and Microsoft's runtime. All of this file is Microsoft's
 * protocol, as read in `excel-web-16.00.debug.js` and `office.debug.js` of @microsoft/office-js 1.1.110;
 * nothing of it is documented.
 */

/** A custom-function call as Excel sends it to the runtime. */
export interface Call {
  readonly id: string;
  readonly args: readonly unknown[];
  /** A sum of the flags below. */
  readonly flags: number;
}

/** Error values in the arguments are handed to the function. */
export const HAS_ERRORS = 4;
/** Objects in the arguments are rich values, each as `{value: its JSON}`. */
export const HAS_RICH_VALUES = 8;

/** What comes back for a call: a value, or an error with the sentence Excel shows on hover. */
export type Answer =
  { readonly value: unknown; readonly error?: undefined } | { readonly error: string; readonly sentence: string };

/** How an answer writes a `CustomFunctions.ErrorCode`. */
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
};

/** Any other code: the function is not there, or threw what is not a `CustomFunctions.Error`. */
export const errorOf = (code: number | undefined): string => ERRORS[code ?? 0] ?? `failure ${code ?? 0}`;

/** `[category, type, target, message, id, isRemoteOverride]`, an entry of a richApiMessage event. */
export type RichApiEntry = readonly [number, number, string, string, number, boolean];

export const CUSTOM_FUNCTION_CATEGORY = 1;
export const INVOKE = 1000;

/** Entries of these kinds tell handlers of `worksheets.onChanged`. */
export const EVENT_CATEGORY = 65536;
export const DATA_CHANGED = 10;

/** A batch of `Excel.run`, and also of the runtime's own answers. */
export interface RichApiRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface RichApiResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  /** The trace actions that were reached; office.js registers a handler only then. */
  readonly TraceIds?: readonly number[];
  readonly Error?: RichApiError;
}

export interface RichApiError {
  readonly Code: string;
  readonly Message: string;
  readonly HttpStatusCode: number;
  readonly Location?: string;
  readonly ActionIndex?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface ObjectPath {
  readonly ParentObjectPathId?: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[];
}

export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
export const PATH = {
  global: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
} as const;
