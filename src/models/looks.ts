/** How the cells of a model look: inputs blue, formulas black, links to another sheet green. */
import type { CellLook } from './xlsx/workbook-file';

const [BLUE, GREEN, GREY, NAVY] = ['#1d4ed8', '#15803d', '#5b6b7c', '#16324f'];

export const LOOKS = {
  title: { bold: true, size: 14, colour: NAVY },
  about: { colour: GREY, italic: true },
  heading: { bold: true, colour: '#ffffff', fill: NAVY },
  header: { bold: true, fill: '#e6edf5', align: 'right' },
  headerText: { bold: true, fill: '#e6edf5' },
  label: {},
  tableTitle: { bold: true },
  unit: { colour: GREY },
  input: { colour: BLUE, fill: '#f3f8ff' },
  choice: { colour: BLUE, fill: '#f3f8ff', bold: true, align: 'right' },
  formula: {},
  link: { colour: GREEN },
  total: { bold: true, edges: { top: { line: 'thin' } } },
  reading: { fill: '#f7f9fb' },
  remark: { colour: GREY, italic: true },
} as const satisfies Readonly<Record<string, CellLook>>;

export const FAILS: Pick<CellLook, 'bold' | 'colour' | 'fill'> = { bold: true, colour: '#b42318', fill: '#fdecea' };
export const HOLDS: Pick<CellLook, 'bold' | 'colour' | 'fill'> = { colour: GREEN };

/** The columns of a picture, in the order of its series. */
export const COLOURS = [
  '#16324f',
  '#2f7fb8',
  '#7cc0a4',
  '#e0a13c',
  '#c0504d',
  '#8064a2',
  '#5b6b7c',
  '#9ab3cc',
] as const;
/** Of what is there for a picture alone and shows nothing. */
export const PALE = '#c4ccd6';
export const [RISE, FALL, LEVEL] = ['#2e9d6a', '#c0504d', '#16324f'] as const;
