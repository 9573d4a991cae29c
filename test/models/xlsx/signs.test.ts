/** `#` and `@` of a formula, in a file and back. */
import { formulaFromFile, formulaInFile } from '../../../src/models/xlsx/formula-text';

const ours = new Set(['TAAS_MARGIN']);

test.each([
  ['=H1#', '_xlfn.ANCHORARRAY(H1)'],
  ["=SUM('My sheet'!H1#)*2", "SUM(_xlfn.ANCHORARRAY('My sheet'!H1))*2"],
  ['=@A1:A3', '_xlfn.SINGLE(A1:A3)'],
  ['=@H1#', '_xlfn.SINGLE(_xlfn.ANCHORARRAY(H1))'],
  ['=SUM(#REF!#)', 'SUM(_xlfn.ANCHORARRAY(#REF!))'],
  ['=-@A1+1', '-_xlfn.SINGLE(A1)+1'],
])('%s is %s in a file, and comes back', (formula, text) => {
  expect(formulaInFile(formula, ours)).toBe(text);
  expect(formulaFromFile(text)).toBe(formula);
});

test.each([
  ['=@SUM(A1:A3)', '_xlfn.SINGLE(SUM(A1:A3))'],
  ['=@TAAS_MARGIN((1),2)&"@A1"', '_xlfn.SINGLE(_xldudf_TAAS_MARGIN((1),2))&"@A1"'],
  ['=@(A1:A3)', '_xlfn.SINGLE((A1:A3))'],
])('%s is %s in a file', (formula, text) => {
  expect(formulaInFile(formula, ours)).toBe(text);
  expect(formulaInFile(formulaFromFile(text), ours)).toBe(text);
});
