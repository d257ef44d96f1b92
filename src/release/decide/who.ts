import type { Environment } from '../../environment/environment.ts';
import { freshFacts, isIn } from '../../environment/permission.ts';
import { actorId, type Context } from '../context.ts';
import type { Rejection } from '../rejection.ts';
import type { State } from '../state.ts';

/** Why the actor may not plan or steer releases in an environment; null when they may. */
export function mayNotRelease(environment: Environment, context: Context): Rejection | null {
  if (context.by.kind === 'rampart') return null;
  const { releasers, peopleFreshForClickMs } = environment.policy;
  const notMember = notAMember(context, peopleFreshForClickMs);
  if (notMember !== null) return notMember;
  const facts = context.people.get(actorId(context.by));
  return facts !== undefined && isIn(releasers, facts) ? null : { code: 'MAY_NOT_RELEASE', releasers };
}

/** Why the actor does not count as a full member, by facts no older than `maxAgeMs`; null when they do. */
export function notAMember(context: Context, maxAgeMs: number): Rejection | null {
  if (context.by.kind === 'rampart') return null;
  const id = actorId(context.by);
  const known = context.people.get(id);
  if (known === undefined) return { code: 'NOT_A_MEMBER', standing: null };
  const facts = freshFacts(context.people, id, maxAgeMs, context.now);
  if (facts === null) return { code: 'PERSON_NOT_FRESH' };
  return facts.standing === 'member' ? null : { code: 'NOT_A_MEMBER', standing: facts.standing };
}

/**
 * Why the actor may not take exposure away. Any full member may, and it must work when nothing fresh can be
 * learnt: only who is *known* to be a guest, an outsider, a bot or deactivated is refused.
 */
export function mayNotNarrow(context: Context): Rejection | null {
  if (context.by.kind === 'rampart') return null;
  const standing = context.people.get(actorId(context.by))?.standing ?? 'member';
  return standing === 'member' ? null : { code: 'NOT_A_MEMBER', standing };
}

/** Why the actor may not change settings; null for an admin of this installation. */
export function notAnAdmin(state: State, context: Context): Rejection | null {
  const admins = state.installation?.admins ?? [];
  const id = actorId(context.by);
  if (context.by.kind === 'key' || !admins.includes(id)) return { code: 'ADMINS_ONLY', admins };
  const standing = context.people.get(id)?.standing;
  return standing === undefined || standing === 'member' ? null : { code: 'NOT_A_MEMBER', standing };
}
