import fc from 'fast-check';
import { FAMILIES } from '../../../src/catalogue/define';
import { SYNONYMS } from '../../../src/derive/synonyms';
import { functions } from '../../../src/functions';
import { familiesInOrder, searchOf } from '../../../src/pane/functions/search';
import searches from '../concept-searches.json';

const search = searchOf(functions);
const names = (query: string): string[] => search(query).map(({ name }) => name);

test.each(Object.entries(searches))('"%s" finds %s first or second', (query, name) => {
  expect(names(query).slice(0, 2)).toContain(name);
});

test.each(functions.map(({ name }) => name))(
  '%s is found by its name, by four letters of it and in lower case',
  (name) => {
    expect(names(name)[0]).toBe(name);
    expect(names(name.toLowerCase().replaceAll('_', ' '))[0]).toBe(name);
    const own = name.replace(/^(TAAS|BEDROCK)_/, '');
    expect(names(own.slice(0, Math.max(4, own.length - 2)))).toContain(name);
  },
);

test('every function has words of its own, and every word belongs to a function of the family', () => {
  for (const family of FAMILIES) {
    const its = functions.filter((each) => each.family === family).map(({ name }) => name);
    expect(Object.keys(SYNONYMS[family]).sort()).toEqual(['all', ...its].sort());
  }
});

test('nothing asked lists them all by family, TAAS_MARGIN first of its own', () => {
  expect(search('  ')).toEqual(familiesInOrder(functions));
  expect(search('').length).toBe(functions.length);
  expect(names('')[0]).toBe('TAAS_MARGIN');
});

test('no text is too odd to search for', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => search(text).length >= 0));
});
