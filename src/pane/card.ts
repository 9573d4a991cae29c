/** The card of a rich answer, as Excel opens it from a cell: titled lists of names and values. */
import { formatted } from '../derive/as-shown';

export interface CardLine {
  readonly name: string;
  readonly value: string;
}

export interface CardSection {
  readonly title: string;
  readonly isCollapsed: boolean;
  readonly lines: readonly CardLine[];
}

export type Card = readonly CardSection[];

interface RichSection {
  readonly title?: string;
  readonly collapsed?: boolean;
  readonly properties?: readonly string[];
}

interface RichValue {
  readonly type?: string;
  readonly basicValue?: unknown;
  readonly text?: string;
  readonly numberFormat?: string;
  readonly elements?: readonly (readonly unknown[])[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly layouts?: { readonly card?: { readonly sections?: readonly RichSection[] } };
}

const isRich = (value: unknown): value is RichValue => typeof value === 'object' && value !== null;

/** A value as a card or a cell shows it. */
export function written(value: unknown, format = ''): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return formatted(value, format) ?? String(Number(value.toPrecision(12)));
  if (!isRich(value)) return '';
  if (value.elements) {
    return value.elements.map((row) => row.map((each) => written(each)).join(' · ')).join('\n');
  }
  return written(value.basicValue ?? value.text, value.numberFormat);
}

/** The number in the cell, if the answer is one. */
export const numberOf = (value: unknown): unknown => (isRich(value) ? value.basicValue : value);

/** `source_fixed_fee` → `fixed fee`: a property's name has no spaces, so that `=A1.name` can be typed. */
const spoken = (name: string): string => name.replace(/^source_/, '').replaceAll('_', ' ');

/** The card of an answer, without the line that only repeats what the function answers. */
export function cardOf(value: unknown, about = ''): Card {
  if (!isRich(value) || !value.properties) return [];
  const { properties, layouts } = value;
  const sections = layouts?.card?.sections ?? [{ properties: Object.keys(properties) }];
  return sections
    .map(({ title = '', collapsed = false, properties: names = [] }) => ({
      title,
      isCollapsed: collapsed,
      lines: names
        .filter((name) => name in properties)
        .map((name) => ({ name: spoken(name), value: written(properties[name]) }))
        .filter((line) => line.value !== about),
    }))
    .filter(({ lines }) => lines.length > 0);
}
