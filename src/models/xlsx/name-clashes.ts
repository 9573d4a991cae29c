/**
 * Names as the grid can take them. Excel lets a name have the name of one of our functions, and a sheet a name of its
 * own that the workbook has too; the grid knows one meaning of a word. Other programs write names that Excel refuses.
 */
import { tokenize } from '@borgar/fx/xlsx';
import type { FileName, FileSheet } from './workbook-file';

export interface Named {
  readonly sheets: readonly FileSheet[];
  readonly names: readonly FileName[];
  /** what was left out or called otherwise */
  readonly told: readonly string[];
}

interface Renamed extends FileName {
  readonly now: string;
}

/** Excel's rule for a name (its help page "Names in formulas"). */
const IS_NAME = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]{0,254}$/u;

/** `TAX26` is a cell as `A1` is, and `R1C1` is one where cells are counted. */
const readsAsCell = (name: string): boolean =>
  /^(?:r\d*c\d*|r\d*|c\d*)$/i.test(name) || tokenize(`=${name}`, { mergeRefs: true })[1]?.type !== 'range_named';

export function withoutClashes(
  sheets: readonly FileSheet[],
  names: readonly FileName[],
  ours: ReadonlySet<string>,
): Named {
  const told: string[] = [];
  const kept: FileName[] = [];
  const renamed: Renamed[] = [];
  const known = new Set<string>();
  const taken = new Set(names.map(({ name }) => name.toLowerCase()));
  const shared = new Set(names.filter(({ sheet }) => sheet === undefined).map(({ name }) => name.toLowerCase()));
  for (const each of names) {
    const { name, sheet, refersTo } = each;
    const lower = name.toLowerCase();
    const where = sheet === undefined ? '' : ` of the sheet ${sheet}`;
    const key = `${sheet ?? ''}!${lower}`;
    const isSecondMeaning =
      sheet !== undefined && (shared.has(lower) || kept.some((its) => its.name.toLowerCase() === lower));
    if (!IS_NAME.test(name))
      told.push(`${name}${where} is no name that Excel takes: it was left out (it stood for ${refersTo}).`);
    else if (readsAsCell(name))
      told.push(
        `The name ${name}${where} reads as a cell: it was left out (it stood for ${refersTo}), and a formula with it means the cell.`,
      );
    else if (/\[\d+\]/.test(refersTo))
      told.push(`The name ${name}${where} refers to another workbook: it was left out.`);
    else if (known.has(key)) told.push(`The name ${name}${where} stands twice in the file: the first was kept.`);
    else if (ours.has(name.toUpperCase()) || isSecondMeaning) {
      const now = freeName(`${name}_${sheet === undefined ? '' : sheet.replace(/[^\p{L}\p{N}]+/gu, '_')}`, taken);
      taken.add(now.toLowerCase());
      known.add(key);
      kept.push({ ...each, name: now });
      renamed.push({ ...each, now });
      told.push(
        isSecondMeaning
          ? `The name ${name} means something else on the sheet ${sheet}: there it is ${now}, in its formulas too.`
          : `The name ${name}${where} is a function here: it is ${now}, in formulas too.`,
      );
    } else {
      known.add(key);
      kept.push(each);
    }
  }
  if (renamed.length === 0) return { sheets, names: kept, told };
  return { sheets: sheets.map((sheet) => withNewNames(sheet, renamed)), names: kept, told };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let [name, next] = [wanted, 2];
  while (taken.has(name.toLowerCase())) name = `${wanted}${next++}`;
  return name;
}

function withNewNames(sheet: FileSheet, renamed: readonly Renamed[]): FileSheet {
  const now = new Map<string, string>();
  // What the sheet calls so comes before what the workbook does.
  for (const each of [...renamed].sort((a, b) => Number(a.sheet !== undefined) - Number(b.sheet !== undefined))) {
    if (each.sheet === undefined || each.sheet === sheet.name) now.set(each.name.toLowerCase(), each.now);
    if (each.sheet !== undefined) {
      now.set(`${each.sheet}!${each.name}`.toLowerCase(), each.now);
      now.set(`'${each.sheet.replaceAll("'", "''")}'!${each.name}`.toLowerCase(), each.now);
    }
  }
  const formulaOf = (formula: string): string =>
    tokenize(formula, { mergeRefs: true })
      .map(({ type, value }) => (type === 'range_named' ? (now.get(value.toLowerCase()) ?? value) : value))
      .join('');
  return {
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.formula === undefined ? cell : { ...cell, formula: formulaOf(cell.formula) },
    ),
  };
}
