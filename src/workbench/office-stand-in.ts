/**
 * The two globals that Excel gives an add-in's functions, for a page without Excel:
 * `CustomFunctions`, to which the add-in hands its functions, and as much of `Office` as they ask.
 */
export type Implementation = (...args: unknown[]) => unknown;
export type Implementations = ReadonlyMap<string, Implementation>;

/** `CustomFunctions.ErrorCode`: the texts are what the cell shows. */
export const errorCodes = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
} as const;

/** `CustomFunctions.Error`: an error for the cell, with its sentence. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? '');
    this.name = 'CustomFunctions.Error';
  }
}

/** The newest requirement sets that this page can stand in for. */
const supported: Readonly<Record<string, number>> = { ExcelApi: 19, CustomFunctionsRuntime: 4 };

function isSetSupported(name: string, version: string | number = '1.1'): boolean {
  const [major, minor] = String(version).split('.').map(Number);
  return major === 1 && (minor ?? 0) <= (supported[name] ?? -1);
}

/** Puts both globals on `target`; the functions associated later appear in the map returned. */
export function standInForExcel(target: object): Implementations {
  const implementations = new Map<string, Implementation>();
  const associate = (id: string | Readonly<Record<string, Implementation>>, implementation?: Implementation): void => {
    if (typeof id === 'string') {
      if (implementation) implementations.set(id.toUpperCase(), implementation);
    } else {
      for (const [each, its] of Object.entries(id)) associate(each, its);
    }
  };
  Object.assign(target, {
    CustomFunctions: { associate, Error: CellError, ErrorCode: errorCodes },
    Office: { context: { requirements: { isSetSupported } } },
  });
  return implementations;
}
