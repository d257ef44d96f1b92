import type { Audience, Condition } from '../../../src/flag/audience.ts';
import { lower, raise, restore, unrelease } from '../../../src/flag/change-exposure.ts';
import type { Exposure } from '../../../src/flag/exposure.ts';
import type { Flag } from '../../../src/flag/flag.ts';
import { exposureOf, type FlagSet } from '../../../src/flag/flag-set.ts';
import {
  AUDIENCE_KEYS,
  FLAG_KEYS,
  IDS,
  NUMBERS,
  SOME_UNRELEASE,
  someAudience,
  someAudienceKey,
  someCondition,
  someExposure,
  someFlag,
  someFlagSet,
  TEXTS,
} from './flag-sets.ts';
import { chance, oneOf, type Pick } from './pick.ts';

/** A set after one to three changes of any kind, or, now and then, another set altogether. */
export function mutated(pick: Pick, set: FlagSet): FlagSet {
  if (chance(pick, 3)) return { ...someFlagSet(pick), audiences: set.audiences };
  let after = set;
  for (let n = 1 + pick(3); n > 0; n -= 1) after = mutateOnce(pick, after);
  return after;
}

function mutateOnce(pick: Pick, set: FlagSet): FlagSet {
  if (chance(pick, 30)) return mutateAudiences(pick, set);
  if (chance(pick, 5)) {
    const flags = new Map(set.flags);
    const key = oneOf(pick, FLAG_KEYS);
    if (chance(pick, 30)) flags.delete(key);
    else flags.set(key, someFlag(pick, key));
    return { ...set, flags };
  }
  if (set.flags.size === 0) return set;
  const flag = oneOf(pick, [...set.flags.values()]);
  const changed = chance(pick, 65) ? mutateExposure(pick, set, flag) : mutateFlag(pick, flag);
  return { ...set, flags: new Map(set.flags).set(flag.key, changed) };
}

function mutateExposure(pick: Pick, set: FlagSet, flag: Flag): Flag {
  const before = exposureOf(flag, set.environment);
  const exposure = changedExposure(pick, before);
  return { ...flag, exposures: { ...flag.exposures, [set.environment]: exposure } };
}

function changedExposure(pick: Pick, exposure: Exposure): Exposure {
  const used = Object.keys(exposure.percentages);
  const audience = used.length > 0 && chance(pick, 70) ? oneOf(pick, used) : someAudienceKey(pick);
  const to = oneOf(pick, [0, 1, 2_500, 5_000, 9_999, 10_000]);
  switch (pick(9)) {
    case 0:
    case 1:
      return lower(exposure, audience, to);
    case 2:
      return raise(exposure, { [audience]: to });
    case 3:
      return { ...exposure, percentages: { ...exposure.percentages, [audience]: to } };
    case 4: {
      // One audience for another at the same percentage, which may hold more people or fewer.
      const { [audience]: from, ...others } = exposure.percentages;
      return { ...exposure, percentages: { ...others, [someAudienceKey(pick)]: from ?? to } };
    }
    case 5:
      return { ...exposure, excluded: [...exposure.excluded, oneOf(pick, AUDIENCE_KEYS)] };
    case 6:
      return { ...exposure, excluded: exposure.excluded.slice(1) };
    case 7:
      return unrelease(exposure, chance(pick, 30) ? null : audience, SOME_UNRELEASE);
    default:
      return chance(pick, 50) ? restore(exposure, chance(pick, 50) ? null : audience) : someExposure(pick);
  }
}

function mutateFlag(pick: Pick, flag: Flag): Flag {
  const [first, ...others] = flag.variants;
  switch (pick(12)) {
    case 0:
      return { ...flag, seed: oneOf(pick, ['s1', 's2', 's3']) };
    case 1:
      return { ...flag, bucketBy: oneOf(pick, ['targetingKey', 'plan']) };
    case 2:
      return { ...flag, off: { ...flag.off, value: oneOf(pick, [flag.off.value, true, 'x', 7]) } };
    case 3:
      return { ...flag, archivedAt: flag.archivedAt === null ? '2025-11-20T00:00:00.000Z' : null };
    case 4:
      return { ...flag, prerequisites: [...flag.prerequisites, oneOf(pick, FLAG_KEYS)] };
    case 5:
      return { ...flag, prerequisites: flag.prerequisites.slice(1) };
    case 6:
      return { ...flag, variants: [...flag.variants].reverse() };
    case 10:
      return { ...flag, variants: [...flag.variants, { name: 'z', value: 'z', description: '', weight: 2 }] };
    case 7:
      return { ...flag, description: 'said otherwise', owner: 'T1/U2', lifetime: 'permanent' };
    case 8:
      return first ? { ...flag, variants: [{ ...first, weight: 1 + pick(4) }, ...others] } : flag;
    case 9:
      return first
        ? { ...flag, variants: [{ ...first, value: oneOf(pick, [first.value, 1, { a: 1 }]) }, ...others] }
        : flag;
    default:
      return others.length > 0 ? { ...flag, variants: others } : flag;
  }
}

function mutateAudiences(pick: Pick, set: FlagSet): FlagSet {
  const audiences = new Map(set.audiences);
  const key = oneOf(pick, AUDIENCE_KEYS);
  const audience = audiences.get(key);
  if (audience === undefined || chance(pick, 10)) audiences.set(key, someAudience(pick, key));
  else if (chance(pick, 5)) audiences.delete(key);
  else audiences.set(key, changedAudience(pick, audience));
  return { ...set, audiences };
}

function changedAudience(pick: Pick, audience: Audience): Audience {
  const { membership } = audience;
  if (membership.kind === 'listed') {
    const keys = chance(pick, 50) ? membership.keys.slice(1) : [...membership.keys, oneOf(pick, IDS)];
    return { ...audience, membership: { kind: 'listed', keys } };
  }
  const [first, ...others] = membership.all;
  const all = (conditions: readonly Condition[]): Audience => ({
    ...audience,
    membership: { kind: 'where', all: [...conditions] },
  });
  switch (pick(4)) {
    case 0:
      return all([...membership.all, someCondition(pick)]);
    case 1:
      return all(others);
    default:
      return first === undefined
        ? all([someCondition(pick)])
        : all([changedCondition(pick, first), ...others]);
  }
}

/** A condition on the same attribute that says a little more, a little less, or the opposite. */
function changedCondition(pick: Pick, condition: Condition): Condition {
  const { attribute } = condition;
  switch (condition.op) {
    case 'is':
      return chance(pick, 50)
        ? { ...condition, op: 'is-not' }
        : { op: 'is-one-of', attribute, values: [oneOf(pick, TEXTS), String(condition.value)] };
    case 'is-not':
      return chance(pick, 50)
        ? { ...condition, value: oneOf(pick, TEXTS) }
        : { op: 'is-none-of', attribute, values: [oneOf(pick, TEXTS), String(condition.value)] };
    case 'is-one-of':
    case 'is-none-of': {
      const fewer = condition.values.slice(1);
      if (fewer.length > 0 && chance(pick, 50)) return { ...condition, values: fewer };
      if (chance(pick, 20)) return { op: 'starts-with', attribute, value: 'p' };
      return { ...condition, values: [...condition.values, oneOf(pick, TEXTS)] };
    }
    case 'starts-with':
    case 'ends-with':
      if (chance(pick, 25)) return { op: 'is-none-of', attribute, values: [oneOf(pick, TEXTS)] };
      if (chance(pick, 15)) return { ...condition, op: oneOf(pick, ['starts-with', 'ends-with'] as const) };
      return {
        ...condition,
        value: oneOf(pick, ['p', 'pr', 'pro', 'o', 'ro', `${condition.value}o`, `p${condition.value}`]),
      };
    case 'at-least':
    case 'at-most':
      if (chance(pick, 15)) return { op: 'is', attribute, value: oneOf(pick, NUMBERS) };
      if (chance(pick, 15)) return { op: 'is-not', attribute, value: oneOf(pick, NUMBERS) };
      return { ...condition, op: oneOf(pick, ['at-least', 'at-most'] as const), value: oneOf(pick, NUMBERS) };
    case 'version-at-least':
    case 'version-below':
      if (chance(pick, 15)) return { op: 'is-one-of', attribute, values: [oneOf(pick, TEXTS), '1.2.3'] };
      return {
        ...condition,
        op: oneOf(pick, ['version-at-least', 'version-below'] as const),
        value: oneOf(pick, ['1.2.3', '1.2.4', '2.0.0', '0.0.1']),
      };
  }
}
