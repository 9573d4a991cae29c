import { define } from '../../catalogue/define';
import { chipsPowered } from '../../economics/capacity';
import { kw_per_chip, pue } from '../silicon/parameters';
import { basis, mw } from './parameters';

export const TAAS_MW_TO_CHIPS = define({
  name: 'TAAS_MW_TO_CHIPS',
  family: 'capacity',
  answers: 'Chips that a site can power.',
  parameters: { mw, kw_per_chip, basis, pue },
  result: { shape: 'number', unit: 'chips', about: 'chips, fractions kept' },
  formula: (x, m) => chipsPowered(x, m),
  examples: [
    { args: {}, gives: 373333.333333333, says: '280 IT MW of Trainium2-class chips' },
    { args: { mw: 322, basis: 'FACILITY' }, gives: 373333.333333333, says: 'the same site by its facility power' },
    { args: { kw_per_chip: 0 }, gives: '#DIV/0!', says: 'a chip draws power' },
  ],
  related: ['TAAS_MW_TO_TOKENS', 'TAAS_MW_REQUIRED'],
});
