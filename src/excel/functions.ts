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

/** Whether this Excel shows numbers with a format and a card; asked once, at the first answer. */
const showsCards = (() => {
  let known: boolean | undefined;
  return (): boolean =>
    (known ??= globalThis.Office?.context?.requirements?.isSetSupported('ExcelApi', '1.19') ?? false);
})();

/** One function as Excel calls it: synchronous, and the host appends its invocation after the declared arguments. */
export function implementation(definition: Definition): (...args: unknown[]) => Shown | Shown[][] {
  const declared = Object.keys(definition.parameters).length;
  return (...args) => {
    try {
      const inputs = inputsOf(definition, args.slice(0, declared));
      const hasCard = definition.result.shape === 'number' && showsCards();
      const worked = remembered(definition.name, inputs, () =>
        hasCard
          ? workedAnswerOf(definition, inputs, catalogue)
          : { answer: answerOf(definition, inputs, catalogue), working: [] },
      );
      return shownIn(definition, inputs, worked, showsCards());
    } catch (error) {
      const problem =
        error instanceof Problem ? error : new Problem('#VALUE!', `${definition.name} failed${why(error)}.`);
      complain(definition.name, problem);
      throw excelError(problem);
    }
  };
}

/** Whatever was thrown may be no error, and may not even be a text. */
const why = (error: unknown): string => (error instanceof Error ? `: ${error.message}` : '');

for (const definition of functions) CustomFunctions.associate(definition.name, implementation(definition));
globalThis.performance?.mark('taas-associated');
