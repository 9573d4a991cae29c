import { answerOf, inputsOf, workedAnswerOf } from '../catalogue/call';
import type { Catalogue, Definition } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { cards, decideOnCards, onCards } from './cards';
import { forgetAnswers, remembered } from './memory';
import { excelError, shownIn, type Shown } from './result';
import { complain } from './why';

const OFFICE_STARTS_WITHIN_MS = 5000;
let started: Promise<void> | undefined;
const officeStarted = (): Promise<void> =>
  (started ??= Promise.race([Office.onReady(), new Promise((late) => setTimeout(late, OFFICE_STARTS_WITHIN_MS))]).then(
    decideOnCards,
  ));

// An answer of plain numbers has no working for a card.
onCards(forgetAnswers);

/**
 * One function as Excel calls it: the host appends its invocation after the declared arguments. Answers at once; only
 * the cells of a workbook that is being opened, which are asked before Office has started, are promised their answer.
 */
export function implementation(definition: Definition, catalogue: Catalogue): Implementation {
  const declared = Object.keys(definition.parameters).length;
  const answer = (args: readonly unknown[]): Called => {
    try {
      const inputs = inputsOf(definition, args.slice(0, declared));
      const hasCard = definition.result.shape === 'number' && cards() === true;
      const worked = remembered(definition.name, inputs, () =>
        hasCard
          ? workedAnswerOf(definition, inputs, catalogue)
          : { answer: answerOf(definition, inputs, catalogue), working: [] },
      );
      return shownIn(definition, inputs, worked, cards() === true);
    } catch (error) {
      const problem =
        error instanceof Problem ? error : new Problem('#VALUE!', `${definition.name} failed${why(error)}.`);
      complain(definition.name, problem);
      throw excelError(problem);
    }
  };
  return (...args) => (cards() === undefined ? officeStarted().then(() => answer(args)) : answer(args));
}

export type Called = Shown | Shown[][];
export type Implementation = (...args: unknown[]) => Called | Promise<Called>;

/** Whatever was thrown may be no error, and may not even be a text. */
const why = (error: unknown): string => (error instanceof Error ? `: ${error.message}` : '');
