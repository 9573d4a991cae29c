/** Names of ours that other programs have damaged. */
import fc from 'fast-check';
import { exampleFormula } from '../../../src/derive/example';
import { contentsOf } from '../../../src/pane/check-up/contents';
import { repaired, repairs } from '../../../src/pane/check-up/repair';
import { catalogue } from '../../functions/cell';
import { openSheet } from '../sheet';

test.each([
  ['=_xldudf_TAAS_MARGIN(B4)', '=TAAS_MARGIN(B4)'],
  ['=_xldudf_taas_margin(B4)', '=TAAS_MARGIN(B4)'],
  ['=[2]!_xldudf_TAAS_MARGIN(B4)', '=TAAS_MARGIN(B4)'],
  ['=1+[2]!_xldudf_TAAS_MARGIN( B4 ,, "x" )*2', '=1+TAAS_MARGIN( B4 ,, "x" )*2'],
  ["='[2]'!_xldudf_TAAS_MARGIN(B4)", '=TAAS_MARGIN(B4)'],
  ["='C:\\models\\[deal.xlsx]'!_xldudf_TAAS_MARGIN(B4)", '=TAAS_MARGIN(B4)'],
  ["=[1]!'_xldudf_TAAS_MARGIN'(1)", '=TAAS_MARGIN(1)'],
  ['=Book1.xlsx!TAAS_MARGIN(1)', '=TAAS_MARGIN(1)'],
  ['=_xlfn.TAAS_MARGIN(1)', '=TAAS_MARGIN(1)'],
  ['=_xlfn._xldudf_TAAS_MARGIN(1)', '=TAAS_MARGIN(1)'],
  ['=_xludf.TAAS_MARGIN(1)', '=TAAS_MARGIN(1)'],
  ['=_xll.TAAS_MARGIN(1)', '=TAAS_MARGIN(1)'],
  ['=TAAS.TAAS_MARGIN(1)', '=TAAS_MARGIN(1)'],
  ['=_xldudf_TAAS_TAAS_MARGIN(1)', '=TAAS_MARGIN(1)'],
  ['=_xldudf_BEDROCK_REVENUE(,B4)', '=BEDROCK_REVENUE(,B4)'],
  ['=_xldudf_TAAS_MARGIN(_xldudf_TAAS_IMPLIED_SPEND(B4))', '=TAAS_MARGIN(TAAS_IMPLIED_SPEND(B4))'],
  ['=SUM([2]Sheet1!A1,[2]!_xldudf_TAAS_MARGIN([2]Sheet1!A1))', '=SUM([2]Sheet1!A1,TAAS_MARGIN([2]Sheet1!A1))'],
  ['=_xldudf_TAAS_MARGIN(1)&"_xldudf_TAAS_MARGIN(1)"', '=TAAS_MARGIN(1)&"_xldudf_TAAS_MARGIN(1)"'],
  ['="it\'s "&[2]!_xldudf_TAAS_MARGIN(1)', '="it\'s "&TAAS_MARGIN(1)'],
])('%s is to be %s', (damaged, right) => expect(repaired(damaged, catalogue)).toBe(right));

test.each([
  '=TAAS_MARGIN(B4)',
  '=taas_margin(B4)',
  '="_xldudf_TAAS_MARGIN(1)"',
  '=_xldudf_SOMEONE_ELSE(1)',
  '=_xldudf_TAAS_NO_SUCH(1)',
  '=_xlfn.XLOOKUP(TAAS_MARGIN(1),A:A,B:B)',
  '=[2]Sheet1!A1+TAAS_MARGIN(1)',
  "='_xldudf_TAAS_MARGIN'!A1+TAAS_MARGIN(1)",
  '=TAAS_MARGIN',
])('%s is left as it is', (formula) => expect(repaired(formula, catalogue)).toBeUndefined());

test('every example of every function comes back from every damage', () => {
  const formulas = catalogue.functions.flatMap((each) => each.examples.map((example) => exampleFormula(each, example)));
  const damages = [
    '_xldudf_',
    '[2]!_xldudf_',
    '[11]!',
    '_xlfn.',
    '_xludf.',
    'TAAS.',
    '_xlfn._xldudf_',
    "'[2]'!_xldudf_",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...formulas), fc.constantFrom(...damages), (formula, damage) => {
      expect(repaired(`=1+${damage}${formula.slice(1)}`, catalogue)).toBe(`=1+${formula.slice(1)}`);
    }),
  );
});

test('the workbook: each cell with what it is to hold, and no other', async () => {
  const sheet = openSheet();
  sheet.type({
    A1: '=_xldudf_TAAS_MARGIN(B4)',
    A2: '=TAAS_MARGIN()',
    A3: '_xldudf_TAAS_MARGIN(1)',
    A4: '=[1]!_xldudf_OTHER()',
  });
  const changes = await repairs(await contentsOf(sheet.host), catalogue);
  expect(changes).toEqual([
    { place: { sheet: 'Sheet1', address: 'A1' }, from: '=_xldudf_TAAS_MARGIN(B4)', to: '=TAAS_MARGIN(B4)' },
  ]);
});
