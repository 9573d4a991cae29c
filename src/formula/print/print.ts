import type { Expression } from '../expression';
import type { Form, Operation } from '../operations';
import { joined, whole, type Written } from './brackets';

/** How a language writes an expression. */
export interface Language {
  name(name: string): string;
  number(value: number): string;
  readonly none: string;
  form(op: Operation): Form;
}

/** Lines that already have a name are written by it. */
export type Named = ReadonlyMap<Expression, string>;

/** The text of one expression; brackets only where the reader needs them. */
export const print = (node: Expression, language: Language, named: Named): string =>
  written(node, language, named).text;

function written(node: Expression, language: Language, named: Named): Written {
  if (node.op === 'input') return whole(language.name(node.name));
  if (node.op === 'constant') return whole(language.number(node.value));
  if (node.op === 'none') return whole(language.none);
  const operands = node.args.map((x) => {
    const name = named.get(x);
    return name === undefined ? written(x, language, named) : whole(name);
  });
  const form = language.form(node.op);
  if (typeof form !== 'string') return whole(form(...operands.map(({ text }) => text)));
  return joined(node.op, form, operands[0]!, operands[1]!, true);
}
