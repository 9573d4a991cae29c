import { tokenize } from '@borgar/fx/xlsx';

/** Whether a text of a formula is the same wherever it stands: it names no cell and calls no function. */
export const isConstant = (text: string): boolean =>
  tokenize(`=${text}`, { mergeRefs: true }).every(
    ({ type }) => !/^(?:range|structured|func|unknown|context)/.test(type),
  );
