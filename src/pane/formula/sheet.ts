import type { Sheet as Read } from '../../derive/formula/values';
import type { Host } from '../host';

/** The sheet that a formula stands on, in the workbook that is open. */
export type Sheet = Read<Host>;
