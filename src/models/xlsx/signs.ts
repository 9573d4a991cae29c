/** `A1#` and `@A1` as calls, which is what a file holds for them: ANCHORARRAY(A1) and SINGLE(A1). */
import type { Token } from '@borgar/fx/xlsx';

/** The texts of a formula's tokens with calls for its signs; a `#` or `@` that stands at nothing stays. */
export function signsAsCalls(tokens: readonly Token[], texts: readonly string[], prefix = ''): string[] {
  const written = [...texts];
  // From the end: in @A1# the sign after the cell belongs to it before the one in front does.
  tokens.forEach(({ type, value }, i) => {
    const before = tokens[i - 1];
    if (type !== 'operator' || value !== '#' || !before || !hasTable(before)) return;
    written[i - 1] = `${prefix}ANCHORARRAY(${written[i - 1]}`;
    written[i] = ')';
  });
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (tokens[i]!.type !== 'operator' || tokens[i]!.value !== '@') continue;
    const end = operandEnd(tokens, i + 1);
    if (end === undefined) continue;
    written[i] = `${prefix}SINGLE(`;
    written[end] += ')';
  }
  return written;
}

/** What stood there before its sheet went is #REF!. */
const hasTable = (token: Token): boolean => isReference(token) || token.type === 'error';
const isReference = ({ type }: Token): boolean => type.startsWith('range') || type === 'structured';

/** The last token of what stands there: a reference, a call, something in brackets, or one of these with signs. */
function operandEnd(tokens: readonly Token[], start: number): number | undefined {
  let at = start;
  while (tokens[at]?.type === 'whitespace' || tokens[at]?.value === '@') at++;
  const token = tokens[at];
  if (!token) return undefined;
  if (hasTable(token)) return tokens[at + 1]?.value === '#' ? at + 1 : at;
  const opened = token.type === 'func' ? at + 1 : at;
  if (tokens[opened]?.value !== '(') return undefined;
  let depth = 0;
  for (let i = opened; i < tokens.length; i++) {
    if (tokens[i]!.value === '(') depth++;
    else if (tokens[i]!.value === ')' && --depth === 0) return i;
  }
  return undefined;
}
