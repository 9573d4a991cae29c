import { given, named } from '../role';

/** What makes the margins of two clouds hard to compare. */
export const comparability = named({
  life_to: given('years', 'server life at Microsoft, Alphabet and Oracle'),
  server_share: given('share', 'share of depreciation that is servers'),
  capex_growth: given('rate', 'yearly growth of capex behind the fleet'),
  fleet_age: given('years', 'age of the cohort whose life changes'),
  excluded_cost: given(
    'usd_bn_quarter',
    'cost left out of the segment, such as model training; 4.19 is Alphabet’s ceiling',
  ),
  salvage_rate: given('share', 'residual value as a share of cost'),
  first_period: given('share', 'fraction of its first quarter that a purchase is in service'),
});
