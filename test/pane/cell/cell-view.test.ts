/** The cell one stands on, as the pane tells it. */
import { cellView } from '../../../src/pane/cell/cell-view';
import { catalogue } from '../../functions/cell';
import { openSheet, type Sheet } from '../sheet';

let sheet: Sheet;
beforeEach(() => (sheet = openSheet()));
const look = () => cellView(sheet.host, catalogue);
const inputs = async (call = 0) =>
  Object.fromEntries((await look()).calls[call]!.inputs.map(({ name, ...rest }) => [name, rest]));

test('an empty cell says that it is empty', async () => {
  expect(await look()).toMatchObject({ formula: '', shows: { empty: true }, calls: [] });
});

test('a number of one’s own is just that', async () => {
  sheet.type({ A1: 2 });
  expect(await look()).toMatchObject({ shows: { value: '2' }, calls: [] });
});

test('a margin: its working in units, what was given and what is of the base case', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(1,B2)', B2: 0.1 });
  sheet.show('A1', { value: 0.4, shown: '40.0%' });
  const [call] = (await look()).calls;
  expect(call).toMatchObject({ name: 'TAAS_MARGIN', text: 'TAAS_MARGIN(1,B2)' });
  expect(call!.working.at(-1)).toEqual({
    name: 'ebit_margin',
    value: expect.stringMatching(/^-?\d\d\.\d%$/) as string,
  });
  const its = await inputs();
  expect(its['token_spend']).toEqual({ how: 'typed', value: '$1.000bn', text: '1' });
  expect(Object.values(its)[1]).toMatchObject({ how: 'cells', text: 'B2' });
  expect(its['tiers']).toMatchObject({
    how: 'default',
    value: '25% of the spend up to $0.5bn, 35% from there to $1.5bn, 40% above',
    source: expect.stringMatching(/^(assumption|estimate|third-party|fact|bound|derived): /) as string,
  });
});

test('a blank cell takes the base case, and the number is told', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(B2)' });
  expect((await inputs())['token_spend']).toMatchObject({ how: 'blank', text: 'B2', value: '$2.000bn' });
});

test('a number that is allowed and unlikely is doubted in its unit', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(1500)' });
  expect((await inputs())['token_spend']!.doubt).toMatch(
    /^token_spend is 1,500: plausible [\d.]+ to [\d.]+; money is \$bn a quarter$/,
  );
});

test('a plausible number is not doubted, nor is the base case, of any function', async () => {
  for (const definition of catalogue.functions) {
    sheet.type({ A1: `=${definition.name}()` });
    for (const [name, { doubt }] of Object.entries(await inputs())) expect([name, doubt]).toEqual([name, undefined]);
  }
});

test('a table says how large it is', async () => {
  sheet.type({ A1: '=TAAS_PNL()' });
  sheet.show('A1', { value: 'Line', shown: 'Line' });
  const view = await look();
  expect(view.shows).toEqual({ value: view.calls[0]!.result });
  expect(view.calls[0]!.result).toMatch(/^table \d+ × \d+$/);
});

test('calls in one another are each told, a name and a reference to another sheet read', async () => {
  sheet.type({ A1: '=IF(1,TAAS_RUN_RATE(spend),Sheet2!B1+TAAS_MARGIN(Sheet2!B1*2))' });
  sheet.name('spend', 'Sheet1!B4');
  sheet.type({ B4: 3 });
  sheet.select('A1', 'Sheet2');
  sheet.type({ B1: 0.5 });
  sheet.select('A1', 'Sheet1');
  expect((await look()).calls.map(({ name, result }) => `${name} ${result}`)).toEqual([
    'TAAS_RUN_RATE $12.00bn',
    'TAAS_MARGIN 40.0%',
  ]);
});

test('what only the sheet can tell is said, not guessed', async () => {
  sheet.type({ A1: '=TAAS_MARGIN(SUM(B1:B3))' });
  const [call] = (await look()).calls;
  expect(call!.unknown).toBe('token_spend: it is computed by the sheet.');
  expect(call!.working).toEqual([]);
});

describe('an error says why', () => {
  const why = async (formula: string, value: string) => {
    sheet.type({ A1: formula });
    sheet.show('A1', { value, shown: value });
    return (await look()).shows;
  };
  test('in the function’s words, also where the host tells none', async () => {
    expect(await why('=1+TAAS_MARGIN(,,,,,5)', '#VALUE!')).toEqual({
      error: '#VALUE!',
      sentence: 'opex_rate is 5: expected a number from 0 to 1 (5% is 0.05).',
    });
  });
  test('of a table without room: which cells it needs and which is in the way', async () => {
    sheet.type({ B3: 'mine' });
    expect(await why('=TAAS_PNL()', '#SPILL!')).toMatchObject({
      sentence: expect.stringMatching(/^The answer is a table and needs A1:[A-Z]+\d+, and B3 is in use:/) as string,
    });
  });
});

test('a cell in the way of a table is told whose', async () => {
  sheet.type({ A1: '=TAAS_PNL()', B3: 'mine', Z9: 'far' });
  sheet.show('A1', { value: '#SPILL!', shown: '#SPILL!' });
  sheet.select('B3');
  expect((await look()).blocks).toBe('A1');
  sheet.select('Z9');
  expect((await look()).blocks).toBeUndefined();
});

test('every example of every function is told: its result is what the function answers', async () => {
  const { exampleFormula } = await import('../../../src/derive/example');
  for (const definition of catalogue.functions)
    for (const example of definition.examples.filter(({ gives }) => typeof gives === 'number')) {
      sheet.type({ A1: exampleFormula(definition, example) });
      const [call] = (await look()).calls;
      expect([definition.name, call!.unknown, call!.result.startsWith('#')]).toEqual([
        definition.name,
        undefined,
        false,
      ]);
    }
});
