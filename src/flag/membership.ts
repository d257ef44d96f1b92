import { type Audience, type AudienceKey, EVERYONE, type Membership } from './audience.ts';
import { holds, type Truth } from './condition.ts';
import { type EvaluationContext, idOf, TARGETING_KEY } from './context.ts';

/**
 * Whether a context is in an audience. `everyone` holds all; an audience that is not defined holds nobody for sure
 * and lets nobody out for sure, so it is unknown.
 */
export function isMember(
  audiences: ReadonlyMap<AudienceKey, Audience>,
  key: AudienceKey,
  context: EvaluationContext,
): Truth {
  if (key === EVERYONE) return 'yes';
  const audience = audiences.get(key);
  return audience === undefined ? 'unknown' : fits(audience.membership, context);
}

/**
 * Whether a context fits a membership. Conditions are joined as in Kleene's logic: one sure no settles it, whatever
 * else is unknown, for no missing attribute could make that person a member. Without any condition the audience is
 * unfinished, not everyone: included it reaches nobody, excluded it lets nobody out. Listed keys are looked for
 * among targeting keys, also where the flag is bucketed by something else.
 */
function fits(membership: Membership, context: EvaluationContext): Truth {
  if (membership.kind === 'listed') {
    const id = idOf(context, TARGETING_KEY);
    if (id === null) return 'unknown';
    return membership.keys.includes(id) ? 'yes' : 'no';
  }
  if (membership.all.length === 0) return 'unknown';
  const answers = membership.all.map((condition) => holds(condition, context));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}
