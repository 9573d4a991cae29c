/** T5: the worked figures of the base fleet, and what dates of sites and agreements do to it. */
import { sheetOf, type SheetOf } from './sheet-of';

const SITES = 'Dated sites at the end of the quarter';
const AGREED = 'Under contract and delivering';
const UTILISATION = 'Utilisation: demand ÷ supply';

describe('capacity and power', () => {
  let sheet: SheetOf;
  beforeAll(async () => {
    sheet = await sheetOf('T5');
  });

  test('$2.0bn at $1.50 is 1,333tn tokens, which need 280.01 IT MW', () => {
    expect(sheet.at('Token demand: spend ÷ price')).toBeCloseTo(4000 / 3, 9);
    expect(sheet.at('Power that the tokens need')).toBeCloseTo(280.013, 3);
  });

  test('a chip-hour and a million tokens cost what the base case has', () => {
    expect(sheet.at('A chip-hour: Trainium2-class')).toBeCloseTo(0.55010102739726, 13);
    expect(sheet.at('A chip-hour: GPU-class')).toBeCloseTo(2.15186757990868, 13);
    expect(sheet.at('A million tokens: Trainium2-class')).toBeCloseTo(0.351277795272835, 13);
    expect(sheet.at('A million tokens: GPU-class')).toBeCloseTo(0.474397614618316, 13);
    expect(sheet.at('A million tokens: the fleet')).toBeCloseTo(0.412837704945575, 13);
    expect(sheet.at('Margin won by Trainium, against GPUs alone')).toBeCloseTo(596.944578644748, 9);
  });

  test('the fleet is the worked one, scaled from 280.01 MW to the 280 that the lab pays for', () => {
    const scaled = 280 / Number(sheet.at('Power that the tokens need'));
    expect(Number(sheet.at('Trainium2-class chips')) / scaled).toBeCloseTo(194_389.5, 0);
    expect(Number(sheet.at('GPU-class chips')) / scaled).toBeCloseTo(67_110.7, 0);
    expect(sheet.at('Cost of the fleet: its chip-hours')).toBeCloseTo(0.5504, 4);
    expect(sheet.at('Capital of the fleet')).toBeCloseTo(11.14, 2);
  });

  test('a megawatt earns $19.64m by tokens and $10m by rent; the capital 21.4% and 3.3%', () => {
    expect(sheet.at('Revenue of a megawatt: tokens (TaaS)')).toBeCloseTo(19.6428571428571, 12);
    expect(sheet.at('Revenue of a megawatt: rented (IaaS)')).toBeCloseTo(10, 12);
    expect(sheet.at('Return on capital after tax: tokens')).toBeCloseTo(0.2145, 4);
    expect(sheet.at('Return on capital after tax: rented')).toBeCloseTo(0.0326, 4);
    expect(sheet.at('Years until EBITDA has paid it back: tokens')).toBeCloseTo(2.351, 3);
    expect(sheet.at('Years until EBITDA has paid it back: rented')).toBeCloseTo(5.13, 2);
  });

  test('the sites of Indiana and Mississippi come quarter by quarter', () => {
    const quarters = ['2Q25A', '3Q25A', '4Q25A', '1Q26A', '2Q26E'] as const;
    expect(quarters.map((quarter) => sheet.at(SITES, quarter))).toEqual([0, 0, 200, 400, 800]);
  });

  test('what closes a quarter opens the next', () => {
    expect(sheet.at('Opening', '2Q26E')).toBeCloseTo(Number(sheet.at('Closing', '1Q26A')), 9);
    expect(sheet.at('Opening', '3Q25A')).toBeCloseTo(Number(sheet.at('Closing', '2Q25A')), 9);
  });

  test('NiSource’s megawatts do not count today, Talen’s first quarter of its power does', () => {
    expect(sheet.at(AGREED, '1Q25A')).toBe(0);
    expect(sheet.at(AGREED, '1Q26A')).toBe(480);
  });
});

test('the sites two quarters later: the tokens of 2Q26 no longer fit, and a check says so', async () => {
  const late = await sheetOf('T5', { 'T5 Capacity and power!I15': 3, 'T5 Capacity and power!I16': 3 });
  expect(late.at(UTILISATION, '2Q26E')).toBeGreaterThan(1);
  expect(late.at('Utilisation is at most 1')).toMatch(/^more tokens are asked for than the power can serve in /);
  expect(Number(late.at('Gap', '2Q26E'))).toBeGreaterThan(0);
});

test('a site that has ended is taken out of service', async () => {
  const ended = await sheetOf('T5', { 'T5 Capacity and power!J15': '4Q25' });
  expect(Number(ended.at('Retired', '1Q26A'))).toBeCloseTo(200 / 1.15, 9);
  expect(ended.at('Closing is opening and what came and went')).toBe('OK');
});
