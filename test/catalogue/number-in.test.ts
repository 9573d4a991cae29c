/** A number that came as a text: read right, or refused. Never another number. */
import fc from 'fast-check';
import { insteadOf, numberIn } from '../../src/catalogue/number-in';
import './seed';

const NO_BREAK = '\u00a0';

test.each<[string, number]>([
  ['$1,375', 1375],
  ['$ 1,375.50', 1375.5],
  ['1,375 €', 1375],
  ['£0.7', 0.7],
  ['¥1,375', 1375],
  ['-$2', -2],
  ['$-2', -2],
  ['€ −2', -2],
  ['(2)', -2],
  ['( 2 )', -2],
  ['($1,375)', -1375],
  ['(5%)', -0.05],
  ['5 %', 0.05],
  ['%5', 0.05],
  [`5${NO_BREAK}%`, 0.05],
  ['7%', 0.07],
  ['1,000%', 10],
  ['−2', -2],
  ['+5', 5],
  [`${NO_BREAK}2${NO_BREAK}`, 2],
  [`1${NO_BREAK}287`, 1287],
  ['1\u202f287.5', 1287.5],
  ['1\u2009287\u2009000', 1287000],
  ['1e5%', 1000],
  ['-.5e-3', -0.0005],
])('%j is %d', (text, number) => {
  expect(numberIn(text)).toBe(number);
});

test.each<[string, string]>([
  ['0,825', 'type 0.825'],
  ['0,005', 'type 0.005'],
  ['-0,825', 'type -0.825'],
  ['00,825', 'type 00.825'],
  ['1,5', 'type 1.5'],
  ['1,37 €', 'type 1.37 €'],
  ['0,5 %', 'type 0.5 %'],
  ['1.234,5', 'type 1234.5'],
  [`1${NO_BREAK}234,567`, 'type 1234.567'],
  [`1${NO_BREAK}234,5`, 'type 1234.5'],
  ['1 287', 'type 1287'],
  ['1.234.567', 'type 1234567'],
  ['12,34,567', 'type 1234567'],
  ['1’234.5', 'type 1234.5'],
  ['–2', 'type -2'],
  ['٢٫٥', 'in the digits 0 to 9'],
  ['２.５', 'in the digits 0 to 9'],
  ['2\u200b', 'type 2'],
  ['\u200e-2', 'type -2'],
  ['1\u00ad000', 'type 1000'],
  ['\ufeff2', 'type 2'],
])('%j is none, but may be meant: %s', (text, instead) => {
  expect([numberIn(text), insteadOf(text)]).toEqual([undefined, instead]);
});

test.each([
  ...['', ' ', '-', '.', ',', '%', '$', '()', 'e5', '5e', 'Infinity', 'NaN', '0x10', '1_000', '1e999'],
  ...['--2', '-+2', '(-2)', '-(2)', '-$-2', '(2', '2)', '5%%', '%5%', '$5%', '$5$', '1 2', '1,2,3', '1.2.3'],
  ...[
    '1,234,5',
    '1,234 567',
    `1,234${NO_BREAK}567`,
    `1${NO_BREAK}2`,
    '1/2',
    '31.12.2026',
    '10:30',
    'USD 5',
    '1/2/2026',
  ],
  // Digits after a leading zero are no groups of three: 0 825 is not 825.
  ...['0 825', '0’825', '0.825,5', '0.000,1', '0.000.001', '00,12,345'],
  ...['2\n3', '５', '½', '²'],
])('%j is none, and nothing is guessed', (text) => {
  expect(numberIn(text)).toBeUndefined();
  expect(insteadOf(text) ?? 'in the digits 0 to 9').toBe('in the digits 0 to 9');
});

const LOCALES =
  'en-US en-GB en-IN de-DE de-CH de-AT fr-FR fr-CH it-IT es-ES pt-BR pt-PT nl-NL sv-SE nb-NO fi-FI pl-PL ru-RU tr-TR ar-EG fa-IR hi-IN he-IL ja-JP zh-CN ko-KR'.split(
    ' ',
  );
const KINDS: readonly Intl.NumberFormatOptions[] = [
  { maximumFractionDigits: 15 },
  { minimumFractionDigits: 3 },
  { maximumFractionDigits: 15, useGrouping: false },
  { style: 'percent', maximumFractionDigits: 15 },
  ...['USD', 'EUR', 'GBP', 'JPY', 'INR', 'SEK'].map(
    (currency) => ({ style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 15 }) as const,
  ),
  { style: 'currency', currency: 'USD', currencySign: 'accounting', maximumFractionDigits: 15 },
  { notation: 'scientific', maximumFractionDigits: 14 },
];
const inLocales = LOCALES.flatMap((locale) => KINDS.map((kind) => new Intl.NumberFormat(locale, kind)));

/** What a number is as an analyst writes it: a few digits, any size. */
const written = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -9, max: 3 }))
  .map(([digits, power]) => Number(`${digits}e${power}`));

/** In America 1,375 is 1375, whoever wrote it: the same text has one meaning, and it is Excel's. */
const isAmerican = (text: string, x: number): boolean => {
  const digits = text.replace(/[^\d.,]/g, '');
  const size = Math.abs(text.includes('%') ? Number((x * 100).toPrecision(15)) : x);
  const [, part = ''] = digits.split('.');
  const american = { minimumFractionDigits: part.length, maximumFractionDigits: 20 };
  return [true, false].some((useGrouping) => size.toLocaleString('en-US', { ...american, useGrouping }) === digits);
};

test('what twenty-six locales write is read right or refused, or is another number in America', () => {
  let right = 0;
  let american = 0;
  fc.assert(
    fc.property(written, (x) => {
      for (const format of inLocales) {
        const text = format.format(x);
        const read = numberIn(text);
        if (read === undefined) continue;
        const shown = Math.abs(read - x) <= 1e-9 * Math.abs(x) || text === format.format(read);
        if (shown) right++;
        else if (isAmerican(text, read)) american++;
        else expect([format.resolvedOptions().locale, text, read]).toEqual(x);
      }
    }),
    { numRuns: 60 },
  );
  expect(right).toBeGreaterThan(5 * american);
});

test('what America writes is read, whatever the number', () => {
  const formats = KINDS.slice(0, 4).map((kind) => new Intl.NumberFormat('en-US', kind));
  fc.assert(
    fc.property(written, (x) => {
      for (const format of formats.filter((each) => each.resolvedOptions().minimumFractionDigits !== 3))
        expect([format.format(x), numberIn(format.format(x))]).toEqual([format.format(x), expect.closeTo(x, 9)]);
      expect(numberIn(String(x))).toBe(x + 0);
    }),
  );
});

const pieces = fc.constantFrom(
  ...'0 00 1 12 123 1234 , . - + ( ) $ € % e E − \u00a0 \u202f'.split(' '),
  ' ',
  '\u200b',
  '５',
);

test('whatever is typed, a number is only read from a text that has one meaning', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
      const text = parts.join('');
      const read = numberIn(text);
      if (read === undefined) return;
      const plain = text
        .replace(/[$€%()+\s,]/g, '')
        .replace('−', '-')
        .replace(/(.*[^e])-/i, '-$1');
      const size = Math.abs(Number(plain)) / (text.includes('%') ? 100 : 1);
      expect([text, Math.abs(read)]).toEqual([text, Number.isFinite(size) ? expect.closeTo(size, 12) : size]);
      expect(text).not.toMatch(/,\d{0,2}(?!\d)|,\d{4}|(?<!\d)0+,|\d\s\d{1,2}(?!\d)/);
      expect(read < 0).toBe(/^\s*[$€%]?\s*[-−]|\(/.test(text) && read !== 0);
    }),
    { numRuns: 3000 },
  );
});
