import { inOrder, type Expression } from './expression';

/** A prime below 2^43: what is multiplied by the base and added to stays a whole number in a double. */
const PRIME = 8796093022151;
const BASE = 1009;

/** What a formula is known by: the same for the same formula of the same inputs, and, but for one in 10^12, for no other. */
export function fingerprint(formula: Expression): string {
  const places = new Map<Expression, number>();
  let sum = 0;
  for (const node of inOrder([formula])) {
    const { op, name, value, range, args } = node;
    const declared = op === 'input' ? JSON.stringify(range) : '';
    const text = [op, name, value, declared, ...args.map((arg) => places.get(arg))].join(' ');
    for (let i = 0; i < text.length; i++) sum = (sum * BASE + text.charCodeAt(i)) % PRIME;
    places.set(node, places.size);
  }
  return sum.toString(36);
}
