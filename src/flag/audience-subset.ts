import { type Audience, type AudienceKey, type Condition, EVERYONE, type Membership } from './audience.ts';
import { valuesOf } from './value-set.ts';
import { isSubset } from './value-subset.ts';

/** A named audience as one set of definitions has it. */
export type DefinedAudience = {
  readonly audiences: ReadonlyMap<AudienceKey, Audience>;
  readonly key: AudienceKey;
};

/**
 * Whether every sure member of `inner` is surely a sure member of `outer`, whatever they send.
 *
 * Members of `inner` fulfil all its conditions. If each condition of `outer` follows from one of them, they fulfil
 * `outer` too. Of listed keys the inner ones must be among the outer ones. Lists and conditions are not compared.
 */
export function membersAreMembers(inner: DefinedAudience, outer: DefinedAudience): boolean {
  if (outer.key === EVERYONE || hasNoMembers(inner)) return true;
  const [within, around] = [membershipOf(inner), membershipOf(outer)];
  if (within === undefined || around === undefined || hasNoMembers(outer)) return false;
  return remembered(membersMemory, within, around, () => {
    if (within.kind === 'listed' && around.kind === 'listed') return includesAll(around.keys, within.keys);
    if (within.kind !== 'where' || around.kind !== 'where') return false;
    return around.all.every((wanted) => within.all.some((given) => follows(given, wanted, 'yes')));
  });
}

/**
 * Whether everyone who is surely outside `inner` is surely outside `outer` too, whatever they send.
 *
 * Someone is surely outside where one condition surely fails, so for each condition of `inner` its failing must make
 * one of `outer` fail. Outside a list are all other known keys, so `outer` must list no key that `inner` does not.
 */
export function outsidersAreOutsiders(inner: DefinedAudience, outer: DefinedAudience): boolean {
  if (hasNoOutsiders(inner)) return true;
  const [within, around] = [membershipOf(inner), membershipOf(outer)];
  if (within === undefined || around === undefined || outer.key === EVERYONE) return false;
  return remembered(outsidersMemory, within, around, () => {
    if (within.kind === 'listed' && around.kind === 'listed') return includesAll(within.keys, around.keys);
    if (within.kind !== 'where' || around.kind !== 'where') return false;
    return within.all.every((failing) => around.all.some((other) => follows(failing, other, 'no')));
  });
}

/** Whether an audience surely has no member: it is not defined, or has no condition, or an empty list. */
export function hasNoMembers(audience: DefinedAudience): boolean {
  if (audience.key === EVERYONE) return false;
  const membership = membershipOf(audience);
  if (membership === undefined) return true;
  return membership.kind === 'listed' ? membership.keys.length === 0 : membership.all.length === 0;
}

/** Whether nobody is surely outside an audience, so that excluding it turns the flag off. */
export function hasNoOutsiders(audience: DefinedAudience): boolean {
  const membership = membershipOf(audience);
  if (audience.key === EVERYONE || membership === undefined) return true;
  return membership.kind === 'where' && membership.all.length === 0;
}

function membershipOf({ audiences, key }: DefinedAudience): Membership | undefined {
  return audiences.get(key)?.membership;
}

/** Whether a second condition surely gives this answer wherever the first one does. */
function follows(first: Condition, second: Condition, answer: 'yes' | 'no'): boolean {
  return first.attribute === second.attribute && isSubset(valuesOf(first, answer), valuesOf(second, answer));
}

type Memory = WeakMap<Membership, WeakMap<Membership, boolean>>;
const membersMemory: Memory = new WeakMap();
const outsidersMemory: Memory = new WeakMap();

/**
 * Answers about two definitions are kept for as long as both are: a list of 5,000 keys may stand in as many flags.
 * It changes no answer, only its cost.
 */
function remembered(memory: Memory, inner: Membership, outer: Membership, answer: () => boolean): boolean {
  const known = memory.get(inner) ?? new WeakMap<Membership, boolean>();
  memory.set(inner, known);
  const before = known.get(outer);
  if (before !== undefined) return before;
  const now = answer();
  known.set(outer, now);
  return now;
}

function includesAll(outer: readonly string[], inner: readonly string[]): boolean {
  if (outer === inner) return true;
  const keys = new Set(outer);
  return inner.every((key) => keys.has(key));
}
