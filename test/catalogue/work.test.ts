/** Ten times as many rows take ten times as long, not a hundred: counted in steps, not by a clock. */
import { callByName } from '../../src/catalogue/call';
import { inputsWith } from '../../src/catalogue/inputs';
import { parseCall } from '../../src/catalogue/typed';
import { subjectOf } from '../../src/analysis/subject';
import { pathsOf, variedIn } from '../../src/analysis/varied';
import { answer, catalogue } from '../functions/cell';
import { growthOf } from '../work';

const numbered = (name: string, size: number, x: number): [string, number][] =>
  Array.from({ length: size }, (_, i) => [`${name}[${i + 1}]`, x]);
const segments = (size: number): [string, number][] => [
  ...numbered('revenues', size, 2),
  ...numbered('margins', size, 0.3),
];

test.each<[string, (size: number) => void]>([
  ['elements that make a list', (size) => inputsWith(catalogue.find('TAAS_BLENDED_MARGIN'), segments(size))],
  [
    'elements that replace those of a list',
    (size) =>
      inputsWith(catalogue.find('TAAS_BLENDED_MARGIN'), segments(size), {
        revenues: Array(size).fill(1),
        margins: Array(size).fill(0.5),
      }),
  ],
  [
    'the working of a long list',
    (size) => answer('TAAS_EXPLAIN', { function: 'TAAS_BLENDED_MARGIN', inputs: segments(size) }),
  ],
  [
    'the native formula of a long list',
    (size) =>
      callByName(catalogue.find('TAAS_NATIVE'), { function: 'TAAS_BLENDED_MARGIN', inputs: segments(size) }, catalogue),
  ],
  [
    'every number of a function, one by one',
    (size) => {
      const subject = subjectOf(catalogue, 'TAAS_BLENDED_MARGIN', segments(size));
      for (const path of pathsOf(subject)) variedIn(subject, path, 'inputs');
    },
  ],
  ['a call with a long array', (size) => parseCall(`F({${'1;'.repeat(size)}1})`, { argument: 'function' })],
  ['a call with many arguments', (size) => parseCall(`F(${'1,'.repeat(size)}1)`, { argument: 'function' })],
  [
    'a fleet bought over many quarters',
    (size) => answer('TAAS_EXPLAIN', { function: `TAAS_FLEET_DEPRECIATION({${'20,'.repeat(size / 8)}20},1)` }),
  ],
])('%s', (_what, run) => {
  const growth = growthOf(run, 400);
  expect(growth).toBeGreaterThan(1.5);
  expect(growth).toBeLessThan(2.3);
});
