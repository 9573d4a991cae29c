/** Where a formula is opened: in the workbench, and in the files of the models that it reads. */
import { MODELS } from '../../models';
import { fileNames } from '../../models/file-names';
import { sheetName } from '../../models/layout';
import { quoted } from '../../models/sheet-of-cells';
import type { Model } from '../../models/declaration';

/** The workbench takes the formula from behind the `#`; see src/workbench/linked-formula.ts. */
export const inWorkbench = (formula: string): string =>
  `../workbench/index.html#=${encodeURIComponent(formula.slice(1)).replace(/'/g, '%27')}`;

export const modelsIn = (formula: string): readonly Model[] =>
  MODELS.filter((model) => formula.includes(`${quoted(sheetName(model))}!`));

export const fileOf = (model: Model): string => `../models/${fileNames(model).live}`;
