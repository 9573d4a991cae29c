/** What the pane says of an error: what is wrong in the formula before what a function made of it. */
import { errorSentence } from '../../src/pane/error-sentence';
import { catalogueOf } from '../../src/catalogue/catalogue';
import { functions } from '../../src/functions';
import { valueOf } from '../../src/derive/formula/values';
import { openSheet } from './sheet';

const known = catalogueOf(functions).functions;

async function said(formula: string, value = '#NAME?', sentence?: string): Promise<string> {
  const sheet = openSheet();
  sheet.type({ A1: formula });
  sheet.name('spend', 'Sheet1!B4');
  sheet.show('A1', { value, ...(sentence !== undefined && { sentence }) });
  const [cell] = await sheet.host.read([{ sheet: 'Sheet1', address: 'A1' }]);
  return errorSentence(cell!, sheet.host, known);
}

const passedOn = 'token_spend is #NAME?: the error is in what it was given.';

test.each([
  ['=TAAS_MARGIN(2;0.7)', 'Arguments are separated by commas here, not by semicolons.'],
  [
    '=TAAS_TORNADO(TAAS_MARGIN)',
    'TAAS_MARGIN is a function: with quotes, "TAAS_MARGIN", it is its name; with brackets, TAAS_MARGIN(), it is its answer.',
  ],
  ['=TAAS_MARGIN(name=1)', 'name= is not known here: arguments are given in their order, without their names.'],
  ['=TAAS_MARGIN((2)', 'The bracket TAAS_MARGIN( is not closed.'],
  ['=TAAS_MARGIN(2))', 'This formula has a closing bracket ) too many.'],
  ['=TAAS_FACT("aws)', 'The text "aws) has no closing quote.'],
  ['=TAAS_MARGIN(2 0.7)', 'Between 2 and 0.7 a comma or an operator is missing.'],
  ['=1+', 'After the last + something is missing.'],
  ['={1,2;3)', 'The bracket { is closed with ).'],
  ['=Missing!A1', 'There is no sheet Missing.'],
  ["=SUM('Shet 1'!A1)", 'There is no sheet Shet 1.'],
  ['=Shet1!A1', 'There is no sheet Shet1. Did you mean Sheet1?'],
  ['=growth', 'There is no name growth. If it is text, it needs quotes: "growth".'],
  ['=TAAS_MARGN', 'There is no name TAAS_MARGN. Did you mean TAAS_MARGIN?'],
  ['=TAAS_MARGN()', 'There is no function TAAS_MARGN. Did you mean TAAS_MARGIN?'],
  ['=TAAS_SOMETHING_ELSE()', 'There is no function TAAS_SOMETHING_ELSE.'],
  ['=MARGIN_OF()', 'There is no function MARGIN_OF here.'],
  ['=SUM(MARGIN_OF())', 'One of these functions is not known here: SUM, MARGIN_OF.'],
  ['=XFE1', 'There is no cell XFE1: a sheet begins at A1 and ends at XFD1048576.'],
  ['=A0', 'There is no cell A0: a sheet begins at A1 and ends at XFD1048576.'],
  ['=TAAS_MARGIN(name:1)', 'name: is not known here: arguments are given in their order, without their names.'],
  [
    '=1,5+2',
    'A comma stands outside every bracket: a number has a decimal point, as in 1.5, and no commas between its thousands.',
  ],
  ['=A1><A2', 'Between > and < something is missing.'],
  ['=A1==A2', 'Between = and = something is missing.'],
  ['=A1**2', 'Between * and * something is missing.'],
  ['=SUM(A1+)', 'Between + and ) something is missing.'],
  ['=2*()', 'Between ( and ) something is missing.'],
  ['=TAAS_MARGIN($2)', '$: a number in a formula has no sign of its currency; the format of a cell shows it.'],
  ['=€5', '€5: a number in a formula has no sign of its currency; the format of a cell shows it.'],
  ['=“abc”', '“abc”: text in a formula has straight quotes, as in "text".'],
  ["=TAAS_FACT('aws')", '\'aws\': text in a formula has double quotes, as in "text".'],
  ['=_xldudf_TAAS_MARGIN()', '_xldudf_TAAS_MARGIN is how a file has it: in a cell, type TAAS_MARGIN.'],
  ['=_xlfn.LET(x,1,x)', '_xlfn.LET is how a file has it: in a cell, type LET.'],
])('%s: %s', async (formula, sentence) => {
  await expect(said(formula)).resolves.toBe(sentence);
  await expect(said(formula, '#VALUE!', passedOn)).resolves.toBe(sentence);
});

test('what Excel still works out, or cannot fetch, is no text that a function was given', async () => {
  await expect(said('=TAAS_MARGIN(B1)', '#BUSY!')).resolves.toBe('The answer is still being worked out.');
  const sheet = openSheet();
  sheet.show('B1', { value: '#GETTING_DATA', shown: '#GETTING_DATA' });
  const on = { host: sheet.host, catalogue: catalogueOf(functions), sheet: 'Sheet1' };
  expect(await valueOf('B1', on)).toEqual({ kind: 'unknown', why: 'B1 shows #GETTING_DATA' });
});

test('#REF! asks which cells are meant', async () => {
  await expect(said('=TAAS_MARGIN(#REF!)', '#REF!')).resolves.toMatch(/#REF! where cells were/);
});

test.each([
  '=TAAS_MARGIN(spend)',
  '=LET(m,2,f,3,TAAS_MARGIN(m,f))',
  "=TAAS_MARGIN(A2,{1,2;3,4},Sheet2!A1,'Sheet2'!B1,A:A)",
  '=SUM(A1:A3 A2:B2)',
  '=TAAS_MARGIN("a;b")',
  '=TAAS_MARGIN(2,5%)',
  '=TAAS_MARGIN(-+2,@A1,H1#,2^-1,NOW())',
  '=TAAS_MARGIN(A1=-1,A1<>-1,5%+1,{1,-2})',
  '=[Book2]Elsewhere!A1',
])('nothing is wrong with the text of %s: the sentence is the function’s own', async (formula) => {
  await expect(said(formula, '#VALUE!', 'opex_rate is 5.')).resolves.toBe('opex_rate is 5.');
});
