import type { Claim } from '../claim';
import { BOOKING, CONTRIBUTION, DEAL, MIX, TAAS_SIZE, WALK } from './bedrock';
import { CAPACITY, CHIPS, RISK } from './capacity';
import { LIFE, TRAINING } from './comparability';
import { GROWTH, LAB_MARGIN, VERTICALS } from './lab';
import { BEDROCK_PART, LEAD, PEERS, RISE } from './margin';

/** In the order of the story: what happened, what explains it, what stands in the way of telling. */
export const CLAIMS: readonly Claim[] = [
  RISE,
  BEDROCK_PART,
  MIX,
  WALK,
  CONTRIBUTION,
  LEAD,
  PEERS,
  DEAL,
  BOOKING,
  TAAS_SIZE,
  LIFE,
  TRAINING,
  CHIPS,
  CAPACITY,
  RISK,
  GROWTH,
  LAB_MARGIN,
  VERTICALS,
];
