import { answerOf, inputsOf, workedAnswerOf } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { remembered } from './memory';
import { excelError, shownIn, type Shown } from './result';
import { complain } from './why';

/** Whether this Excel shows numbers with a format and a card; unknown until Office has started. */
let cards: boolean | undefined;
const askedForCards = (): boolean | undefined =>
  (cards ??= globalThis.Office ? Office.context?.requirements?.isSetSupported('ExcelApi', '1.19') : false);

/** Office that has not started by now will not: then numbers are plain. */
const OFFICE_STARTS_WITHIN_MS = 5000;
let started: Promise<void> | undefined;
const officeStarted = (): Promise<void> =>
  (started ??= Promise.race([Office.onReady(), new Promise((late) => setTimeout(late, OFFICE_STARTS_WITHIN_MS))]).then(
    () => {
      cards = askedForCards() ?? false;
    },
  ));

/**
 * One function as Excel calls it: the host appends its invocation after the declared arguments. Answers at once; only
 * the cells of a workbook that is being opened, which are asked before Office has started, are promised their answer.
 */
export function implementation(definition: Definition, catalogue: Catalogue): Implementation {
  const declared = Object.keys(definition.parameters).length;
  const answer = (args: readonly unknown[]): Called => {
    try {
      const inputs = inputsOf(definition, args.slice(0, declared));
      const hasCard = definition.result.shape === 'number' && cards === true;
      const worked = remembered(definition.name, inputs, () =>
        hasCard
          ? workedAnswerOf(definition, inputs, catalogue)
          : { answer: answerOf(definition, inputs, catalogue), working: [] },
      );
      return shownIn(definition, inputs, worked, cards === true);
    } catch (error) {
      const problem =
        error instanceof Problem ? error : new Problem('#VALUE!', `${definition.name} failed${why(error)}.`);
      complain(definition.name, problem);
      throw excelError(problem);
    }
  };
  return (...args) => (askedForCards() === undefined ? officeStarted().then(() => answer(args)) : answer(args));
}

export type Called = Shown | Shown[][];
export type Implementation = (...args: unknown[]) => Called | Promise<Called>;

/** Whatever was thrown may be no error, and may not even be a text. */
const why = (error: unknown): string => (error instanceof Error ? `: ${error.message}` : '');
