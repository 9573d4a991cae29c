/** XML as the parts of a workbook have it: elements, attributes, text. No document type, and so no entities of its own. */
import { Unreadable } from './unreadable';

export type Attributes = Readonly<Record<string, string>>;

export interface Handlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A value may have a `>` in it: `[>=100]0`. */
const TAG = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;

/** Names come without their prefix: what a part means does not hang on it. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

function attributesOf(tag: string): Attributes {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE))
    attributes[local(name!)] = plain(double ?? single ?? '');
  return attributes;
}

export function readXml(xml: string, part: string, { open, close, text }: Handlers): void {
  const damaged = (): Unreadable =>
    new Unreadable(`The file is damaged: its part ${part} breaks off or is no XML. Ask for it again.`);
  const opened: string[] = [];
  let at = 0;
  const after = (end: string): number => {
    const found = xml.indexOf(end, at);
    if (found < 0) throw damaged();
    return found;
  };
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const until = next < 0 ? xml.length : next;
    if (until > at && opened.length > 0) text?.(plain(xml.slice(at, until)));
    if (next < 0) break;
    at = next;
    if (xml.startsWith('<!--', at)) at = after('-->') + 3;
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = after(']]>');
      text?.(xml.slice(at + 9, end));
      at = end + 3;
    } else if (xml.startsWith('<!', at)) {
      throw new Unreadable(
        `The file declares entities in its part ${part}, which no workbook does and which can fill the memory: it was not opened.`,
      );
    } else if (xml.startsWith('<?', at)) at = after('?>') + 2;
    else {
      TAG.lastIndex = at;
      if (!TAG.test(xml)) throw damaged();
      const end = TAG.lastIndex - 1;
      if (xml[at + 1] === '/') {
        const name = local(xml.slice(at + 2, end).trim());
        if (opened.pop() !== name) throw damaged();
        close?.(name);
      } else {
        const isEmpty = xml[end - 1] === '/';
        const tag = xml.slice(at + 1, isEmpty ? end - 1 : end);
        const space = tag.search(/\s/);
        const name = local(space < 0 ? tag : tag.slice(0, space));
        open(name, space < 0 ? {} : attributesOf(tag.slice(space)));
        if (isEmpty) close?.(name);
        else opened.push(name);
      }
      at = end + 1;
    }
  }
  if (opened.length > 0) throw damaged();
}
