import { invisibleIn, visible } from './invisible';

/** Between groups of three: a comma, or one of the spaces that no space bar types. */
const GROUP = '[,\\u00a0\\u202f\\u2009]';
const GROUPED = `[1-9]\\d{0,2}(?<group>${GROUP})\\d{3}(?:\\k<group>\\d{3})*`;
const SPACES = '[ \\u00a0\\u202f\\u2009]*';
const SIGN = '[-+\\u2212]';
const MARK = '[$€£¥%]';

const NUMBER = new RegExp(
  `^(?<before>${SIGN})?(?:(?<front>${MARK})${SPACES}(?<after>${SIGN})?)?` +
    `(?=\\.?\\d)(?<digits>(?:${GROUPED}|\\d*)(?:\\.\\d*)?)(?:e(?<exponent>[-+]?\\d+))?(?:${SPACES}(?<behind>${MARK}))?$`,
  'i',
);

/**
 * The number that a text is, as Excel reads it in the United States: 1,375 and $1,375, 5 %, (2) and −2 for minus two.
 * What may be something else somewhere is none: Excel reads 0,825 as 825, where others write a decimal comma.
 */
export function numberIn(text: string): number | undefined {
  const typed = text.trim();
  const inBrackets = typed.startsWith('(') && typed.endsWith(')');
  const { before, front, after, digits, exponent, behind } =
    NUMBER.exec(inBrackets ? typed.slice(1, -1).trim() : typed)?.groups ?? {};
  const signs = [inBrackets ? '-' : undefined, before, after].filter((sign) => sign !== undefined);
  if (invisibleIn(text) || digits === undefined || signs.length > 1 || (front && behind)) return undefined;
  const hundredths = front === '%' || behind === '%' ? 2 : 0;
  const x = Number(`${digits.replace(SEPARATORS, '')}e${Number(exponent ?? 0) - hundredths}`);
  if (!Number.isFinite(x)) return undefined;
  return signs.length === 1 && signs[0] !== '+' ? -x : x;
}
const SEPARATORS = new RegExp(GROUP, 'g');

const LONGEST_SLIP = 60;

/** What to type for a text that is nearly a number: `type 0.825` for 0,825; undefined where that is a guess. */
export function insteadOf(text: string): string | undefined {
  if (text.length > LONGEST_SLIP) return undefined;
  if (/(?![0-9])\p{Nd}/u.test(text)) return 'in the digits 0 to 9';
  const typed = visible(text)
    .trim()
    .replace(/^[\u2010-\u2015]/, '-')
    .replace(/\d(?:.*\d)?/, inAmerica);
  return numberIn(typed) === undefined ? undefined : `type ${typed}`;
}

/** Digits with a decimal comma, or in groups that are not set off by commas in threes. */
function inAmerica(digits: string): string {
  const [, whole, part] = /^([1-9]\d{0,2}(?:[.'’\s]\d{3})+|\d+),(\d+)$/.exec(digits) ?? [];
  if (whole !== undefined) return `${whole.replace(/\D/g, '')}.${part!}`;
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll('.', '');
  const otherGroups = /^(?:[1-9]\d{0,2}(?:['’\s]\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3})(?:\.\d+)?$/;
  return otherGroups.test(digits) ? digits.replace(/[^\d.]/g, '') : digits;
}
