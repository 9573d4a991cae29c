/** What of Excel nobody could tell without one: a formula where a formula can tell, a question where one has to look. */
import type { CellValue } from '../host';

interface OpenPoint {
  readonly point: string;
  readonly formula: string;
  /** the cells, or the function whose answer on the base case it is */
  readonly expected: { readonly is: readonly (readonly CellValue[])[] } | { readonly of: string };
}

export const OPEN_POINTS: readonly OpenPoint[] = [
  {
    point: 'A name without a namespace is called',
    formula: '=TAAS_RUN_RATE(1)',
    expected: { is: [[4]] },
  },
  {
    point: 'An empty cell takes the base case',
    formula: '=TAAS_RUN_RATE($Z$1)',
    expected: { of: 'TAAS_RUN_RATE' },
  },
  {
    point: 'An array where one value is expected answers for each',
    formula: '=TAAS_RUN_RATE({1;2})',
    expected: { is: [[4], [8]] },
  },
  {
    point: 'MAP hands each value to a function',
    formula: '=SUM(MAP({1;2},LAMBDA(x,TAAS_RUN_RATE(x))))',
    expected: { is: [[12]] },
  },
  {
    point: 'An argument that a LAMBDA leaves out takes the base case',
    formula: '=LAMBDA([a],TAAS_RUN_RATE(a))()',
    expected: { of: 'TAAS_RUN_RATE' },
  },
  {
    point: 'An error is the error of its sentence',
    formula: '=TAAS_MARGIN(,,,,,5)',
    expected: { is: [['#VALUE!']] },
  },
  {
    point: 'An error that is handed in is handed on',
    formula: '=TAAS_RUN_RATE(NA())',
    expected: { is: [['#N/A']] },
  },
];

export const TO_SEE: readonly string[] = [
  'Typing =TAAS_ offers the functions',
  'Saved, closed and opened again, the cells of this sheet still answer',
  'The icon in the cell of =TAAS_MARGIN() opens a card with the working and its sources; the number has its format',
  'Resting on a cell that shows #VALUE! or #N/A tells the sentence',
  'How long ten cells take, each on the one before, once the first is changed: Excel hands answers over in batches',
  'Whether a function that asks for the addresses of its arguments may answer with a single number (none of ours does)',
  'A workbook that names the add-in asks to install it when it is opened; which store it names',
  'In the saved file, how the formula of a table is stored: _xldudf_, t="array", cm="1", xl/metadata.xml',
];
