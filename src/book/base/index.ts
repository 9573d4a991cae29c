import { aws, seedBasis, unlistedAws } from './aws';
import { bedrock, path, unlistedBedrock } from './bedrock';
import { capacity } from './capacity';
import { chips, fleets } from './chips';
import { comparability } from './comparability';
import { contracts } from './contracts';
import { deal } from './deal';
import { growth, returns } from './growth';
import { bridge } from './segments';
import { silicon } from './silicon';
import { analysis, background, unlistedSeats, verticals } from './verticals';

/** What a base case says, in the order in which TAAS_ASSUMPTIONS lists it. */
export const ROLES = {
  ...deal,
  ...bedrock,
  ...aws,
  ...seedBasis,
  ...bridge,
  ...path,
  ...silicon,
  ...chips,
  ...fleets,
  ...comparability,
  ...capacity,
  ...contracts,
  ...growth,
  ...returns,
  ...verticals,
  ...background,
  ...analysis,
};

/** What it is computed from and nobody asks for by name. */
export const UNLISTED = { ...unlistedAws, ...unlistedBedrock, ...unlistedSeats };
