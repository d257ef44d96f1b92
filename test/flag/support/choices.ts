import fc from 'fast-check';
import type { Pick } from './pick.ts';

/** Evenly, or most flags would end up at 0 % and nothing be seen. */
const evenly = (most: number) => fc.noBias(fc.nat(most));

/** fast-check as the source of choices: a failure shrinks, and is told with its seed. */
export const choices: fc.Arbitrary<Pick> = fc.gen().map((g) => (below) => g(evenly, below - 1));
