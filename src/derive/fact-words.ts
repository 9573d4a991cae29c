import { boundOf, type Fact } from '../book/facts';
import { spoken } from '../catalogue/units';

/** A figure as it is said, and how far its words let it vary, if they do. */
export function figureWords(fact: Fact): { readonly figure: string; readonly interval?: string } {
  const { value, half_width } = fact;
  if (typeof value === 'string') return { figure: value };
  const bound = boundOf(fact);
  const figure = inUnit(value, fact);
  if (bound) return { figure: `${bound} ${figure}` };
  return half_width > 0
    ? { figure, interval: `${inUnit(value - half_width, fact)} to ${inUnit(value + half_width, fact)}` }
    : { figure };
}

/** A number in the unit of the data book, whose remarks stand behind a comma. */
export function inUnit(value: number, { unit }: { readonly unit: string }): string {
  const [plain = ''] = unit.split(',');
  const number = value.toLocaleString('en-US', { maximumSignificantDigits: 6, useGrouping: false });
  if (plain.startsWith('fraction')) return spoken(value, 'share');
  if (plain.startsWith('US$bn')) return `$${number}bn${plain.endsWith('/year') ? ' a year' : ''}`;
  if (plain === 'x') return `${number}×`;
  return `${number} ${plain}`;
}
