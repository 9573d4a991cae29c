/** Whatever may stand in the cells that an analyst points at, for tests that loop over the catalogue. */
import fc from 'fast-check';
import { inOrderOf } from '../../src/catalogue/call';
import type { Definition } from '../../src/catalogue/define';
import { inRange } from './random';

const numbers = fc.oneof(
  fc.constantFrom(
    NaN,
    Infinity,
    -Infinity,
    -0,
    0,
    1,
    -1,
    1e308,
    -1e308,
    5e-324,
    1e-300,
    0.05,
    5,
    55,
    1e6,
    1e9,
    2 ** 53,
  ),
  fc.double(),
  fc.integer({ min: -10, max: 100 }),
);
const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '12',
    '55%',
    '1,375',
    'TRUE',
    'WHOLE',
    'TAAS_MARGIN',
    'TAAS_PNL',
    'TAAS_EXPLAIN',
    'B15',
    'B4',
    'C4:D6',
    'TAAS_MARGIN(1)',
    '=TAAS_MARGIN(B4,,,{0,20%;1,25%})',
    'TAAS_MARGIN(TAAS_SOLVE())',
    'TAAS_MARGIN({',
    'TAAS_RUN_RATE(TAAS_REV_SHARE(1))',
    'spend',
    'XFE1',
  ),
  fc.constantFrom(
    'token_spend',
    'tiers[2].rate',
    'tiers[0].rate',
    'revenues0[1]',
    'mode',
    'headers',
    'BASE',
    '1Q26',
    'AWS',
  ),
  fc.constantFrom(
    'UNIFORM',
    'TRIANGULAR',
    'NORMAL',
    'LOGNORMAL',
    '__proto__',
    'constructor',
    'toString',
    '#N/A',
    '=1+1',
    '%',
    ',',
    '1e999',
  ),
  fc.string({ maxLength: 12 }).map((text) => text.replaceAll('"', '')),
  fc.constant('x'.repeat(400)),
);
const errors = fc
  .constantFrom('#N/A', '#REF!', '#DIV/0!', '#BUSY!', '#GETTING_DATA')
  .map((basicValue) => ({ type: 'Error', basicType: 'Error', basicValue }));
const rich = fc.oneof(
  numbers.map((basicValue) => ({ type: 'Double', basicType: 'Double', basicValue })),
  texts.map((basicValue) => ({ type: 'String', basicType: 'String', basicValue })),
  fc.constantFrom(
    { type: 'Empty', basicType: 'Empty', basicValue: '' },
    { type: 'Boolean', basicType: 'Boolean', basicValue: true },
    { type: 'Entity', text: 'AWS', basicType: 'Error', basicValue: '#VALUE!' },
    { type: 'WebImage' },
  ),
);
const blanks = fc.constantFrom(null, undefined, '');
const objects = fc.constantFrom<unknown>(
  {},
  { basicValue: {} },
  { basicValue: [[1]] },
  { code: 1 },
  new Date(0),
  () => 1,
  Symbol('x'),
  10n,
);
const scalars = fc.oneof(numbers, texts, fc.boolean(), blanks, errors, rich);
const ranges = fc.oneof(
  fc.array(fc.array(scalars, { maxLength: 4 }), { maxLength: 4 }),
  fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(numbers, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    ),
  fc.array(fc.tuple(texts, scalars), { minLength: 1, maxLength: 4 }),
  fc.array(fc.tuple(texts, texts, numbers, numbers, numbers), { minLength: 1, maxLength: 3 }),
  fc.array(fc.constantFrom([1], [2], [0.5], [0.25]), { minLength: 1, maxLength: 4 }),
  fc.array(scalars, { maxLength: 4 }),
);
const nested = fc.constantFrom<unknown>(
  [[[[[[1]]]]]],
  [[[1, 2]]],
  [[[1], [2]]],
  [[], []],
  [[[[[[[1, 2], 3]]]]]],
  [[null, [1]]],
  [1, [2]],
);
/** What no cell holds, but a program may pass. */
const cycle: unknown[] = [[1, 2]];
cycle.push(cycle);
const self: unknown[] = [];
self.push(self);
const loop: Record<string, unknown> = { type: 'Double' };
loop['basicValue'] = loop;

export const anything = fc.oneof(
  { weight: 5, arbitrary: scalars },
  { weight: 4, arbitrary: ranges },
  nested,
  objects,
  fc.constantFrom<unknown>(cycle, self, loop),
);

/** Good arguments of which some are replaced by whatever, or whatever throughout. */
export function argumentsOf(definition: Definition): fc.Arbitrary<readonly unknown[]> {
  const size = Object.keys(definition.parameters).length;
  const whatever = fc.array(anything, { maxLength: size + 2 });
  if (size === 0) return whatever;
  const spoilt = fc
    .tuple(inRange(definition), fc.array(fc.tuple(fc.nat({ max: size - 1 }), anything), { minLength: 1, maxLength: 2 }))
    .map(([good, changes]) => {
      const args = inOrderOf(definition, good);
      for (const [at, junk] of changes) args[at] = junk;
      return args;
    });
  return fc.oneof({ weight: 1, arbitrary: whatever }, { weight: 3, arbitrary: spoilt });
}
