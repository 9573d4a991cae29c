/** A call as text and back: what stands in a cell, in a box or on a command line. */
import fc from 'fast-check';
import { parseCall, parseTyped, printCall, type Call, type Typed } from '../../src/catalogue/typed';
import { Problem } from '../../src/catalogue/problem';
import './seed';

const parse = (text: string): Call => parseCall(text, { argument: 'function', references: true });
const args = (text: string): readonly Typed[] => parse(text).args;

/** Why a text cannot be read. */
function refusal(text: string, references = true): string {
  try {
    parseCall(text, { argument: 'function', references });
  } catch (problem) {
    if (problem instanceof Problem) return problem.sentence;
  }
  return 'read';
}

test.each<[string, Typed[]]>([
  ['TAAS_MARGIN', []],
  [' =TAAS_MARGIN ', []],
  ['TAAS_MARGIN()', []],
  ['=TAAS_MARGIN( )', []],
  ['TAAS_MARGIN(1)', [1]],
  [' = TAAS_MARGIN(1) ', [1]],
  ['TAAS_MARGIN(1,,,,0.6)', [1, null, null, null, 0.6]],
  ['TAAS_MARGIN(,)', [null, null]],
  [
    'TAAS_MARGIN( 1 , 5.5% , -2 , 1e-3 , .5, 5 %, - 3, +4, 1E+3, 2. )',
    [1, 0.055, -2, 0.001, 0.5, 0.05, -3, 4, 1000, 2],
  ],
  ['TAAS_MARGIN("whole",TRUE,false,"a ""b"", c","")', ['whole', true, false, 'a "b", c', '']],
  [
    'TAAS_MARGIN({0,25%;0.5,35%})',
    [
      [
        [0, 0.25],
        [0.5, 0.35],
      ],
    ],
  ],
  ['TAAS_MARGIN({1;;3})', [[[1], [''], [3]]]],
  [
    'TAAS_MARGIN({ "x" , TRUE ; 1, "" })',
    [
      [
        ['x', true],
        [1, ''],
      ],
    ],
  ],
  ['TAAS_MARGIN(TAAS_BASE("tiers"),2)', [{ name: 'TAAS_BASE', args: ['tiers'] }, 2]],
  ['TAAS_MARGIN(B4)', [{ reference: 'B4', size: { rows: 1, columns: 1 } }]],
  ["TAAS_MARGIN('My, (deal)'!C4:D6)", [{ reference: "'My, (deal)'!C4:D6", size: { rows: 3, columns: 2 } }]],
  [
    'TAAS_MARGIN(Deals[Spend, net],B4#,spend)',
    [{ reference: 'Deals[Spend, net]' }, { reference: 'B4#' }, { reference: 'spend' }],
  ],
])('%s', (text, expected) => {
  expect(args(text)).toEqual(expected);
});

describe('what cannot be read is refused with its place', () => {
  test.each([
    ['TAAS_MARGIN(1', 'function is "TAAS_MARGIN(1": expected ) at character 14.'],
    ['=TAAS_MARGIN(1', 'function is "=TAAS_MARGIN(1": expected ) at character 15.'],
    ['TAAS_MARGIN(1))', 'function is "TAAS_MARGIN(1))": expected nothing more at character 15.'],
    ['TAAS_MARGIN(1) x', 'function is "TAAS_MARGIN(1) x": expected nothing more at character 16.'],
    ['TAAS_MARGIN(1 2)', 'function is "TAAS_MARGIN(1 2)": expected , or ) at character 15.'],
    ['TAAS_MARGIN(1;2)', 'function is "TAAS_MARGIN(1;2)": expected , or ) at character 14.'],
    ['TAAS_MARGIN({1,2)', 'function is "TAAS_MARGIN({1,2)": expected , ; or } at character 17.'],
    ['TAAS_MARGIN({1,2', 'function is "TAAS_MARGIN({1,2": expected } at character 17.'],
    [
      'TAAS_MARGIN({{1}})',
      'function is "TAAS_MARGIN({{1}})": expected a number, a text in quotes, TRUE or FALSE at character 14.',
    ],
    [
      'TAAS_MARGIN({B4})',
      'function is "TAAS_MARGIN({B4})": expected a number, a text in quotes, TRUE or FALSE at character 14.',
    ],
    [
      'TAAS_MARGIN("x)',
      'function is "TAAS_MARGIN("x)": expected the text that starts here to end in " at character 13.',
    ],
    [
      'TAAS_MARGIN(1+1)',
      'function is "TAAS_MARGIN(1+1)": expected a number, a text in quotes, TRUE, FALSE or a reference at character 13.',
    ],
    [
      'TAAS_MARGIN(XFE1)',
      'function is "TAAS_MARGIN(XFE1)": expected a number, a text in quotes, TRUE, FALSE or a reference at character 13.',
    ],
    ['(1)', 'function is "(1)": expected a number, a text in quotes, TRUE, FALSE or a reference at character 1.'],
    [
      '"TAAS_MARGIN(1)"',
      'function is ""TAAS_MARGIN(1)"": expected a function and its arguments in brackets at character 1.',
    ],
  ])('%s', (text, sentence) => {
    expect(refusal(text)).toBe(sentence);
  });

  test('a reference where there are no cells', () => {
    expect(refusal('TAAS_MARGIN(2,B4)', false)).toBe(
      'function is "TAAS_MARGIN(2,B4)": expected a number, a text in quotes, TRUE or FALSE, since there is no cell to refer to, at character 15.',
    );
  });

  test.each(['(', ')', '{', '}', '"', "'", '[', ' ', ',', ';', '-', '1', '.', '%', 'F(', 'a!', "''", '[[', '{,'])(
    '30,000 times %s',
    (sign) => {
      expect(refusal(`F(${sign.repeat(30_000 / sign.length)}`)).toMatch(
        /^function is "F\(.*": expected .* at character \d+\.$/,
      );
      expect(refusal(`${sign.repeat(30_000 / sign.length)}F(1)`)).toMatch(/^function |^read$/);
    },
  );

  test('a text of more than a million characters', () => {
    expect(refusal(`F(${'1'.repeat(1_000_000)})`)).toBe('function has 1000003 characters: expected at most 1000000.');
  });

  test('more than 64 calls in one text', () => {
    expect(refusal(`${'F('.repeat(64)}1${')'.repeat(64)}`)).toBe('read');
    expect(refusal(`${'F('.repeat(65)}1${')'.repeat(65)}`)).toMatch(/: expected at most 64 calls at character 130\.$/);
    expect(refusal(`F(${'F(),'.repeat(64)})`)).toMatch(/: expected at most 64 calls at character \d+\.$/);
  });
});

const constants = fc.oneof(
  fc.double({ max: 1e300, min: -1e300, noNaN: true }).map((x) => Number(x.toPrecision(15)) + 0),
  fc.integer(),
  fc.boolean(),
  fc.string(),
  fc.string({ unit: 'binary' }),
);
const references = fc.constantFrom(
  'B4',
  'C4:D6',
  "'It''s'!B4",
  'Données!$B$4',
  'spend',
  'Deals[[#Totals],[Spend]]',
  'B4#',
);
const names = fc.constantFrom('TAAS_MARGIN', 'TAAS_PNL', 'x');
const { call } = fc.letrec<{ call: Call; argument: Typed }>((tie) => ({
  argument: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    constants,
    fc.constant(null),
    references.map((text) => args(`F(${text})`)[0]!),
    fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(constants, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
      ),
    tie('call'),
  ),
  call: fc
    .record({ name: names, args: fc.array(tie('argument'), { maxLength: 4 }) })
    .filter(({ args: given }) => given.length !== 1 || given[0] !== null),
}));

test('what is printed is read back, and printed again the same', () => {
  fc.assert(
    fc.property(call, (typed) => {
      const text = printCall(typed);
      expect(parse(text)).toEqual(typed);
      expect(printCall(parse(` = ${text} `))).toBe(text);
    }),
  );
});

test('whatever is typed is read or refused in a sentence, never anything else', () => {
  const pieces = fc.constantFrom(
    'TAAS_MARGIN',
    '(',
    ')',
    '{',
    '}',
    ',',
    ';',
    '"',
    "'",
    '[',
    ']',
    '!',
    '1',
    '%',
    'e',
    '-',
    '.',
    ' ',
    'B4',
    '#',
    '=',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 20 }), (parts) => {
      expect(refusal(parts.join(''))).toMatch(/^read$|^function is ".*": expected .*\.$/su);
    }),
    { numRuns: 500 },
  );
});

test('one argument by itself', () => {
  expect(parseTyped('{0,25%;0.5,35%}', { argument: 'tiers' })).toEqual([
    [0, 0.25],
    [0.5, 0.35],
  ]);
});
