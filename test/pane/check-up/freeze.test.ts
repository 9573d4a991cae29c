/** Values in place of formulas, and the formulas again. */
import fc from 'fast-check';
import { exampleFormula } from '../../../src/derive/example';
import { freeze } from '../../../src/pane/check-up/freeze';
import { keptIn, noteOf, checkOf } from '../../../src/pane/check-up/note';
import { bringBack, replaceHere, returning } from '../../../src/pane/check-up/replace';
import { typedValue } from '../../../src/pane/check-up/typed-value';
import { catalogue } from '../../functions/cell';
import { openSheet, type Sheet } from '../sheet';
import { enter, looked, typedIn } from './workbook';

const frozen = async ({ host }: Sheet) => replaceHere(await freeze(await looked(host), host), host);
const thawed = async ({ host }: Sheet) => bringBack((await returning('frozen', host)).returning, host);

test('a cell holds its number, and a note its formula', async () => {
  const sheet = openSheet();
  sheet.type({ A1: '=TAAS_MARGIN(1)', B1: '=A1*2', C1: 5 });
  sheet.show('A1', { value: 0.4, shown: '40.0%' });
  expect((await frozen(sheet)).left).toEqual([]);
  expect(await typedIn(sheet.host)).toEqual({ A1: 0.4, B1: '=A1*2', C1: 5 });
  expect((await sheet.host.notes('Sheet1'))[0]!.text).toMatch(/\n=TAAS_MARGIN\(1\)$/);
});

test('frozen and unfrozen is what it was, for every function, wherever they stand', async () => {
  const formulas = catalogue.functions.flatMap((each) => each.examples.map((example) => exampleFormula(each, example)));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...formulas), { minLength: 1, maxLength: 4 }), async (some) => {
      const sheet = openSheet();
      for (const [i, formula] of some.entries()) await enter(sheet, formula, 0, i * 12);
      const before = await typedIn(sheet.host);
      const { places, left } = await frozen(sheet);
      expect(places.length + left.length).toBe(some.length);
      expect(left.every(({ why }) => why.startsWith('it shows #'))).toBe(true);
      await thawed(sheet);
      expect(await typedIn(sheet.host)).toEqual(before);
      expect(await sheet.host.notes('Sheet1')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a number that was typed over since is one’s own', async () => {
  const sheet = openSheet();
  await enter(sheet, '=TAAS_PNL()');
  await frozen(sheet);
  sheet.type({ B2: 7 });
  const { returning: none, left } = await returning('frozen', sheet.host);
  expect([none, left.map(({ why }) => why)]).toEqual([[], ['what stands there was changed since']]);
});

test('a text stays a text, whatever a sheet would read in it', () => {
  const same = ['AWS', 'Net revenue', '2Q26E', 'n/a', '(other)', '1 quarter', 2, true, '', '#N/A'];
  expect(same.map(typedValue)).toEqual(same);
  const marked = [
    '=1+1',
    '55%',
    '1E5',
    '3-4',
    '-',
    '+1',
    '@x',
    'TRUE',
    'May-26',
    'Mar 4',
    '4 March',
    '1 a',
    '$1.5',
    '2026',
    "'x",
  ];
  expect(marked.map(typedValue)).toEqual(marked.map((text) => `'${text}`));
});

test('a note tells its formula again, with any line break in it', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), (text, rows, columns) => {
      const kept = { how: 'native', rows, columns, check: checkOf([[text]]), formula: `=${text}` } as const;
      expect(keptIn(`Ann: ${noteOf(kept)}`)).toEqual({ ...kept, formula: kept.formula.replaceAll('\r\n', '\n') });
    }),
  );
  expect(keptIn('as agreed with Ann')).toBeUndefined();
});

test('what Excel writes its own way is the same: letters, spaces, numbers', () => {
  expect(checkOf([['=LET(a,1E-3,A1*a)', 0.1 + 0.2]])).toBe(checkOf([['=let(a, 0.001, @A1*a)', 0.3]]));
  expect(checkOf([['=LET(a,0.001,A1*a)']])).not.toBe(checkOf([['=LET(a,0.002,A1*a)']]));
  expect(checkOf([['=A1']])).not.toBe(checkOf([['=A10']]));
});
