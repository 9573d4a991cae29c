/** Who brought the growth: contributions of all parts are the whole. */
import fc from 'fast-check';
import { base } from '../../../src/book/case';
import { plainly } from '../../../src/catalogue/assumption';
import { catalogue, error, number } from '../cell';
import '../../catalogue/seed';

const dollars = fc.integer({ min: 1, max: 50_000 }).map((k) => k / 1000);
const parts = fc.array(fc.record({ before: dollars, after: dollars }), { minLength: 1, maxLength: 5 });
const total = (xs: readonly number[]): number => Number(xs.reduce((a, b) => a + b, 0).toFixed(3));

const companies = parts
  .map((segments) => ({
    segments,
    total0: total(segments.map(({ before }) => before)),
    total1: total(segments.map(({ after }) => after)),
  }))
  .filter(({ total0, total1 }) => total0 !== total1);

describe('shares of profit growth', () => {
  test('of all segments sum to 1', () => {
    fc.assert(
      fc.property(companies, ({ segments, total0, total1 }) => {
        const shares = segments.map(({ before, after }) =>
          number('BEDROCK_CONTRIB', { segment1: after, segment0: before, total1, total0 }),
        );
        // A small change of a large total magnifies the last digit of every share.
        const size = Math.max(1, ...shares.map(Math.abs));
        expect(Math.abs(shares.reduce((a, b) => a + b, 0) - 1)).toBeLessThanOrEqual(1e-12 * size);
      }),
    );
  });

  test('a company on its own contributes all of it', () => {
    expect(number('BEDROCK_CONTRIB', { segment1: 5, segment0: 3, total1: 5, total0: 3 })).toBe(1);
  });

  test('may be more than all, or a share of a decline', () => {
    expect(number('BEDROCK_CONTRIB', { segment1: 5, segment0: 1, total1: 12, total0: 10 })).toBe(2);
    expect(number('BEDROCK_CONTRIB', { segment1: 1, segment0: 2, total1: 10, total0: 12 })).toBe(0.5);
  });

  const ebit = {
    segment1: number('TAAS_BASE', { name: 'bedrock_ebit' }),
    segment0: number('TAAS_BASE', { name: 'bedrock_ebit_1q25' }),
    total1: number('TAAS_BASE', { name: 'aws_ebit' }),
    total0: number('TAAS_BASE', { name: 'aws_ebit_1q25' }),
  };

  test('the base case is the 30% of the article, gross profit over operating income; EBIT over EBIT it is 27%', () => {
    expect(number('BEDROCK_CONTRIB')).toBeCloseTo(0.2979741679, 10);
    expect(number('BEDROCK_CONTRIB', ebit)).toBeCloseTo(0.2741926358, 10);
  });

  test('the function, its parameters, its default and its examples say what stands over what', () => {
    const { answers, parameters, examples } = catalogue.find('BEDROCK_CONTRIB');
    const onEbit = `${(100 * number('BEDROCK_CONTRIB', ebit)).toFixed(1)}%`;
    expect(answers).toContain('gross profit over AWS’ operating income, as AWS reports no gross profit');
    // Of the quarter that is current, which need not be the one that the examples are of.
    const change = (role: 'bedrock_ebit' | 'aws_ebit'): number =>
      (plainly(base[role]) as number) - (plainly(base[`${role}_year_before`]) as number);
    const now = change('bedrock_ebit') / change('aws_ebit');
    expect(answers).toContain(`EBIT over EBIT: ${(100 * now).toFixed(1)}%`);
    expect(parameters['segment1']!.about).toContain('gross profit by default');
    expect(parameters['total1']!.about).toContain('operating income by default');
    expect(examples[1]!.args).toEqual(ebit);
    expect(examples[1]!.says).toContain(onEbit);
  });

  test('of no growth there are none', () => {
    const [code, sentence] = error('BEDROCK_CONTRIB', { segment1: 1, segment0: 0, total1: 5, total0: 5 });
    expect(code).toBe('#DIV/0!');
    expect(sentence).toMatch(/^BEDROCK_CONTRIB: \w+ divides by \w+, which is 0\.$/);
  });
});

describe('points of revenue growth', () => {
  test('of all segments sum to the growth of the company', () => {
    fc.assert(
      fc.property(companies, ({ segments, total0, total1 }) => {
        const points = segments.map(({ before, after }) =>
          number('BEDROCK_GROWTH_PP', { segment1: after, segment0: before, total0 }),
        );
        const growth = (100 * (total1 - total0)) / total0;
        expect(Math.abs(points.reduce((a, b) => a + b, 0) - growth)).toBeLessThanOrEqual(
          1e-10 * Math.max(1, Math.abs(growth)),
        );
      }),
    );
  });

  test('and the revenue that brings them are each other’s inverse', () => {
    fc.assert(
      fc.property(dollars, dollars, dollars, (segment1, segment0, total0) => {
        fc.pre(Math.abs((segment1 - segment0) / total0) < 1);
        const growth_pp = number('BEDROCK_GROWTH_PP', { segment1, segment0, total0 });
        expect(number('BEDROCK_REVENUE_FOR_PP', { growth_pp, total0, segment0 })).toBeCloseTo(segment1, 9);
      }),
    );
  });

  test('nine points in 2Q26E are a run-rate of $11.9bn', () => {
    expect(number('BEDROCK_REVENUE_FOR_PP') * 4).toBeCloseTo(11.933, 3);
  });
});

describe('incremental margin and operating leverage', () => {
  const periods = fc
    .record({ ebit1: dollars, ebit0: dollars, revenue1: dollars, revenue0: dollars })
    .filter(({ revenue1, revenue0 }) => revenue1 !== revenue0);

  test('leverage is the incremental margin over the margin there was', () => {
    fc.assert(
      fc.property(periods, (x) => {
        const leverage = number('TAAS_OPERATING_LEVERAGE', x);
        const expected = number('TAAS_INCREMENTAL_MARGIN', x) / (x.ebit0 / x.revenue0);
        expect(Math.abs(leverage - expected)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(expected)));
      }),
    );
  });

  test('the order of the periods does not matter to the incremental margin', () => {
    fc.assert(
      fc.property(periods, ({ ebit1, ebit0, revenue1, revenue0 }) => {
        const back = { ebit1: ebit0, ebit0: ebit1, revenue1: revenue0, revenue0: revenue1 };
        expect(number('TAAS_INCREMENTAL_MARGIN', back)).toBe(
          number('TAAS_INCREMENTAL_MARGIN', { ebit1, ebit0, revenue1, revenue0 }),
        );
      }),
    );
  });

  test('growth at the same margin is leverage of 1', () => {
    expect(number('TAAS_OPERATING_LEVERAGE', { ebit1: 3, ebit0: 2, revenue1: 15, revenue0: 10 })).toBe(1);
  });

  test('without growth there is neither', () => {
    const flat = { ebit1: 2, ebit0: 1, revenue1: 5, revenue0: 5 };
    expect(error('TAAS_INCREMENTAL_MARGIN', flat)).toEqual([
      '#DIV/0!',
      'TAAS_INCREMENTAL_MARGIN: incremental_margin divides by added_revenue, which is 0.',
    ]);
    expect(error('TAAS_OPERATING_LEVERAGE', flat)[0]).toBe('#DIV/0!');
  });

  test('a loss has no growth rate', () => {
    const from = (ebit0: number) => ({ ebit1: 1, ebit0, revenue1: 12, revenue0: 10 });
    expect(error('TAAS_OPERATING_LEVERAGE', from(-1))).toEqual([
      '#N/A',
      'TAAS_OPERATING_LEVERAGE: growth of EBIT has no meaning on an earlier EBIT of -1.',
    ]);
    expect(error('TAAS_OPERATING_LEVERAGE', from(0))[0]).toBe('#N/A');
  });
});
