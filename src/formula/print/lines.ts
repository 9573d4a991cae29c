import { inOrder, type Expression } from '../expression';

/** A line of the working. */
export interface Line {
  readonly name: string;
  readonly node: Expression;
}

/** The lines that the roots need, first use first, each under a name of its own. */
export function namedLines(
  roots: readonly Expression[],
  steps: readonly Line[],
  called: (name: string) => string,
  taken: Iterable<string>,
): Map<Expression, string> {
  const needed = new Set(inOrder(roots));
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  const lines = new Map<Expression, string>();
  for (const { name, node } of steps) {
    if (!needed.has(node) || lines.has(node) || node.op === 'input' || node.op === 'constant') continue;
    let unique = called(name);
    for (let i = 2; names.has(unique.toLowerCase()); i++) unique = called(`${name}_${i}`);
    names.add(unique.toLowerCase());
    lines.set(node, unique);
  }
  return lines;
}
