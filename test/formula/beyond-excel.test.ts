/** Formulas that Excel would refuse are refused here, with the limit they exceed. */
import { beyondExcel } from '../../src/formula/beyond-excel';

const nested = (levels: number): string => `=${'IF(A1>1,1,'.repeat(levels)}0${')'.repeat(levels)}`;
const times = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(',');

test.each<[string, string, string | undefined]>([
  ['a plain formula', '=LET(spend,2,fee,0.7,spend*(fee+1))', undefined],
  ['64 levels', nested(64), undefined],
  ['65 levels', nested(65), 'would nest 65 functions in each other: Excel takes 64'],
  ['brackets alone, which are no function', `=${'('.repeat(100)}1${')'.repeat(100)}`, undefined],
  ['255 arguments', `=SUM(${times(255, String)})`, undefined],
  ['256 arguments', `=SUM(${times(256, String)})`, 'would give a function 256 arguments: Excel takes 255'],
  [
    'an array constant and a text, whose commas are not between arguments',
    `=SUM({${times(300, String)}},"${','.repeat(300)}")`,
    undefined,
  ],
  ['a sheet with a bracket in its name', "=SUM('a(b'!A1,'c,d'!A1)", undefined],
  ['126 names', `=LET(${times(126, (i) => `x_${i}_,1`)},1)`, undefined],
  ['127 names', `=LET(${times(127, (i) => `x_${i}_,1`)},1)`, 'would name 127 lines: Excel takes 126'],
  ['8,193 characters', `=${'1'.repeat(8192)}`, 'would have 8,193 characters: Excel takes 8,192'],
])('%s', (_what, formula, reason) => {
  expect(beyondExcel(formula)).toBe(reason);
});
