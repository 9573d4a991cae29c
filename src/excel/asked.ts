/** What Excel is asked, and what it refuses as a sentence that an analyst can act on. */

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

/** Asks Excel; what goes wrong is told with what it is about: a sheet, a cell. */
export async function asked<T>(about: string, ask: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(ask);
  } catch (error) {
    throw refusal(error, about);
  }
}

/** The same with all that it writes as one step to undo, where Excel has that. */
export async function askedToWrite<T>(about: string, ask: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!supports('1.20')) return asked(about, ask);
  try {
    return await Excel.run({ mergeUndoGroup: true }, ask);
  } catch (error) {
    throw refusal(error, about);
  }
}

export const protectedSentence = (about: string): string =>
  `${about} is protected: take the protection off, or choose another sheet.`;

const SENTENCES: Readonly<Record<string, (about: string) => string>> = {
  AccessDenied: protectedSentence,
  InvalidSelection: () => 'Several areas are selected: select one range.',
  InvalidOperationInCellEditMode: () => 'A cell is being edited: press Enter or Esc in it first.',
  RequestPayloadSizeLimitExceeded: (about) => `${about} is more than Excel takes at once: choose fewer cells.`,
  ResponsePayloadSizeLimitExceeded: (about) => `${about} is more than Excel hands out at once: choose fewer cells.`,
  ItemNotFound: (about) => `There is no ${about} any more.`,
  ApiNotFound: (about) => `This Excel is too old for that (${about}).`,
  NotImplemented: (about) => `This Excel has not got that (${about}).`,
  RequestAborted: (about) => `Excel has stopped the work on ${about}: try again.`,
};

function refusal(error: unknown, about: string): Error {
  if (!(error instanceof Error)) return new Error(`${about}: ${String(error)}`);
  const { code = '' } = error as Error & { readonly code?: string };
  const sentence = SENTENCES[code]?.(about);
  if (sentence !== undefined) return new Error(sentence, { cause: error });
  return code === '' ? error : new Error(`Excel refused ${about}: ${error.message}`, { cause: error });
}
