/**
 * The calculation core with its definitions, for benches and tests. What the package hands out is library.ts.
 * No Excel, no page, no network.
 */
import { call as callDefinition, callByName, type Answer } from './catalogue/call';
import { catalogueOf } from './catalogue/catalogue';
import type { Problem } from './catalogue/problem';
import { KERNELS } from './formula/kernels.generated';
import { useKernels } from './formula/kernels';
import { functions } from './functions';

useKernels(KERNELS);

/** Every function, findable by name. */
export const catalogue = catalogueOf(functions);

/** `call('TAAS_MARGIN', [2, 0.7])`: arguments in order, null for a default. A wrong name throws its Problem. */
export const call = (name: string, args: readonly unknown[] = []): Answer | Problem =>
  callDefinition(catalogue.find(name), args, catalogue);

/** `answer('TAAS_MARGIN', { token_spend: 2 })`: arguments by name. */
export const answer = (name: string, args: Readonly<Record<string, unknown>> = {}): Answer | Problem =>
  callByName(catalogue.find(name), args, catalogue);

export { functions };
export { answerOf, inputsOf, workedAnswerOf, workingOf, type Answer, type Inputs, type Step } from './catalogue/call';
export type { Catalogue, Definition } from './catalogue/define';
export { inputsWith } from './catalogue/inputs';
export { numbersOf } from './catalogue/numbers';
export { Problem } from './catalogue/problem';
export { columnsOf } from './catalogue/columns';
export { linesOf, nativeOf, sqlOf, symbolic } from './catalogue/readings';
export { Decimal, exact, Exact } from './formula/exact';
