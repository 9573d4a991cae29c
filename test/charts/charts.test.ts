/** What the charts show, as data, against the cells they are charts of. */
import { Problem } from '../../src/catalogue/problem';
import { chartOf, hasChart } from '../../src/charts';
import { answer, body, catalogue, number } from '../functions/cell';
import { chart, QUARTERS, SPEND_AND_COST, UNCERTAIN } from './analyst';

describe('the tornado', () => {
  test('infrastructure cost moves the margin most: 59.0% when it is $0.495bn, 51.0% when it is $0.605bn', () => {
    const { base, bars, says } = chart('tornado', 'TAAS_TORNADO');
    expect(base).toBe(0.55);
    expect(bars[0]).toMatchObject({
      path: 'infra_cogs',
      unit: 'usd_bn_quarter',
      low: { input: 0.495, result: 0.59 },
      high: { input: 0.605, result: 0.51 },
    });
    expect(says).toMatch(/^infra cogs: 59\.0% at \$0\.495bn, 51\.0% at \$0\.605bn; token spend: /);
  });

  test('its bars are the lines of the table, in their order', () => {
    const bars = chart('tornado', 'TAAS_TORNADO', { delta: 0.2 }).bars;
    const lines = answer('TAAS_TORNADO', { delta: 0.2 }).cells.slice(1);
    expect(bars.map(({ path, low, high }) => [path, low?.result, high?.result])).toEqual(
      lines.map(([name, low, high]) => [name, low, high]),
    );
  });

  test('the inputs at its ends are inputs that give these results', () => {
    for (const { path, low, high } of chart('tornado', 'TAAS_TORNADO').bars)
      for (const end of [low!, high!]) expect(number('TAAS_MARGIN', { [path]: end.input })).toBe(end.result);
  });

  test('an input that cannot go lower has one side, and one that changes nothing is named', () => {
    const { bars } = chart('tornado', 'TAAS_TORNADO', { function: 'TAAS_CHIP_HOUR_COST', delta: 0.25 });
    expect(bars.find(({ path }) => path === 'pue')).toMatchObject({ low: undefined, high: { input: 1.4375 } });
    const { idle } = chart('tornado', 'TAAS_TORNADO', {
      inputs: [
        ['tiers[1].rate', 0],
        ['tiers[2].rate', 0],
        ['tiers[3].rate', 0],
      ],
    });
    expect(idle).toEqual(expect.arrayContaining(['token_spend', 'rev_share_scale']));
  });
});

describe('the grid', () => {
  test('is the table, with the base case in its place', () => {
    const { results, across, down, says } = chart('grid', 'TAAS_GRID', SPEND_AND_COST);
    expect(results).toEqual(body('TAAS_GRID', SPEND_AND_COST));
    expect([across.base, down.base]).toEqual([2, 1]);
    expect(results[down.base]![across.base]).toBeCloseTo(0.55, 14);
    expect(says).toBe('From 30.0% to 69.6%.');
  });

  test('a combination without revenue has no margin, and no colour', () => {
    const empty = { ...SPEND_AND_COST, values_x: [0, 1], inputs: [['fixed_fee', 0]] };
    expect(chart('grid', 'TAAS_GRID', empty).results.map(([first]) => first)).toEqual([null, null, null]);
  });

  test('a threshold of a tier is not a percentage', () => {
    const asked = { ...SPEND_AND_COST, param_y: 'tiers[2].from', values_y: [0.25, 0.5, 1] };
    expect(chart('grid', 'TAAS_GRID', asked).down.unit).toBe('plain');
  });
});

describe('the histogram', () => {
  const asked = { spec: UNCERTAIN, trials: 5000 };

  test('has the bins of TAAS_HISTOGRAM and the percentiles of TAAS_SIMULATE', () => {
    const { bins, percentiles } = chart('histogram', 'TAAS_HISTOGRAM', asked);
    expect(bins.map(({ from, to, share }) => [from, to, share])).toEqual(body('TAAS_HISTOGRAM', asked));
    const lines = answer('TAAS_SIMULATE', asked).cells;
    for (const { name, value } of percentiles) expect(lines).toContainEqual([name, value]);
  });

  test('is also the picture of TAAS_SIMULATE', () => {
    expect(chart('histogram', 'TAAS_SIMULATE', { ...asked, headers: false })).toEqual(
      chart('histogram', 'TAAS_HISTOGRAM', asked),
    );
  });

  test('tells how far it is, up to all of it', () => {
    const told: number[] = [];
    chartOf(catalogue.find('TAAS_HISTOGRAM'), asked, catalogue, (done) => told.push(done));
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test('certain inputs give one value, and it says so', () => {
    const { bins, terms } = chart('histogram', 'TAAS_HISTOGRAM', {
      spec: [['token_spend', 'UNIFORM', 2, 2, null]],
      trials: 50,
    });
    expect(bins).toHaveLength(1);
    expect(bins[0]).toMatchObject({ from: bins[0]!.to, share: 1 });
    expect(terms).toContain('All give 55.0%.');
  });
});

describe('the solution', () => {
  test('the margin is half at a token spend of $1.618bn', () => {
    const { root, base, title, curve, target } = chart('solve', 'TAAS_SOLVE', { target: 0.5, param: 'token_spend' });
    expect(title).toBe('TAAS_MARGIN reaches 50.0% at token spend $1.618bn');
    expect(root).toBe(number('TAAS_SOLVE', { target: 0.5, param: 'token_spend' }));
    expect(base).toEqual({ input: 2, result: 0.55 });
    const after = curve.findIndex(({ input }) => input > root!);
    expect(curve[after - 1]!.result).toBeLessThan(target);
    expect(curve[after]!.result).toBeGreaterThan(target);
  });

  test('the curve is the function', () => {
    for (const { input, result } of chart('solve', 'TAAS_SOLVE', { target: 0.6, param: 'infra_cogs' }).curve.slice(
      0,
      20,
    ))
      expect(result).toBeCloseTo(number('TAAS_MARGIN', { infra_cogs: input }), 12);
  });

  test('a target out of reach is a picture too', () => {
    const asked = { target: 0.99, param: 'infra_cogs', low: 0.1, high: 1 };
    const { root, title, terms, curve } = chart('solve', 'TAAS_SOLVE', asked);
    expect([root, title]).toEqual([undefined, 'No infra cogs found for TAAS_MARGIN 99.0%']);
    expect(terms).toContain('Found no infra_cogs between 0.1 and 1 that gives TAAS_MARGIN 99%');
    expect([curve[0]!.input, curve.at(-1)!.input]).toEqual([0.1, 1]);
  });
});

describe('the waterfall', () => {
  const asked = { cases: QUARTERS, from: '4Q25', to: '1Q26' };

  test('spend and fee lift the margin from 48.7% to 55.0%, and the infrastructure takes most of it back', () => {
    const { title, says, start, end, steps, effect } = chart('waterfall', 'TAAS_WALK', asked);
    expect(title).toBe('TAAS_MARGIN from 4Q25 to 1Q26: +629 bp, above all token spend with +2,426 bp');
    expect(says).toBe('token spend +2,426 bp, fixed fee +2,135 bp, infra cogs −3,932 bp; 4Q25 48.71%, 1Q26 55.00%.');
    expect([start!.result, end.result]).toEqual([expect.closeTo(0.487143500654431, 14), 0.55]);
    expect(steps[0]!.input).toEqual({ unit: 'usd_bn_quarter', from: 0.740741, to: 2 });
    expect(effect).toEqual({ unit: 'bp', ofOne: 10_000 });
  });

  test.each(['SHAPLEY', 'SEQUENTIAL'])('its steps are the lines of the table, %s', (method) => {
    const { steps, effect } = chart('waterfall', 'TAAS_WALK', { ...asked, method });
    const lines = answer('TAAS_WALK', { ...asked, method }).cells.slice(1, -1);
    expect(steps).toHaveLength(lines.length);
    steps.forEach(({ change }, i) => expect(change * effect.ofOne).toBeCloseTo(lines[i]![3] as number, 9));
  });

  test('an amount moves in its own unit, a fall is led by what lowers it', () => {
    const line = { cases: QUARTERS, from: '2Q26E', to: '1Q26', function: 'TAAS_PNL[EBIT]' };
    const { effect, title } = chart('waterfall', 'TAAS_WALK', line);
    expect(effect).toEqual({ unit: 'usd_bn_quarter', ofOne: 1 });
    expect(title).toMatch(/^TAAS_PNL\[EBIT\] from 2Q26E to 1Q26: −\$0\.88\d*bn, above all token spend with −/);
  });

  test.each([
    ['TAAS_MARGIN_BRIDGE', { method: 'BASE' }, 'Margin: +213 bp, above all Core rate with +163 bp'],
    ['TAAS_EBIT_BRIDGE', {}, 'EBIT: +$1.696bn, above all Rate with +$0.993bn'],
    [
      'TAAS_PRICE_VOLUME_MIX',
      { quantities0: [10], prices0: [3], quantities1: [12], prices1: [4], headers: false },
      'Revenue: +18, above all Price with +12',
    ],
  ])('%s begins at nothing and ends at its total', (name, args, finding) => {
    const { start, steps, end, title } = chart('waterfall', name, args);
    const lines = body(name, args);
    expect([start, end.result, title]).toEqual([undefined, lines.at(-1)!.at(-1), finding]);
    const effects = lines.slice(0, -1).flatMap((line) => (line.length > 1 ? line.slice(0, -1) : line));
    expect(steps.map(({ change }) => change)).toEqual(effects);
    expect(effects.reduce((sum, x) => sum + x)).toBeCloseTo(end.result, 9);
  });

  test('a walk that cannot be made has the sentence of the cell', () => {
    expect(() => chart('waterfall', 'TAAS_WALK', { ...asked, to: '3Q26' })).toThrow(
      /to is "3Q26": expected 4Q25, 1Q26/,
    );
    expect(() => chart('waterfall', 'TAAS_EBIT_BRIDGE', { revenue0: 0, ebit0: 0, revenue1: 1, ebit1: 1 })).toThrow(
      Problem,
    );
  });
});

test('a wrong argument has no picture but the sentence of the cell', () => {
  expect(() => chart('tornado', 'TAAS_TORNADO', { function: 'TAAS_PNL' })).toThrow(Problem);
  expect(() => chart('solve', 'TAAS_SOLVE', { target: 0.5, param: 'token_spnd' })).toThrow(/nearest.*token_spend/);
  expect(() => chart('grid', 'TAAS_GRID', { ...SPEND_AND_COST, values_y: [-1] })).toThrow(/infra_cogs takes/);
  expect(() => chart('histogram', 'TAAS_SIMULATE', { spec: UNCERTAIN, trials: 2_000_000 })).toThrow(/taas sweep/);
});

test('only analyses and bridges have pictures, and a picture is plain data', () => {
  expect(hasChart(catalogue.find('TAAS_MARGIN'))).toBe(false);
  for (const made of [
    chart('tornado', 'TAAS_TORNADO'),
    chart('grid', 'TAAS_GRID', SPEND_AND_COST),
    chart('waterfall', 'TAAS_EBIT_BRIDGE'),
  ])
    expect(structuredClone(made)).toEqual(made);
});
