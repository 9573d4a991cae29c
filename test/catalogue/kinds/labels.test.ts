/** A row or a column of names. */
import { read } from '../read';

const labels = (given: unknown): ReturnType<typeof read> => read('TAAS_MARGIN_BRIDGE', 'labels', given);

test.each<[string, unknown, string[] | undefined]>([
  ['none', null, undefined],
  ['a column', [['Core'], ['AI IaaS'], ['Bedrock']], ['Core', 'AI IaaS', 'Bedrock']],
  ['a row with a number and a flag', [['Core', 2026, true]], ['Core', '2026', 'TRUE']],
])('%s', (_what, given, expected) => {
  expect(labels(given)).toEqual(expected);
});

test.each<[string, unknown, string]>([
  ['a block', [['a', 'b'], ['c', 'd']], 'labels is a range of 2×2 cells: expected one row or column of texts.'], // prettier-ignore
  ['a gap', [['a'], [''], ['c']], 'labels has a blank in row 2: expected a text in every cell.'],
])('%s is refused', (_what, given, sentence) => {
  expect(labels(given)).toEqual(['#VALUE!', sentence]);
});
