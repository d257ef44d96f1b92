import { type AudienceKey, EVERYONE } from './audience.ts';
import { bucketOf } from './bucket.ts';
import { holds } from './condition.ts';
import { attributeOf, type EvaluationContext, idOf, TARGETING_KEY } from './context.ts';
import type { AudienceFact, MembershipReason, OwnReason } from './explanation.ts';
import type { BasisPoints } from './exposure.ts';
import type { Flag } from './flag.ts';
import { exposureOf, type FlagSet } from './flag-set.ts';
import { isMember } from './membership.ts';
import { own } from './own.ts';
import { excludedFrom } from './ramp.ts';

/** All that keeps a flag off for a context by itself, prerequisites apart; empty where nothing does. */
export function ownReasons(set: FlagSet, flag: Flag, context: EvaluationContext): readonly OwnReason[] {
  const exposure = exposureOf(flag, set.environment);
  const reasons: OwnReason[] = [];
  if (flag.archivedAt !== null) reasons.push({ code: 'archived', at: flag.archivedAt });
  const overlay = exposure.unreleased.whole ?? own(exposure.unreleased.audiences, EVERYONE);
  if (overlay !== undefined) reasons.push({ code: 'unreleased', ...overlay });

  const audiences = audienceFacts(set, flag, context);
  const dark = audiences.every(({ to }) => to === 0);
  if (dark) reasons.push({ code: 'dark' });
  const id = idOf(context, flag.bucketBy);
  if (id === null) {
    reasons.push({ code: 'no-id', attribute: flag.bucketBy, sent: attributeOf(context, flag.bucketBy) });
  }
  for (const audience of excludedFrom(exposure)) {
    const member = isMember(set.audiences, audience, context);
    if (member === 'no' || (audience === EVERYONE && overlay !== undefined)) continue;
    const unreleased = own(exposure.unreleased.audiences, audience) ?? null;
    const reason = reasonOf(set, audience, context);
    reasons.push({ code: 'excluded', audience, member, reason, unreleased });
  }
  if (id !== null && !dark) {
    const bucket = bucketOf(flag.seed, 'x', id);
    const highest = highestOf(audiences);
    if (highest === null || bucket >= highest.to) reasons.push({ code: 'bucket', bucket, highest });
  }
  return reasons;
}

/** Every audience that has a percentage, highest first, and whether someone is in it. */
export function audienceFacts(set: FlagSet, flag: Flag, context: EvaluationContext): readonly AudienceFact[] {
  return Object.entries(exposureOf(flag, set.environment).percentages)
    .sort(([a, up], [b, down]) => down - up || (a < b ? -1 : 1))
    .map(([audience, to]) => ({
      audience,
      to,
      member: isMember(set.audiences, audience, context),
      reason: reasonOf(set, audience, context),
    }));
}

/** The highest percentage among the audiences that someone surely is in; null in none, or where all are at 0. */
export function highestOf(
  audiences: readonly AudienceFact[],
): { audience: AudienceKey; to: BasisPoints } | null {
  const highest = audiences.find(({ member, to }) => member === 'yes' && to > 0);
  return highest === undefined ? null : { audience: highest.audience, to: highest.to };
}

function reasonOf(set: FlagSet, key: AudienceKey, context: EvaluationContext): MembershipReason {
  const membership = set.audiences.get(key)?.membership;
  if (key === EVERYONE) return { kind: 'everyone' };
  if (membership === undefined) return { kind: 'undefined' };
  if (membership.kind === 'listed') return { kind: 'listed', targetingKey: idOf(context, TARGETING_KEY) };
  if (membership.all.length === 0) return { kind: 'no-conditions' };
  for (const answer of ['no', 'unknown'] as const) {
    const condition = membership.all.find((each) => holds(each, context) === answer);
    if (condition === undefined) continue;
    return { kind: 'condition', condition, holds: answer, sent: attributeOf(context, condition.attribute) };
  }
  return { kind: 'all-hold' };
}
