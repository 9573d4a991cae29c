/** The cell one stands on: its value and card, or why it shows an error. */
import { activeCell } from '../../src/pane/cell';
import { cardOf } from '../../src/pane/card';
import { listed } from '../../src/pane/listed';
import { catalogue } from '../functions/cell';
import { openSheet, type Sheet } from './sheet';

const functions = catalogue.functions.map(listed);
let sheet: Sheet;
beforeEach(() => (sheet = openSheet()));
const look = () => activeCell(sheet.host, functions);

/** What Excel and the grid are handed by TAAS_MARGIN, shortened. */
const rich = {
  type: 'Double',
  basicValue: 0.55,
  numberFormat: '0.0%',
  properties: {
    answers: { type: 'String', basicValue: catalogue.find('TAAS_MARGIN').answers },
    net_revenue: { type: 'Double', basicValue: 1.375, numberFormat: '#,##0.0000' },
    source_fixed_fee: { type: 'String', basicValue: 'estimate: somebody' },
  },
  layouts: {
    card: {
      sections: [
        { title: 'Working', properties: ['answers', 'net_revenue'] },
        { title: 'Base case used', collapsed: true, properties: ['source_fixed_fee', 'not there'] },
        { title: 'Nothing', properties: [] },
      ],
    },
  },
};

test('an empty cell says that it is empty', async () => {
  expect(await look()).toEqual({ address: 'A1', formula: '', shows: { empty: true } });
});

test('an answer is shown as the cell shows it, with what it is and its working', async () => {
  sheet.type({ A1: '=TAAS_MARGIN()' });
  sheet.show('A1', { value: 0.55, shown: '55.0%', answer: { function: 'TAAS_MARGIN', value: rich } });
  expect(await look()).toEqual({
    address: 'A1',
    formula: '=TAAS_MARGIN()',
    shows: {
      value: '55.0%',
      about: catalogue.find('TAAS_MARGIN').answers,
      card: [
        { title: 'Working', isCollapsed: false, lines: [{ name: 'net revenue', value: '1.3750' }] },
        { title: 'Base case used', isCollapsed: true, lines: [{ name: 'fixed fee', value: 'estimate: somebody' }] },
      ],
    },
  });
});

test('a number of one’s own has neither', async () => {
  sheet.type({ A1: 2 });
  expect((await look()).shows).toEqual({ value: '2', about: '', card: [] });
});

test('a cell of a table says which cell it has spilled from', async () => {
  sheet.show('A1', {
    value: 1.375,
    shown: '$1.375bn',
    formula: '=TAAS_PNL()',
    spilledFrom: { sheet: 'Sheet1', address: 'A9' },
  });
  expect(await look()).toMatchObject({ spilledFrom: 'A9', formula: '=TAAS_PNL()' });
});

describe('an error says why', () => {
  const sentence = 'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).';
  const why = async (formula: string, value: string, told?: string) => {
    sheet.type({ A1: formula });
    sheet.show('A1', { value, shown: value, ...(told !== undefined && { sentence: told }) });
    return (await look()).shows;
  };

  test('in the words of the function', async () => {
    expect(await why('=TAAS_MARGIN(,,,,,5)', '#VALUE!', sentence)).toEqual({ error: '#VALUE!', sentence });
  });

  test('or of the cell that it comes from, in the same sheet', async () => {
    sheet.show('B7', { value: '#VALUE!', sentence });
    sheet.show('B8', { value: '#N/A', sentence: 'another' });
    expect(await why('=$B$8+B7*2', '#VALUE!')).toEqual({ error: '#VALUE!', sentence: `From B7: ${sentence}` });
    expect(await why('=Other!B7*2', '#VALUE!')).toMatchObject({
      sentence: expect.stringMatching(/^A value has the wrong kind/),
    });
  });

  test('a misspelt name has its like', async () => {
    expect(await why('=1+TAAS_MARGN()', '#NAME?')).toEqual({
      error: '#NAME?',
      sentence: 'There is no function TAAS_MARGN. Did you mean TAAS_MARGIN?',
    });
    expect(await why('=MARGN()', '#NAME?')).toMatchObject({
      sentence: expect.stringMatching(/^A name in this formula is not known here/),
    });
  });

  test('what the sheet itself means by it, also where a reference is no cell', async () => {
    expect(await why('=1/0', '#DIV/0!')).toMatchObject({ sentence: expect.stringMatching(/divides by zero/) });
    expect(await why('=#REF!+ZZZ999999999', '#REF!')).toMatchObject({
      sentence: expect.stringMatching(/a cell that is not there/),
    });
  });
});

test('a card without a layout lists its properties; what has none has no card', () => {
  const line = (value: unknown) => cardOf({ properties: { a_b: value } })[0]!.lines[0]!.value;
  expect(cardOf({ properties: { a_b: 'x' } })).toEqual([
    { title: '', isCollapsed: false, lines: [{ name: 'a b', value: 'x' }] },
  ]);
  expect([
    line(true),
    line(1 / 3),
    line({
      elements: [
        [1, 'a'],
        [2, 'b'],
      ],
    }),
  ]).toEqual(['TRUE', '0.333333333333', '1 · a\n2 · b']);
  expect(line({ basicValue: 2.675, numberFormat: '$#,##0.00"bn"' })).toBe('$2.68bn');
  expect(line({ basicValue: 0.5, numberFormat: 'dd/mm/yyyy' })).toBe('0.5');
  expect([cardOf(0.55), cardOf(undefined), cardOf({ type: 'Double' })]).toEqual([[], [], []]);
});
