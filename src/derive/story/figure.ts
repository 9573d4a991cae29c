/** A number of the story: a formula, what it is called, and how it is shown. No number of the story is anything else. */
import { MODELS } from '../../models';
import { columnName } from '../../models/address';
import { baseRows } from '../../models/base-sheet';
import { referenceFromOutside } from '../../models/layout';

export interface Figure {
  /** as it stands in a cell, with the sheets of the models */
  readonly formula: string;
  readonly label: string;
  /** a format of the catalogue; of words none */
  readonly format?: string;
}

/** A formula with `T1.bridge.r3.c3` for a name of a model's sheet, and BLOCK for the block of cases. */
export const inCells = (formula: string): string =>
  formula
    .replace(/\b(T[1-7])\.(\w+(?:\.\w+)*)/g, (_, key: string, name: string) =>
      referenceFromOutside(
        name,
        MODELS.find((model) => model.key === key)!,
      ),
    )
    .replace(/\bBLOCK\b/g, baseRows.block);

const shownAs =
  (format?: string) =>
  (label: string, formula: string): Figure => ({
    label,
    formula: inCells(formula),
    ...(format !== undefined && { format }),
  });

export const bp = shownAs('#,##0.0" bp"');
export const pp = shownAs('0.0" pp"');
export const share = shownAs('0.0%');
export const bn = shownAs('$0.00"bn"');
export const bnMore = shownAs('$0.000"bn"');
export const dollars = shownAs('$0.000');
export const ratio = shownAs('0.00"×"');
export const percents = shownAs('0.00"%"');
/** As an article says it: no more digits than it has. */
export const bpWhole = shownAs('0" bp"');
export const shareWhole = shownAs('0%');
export const bnWhole = shownAs('$0"bn"');
export const bnTenths = shownAs('$0.0"bn"');
export const multiple = shownAs('0"×"');
export const multipleTenths = shownAs('0.0"×"');
export const power = shownAs('#,##0" MW"');
export const perMegawatt = shownAs('$0.0"m"');
export const years = shownAs('0" years"');
/** A finding of a cell in words. */
export const words = shownAs();

/** The columns of the checks. */
export const CHECKS = ['Check', 'Value', 'Quoted', 'Tolerance', 'Result', 'Group', 'Basis', 'Note'] as const;
type Part = (typeof CHECKS)[number];

/** Where the checks of the sheet of scenarios have a part, in all of their rows. */
const inChecks = (part: Part): string =>
  inCells('T6.verdicts.l').replace(/\$A(?=\$)/g, `$${columnName(CHECKS.indexOf(part))}`);

/** A part of a check, by its name. */
export const checked = (name: string, part: Part): string =>
  `=INDEX(${inChecks(part)},MATCH("${name.replaceAll('"', '""')}",${inChecks('Check')},0))`;

/** What the quoted figure of a fact is. */
export const quoted = (as: (label: string, formula: string) => Figure, fact: string): Figure =>
  as(`The article’s figure, ${fact}`, `=TAAS_FACT("${fact}")`);
