import { byQuarterGuide } from './by-quarter-guide';
import type { Guide } from './guide';
import { newQuarterGuide } from './new-quarter-guide';

/** Pages that lead through a task, in the order in which an analyst meets them. */
export const GUIDES: readonly Guide[] = [byQuarterGuide, newQuarterGuide];
