/** Why a formula is not to be had of Excel's own functions, as half a sentence. */
export class NotNative extends Error {}

export function not(why: string): never {
  throw new NotNative(why);
}
