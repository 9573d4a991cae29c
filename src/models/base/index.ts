import { AWS, AWS_IN_THE_BLOCK } from './aws';
import { CAPACITY } from './capacity';
import { DEAL } from './deal';
import { LAB } from './lab';
import { PEERS } from './peers';
import type { BaseSection } from './row';
import { VERTICALS } from './verticals';

/** The block of cases, which TAAS_CALL reads: every row is an input of a function. */
export const BLOCK: readonly BaseSection[] = [DEAL, AWS_IN_THE_BLOCK];

/** What the sheets need besides, a row a driver. */
export const DRIVERS: readonly BaseSection[] = [AWS, CAPACITY, PEERS, LAB, VERTICALS];
