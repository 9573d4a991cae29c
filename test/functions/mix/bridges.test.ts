/** Bridges explain a change: every piece of it, and nothing else. */
import fc from 'fast-check';
import { answer, body, error, number } from '../cell';
import { equal, inDecimals, sum } from '../in-decimals';
import '../../catalogue/seed';

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

const SEGMENTS = { minLength: 1, maxLength: 5 };
const revenue = fc.integer({ min: 1, max: 50_000 }).map((k) => k / 1000);
const margin = fc.integer({ min: -2000, max: 1000 }).map((k) => k / 1000);
const segment = fc.record({ r0: revenue, m0: margin, r1: revenue, m1: margin });
const company = fc.array(segment, SEGMENTS);
type Company = Of<typeof company>;

const bridgeOf = (segments: Company): Record<string, number[]> => ({
  revenues0: segments.map(({ r0 }) => r0),
  margins0: segments.map(({ m0 }) => m0),
  revenues1: segments.map(({ r1 }) => r1),
  margins1: segments.map(({ m1 }) => m1),
});
const swapped = (segments: Company): Company =>
  segments.map(({ r0, m0, r1, m1 }) => ({ r0: r1, m0: m1, r1: r0, m1: m0 }));
const blended = (revenues: number[], margins: number[]): number => number('TAAS_BLENDED_MARGIN', { revenues, margins });

const METHODS = ['MIDPOINT', 'BASE', 'CURRENT'];

describe('the margin bridge', () => {
  test.each(METHODS)('%s adds up, down and across, to the last digit', (method) => {
    fc.assert(
      fc.property(company, (segments) => {
        const rows = inDecimals('TAAS_MARGIN_BRIDGE', { ...bridgeOf(segments), method, unit: 'DEC' });
        for (const row of rows) expect(equal(sum(row.slice(0, -1)), row.at(-1)!)).toBe(true);
        const total = rows.at(-1)!;
        total.forEach((x, j) => expect(equal(sum(rows.slice(0, -1).map((row) => row[j]!)), x)).toBe(true));
      }),
    );
  });

  test.each(METHODS)('%s explains all of the change and no more', (method) => {
    fc.assert(
      fc.property(company, (segments) => {
        const { revenues0, margins0, revenues1, margins1 } = bridgeOf(segments);
        const change = blended(revenues1!, margins1!) - blended(revenues0!, margins0!);
        const total = body('TAAS_MARGIN_BRIDGE', { ...bridgeOf(segments), method, unit: 'DEC' })
          .at(-1)!
          .at(-1)!;
        expect(Math.abs(total - change)).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  test('MIDPOINT read backwards is the same bridge with the other sign', () => {
    fc.assert(
      fc.property(company, (segments) => {
        const there = inDecimals('TAAS_MARGIN_BRIDGE', { ...bridgeOf(segments) });
        const back = inDecimals('TAAS_MARGIN_BRIDGE', { ...bridgeOf(swapped(segments)) });
        there.forEach((row, i) => row.forEach((x, j) => expect(equal(x, back[i]![j]!.neg(), 1e5)).toBe(true)));
      }),
    );
  });

  test('CURRENT gives the interaction of BASE to the rate', () => {
    fc.assert(
      fc.property(company, (segments) => {
        const base = inDecimals('TAAS_MARGIN_BRIDGE', { ...bridgeOf(segments), method: 'BASE' });
        const current = inDecimals('TAAS_MARGIN_BRIDGE', { ...bridgeOf(segments), method: 'CURRENT' });
        base.forEach(([mix, rate, interaction, total], i) => {
          expect(equal(current[i]![0]!, mix!, 1e5)).toBe(true);
          expect(equal(current[i]![1]!, rate!.plus(interaction!), 1e5)).toBe(true);
          expect(equal(current[i]![2]!, total!, 1e5)).toBe(true);
        });
      }),
    );
  });

  test.each(METHODS)('%s is the same in euros', (method) => {
    fc.assert(
      fc.property(company, (segments) => {
        const euros = segments.map(({ r0, r1, ...margins }) => ({ r0: r0 * 0.5, r1: r1 * 8, ...margins }));
        const [own, other] = [segments, euros].map((x) => body('TAAS_MARGIN_BRIDGE', { ...bridgeOf(x), method }));
        own!.forEach((row, i) => row.forEach((x, j) => expect(other![i]![j]).toBeCloseTo(x, 8)));
      }),
    );
  });

  test('lists the segments in the order given', () => {
    fc.assert(
      fc.property(company, (segments) => {
        const rows = body('TAAS_MARGIN_BRIDGE', bridgeOf(segments));
        const reversed = body('TAAS_MARGIN_BRIDGE', bridgeOf([...segments].reverse()));
        rows
          .slice(0, -1)
          .forEach((row, i) => row.forEach((x, j) => expect(reversed[segments.length - 1 - i]![j]).toBeCloseTo(x, 8)));
      }),
    );
  });

  test('says the same in basis points, points and fractions', () => {
    const [bps, pp, dec] = ['BPS', 'PP', 'DEC'].map((unit) => body('TAAS_MARGIN_BRIDGE', { unit }).flat());
    bps!.forEach((x, i) => {
      expect(pp![i]! * 100).toBeCloseTo(x, 9);
      expect(dec![i]! * 10_000).toBeCloseTo(x, 9);
    });
  });

  test('without a change of shares there is no mix; without a change of margins no rate', () => {
    fc.assert(
      fc.property(company, (segments) => {
        const grown = segments.map((x) => ({ ...x, r1: x.r0 * 2 }));
        for (const [mix] of inDecimals('TAAS_MARGIN_BRIDGE', bridgeOf(grown)))
          expect(equal(mix!, mix!.times(0), 1e5)).toBe(true);
        const steady = segments.map((x) => ({ ...x, m1: x.m0 }));
        for (const [, rate] of inDecimals('TAAS_MARGIN_BRIDGE', bridgeOf(steady))) expect(rate!.isZero()).toBe(true);
      }),
    );
  });

  test('a segment that is born or ends is all mix', () => {
    const born = body('TAAS_MARGIN_BRIDGE', {
      revenues0: [100, 0],
      margins0: [0.3, 0.9],
      revenues1: [100, 50],
      margins1: [0.3, 0.55],
    });
    expect(born[1]![1]).toBe(0);
    const ended = body('TAAS_MARGIN_BRIDGE', {
      revenues0: [100, 50],
      margins0: [0.3, 0.55],
      revenues1: [100, 0],
      margins1: [0.3, 0.1],
    });
    expect(ended[1]![1]).toBe(0);
    expect(ended.at(-1)![2]).toBeCloseTo(-born.at(-1)![2]!, 9);
  });

  test('the 213 bp of 1Q26: Bedrock brings 50, core AWS the rest', () => {
    const { cells } = answer('TAAS_MARGIN_BRIDGE');
    expect(cells.map((row) => row[0])).toEqual(['Segment', 'Core', 'AI IaaS', 'Bedrock', 'Total']);
    expect(cells[4]![3]).toBe(213);
    expect(cells[3]![3]).toBeCloseTo(49.67, 2);
  });

  test('names what it is given, and numbers what it is not', () => {
    const two = { revenues0: [1, 2], margins0: [0.1, 0.2], revenues1: [1, 2], margins1: [0.1, 0.2] };
    const names = (args: object): unknown[] =>
      answer('TAAS_MARGIN_BRIDGE', { ...two, ...args }).cells.map((row) => row[0]);
    expect(names({})).toEqual(['Segment', 'Segment 1', 'Segment 2', 'Total']);
    expect(names({ labels: ['API', 'Seats'] })).toEqual(['Segment', 'API', 'Seats', 'Total']);
  });

  test.each([1, 2, 4, 5, 12])('numbers all of %i segments, the last as the first', (count) => {
    const of = (value: number): number[] => Array.from({ length: count }, () => value);
    const { cells } = answer('TAAS_MARGIN_BRIDGE', {
      revenues0: of(1),
      margins0: of(0.1),
      revenues1: of(2),
      margins1: of(0.2),
    });
    const numbered = of(0).map((_, i) => `Segment ${i + 1}`);
    expect(cells.map((row) => row[0])).toEqual(['Segment', ...numbered, 'Total']);
  });

  test('BASE shows the interaction as a column', () => {
    expect(answer('TAAS_MARGIN_BRIDGE', { method: 'BASE' }).cells[0]).toEqual([
      'Segment',
      'Mix',
      'Rate',
      'Interaction',
      'Total',
    ]);
    expect(answer('TAAS_MARGIN_BRIDGE').cells[0]).toEqual(['Segment', 'Mix', 'Rate', 'Total']);
  });

  test('a company without revenue, or with less than none, has no margin to explain', () => {
    const given = { revenues0: [1, 2], margins0: [0.1, 0.2], revenues1: [1, 2], margins1: [0.1, 0.2] };
    const refused = (changes: object): [string, string] => error('TAAS_MARGIN_BRIDGE', { ...given, ...changes });
    expect(refused({ revenues0: [1, -1] })).toEqual(['#DIV/0!', 'revenues0 sum to 0: expected above 0.']);
    expect(refused({ revenues1: [-1, -2] })).toEqual(['#VALUE!', 'revenues1 sum to -3: expected above 0.']);
    expect(error('TAAS_BLENDED_MARGIN', { revenues: [1, -2.5], margins: [0.5, 0.5] })).toEqual([
      '#VALUE!',
      'revenues sum to -1.5: expected above 0.',
    ]);
  });

  test('a segment with negative revenue, as eliminations have, is one of the segments', () => {
    const [, eliminated, total] = body('TAAS_MARGIN_BRIDGE', {
      revenues0: [110, -10],
      margins0: [0.3, 0],
      revenues1: [120, -20],
      margins1: [0.3, 0],
      unit: 'DEC',
    });
    expect(eliminated![1]).toBe(0);
    expect(total![2]).toBeCloseTo(0.36 - 0.33, 14);
  });
});

describe('the EBIT bridge in dollars', () => {
  const period = fc.record({ revenue0: revenue, ebit0: margin, revenue1: revenue, ebit1: margin });

  test.each(['CURRENT', 'MIDPOINT'])('%s adds up to the change of EBIT to the last digit', (method) => {
    fc.assert(
      fc.property(period, (x) => {
        const [volume, rate, total] = inDecimals('TAAS_EBIT_BRIDGE', { ...x, method }).map((row) => row[0]!);
        expect(equal(volume!.plus(rate!), total!)).toBe(true);
        expect(Math.abs(total!.toNumber() - (x.ebit1 - x.ebit0))).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  test('MIDPOINT read backwards has the other sign', () => {
    fc.assert(
      fc.property(period, ({ revenue0, ebit0, revenue1, ebit1 }) => {
        const there = body('TAAS_EBIT_BRIDGE', { revenue0, ebit0, revenue1, ebit1, method: 'MIDPOINT' }).flat();
        const back = body('TAAS_EBIT_BRIDGE', {
          revenue0: revenue1,
          ebit0: ebit1,
          revenue1: revenue0,
          ebit1: ebit0,
          method: 'MIDPOINT',
        }).flat();
        there.forEach((x, i) => expect(back[i]).toBeCloseTo(-x, 9));
      }),
    );
  });

  test('growth at the old margin is all volume', () => {
    expect(body('TAAS_EBIT_BRIDGE', { revenue0: 10, ebit0: 2, revenue1: 20, ebit1: 4 })).toEqual([[2], [0], [2]]);
  });

  test('of a business that ended: its profit went with its volume, and what it still costs is rate', () => {
    expect(body('TAAS_EBIT_BRIDGE', { revenue0: 10, ebit0: 2, revenue1: 0, ebit1: -1 })).toEqual([[-2], [-1], [-3]]);
    expect(error('TAAS_EBIT_BRIDGE', { revenue0: 10, ebit0: 2, revenue1: 0, ebit1: -1, method: 'MIDPOINT' })).toEqual([
      '#DIV/0!',
      'TAAS_EBIT_BRIDGE: margin1 divides by revenue1, which is 0.',
    ]);
  });
});

describe('price, volume and mix', () => {
  const quantity = fc.integer({ min: 1, max: 1000 });
  const price = fc.integer({ min: -100, max: 10_000 }).map((k) => k / 100);
  const product = fc.record({ q0: quantity, p0: price, q1: quantity, p1: price });
  const range = fc.array(product, SEGMENTS);
  const given = (products: Of<typeof range>): Record<string, number[]> => ({
    quantities0: products.map(({ q0 }) => q0),
    prices0: products.map(({ p0 }) => p0),
    quantities1: products.map(({ q1 }) => q1),
    prices1: products.map(({ p1 }) => p1),
  });

  test('add up to the change of revenue to the last digit', () => {
    fc.assert(
      fc.property(range, (products) => {
        const [price, volume, mix, total] = inDecimals('TAAS_PRICE_VOLUME_MIX', given(products)).map((row) => row[0]!);
        expect(equal(sum([price!, volume!, mix!]), total!)).toBe(true);
        const change = products.reduce(
          (x, { q0, p0, q1, p1 }) => x + Math.round(q1 * p1 * 100) - Math.round(q0 * p0 * 100),
          0,
        );
        expect(equal(total!.times(100), total!.times(0).plus(change), 1e9)).toBe(true);
      }),
    );
  });

  test('the same prices are no price effect; the same shares are no mix', () => {
    fc.assert(
      fc.property(range, (products) => {
        const steady = products.map((x) => ({ ...x, p1: x.p0 }));
        expect(body('TAAS_PRICE_VOLUME_MIX', given(steady))[0]).toEqual([0]);
        const doubled = products.map((x) => ({ ...x, q1: 2 * x.q0 }));
        expect(body('TAAS_PRICE_VOLUME_MIX', given(doubled))[2]![0]).toBeCloseTo(0, 8);
      }),
    );
  });

  test('a product that is born or ends moves no price, whatever stands in the price it has not', () => {
    const perhaps = fc.oneof(fc.constant(0), quantity);
    const changing = fc.array(fc.record({ q0: perhaps, p0: price, q1: perhaps, p1: price }), SEGMENTS);
    fc.assert(
      fc.property(product, changing, price, (kept, others, never) => {
        const products = [kept, ...others];
        const effects = inDecimals('TAAS_PRICE_VOLUME_MIX', given(products)).map((row) => row[0]!);
        const moved = products.reduce(
          (x, { q0, p0, q1, p1 }) => x + (q0 > 0 ? Math.round((p1 - p0) * 100) * q1 : 0),
          0,
        );
        expect(effects[0]!.times(100).toNumber()).toBe(moved);
        expect(equal(sum(effects.slice(0, 3)), effects[3]!)).toBe(true);
        const blanks = products.map(({ q0, p0, q1, p1 }) => ({
          q0,
          p0: q0 > 0 ? p0 : never,
          q1,
          p1: q1 > 0 ? p1 : never,
        }));
        expect(inDecimals('TAAS_PRICE_VOLUME_MIX', given(blanks)).map((row) => row[0]!)).toEqual(effects);
      }),
    );
  });

  test('nothing sold before has no average price', () => {
    expect(error('TAAS_PRICE_VOLUME_MIX', { quantities0: [0], prices0: [1], quantities1: [1], prices1: [1] })).toEqual([
      '#DIV/0!',
      'quantities0 sum to 0: expected above 0.',
    ]);
  });
});

describe('without the segment', () => {
  test('the contribution is what is left of the change, to the last digit', () => {
    const [company, without, contribution] = inDecimals('TAAS_SEGMENT_IMPACT', {}).map((row) => row[0]!);
    expect(equal(without!.plus(contribution!), company!)).toBe(true);
  });

  test('a segment that earns what the company earns contributes nothing', () => {
    fc.assert(
      fc.property(revenue, revenue, margin, margin, fc.integer({ min: 1, max: 9 }), (r0, r1, m0, m1, tenths) => {
        const part = tenths / 10;
        const rows = body('TAAS_SEGMENT_IMPACT', {
          total_revenue0: r0 * 10,
          total_ebit0: r0 * 10 * m0,
          total_revenue1: r1 * 10,
          total_ebit1: r1 * 10 * m1 + (r0 * m0 === r1 * m1 ? 1 : 0),
          segment_revenue0: r0 * 10 * part,
          segment_ebit0: r0 * 10 * m0 * part,
          segment_revenue1: r1 * 10 * part,
          segment_ebit1: (r1 * 10 * m1 + (r0 * m0 === r1 * m1 ? 1 : 0)) * part,
        });
        expect(rows[2]![0]).toBeCloseTo(0, 7);
      }),
    );
  });

  test('a segment is no larger than its company', () => {
    const all = {
      total_revenue0: 10,
      total_ebit0: 2,
      total_revenue1: 10,
      total_ebit1: 3,
      segment_revenue0: 1,
      segment_ebit0: 0,
      segment_revenue1: 12,
      segment_ebit1: 1,
    };
    expect(error('TAAS_SEGMENT_IMPACT', all)).toEqual([
      '#VALUE!',
      'segment_revenue1 is 12: expected at most total_revenue1, which is 10.',
    ]);
    const whole = { ...all, segment_revenue1: 10 };
    expect(body('TAAS_SEGMENT_IMPACT', whole).flat()).toEqual([1000, 'n/a', 'n/a', 1]);
  });

  test('a segment that is new contributes all that it brings', () => {
    const rows = body('TAAS_SEGMENT_IMPACT', {
      total_revenue0: 100,
      total_ebit0: 30,
      total_revenue1: 150,
      total_ebit1: 57.5,
      segment_revenue0: 0,
      segment_ebit0: 0,
      segment_revenue1: 50,
      segment_ebit1: 27.5,
    }).flat();
    expect(rows[1]).toBe(0);
    expect(rows[2]).toBeCloseTo(833.333333333333, 9);
    expect(rows[3]).toBe(1);
  });

  test('all eight figures or none', () => {
    const [code, sentence] = error('TAAS_SEGMENT_IMPACT', { segment_ebit0: 0 });
    expect(code).toBe('#VALUE!');
    expect(sentence).toMatch(
      /^total_revenue0, .* are missing beside segment_ebit0: expected all of total_revenue0, .* or none of them\.$/,
    );
  });
});

describe('a blended margin', () => {
  test('lies between the best and the worst', () => {
    fc.assert(
      fc.property(company, (segments) => {
        const { revenues0, margins0 } = bridgeOf(segments);
        const all = blended(revenues0!, margins0!);
        expect(all).toBeGreaterThanOrEqual(Math.min(...margins0!) - 1e-12);
        expect(all).toBeLessThanOrEqual(Math.max(...margins0!) + 1e-12);
      }),
    );
  });

  test('has no place in a grid where the revenues no longer sum to more than nothing', () => {
    const { cells } = answer('TAAS_GRID', {
      function: 'TAAS_BLENDED_MARGIN({100,50},{0.3,0.6})',
      param_x: 'revenues[1]',
      values_x: [100, -50, -60],
      param_y: 'margins[2]',
      values_y: [0.6],
    });
    expect(cells[0]).toMatchObject([
      0.4,
      { code: '#DIV/0!', sentence: 'revenues sum to 0: expected above 0.' },
      { code: '#VALUE!', sentence: 'revenues sum to -10: expected above 0.' },
    ]);
  });

  test('of a row or a column is the same', () => {
    expect(number('TAAS_BLENDED_MARGIN', { revenues: [[100, 50]], margins: [[0.3], [0.6]] })).toBe(0.4);
  });
});

test('Bedrock revenue is AWS revenue, a share of a share', () => {
  expect(number('BEDROCK_REVENUE', { aws_revenue: 100, ai_share: '10%', bedrock_share: 0.5 })).toBe(5);
  expect(number('BEDROCK_REVENUE')).toBe(1.390719);
});
