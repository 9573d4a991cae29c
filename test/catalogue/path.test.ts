/** The names of numbers: `token_spend`, `demands[3]`, `tiers[2].rate`. */
import fc from 'fast-check';
import { parsePath, printPath, type Path } from '../../src/catalogue/path';
import './seed';

test.each<[string, Path]>([
  ['token_spend', { name: 'token_spend' }],
  [' Token_Spend ', { name: 'token_spend' }],
  ['demands[3]', { name: 'demands', at: 3 }],
  ['demands[ 03 ]', { name: 'demands', at: 3 }],
  ['TIERS[2].Rate', { name: 'tiers', at: 2, part: 'rate' }],
  ['tiers [2] . from', { name: 'tiers', at: 2, part: 'from' }],
  ['demands[0]', { name: 'demands', at: 0 }],
])('%s', (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

test.each(['', ' ', 'token spend', 'demands[]', 'demands[-1]', 'demands[1.5]', 'demands[99999999]', 'tiers[2].width'])(
  '"%s" is no path',
  (text) => {
    expect(parsePath(text)).toBeUndefined();
  },
);

test('what is printed is read back', () => {
  const paths = fc.record<Path>(
    {
      name: fc.constantFrom('token_spend', 'tiers', 'revenues0'),
      at: fc.nat({ max: 9_999_999 }),
      part: fc.constantFrom('from' as const, 'rate' as const),
    },
    { requiredKeys: ['name'] },
  );
  fc.assert(
    fc.property(paths, (path) => {
      fc.pre(path.part === undefined || path.at !== undefined);
      expect(parsePath(printPath(path))).toEqual(path);
    }),
  );
});
