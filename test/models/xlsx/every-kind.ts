/** A small workbook with one of everything that a file can hold. */
import type { FileCell, FileChart, FileSheet, WorkbookFile } from '../../../src/models/xlsx/workbook-file';

export const OURS = new Set(['TAAS_MARGIN', 'TAAS_PNL']);

const QUARTERS = ['1Q25', '2Q25', '3Q25', '4Q25', '1Q26', '2Q26'];
const ROWS: readonly (readonly [string, string, readonly number[]])[] = [
  ['Revenue', '#,##0.0', [29.3, 30.9, 33.0, 35.6, 37.6, 40.2]],
  ['EBIT', '#,##0.0', [11.5, 10.2, 11.4, 12.5, 14.2, 15.1]],
  ['EBIT margin', '0.0%', [0.395, 0.329, 0.346, 0.35, 0.377, 0.376]],
];
/** What a waterfall stands on, its level, what rises and what falls. */
const STEPS: readonly (readonly [string, number, number, number, number])[] = [
  ['AWS margin 1Q25', 0, 0.355, 0, 0],
  ['Take rate', 0.355, 0, 0.0174, 0],
  ['Mix', 0.3584, 0, 0, 0.014],
  ['Useful life of servers', 0.3584, 0, 0.018, 0],
  ['AWS margin 1Q26', 0, 0.3764, 0, 0],
];
const LETTERS = 'BCDEFG';

const quarterly: FileCell[] = ROWS.flatMap(([label, format, values], i): FileCell[] => [
  { row: i + 2, column: 0, value: label, look: { bold: true } },
  ...values.map((value, j): FileCell => {
    const letter = LETTERS[j]!;
    const its = { row: i + 2, column: j + 1, value, format };
    if (i === 2) return { ...its, formula: `=${letter}4/${letter}3` };
    return { ...its, look: { colour: '#1d4ed8', fill: '#f3f8ff' } };
  }),
]);

const steps: FileCell[] = STEPS.flatMap(([label, ...values], i): FileCell[] => [
  { row: i + 9, column: 0, value: label },
  ...values.map((value, j): FileCell => ({ row: i + 9, column: j + 1, formula: `=${value}+0`, value, format: '0.0%' })),
]);

const on = (address: string): string => `'Deal P&L, "2026"'!${address}`;
const across = { title: 'Quarter' };
const billions = { title: 'USD billion', format: '#,##0' };
const two = [
  { name: `=${on('$A$3')}`, values: on('$B$3:$G$3'), colour: '#16324f' },
  { name: 'EBIT & more <all>', values: on('$B$4:$G$4'), colour: '#2f7fb8' },
];
const quarters = on('$B$2:$G$2');

export const CHARTS: readonly FileChart[] = [
  {
    kind: 'columns',
    title: 'EBIT grows slower than revenue',
    across,
    up: billions,
    categories: quarters,
    series: two,
    over: 'A17:E34',
  },
  {
    kind: 'stacked columns',
    title: 'Useful life explains most of the 213 bp by which the margin rose',
    across: { title: '' },
    up: { title: 'EBIT / revenue', format: '0%' },
    categories: on('$A$10:$A$14'),
    series: [
      { name: 'carried', values: on('$B$10:$B$14'), colour: 'none' },
      { name: 'level', values: on('$C$10:$C$14'), colour: '#16324f' },
      { name: 'rise', values: on('$D$10:$D$14'), colour: '#2e9d6a' },
      { name: 'fall', values: on('$E$10:$E$14'), colour: '#c0504d' },
    ],
    over: 'F17:L34',
  },
  {
    kind: 'bars',
    title: 'Each quarter earns more',
    across,
    up: billions,
    categories: quarters,
    series: two,
    over: 'A36:E53',
  },
  {
    kind: 'stacked bars',
    title: 'The walk, lying',
    across: { title: '' },
    up: { title: 'Points of margin', format: '0.0%' },
    categories: on('$A$11:$A$13'),
    series: [
      { name: 'rise', values: on('$D$11:$D$13'), colour: '#2e9d6a' },
      { name: 'fall', values: on('$E$11:$E$13'), colour: '#c0504d' },
    ],
    over: 'F36:L53',
  },
  {
    kind: 'lines',
    title: 'The margin is back above 37%',
    across,
    up: { title: 'EBIT / revenue', format: '0%' },
    categories: quarters,
    series: [{ name: 'EBIT margin', values: on('$B$5:$G$5'), colour: '#c0504d' }],
    over: 'A55:E72',
  },
  {
    kind: 'points',
    title: 'More revenue, more EBIT',
    across: { title: 'Revenue, USD billion', format: '0' },
    up: { title: 'EBIT, USD billion', format: '0' },
    categories: on('$B$3:$G$3'),
    series: [{ name: 'AWS', values: on('$B$4:$G$4'), colour: '#2f7fb8' }],
    over: 'F55:L72',
  },
];

const deal: FileSheet = {
  name: 'Deal P&L, "2026"',
  widths: { 0: 180, 1: 76, 2: 76, 3: 76, 4: 76 },
  frozen: { rows: 2, columns: 1 },
  cells: [
    { row: 0, column: 0, value: 'AWS', look: { bold: true, size: 16 } },
    { row: 0, column: 1, value: 'REPORTED', note: 'SEED or REPORTED' },
    ...QUARTERS.map((value, i): FileCell => ({ row: 1, column: i + 1, value, look: { bold: true, align: 'right' } })),
    ...quarterly,
    { row: 5, column: 0, formula: '=IF(B5>0,"ok","margin is negative")', value: 'ok' },
    { row: 5, column: 1, formula: '=""', value: '' },
    { row: 5, column: 2, formula: '=B5>0', value: true },
    { row: 5, column: 3, formula: '=1/0', value: { error: '#DIV/0!' } },
    { row: 5, column: 4, formula: '=TAAS_MARGIN(B3)', value: 0.395, format: '0.0%' },
    { row: 5, column: 5, formula: '=LET(x,B3,x*2)', value: 58.6 },
    // A table and what it spills into.
    { row: 6, column: 1, formula: '=TAAS_PNL(B3)', value: 'Revenue', spill: { rows: 2, columns: 2 } },
    { row: 6, column: 2, value: 29.3 },
    { row: 7, column: 1, value: 'EBIT' },
    { row: 7, column: 2, value: 11.5, format: '0.0' },
    ...steps,
  ],
  validations: [
    { range: 'B3:G4', allows: { least: 0, most: 1000 }, sentence: 'Revenue & EBIT are from 0 to 1,000 USD billion.' },
    { range: 'B1', allows: { oneOf: '"SEED,REPORTED"' }, sentence: 'Type SEED or REPORTED.' },
    { range: 'C1', allows: { oneOf: '=Lists!$A$1:$A$3' }, sentence: 'Choose a quarter of the list.' },
  ],
  conditions: [
    { range: 'A6:A7', formula: '=A6<>"ok"', look: { bold: true, colour: '#b42318', fill: '#fdecea' } },
    { range: 'A6:A7', formula: '=A6="ok"', look: { colour: '#15803d' } },
    { range: 'B5:G5', formula: '=B5<TAAS_MARGIN(B3)', look: { fill: '#fdecea' } },
  ],
  charts: CHARTS,
};

const lists: FileSheet = {
  name: 'Lists',
  widths: {},
  cells: ['1Q26', '2Q26', '3Q26'].map((value, row) => ({ row, column: 0, value })),
  charts: [{ ...CHARTS[4]!, over: 'C2:H20' }],
};

export const EVERY_KIND: WorkbookFile = {
  sheets: [deal, lists],
  names: [
    { name: 'margin', refersTo: `=${on('$B$5')}`, sheet: deal.name },
    { name: 'margin', refersTo: '=Lists!$A$1', sheet: lists.name },
    { name: 'quarters', refersTo: '=Lists!$A$1:$A$3' },
  ],
};
