/** Text that is HTML already; everything else is escaped when it is put into HTML, here and nowhere else. */
export interface Markup {
  readonly html: string;
}

export type Content = Markup | string | number | readonly Content[];

/** HTML with contents put in: `` markup`<p>${sentence}</p>` ``. */
export const markup = (parts: TemplateStringsArray, ...contents: readonly Content[]): Markup => ({
  html: parts.reduce((before, text, i) => before + htmlOf(contents[i - 1]!) + text),
});

/** Made by a program that escapes for itself. */
export const ready = (html: string): Markup => ({ html });

export const NOTHING: Markup = { html: '' };

function htmlOf(content: Content): string {
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escaped(content);
  if ('html' in content) return content.html;
  return content.map(htmlOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (x) => ENTITIES[x]!);
