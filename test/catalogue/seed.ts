/**
 * The same random cases every time, so that a red run is red again. To look further:
 * FUZZ_SEED=7 FUZZ_RUNS=2000 npx jest fuzz
 */
import fc from 'fast-check';

const { FUZZ_SEED, FUZZ_RUNS } = process.env;

export const RUNS = FUZZ_RUNS === undefined ? undefined : Number(FUZZ_RUNS);

fc.configureGlobal({ seed: Number(FUZZ_SEED ?? 20260331), ...(RUNS === undefined ? {} : { numRuns: RUNS }) });
