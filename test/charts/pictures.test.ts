/**
 * The drawings, against pictures that were looked at: test/charts/pictures/*.svg open in any browser.
 * UPDATE_PICTURES=1 draws them anew; then look at them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from '../../src/charts/chart';
import { chartSvgOf, svgText } from '../../src/charts/svg';
import { catalogue } from '../functions/cell';
import { chart, QUARTERS, SPEND_AND_COST, UNCERTAIN } from './analyst';

const FOLDER = join(__dirname, 'pictures');

const walk = (from: string, to: string, more: object = {}): Chart =>
  chart('waterfall', 'TAAS_WALK', { cases: QUARTERS, from, to, ...more });
const many = Array.from({ length: 16 }, (_, i) => i + 1);

const PICTURES: Readonly<Record<string, Chart>> = {
  tornado: chart('tornado', 'TAAS_TORNADO'),
  'tornado-one-sided': chart('tornado', 'TAAS_TORNADO', { function: 'TAAS_CHIP_HOUR_COST', delta: 0.25 }),
  grid: chart('grid', 'TAAS_GRID', SPEND_AND_COST),
  'grid-of-profit-and-loss': chart('grid', 'TAAS_GRID', { ...SPEND_AND_COST, values_y: [0.5, 1, 1.5] }),
  histogram: chart('histogram', 'TAAS_HISTOGRAM', { spec: UNCERTAIN, trials: 2000 }),
  solve: chart('solve', 'TAAS_SOLVE', { target: 0.5, param: 'token_spend' }),
  'solve-behind-a-pole': chart('solve', 'TAAS_SOLVE', { function: 'BEDROCK_CONTRIB', target: 0.5, param: 'total1' }),
  walk: walk('4Q25', '1Q26'),
  'walk-of-a-line': walk('2Q26E', '1Q26', { function: 'TAAS_PNL[EBIT]', method: 'SEQUENTIAL' }),
  'walk-of-little': walk('1Q26', 'CHEAPER', { unit: 'PP' }),
  'margin-bridge': chart('waterfall', 'TAAS_MARGIN_BRIDGE', { method: 'BASE' }),
  'margin-bridge-of-many': chart('waterfall', 'TAAS_MARGIN_BRIDGE', {
    revenues0: many,
    margins0: many.map((i) => i / 40),
    revenues1: many.map((i) => 20 - i),
    margins1: many.map((i) => i / 30),
  }),
  'ebit-bridge': chart('waterfall', 'TAAS_EBIT_BRIDGE'),
  'price-volume-mix': chart('waterfall', 'TAAS_PRICE_VOLUME_MIX', {
    quantities0: [100, 50],
    prices0: [2, 5],
    quantities1: [110, 80],
    prices1: [2.1, 4.8],
  }),
  'solve-out-of-reach': chart('solve', 'TAAS_SOLVE', { target: 0.99, param: 'infra_cogs', low: 0.1, high: 1 }),
};

test.each(Object.entries(PICTURES))('%s is drawn as it was when it was looked at', (name, each) => {
  const file = join(FOLDER, `${name}.svg`);
  const drawn = `${svgText(each, 360).replaceAll('><', '>\n<')}\n`;
  if (process.env.UPDATE_PICTURES) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, drawn);
  }
  expect(existsSync(file)).toBe(true);
  expect(drawn).toBe(readFileSync(file, 'utf8'));
});

test.each(Object.entries(PICTURES))('%s stays inside its frame at every width, and says what it shows', (_, each) => {
  for (const width of [300, 360, 720]) {
    const svg = svgText(each, width);
    expect(svg).toContain(`width="${width}"`);
    expect(svg).toContain(`<title>${each.title}</title>`);
    expect(svg).toMatch(/role="img"/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<style| style=/);
  }
});

test('a function without a picture has none', () => {
  expect(chartSvgOf(catalogue.find('TAAS_MARGIN'), {}, catalogue)).toBeUndefined();
  expect(chartSvgOf(catalogue.find('TAAS_TORNADO'), {}, catalogue)).toMatch(/^<svg /);
});
