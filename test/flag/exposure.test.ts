import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFlags } from '../../src/flag/compile.ts';
import { evaluate } from '../../src/flag/evaluate.ts';
import { hostileContext, someContext } from './support/contexts.ts';
import { someFlagSet } from './support/flag-sets.ts';
import { flagdCore, flagdCoreUnaided } from './support/flagd.ts';
import type { Pick } from './support/pick.ts';
import { readPlainly } from './support/plain-reading.ts';

/** fast-check as the source of choices, so that a failure shrinks and its seed is printed. */
const choices = fc.gen().map(
  (g): Pick =>
    (below) =>
      g(fc.nat, { max: below - 1 }),
);

describe('the compiled document, the evaluation and a plain reading of the rule', () => {
  it('agree for any flags and any context, hostile ones included', () => {
    fc.assert(
      fc.property(choices, (pick) => {
        const set = someFlagSet(pick);
        const flagd = flagdCore(compileFlags(set));
        for (let n = 0; n < 12; n += 1) {
          const context = n % 2 === 0 ? someContext(pick) : hostileContext(pick);
          for (const key of set.flags.keys()) {
            const plain = readPlainly(set, key, context);
            const evaluated = evaluate(set, key, context);
            expect(evaluated).toEqual({ ...plain, on: plain.variant !== 'off' });
            expect(flagd(key, context)).toEqual({ ...plain, error: undefined });
          }
        }
      }),
      { seed: 2511, numRuns: 400 },
    );
  });
});
