import { given, named } from '../role';

/** What is owed whether or not it is used, and for how long. */
export const contracts = named({
  floor: given('share', 'guaranteed share of the infrastructure fee; the public reports name none'),
  floor_iaas: given('share', 'guaranteed share of the fee under a take-or-pay contract'),
  cogs_fixed: given('share', 'share of infrastructure cost that does not fall with demand'),
  demand: given('share', 'consumption over plan'),
  term_years: given('years', 'length of an infrastructure contract'),
  ramp_years: given('years', 'years until the contract runs at its full rate'),
});
