/** Blue and orange are told apart by everyone, and by a printer without colours: orange is the lighter one. */
export const INK = '#1b2733';
export const QUIET = '#56636f';
export const LINE = '#dde3e8';
export const PAPER = '#ffffff';
export const BLUE = '#1f62a8';
export const PALE_BLUE = '#a9c6e3';
export const ORANGE = '#e08a1e';

/** From little to much. */
export const SHADES: readonly [string, string] = ['#eef4fa', '#124f8f'];
/** From loss by nothing to profit. */
export const DIVERGING: readonly [string, string, string] = ['#b5590a', '#f7f5f2', '#124f8f'];

const channels = (colour: string): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

export const mixed = (from: string, to: string, share: number): string => {
  const end = channels(to);
  const mix = channels(from).map((c, i) => Math.round(c + (end[i]! - c) * share));
  return `#${mix.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
};

/** Whichever of black and white is read more easily on a colour: never less than 4.5 to 1 (WCAG). */
export function readableOn(colour: string): string {
  const linear = channels(colour).map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
  return luminance > 0.179 ? '#000000' : PAPER;
}
