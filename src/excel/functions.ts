import { answerOf, inputsOf, workedAnswerOf } from '../catalogue/call';
import { catalogueOf } from '../catalogue/catalogue';
import type { Definition } from '../catalogue/define';
import { Problem } from '../catalogue/problem';
import { functions } from '../functions';
import { listed as listedFrom } from '../pane/listed';
import { remembered } from './memory';
import { excelError, shownIn, type Shown } from './result';
import { complain } from './why';

/** The functions of the catalogue, as Excel and the pane know them. */
export const catalogue = catalogueOf(functions);

/** For the pane, which takes all that is of the catalogue from here: so webpack joins the modules of this script. */
export const listed = functions.map(listedFrom);

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
export function implementation(definition: Definition): (...args: unknown[]) => Called | Promise<Called> {
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

type Called = Shown | Shown[][];

/** Whatever was thrown may be no error, and may not even be a text. */
const why = (error: unknown): string => (error instanceof Error ? `: ${error.message}` : '');

for (const definition of functions) CustomFunctions.associate(definition.name, implementation(definition));
globalThis.performance?.mark('taas-associated');
