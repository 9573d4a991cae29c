import { inOrder, type Expression } from '../expression';
import { OPERATIONS } from '../operations';
import { namedLines, type Line } from './lines';
import { print, type Language, type Named } from './print';
import { readsAsCell } from './reads-as-cell';

/** Excel keeps 15 digits of a number that is typed. */
export const digitsOf = (value: number): string => String(Number(value.toPrecision(15))).replace(/e\+?/, 'E');

export const EXCEL: Language = {
  name: (name) => name,
  // A negative number is bracketed, so that signs never meet.
  number: (value) => (value < 0 ? `(${digitsOf(value)})` : digitsOf(value)),
  none: 'NA()',
  form: (op) => OPERATIONS[op].excel,
};

/** A name that LET accepts: no cell look-alike, no brackets or dots. */
export const letName = (name: string): string => {
  const plain = name.replace(/\W+/g, '_').replace(/_$/, '');
  return readsAsCell(plain) ? `${plain}_` : plain;
};

const WORDS = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu;

/**
 * The *native* reading: a worksheet formula that needs no add-in, with the working in LET.
 * @param bindings what each input is: a number, a cell reference or an array constant, as text
 */
export function native(
  roots: readonly (readonly Expression[])[],
  steps: readonly Line[],
  bindings: Readonly<Record<string, string>>,
): string {
  const all = roots.flat();
  // A name of the workbook must not be one of ours: LET would take our value for its cell.
  const foreign = new Set(Object.values(bindings).flatMap((text) => text.toLowerCase().match(WORDS) ?? []));
  const inputName = (path: string): string => {
    let name = letName(path);
    while (foreign.has(name.toLowerCase())) name += '_';
    return name;
  };
  const lines = namedLines(all, steps, letName, [...foreign, ...Object.keys(bindings).map(inputName)]);
  const used = new Set(
    inOrder(all)
      .filter((node) => node.op === 'input')
      .map((node) => node.name),
  );
  const single = all.length === 1;
  const language: Language = {
    ...EXCEL,
    name: (name) => (bindings[name] === undefined ? name : inputName(name)),
    // In a table, as in the cell: "n/a", since one #N/A would take the block with it.
    none: single ? EXCEL.none : '"n/a"',
  };
  const pairs = Object.entries(bindings)
    .filter(([name]) => used.has(name))
    .map(([name, text]) => `${inputName(name)},${text}`);
  const before = new Map<Expression, string>();
  for (const [node, name] of inDependencyOrder(lines)) {
    pairs.push(`${name},${print(node, language, before)}`);
    before.set(node, name);
  }
  const cell = (node: Expression): string => lines.get(node) ?? print(node, language, lines);
  const body = single ? finish(all[0]!, lines, pairs, language) : stacked(roots.map((row) => row.map(cell)));
  return pairs.length ? `=LET(${pairs.join(',')},${body})` : `=${body}`;
}

/** The last line need not be named only to be repeated. */
function finish(node: Expression, lines: Named, pairs: string[], language: Language): string {
  const name = lines.get(node);
  if (name === undefined) return print(node, language, lines);
  if (!pairs.at(-1)!.startsWith(`${name},`)) return name;
  return pairs.pop()!.slice(name.length + 1);
}

function stacked(rows: readonly (readonly string[])[]): string {
  const texts = rows.map((row) => (row.length === 1 ? row[0]! : `HSTACK(${row.join(',')})`));
  return texts.length === 1 ? texts[0]! : `VSTACK(${texts.join(',')})`;
}

function inDependencyOrder(lines: Named): [Expression, string][] {
  return inOrder([...lines.keys()]).flatMap((node) => {
    const name = lines.get(node);
    return name === undefined ? [] : [[node, name] as [Expression, string]];
  });
}
