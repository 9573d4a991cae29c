/** What an analysis is of: a function at the base case, or the call in a cell; and how it is handed to a function of ours. */
import type { Pairs } from '../../catalogue/inputs';
import { parsePath } from '../../catalogue/path';
import type { Reference } from '../../catalogue/reference';
import { printCall, printTyped } from '../../catalogue/typed';
import type { Catalogue } from '../../catalogue/define';
import type { CellBase, Live } from './cell-base';
import { analysed, type Analysed } from './subject';

/** Arguments as they are now, for the picture, and as they are written into a cell. */
export interface Handed {
  readonly now: Readonly<Record<string, unknown>>;
  readonly written: Readonly<Record<string, unknown>>;
}

export interface Basis {
  readonly analysed: Analysed;
  /** the function and what it is given; what is varied cannot be held, so it is typed into the call */
  readonly handed: (varied: readonly string[]) => Handed;
}

/** A text such as TAAS_MARGIN or TAAS_MARGIN(,0.5), as it stands. */
export const basisOfText = (text: string, catalogue: Catalogue): Basis => ({
  analysed: analysed(text, catalogue),
  handed: () => ({ now: { function: text }, written: { function: text } }),
});

/** The call in a cell, or one of the lines of its table. */
export function basisOfCell(base: CellBase, line: string | undefined, catalogue: Catalogue): Basis {
  const { definition, typed, now, live } = base;
  const names = Object.keys(definition.parameters);
  const name = line === undefined ? definition.name : `${definition.name}[${line}]`;

  function text(varied: ReadonlySet<string>): string {
    const args = names.map((each) => typed[each] ?? (varied.has(each) ? now[each] : undefined) ?? null);
    while (args.at(-1) === null) args.pop();
    return args.length === 0 ? name : printCall({ name, args });
  }

  return {
    analysed: {
      ...analysed(text(new Set()), catalogue, pairsOf(live)),
      cells: new Map(live.flatMap(({ path, cell }) => (cell === undefined ? [] : [[path, cell]]))),
    },
    handed(varied) {
      const paths = varied.flatMap((path) => parsePath(path) ?? []);
      const isVaried = ({ path }: Live): boolean => {
        const its = parsePath(path)!;
        return varied.includes(path) || (its.at === undefined && paths.some((each) => each.name === its.name));
      };
      const held = live.filter((each) => !isVaried(each));
      const named = text(new Set(paths.map((each) => each.name)));
      if (held.length === 0) return { now: { function: named }, written: { function: named } };
      return {
        now: { function: named, inputs: pairsOf(held) },
        written: { function: named, inputs: arrayOf(held.map(({ path, formula }) => [printTyped(path), formula])) },
      };
    },
  };
}

const pairsOf = (live: readonly Live[]): Pairs => live.map(({ path, value }) => [path, value]);

/** An array with cells in it: braces take constants only. */
export function arrayOf(rows: readonly (readonly string[])[]): Reference {
  const width = rows[0]!.length;
  const order = rows.map((row, i) => row.map((_, j) => i * width + j + 1).join(',')).join(';');
  return { reference: `CHOOSE({${order}},${rows.flat().join(',')})` };
}
