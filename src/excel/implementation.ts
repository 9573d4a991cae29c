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
      const inputs = inputsOf(definition, declaredOf(definition.name, args, declared));
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

/**
 * The declared arguments without the invocation. While a new version is put on the host, Excel may know other
 * parameters than this page: parameters are only ever appended, so fewer are as if left out, and more cannot be meant here.
 */
function declaredOf(name: string, args: readonly unknown[], declared: number): readonly unknown[] {
  const given = isInvocation(args.at(-1)) ? args.slice(0, -1) : args;
  if (given.slice(declared).every((argument) => argument === null || argument === undefined))
    return given.slice(0, declared);
  throw new Problem(
    '#N/A',
    `${name} was given ${given.length} arguments, but this page takes ${declared}: it is of another version than Excel's list of functions. Close the workbook and open it again.`,
  );
}

/** Cards and errors, which are objects too, say their type. */
const isInvocation = (last: unknown): boolean =>
  typeof last === 'object' && last !== null && !Array.isArray(last) && !('type' in last);

export type Called = Shown | Shown[][];
export type Implementation = (...args: unknown[]) => Called | Promise<Called>;

/** Whatever was thrown may be no error, and may not even be a text. */
const why = (error: unknown): string => (error instanceof Error ? `: ${error.message}` : '');
