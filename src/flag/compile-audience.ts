import { type Audience, type AudienceKey, EVERYONE } from './audience.ts';
import { ruleOf } from './compile-condition.ts';
import { TARGETING_KEY } from './context.ts';
import { allOf, anyOf, isId, not, type Rule } from './rule.ts';

type Audiences = ReadonlyMap<AudienceKey, Audience>;

/**
 * The rule that holds for sure members of an audience: `true` for everyone, `false` where there is nobody (not
 * defined, no condition, no listed key).
 */
export function membersOf(audiences: Audiences, key: AudienceKey): Rule {
  if (key === EVERYONE) return true;
  const membership = audiences.get(key)?.membership;
  if (membership === undefined) return false;
  if (membership.kind === 'listed') {
    return membership.keys.length > 0 && { in: [{ var: TARGETING_KEY }, membership.keys] };
  }
  return membership.all.length > 0 && allOf(membership.all.map((each) => ruleOf(each, 'yes')));
}

/**
 * The rule that holds for those who are surely not in an audience, the only ones whom excluding it lets through:
 * `false` where nobody is (everyone, not defined, no condition). One condition that surely fails is enough.
 */
export function outsidersOf(audiences: Audiences, key: AudienceKey): Rule {
  const membership = audiences.get(key)?.membership;
  if (key === EVERYONE || membership === undefined) return false;
  if (membership.kind === 'listed') {
    const id = { var: TARGETING_KEY };
    return allOf([...isId(id), not({ in: [id, membership.keys] })]);
  }
  return membership.all.length > 0 && anyOf(membership.all.map((each) => ruleOf(each, 'no')));
}
