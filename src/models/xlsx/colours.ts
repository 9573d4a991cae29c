/** The colours of a workbook: written out, of its theme, or of the old list of 64. */
import { readXml, type Attributes } from './xml';

/** `#rrggbb`, by the numbers that styles give them. */
export type Theme = readonly string[];

/** Of Office since 2013, for a file without a theme of its own; in the order of its numbers. */
const OFFICE: Theme =
  '#ffffff #000000 #e7e6e6 #44546a #4472c4 #ed7d31 #a5a5a5 #ffc000 #5b9bd5 #70ad47 #0563c1 #954f72'.split(' ');

/** A theme has the dark one first of each pair, its numbers the light one (ECMA-376, 20.1.6.2 and 18.8.3). */
const NUMBERED = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

export function readTheme(xml: string | undefined): Theme {
  const theme = [...OFFICE];
  if (xml === undefined) return theme;
  let [inScheme, slot] = [false, -1];
  readXml(xml, 'theme1.xml', {
    open: (name, { val, lastClr }) => {
      if (name === 'clrScheme') inScheme = true;
      else if (!inScheme) return;
      else if (NUMBERED.includes(name)) slot = NUMBERED.indexOf(name);
      else if (slot >= 0 && (name === 'srgbClr' || name === 'sysClr')) {
        const rgb = name === 'sysClr' ? lastClr : val;
        if (rgb !== undefined && /^[0-9a-f]{6}$/i.test(rgb)) theme[slot] = `#${rgb.toLowerCase()}`;
      }
    },
    close: (name) => {
      if (name === 'clrScheme') inScheme = false;
    },
  });
  return theme;
}

/** The 56 colours of Excel 97, after eight that repeat the first (ECMA-376, 18.8.27). */
const FIRST = '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff';
const INDEXED = (
  `${FIRST} ${FIRST} 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 ` +
  '0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc ' +
  'cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 ' +
  '333399 333333'
).split(' ');

/** undefined for what the program that shows it is to choose. */
export function colourOf({ rgb, theme, indexed, tint }: Attributes, colours: Theme): string | undefined {
  const written =
    rgb !== undefined && /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb) ? `#${rgb.slice(-6).toLowerCase()}` : undefined;
  const listed = indexed === undefined ? undefined : INDEXED[Number(indexed)];
  const base = written ?? (theme === undefined ? listed && `#${listed}` : colours[Number(theme)]);
  return base === undefined ? undefined : tinted(base, Number(tint ?? 0));
}

/** Lighter where the tint is above zero, by its part of the way to white; darker below (ECMA-376, 18.8.19). */
function tinted(colour: string, tint: number): string {
  if (!tint || Math.abs(tint) > 1) return colour;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (most + least) / 2;
  const next = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  // Hue and saturation stay: of the two ends of the grey axis, each part keeps its share of the chroma.
  const room = (at: number): number => 1 - Math.abs(2 * at - 1);
  const chroma = room(light) === 0 ? 0 : room(next) / room(light);
  const hex = (part: number): string =>
    Math.round(Math.min(1, Math.max(0, next + (part - light) * chroma)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${hex(red)}${hex(green)}${hex(blue)}`;
}
