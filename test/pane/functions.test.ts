/** The list of functions, searched by name or by what one wants to know. */
import { byFamily, found, foundSentence } from '../../src/pane/functions';
import { listed } from '../../src/pane/listed';
import { listed as listedByWorkbench } from '../../src/workbench/metadata';
import { catalogue } from '../functions/cell';
import { loadAddIn } from '../workbench/add-in';

const functions = catalogue.functions.map(listed);
const names = (query: string) => found(functions, query).map(({ name }) => name);

test('nothing typed lists every function in its order', () => {
  expect(names('  ')).toEqual(catalogue.functions.map(({ name }) => name));
});

test('a name finds its function first, whole or in parts', () => {
  expect(names('TAAS_MARGIN')[0]).toBe('TAAS_MARGIN');
  expect(names('take rate')[0]).toBe('TAAS_TAKE_RATE');
  expect(names('Take, RATE')).toEqual(names('take rate'));
});

test('a function is found by its sentence, its parameters and its family too', () => {
  expect(names('distributes')).toContain('TAAS_MARGIN');
  expect(names('rev_share_scale')).toContain('TAAS_MARGIN');
  expect(names('silicon')).toContain('TAAS_TOKEN_COST');
});

test('every word must be found, and the list says how many functions have them all', () => {
  expect(names('margin nonsense')).toEqual([]);
  const [none, one, all] = ['margin nonsense', 'TAAS_SEAT_ARR', ''].map((query) =>
    foundSentence(found(functions, query)),
  );
  expect([none, one, all]).toEqual([
    'No function has all these words.',
    '1 function',
    `${catalogue.functions.length} functions`,
  ]);
});

test('by family, the one of the best first, each family once', () => {
  const families = byFamily(found(functions, 'take rate'));
  expect([families[0]!.title, families[0]!.functions[0]!.name]).toEqual(['deal', 'TAAS_TAKE_RATE']);
  expect(new Set(families.map(({ title }) => title)).size).toBe(families.length);
});

test('a function is listed with its parameters and a formula to begin with', () => {
  expect(functions.find(({ name }) => name === 'TAAS_BLENDED_MARGIN')).toMatchObject({
    parameters: expect.stringMatching(/^revenues, margins/),
    example: expect.stringMatching(/^=TAAS_BLENDED_MARGIN\(\{/),
  });
});

test('the workbench lists the same functions and sentences from the files that Excel reads', () => {
  const { metadata } = loadAddIn();
  const short = (list: readonly { name: string; answers: string }[]) =>
    list.map(({ name, answers }) => [name, answers]);
  expect(short(listedByWorkbench(metadata))).toEqual(short(functions));
});
