import { define } from '../../catalogue/define';
import { list, number } from '../../catalogue/parameters';

/** Contracts are in nameplate MW, so the need must be facility power (IT power × PUE) at the same dates. */
export const TAAS_PPA_COVERAGE = define({
  name: 'TAAS_PPA_COVERAGE',
  family: 'capacity',
  answers: 'How far power purchase agreements cover the power needed.',
  parameters: {
    contracted_mw: list('mw', 'MW of each agreement.', { required: true, min: 0, max: 1e6, most: 1000 }),
    required_mw: number('mw', 'MW needed, on the same basis.', { required: true, min: 0, max: 1e9 }),
  },
  result: { shape: 'number', unit: 'ratio', about: 'contracted over required' },
  formula: (x, m) => m.step('coverage', m.step('contracted', m.sum(x.contracted_mw)).div(x.required_mw)),
  examples: [
    {
      args: { contracted_mw: [1920, 1200, 2400], required_mw: 4000 },
      gives: 1.38,
      says: 'three agreements against 4 GW',
    },
    { args: { contracted_mw: [1920], required_mw: 2400 }, gives: 0.8, says: 'one agreement leaves a fifth uncovered' },
    { args: { contracted_mw: [1920], required_mw: 0 }, gives: '#DIV/0!', says: 'nothing to cover' },
  ],
  related: ['TAAS_PPA_PRICE', 'TAAS_MW_REQUIRED'],
});
