import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raise, restore, unrelease } from '../../src/flag/change-exposure.ts';
import { compileFlags } from '../../src/flag/compile.ts';
import { evaluate } from '../../src/flag/evaluate.ts';
import { explain } from '../../src/flag/explain.ts';
import type { Exposure } from '../../src/flag/exposure.ts';
import type { Flag } from '../../src/flag/flag.ts';
import { exposureOf, type FlagSet, prerequisitesOf } from '../../src/flag/flag-set.ts';
import { isMember } from '../../src/flag/membership.ts';
import { choices } from './support/choices.ts';
import { anything, hostileContext, someContext } from './support/contexts.ts';
import { SOME_UNRELEASE, someAudienceKey, someFlagSet } from './support/flag-sets.ts';
import { flagdCore, flagdCoreUnaided } from './support/flagd.ts';
import { oneOf, type Pick } from './support/pick.ts';
import { readPlainly } from './support/plain-reading.ts';

const NOT_ASCII = /[^ -~]/;

/** Every flag of a random environment with contexts of both kinds. */
function forAll(
  seed: number,
  numRuns: number,
  check: (pick: Pick, set: FlagSet, flag: Flag, context: Record<string, unknown>) => void,
) {
  fc.assert(
    fc.property(choices, (pick) => {
      const set = someFlagSet(pick);
      for (let n = 0; n < 8; n += 1) {
        const context = n % 2 === 0 ? someContext(pick) : hostileContext(pick);
        for (const flag of set.flags.values()) check(pick, set, flag, context);
      }
    }),
    { seed, numRuns },
  );
}

function change(set: FlagSet, flag: Flag, how: (exposure: Exposure) => Exposure): FlagSet {
  const exposures = { ...flag.exposures, production: how(exposureOf(flag, 'production')) };
  return { ...set, flags: new Map(set.flags).set(flag.key, { ...flag, exposures }) };
}

describe('exposure', () => {
  it('means the same compiled, evaluated and read plainly, for any flags and any context', () => {
    fc.assert(
      fc.property(choices, (pick) => {
        const set = someFlagSet(pick);
        const flagd = flagdCore(compileFlags(set));
        for (let n = 0; n < 12; n += 1) {
          const context = n % 2 === 0 ? someContext(pick) : hostileContext(pick);
          for (const key of set.flags.keys()) {
            const plain = readPlainly(set, key, context);
            expect(evaluate(set, key, context)).toEqual({ ...plain, on: plain.variant !== 'off' });
            expect(flagd(key, context)).toEqual({ ...plain, error: undefined });
          }
        }
      }),
      { seed: 2511, numRuns: 300 },
    );
  });

  it('means the same to an official in-process provider, which never fails, whatever it is sent', () => {
    fc.assert(
      fc.property(choices, (pick) => {
        const set = someFlagSet(pick);
        const flagd = flagdCoreUnaided(compileFlags(set));
        const asciiSet = !NOT_ASCII.test(JSON.stringify([...set.flags.values()]));
        for (let n = 0; n < 12; n += 1) {
          const context = hostileContext(pick);
          const comparable =
            asciiSet && !NOT_ASCII.test(JSON.stringify(context)) && !Object.hasOwn(context, '__proto__');
          for (const key of set.flags.keys()) {
            const answer = flagd(key, context);
            expect(answer.error).toBeUndefined();
            if (comparable) expect(answer.variant).toBe(evaluate(set, key, context)?.variant);
          }
        }
      }),
      { seed: 2512, numRuns: 300 },
    );
  });

  it('never drops anyone, nor changes their variant, when a percentage is raised', () => {
    forAll(2513, 300, (pick, set, flag, context) => {
      const before = evaluate(set, flag.key, context);
      const raised = change(set, flag, (exposure) =>
        raise(exposure, { [someAudienceKey(pick)]: pick(10_001) }),
      );
      if (before?.on) expect(evaluate(raised, flag.key, context)).toEqual(before);
    });
  });

  it('shows nothing more to someone of whom less is known', () => {
    forAll(2514, 300, (pick, set, flag, context) => {
      const names = Object.keys(context).filter((name) => name !== '__proto__');
      if (names.length === 0) return;
      const blurred = { ...context, [oneOf(pick, names)]: anything(pick) };
      const seen = evaluate(set, flag.key, blurred);
      if (seen?.on) expect(evaluate(set, flag.key, context)).toEqual(seen);
    });
  });

  it('is off for everyone once un-released, and for an audience and all who may be in it once un-released there', () => {
    forAll(2515, 200, (pick, set, flag, context) => {
      const whole = change(set, flag, (exposure) => unrelease(exposure, null, SOME_UNRELEASE));
      expect(evaluate(whole, flag.key, context)?.on).toBe(false);
      const audience = someAudienceKey(pick);
      const part = change(set, flag, (exposure) => unrelease(exposure, audience, SOME_UNRELEASE));
      const seen = evaluate(part, flag.key, context);
      if (isMember(set.audiences, audience, context) === 'no')
        expect(seen).toEqual(evaluate(set, flag.key, context));
      else expect(seen?.on).toBe(false);
    });
  });

  it('is exactly what it was after an un-release and its restore', () => {
    forAll(2516, 100, (pick, set, flag) => {
      const audience = pick(2) === 0 ? null : someAudienceKey(pick);
      const before = exposureOf(flag, set.environment);
      const taken = unrelease(before, audience, SOME_UNRELEASE);
      if (taken !== before) expect(restore(taken, audience)).toEqual(before);
    });
  });

  it('is on only where every prerequisite is on', () => {
    forAll(2517, 300, (_pick, set, flag, context) => {
      if (!evaluate(set, flag.key, context)?.on) return;
      for (const key of prerequisitesOf(set, flag.key)) expect(evaluate(set, key, context)?.on).toBe(true);
    });
  });

  it('does not depend on the order in which audiences, exclusions and prerequisites were named', () => {
    forAll(2518, 200, (_pick, set, flag, context) => {
      const backwards = change(
        { ...set, flags: new Map([...set.flags].reverse()) },
        { ...flag, prerequisites: [...flag.prerequisites].reverse() },
        (exposure) => ({
          ...exposure,
          percentages: Object.fromEntries(Object.entries(exposure.percentages).reverse()),
          excluded: [...exposure.excluded].reverse(),
        }),
      );
      expect(evaluate(backwards, flag.key, context)).toEqual(evaluate(set, flag.key, context));
      expect(JSON.stringify([...compileFlags(backwards, [flag.key])])).toBe(
        JSON.stringify([...compileFlags(set, [flag.key])]),
      );
    });
  });

  it('is explained as it is evaluated, with a reason whenever it is off', () => {
    forAll(2519, 400, (_pick, set, flag, context) => {
      const evaluation = evaluate(set, flag.key, context);
      const explanation = explain(set, flag.key, context);
      expect(explanation).toMatchObject(
        evaluation?.on
          ? { kind: 'on', variant: evaluation.variant, value: evaluation.value }
          : { kind: 'off', value: flag.off.value },
      );
      if (explanation.kind === 'off') expect(explanation.reasons.length).toBeGreaterThan(0);
    });
  });
});
