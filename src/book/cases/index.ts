import type { CaseData } from '../case-data';
import { Q1_26 } from './1Q26';

/** The base cases. The first is the one that every default is of; what a date names in the others goes on answering. */
export const CASES: readonly [CaseData, ...CaseData[]] = [Q1_26];

/** The base case that the examples are worked on, and that the figures in their words are of. */
export const DOCUMENTED: CaseData = Q1_26;
