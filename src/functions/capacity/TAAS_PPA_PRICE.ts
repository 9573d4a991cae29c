import { base } from '../../book/case';
import { define } from '../../catalogue/define';
import { count, list, money, number, share } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import type { Maths, Num } from '../../formula/num';

const HOURS_A_YEAR = 8760;

export const TAAS_PPA_PRICE = define({
  name: 'TAAS_PPA_PRICE',
  family: 'capacity',
  answers: 'Price of power behind the headline value of a power purchase agreement.',
  parameters: {
    contract_value: money('usd_bn', 'Value of the contract over its term.', { required: true }),
    mw: number('mw', 'MW at full delivery.', { required: true, min: 0, max: 1e6 }),
    years: count('years', 'Term of the contract.', { required: true, min: 0.25, max: 100, whole: false }),
    load_factor: share('Share of the contracted power delivered.', { default: base.load_factor }),
    ramp: list(
      'share',
      'Fraction of full delivery in each year begun; of the last, a part year counts its part. Full from the start when left out.',
      { min: 0, max: 1, most: 100 },
    ),
  },
  result: { shape: 'number', unit: 'usd_mwh', about: 'price per MWh' },
  formula: (x, m) => {
    const years = m.step('full_years', x.ramp ? fullYears(x.ramp, x.years, m) : m.num(x.years));
    const energy = m.step('mwh', x.mw.times(HOURS_A_YEAR).times(x.load_factor).times(years));
    return m.step('price_per_mwh', x.contract_value.times(1e9).div(energy));
  },
  examples: [
    {
      args: { contract_value: 18, mw: 1920, years: 17 },
      gives: 62.9532634971797,
      says: 'Talen, as if delivered in full from the start',
    },
    {
      args: {
        contract_value: 18,
        mw: 1920,
        years: 17,
        ramp: [0.25, 0.25, 0.25, 0.53, 0.68, 0.83, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      },
      gives: 77.6073589160301,
      says: 'with the delivery ramp that was published',
    },
    {
      args: { contract_value: 18, mw: 1920, years: 2.5, ramp: [0.5, 1, 1] },
      gives: 535.102739726027,
      says: 'two full years: half of the first, all of the second and of the half year after it',
    },
    {
      args: { contract_value: 18, mw: 1920, years: 4, ramp: [1, 1] },
      gives: '#VALUE!',
      says: 'a ramp has a fraction for every year begun',
    },
  ],
  related: ['TAAS_PPA_COVERAGE', 'TAAS_CHIP_HOUR_COST'],
});

function fullYears(ramp: readonly Num[], years: number, m: Maths): Num {
  const begun = Math.ceil(years);
  if (ramp.length !== begun) {
    const sentence = `ramp has ${ramp.length} values and years is ${years}: expected ${begun}, one for every year begun.`;
    throw new Problem('#VALUE!', sentence, 'ramp');
  }
  const whole = m.sum(ramp.slice(0, Math.floor(years)));
  return begun === years ? whole : whole.plus(ramp.at(-1)!.times(m.num(years).minus(begun - 1)));
}
