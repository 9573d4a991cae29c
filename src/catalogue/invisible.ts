/** What nobody sees and white space is not: it comes along with what is pasted from pages, mails and other programs. */
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]|\ufeff/u;
const ALL = new RegExp(INVISIBLE, 'gu');

const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'a soft hyphen',
  '\u061c': 'an Arabic letter mark',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte order mark',
};

/** The first invisible character of a text, by its name: `a zero-width space (U+200B)`. */
export function invisibleIn(text: string): string | undefined {
  const [found] = INVISIBLE.exec(text) ?? [];
  if (found === undefined) return undefined;
  const code = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `${NAMES[found] ?? 'an invisible character'} (U+${code})`;
}

/** The text as it looks. */
export const visible = (text: string): string => text.replace(ALL, '').replace(/[\t-\r]/g, ' ');
