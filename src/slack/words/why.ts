import { EVERYONE } from '../../flag/audience.ts';
import type { AudienceFact, MembershipReason, OffReason, OwnReason } from '../../flag/explanation.ts';
import { conditionWords } from './condition.ts';
import { code } from './escape.ts';
import { because } from './event.ts';
import { joined } from './join.ts';
import { percent } from './percent.ts';
import { mention } from './person.ts';
import { when } from './time.ts';

/** A bucket as people compare it with a percentage: `61.34`. */
export function bucketWords(bucket: number): string {
  return (bucket / 100).toFixed(2);
}

/** Why it is off, one reason a line, the ones that hold for more people first. */
export function reasonWords(reason: OffReason): string {
  switch (reason.code) {
    case 'circle':
      return `Flags need each other in a circle: ${joined(
        reason.flags.map((flag) => `*${flag}*`),
        'then',
      )}.`;
    case 'prerequisite-missing':
      return `It needs *${reason.flag}*, which does not exist.`;
    case 'prerequisite-off':
      return `It needs *${reason.flag}*, which is off for them. ${reason.reasons.map(ownReasonWords).join(' ')}`;
    default:
      return ownReasonWords(reason);
  }
}

function ownReasonWords(reason: OwnReason): string {
  switch (reason.code) {
    case 'archived':
      return `It was archived ${when(reason.at)}.`;
    case 'unreleased':
      return `It was un-released from everyone by ${mention(reason.by)}, ${when(reason.at)}${because(reason.reason)}.`;
    case 'dark':
      return 'It is dark: no audience is above 0 %.';
    case 'no-id':
      return reason.sent === undefined
        ? `They sent no ${code(reason.attribute)}, so they have no bucket.`
        : `Their ${code(reason.attribute)} is ${sentWords(reason.sent)}: no text to make a bucket of.`;
    case 'excluded': {
      const { audience, unreleased } = reason;
      if (unreleased !== null) {
        return `It was un-released from *${audience}* by ${mention(unreleased.by)}, ${when(unreleased.at)}${because(unreleased.reason)}. ${inWords(reason)}`;
      }
      return `*${audience}* is left out. ${inWords(reason)}`;
    }
    case 'bucket':
      return reason.highest === null
        ? `Their bucket is ${bucketWords(reason.bucket)}, and they are in none of its audiences.`
        : `Their bucket is ${bucketWords(reason.bucket)}; the highest percentage among their audiences is ${percent(reason.highest.to)} (${reason.highest.audience}).`;
  }
}

function inWords({ member, reason }: Extract<OwnReason, { code: 'excluded' }>): string {
  if (member === 'yes') return 'They are in it.';
  return `Nobody can tell that they are not in it: ${membershipReasonWords(reason)}.`;
}

/** Whether someone is in an audience, and why. Empty for everyone, who is always in. */
export function audienceFactWords({ audience, to, member, reason }: AudienceFact): string | null {
  if (audience === EVERYONE) return null;
  const at = percent(to);
  if (member === 'yes') return `In *${audience}* (${at}).`;
  return `Not in *${audience}* (${at}): ${membershipReasonWords(reason)}.`;
}

function membershipReasonWords(reason: MembershipReason): string {
  switch (reason.kind) {
    case 'everyone':
      return 'everyone is in it';
    case 'undefined':
      return 'it is not defined';
    case 'no-conditions':
      return 'it has no condition yet';
    case 'listed':
      return reason.targetingKey === null
        ? 'they sent no `targetingKey`'
        : `${code(reason.targetingKey, 60)} is not listed`;
    case 'all-hold':
      return 'all its conditions hold';
    case 'condition': {
      const { condition, sent } = reason;
      const got = sent === undefined ? 'they sent none' : `they sent ${sentWords(sent)}`;
      return `it wants ${conditionWords(condition)}, ${got}`;
    }
  }
}

/** Something that a reader sent. Nothing in it is trusted. */
function sentWords(sent: unknown): string {
  return code(typeof sent === 'string' ? sent : (JSON.stringify(sent) ?? typeof sent), 60);
}
