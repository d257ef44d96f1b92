import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/flag/evaluate.ts';
import type { FlagSet } from '../../src/flag/flag-set.ts';
import { narrows } from '../../src/flag/narrows.ts';
import { hostileContext, someContext } from './support/contexts.ts';
import { someFlagSet } from './support/flag-sets.ts';
import { mutated } from './support/mutations.ts';
import { type Pick, picksFrom } from './support/pick.ts';

/** How many pairs that `narrows` calls narrowing are tried; the promise is kept with 1,000,000. */
const RUNS = Number(process.env.NARROWS_RUNS ?? 15_000);
const CONTEXTS_PER_PAIR = 12;
const SEED = 417;

/** Someone for whom a flag is on, or off with another value than everyone off had before, and that is new to them. */
function findGain(before: FlagSet, after: FlagSet, contexts: readonly Record<string, unknown>[]): unknown {
  for (const [key, flag] of after.flags) {
    const off = JSON.stringify((before.flags.get(key) ?? flag).off.value);
    for (const context of contexts) {
      const [was, is] = [evaluate(before, key, context), evaluate(after, key, context)];
      const takenAway = is?.on === false && JSON.stringify(is.value) === off;
      if (!takenAway && JSON.stringify(was) !== JSON.stringify(is)) return { key, context, was, is };
    }
  }
  return null;
}

function contextsFrom(pick: Pick): Record<string, unknown>[] {
  return Array.from({ length: CONTEXTS_PER_PAIR }, (_, n) =>
    n % 4 ? someContext(pick) : hostileContext(pick),
  );
}

function plain(set: FlagSet): unknown {
  return { flags: [...set.flags.values()], audiences: [...set.audiences.values()] };
}

describe('a change that narrows', () => {
  it(`gives nobody anything they did not have, in ${RUNS.toLocaleString('en')} pairs of environments`, () => {
    const pick = picksFrom(SEED);
    let narrowing = 0;
    let seen = 0;
    let pairs = 0;
    for (let set = someFlagSet(pick); narrowing < RUNS; set = someFlagSet(pick)) {
      for (let n = 0; n < 20 && narrowing < RUNS; n += 1) {
        const after = mutated(pick, set);
        const contexts = contextsFrom(pick);
        pairs += 1;
        if (!narrows(set, after)) continue;
        narrowing += 1;
        const gain = findGain(set, after, contexts);
        if (gain !== null)
          throw new Error(`gained: ${JSON.stringify({ gain, set: plain(set), after: plain(after) })}`);
        seen += contexts.some((context) =>
          [...set.flags.keys()].some((key) => evaluate(set, key, context)?.on),
        )
          ? 1
          : 0;
      }
    }
    // Guards against a test that is about nothing: changes of all kinds, with people who see something.
    expect(pairs - narrowing).toBeGreaterThan(narrowing / 4);
    expect(seen).toBeGreaterThan(narrowing / 4);
  }, 3_600_000);
});
