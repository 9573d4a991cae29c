import { call, callByName, type Answer } from '../../../src/catalogue/call';
import { Problem } from '../../../src/catalogue/problem';
import { catalogue, cell, error } from '../cell';

test('TAAS_BASE: a Problem names its own parameter', () => {
  const problem = callByName(catalogue.find('TAAS_BASE'), { name: 'nothing' }, catalogue) as Problem;
  expect(problem.parameter).toBe('name');
});

test('TAAS_FACTS: a sentence stays a sentence, however long the text', () => {
  expect(error('TAAS_FACTS', { entity: 'x'.repeat(40_000) })[1].length).toBeLessThan(600);
});

test('TAAS_NATIVE: a reference is as good as a value where an option needs the parameter', () => {
  const inputs = [
    ['method', 'LOGISTIC'],
    ['ceiling', 'B4'],
  ];
  expect(cell('TAAS_NATIVE', { function: 'TAAS_ARR_FORECAST', inputs })).toMatch(/^=LET\(.*ceiling,B4/);
});

test('TAAS_NATIVE: a reference is as good as a value in a group that goes together', () => {
  const inputs = [
    'total_revenue0',
    'total_ebit0',
    'total_revenue1',
    'total_ebit1',
    'segment_revenue0',
    'segment_ebit0',
    'segment_revenue1',
    'segment_ebit1',
  ].map((name, i) => [name, i % 2 === 0 ? `B${i + 1}` : 1]);
  expect(call(catalogue.find('TAAS_NATIVE'), ['TAAS_SEGMENT_IMPACT', inputs], catalogue)).not.toBeInstanceOf(Problem);
});

test('TAAS_NATIVE: a reference to more cells than a formula can name is refused at once', () => {
  const inputs = [
    ['demands', 'B1:B100000'],
    ['probabilities', 'C1:C100000'],
  ];
  const [code, sentence] = error('TAAS_NATIVE', { function: 'TAAS_EXPECTED_MARGIN', inputs });
  expect(code).toBe('#VALUE!');
  expect(sentence).toBe('demands is "B1:B100000": a native formula names each cell, and has room for 500 at most.');
});

test('a required list is built from its numbered elements', () => {
  const inputs = [
    ['revenues[1]', 3],
    ['revenues[2]', 1],
    ['margins[1]', 0.2],
    ['margins[2]', 0.6],
  ];
  const lines = callByName(catalogue.find('TAAS_EXPLAIN'), { function: 'TAAS_BLENDED_MARGIN', inputs }, catalogue);
  expect((lines as Answer).cells.at(-1)!.slice(0, 2)).toEqual(['blended_margin', 0.3]);
  const gap = [
    ['revenues[1]', 3],
    ['revenues[3]', 1],
  ];
  expect(error('TAAS_EXPLAIN', { function: 'TAAS_BLENDED_MARGIN', inputs: gap })[1]).toBe(
    'inputs have no revenues[2]: expected revenues[1], revenues[2] and so on.',
  );
});
