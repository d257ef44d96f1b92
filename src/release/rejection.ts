import type { Standing } from '../environment/person.ts';
import type { Circle } from '../environment/policy.ts';
import type { AudienceKey } from '../flag/audience.ts';
import type { BasisPoints, Unrelease } from '../flag/exposure.ts';
import type { EnvironmentKey, FlagKey } from '../flag/flag.ts';
import type { CommandType } from './command.ts';
import type { Phase, ReleaseId } from './release.ts';

/** Why a command was refused: facts for whoever words the answer. Nothing was changed. */
export type Rejection =
  | { code: 'NOT_INSTALLED' }
  | { code: 'ALREADY_INSTALLED' }
  | { code: 'ADMINS_ONLY'; admins: string[] }
  | { code: 'UNKNOWN_FLAG'; flag: string }
  | { code: 'UNKNOWN_RELEASE'; release: string }
  | { code: 'UNKNOWN_ENVIRONMENT'; environment: string; known: EnvironmentKey[] }
  | { code: 'UNKNOWN_AUDIENCE'; audience: string; known: AudienceKey[] }
  | { code: 'UNKNOWN_FREEZE'; freeze: string }
  | { code: 'INVALID'; field: string; got: string; allowed: string }
  | { code: 'KEY_TAKEN'; flag: FlagKey; archived: boolean }
  | { code: 'ARCHIVED'; flag: FlagKey }
  /** Guests, people of other workspaces, bots and deactivated people may not; null: nothing is known of them. */
  | { code: 'NOT_A_MEMBER'; standing: Standing | null }
  | { code: 'MAY_NOT_RELEASE'; releasers: Circle }
  | {
      code: 'MAY_NOT_APPROVE';
      why: 'asked' | 'edited' | 'not-an-approver' | 'not-a-person';
      approvers: Circle;
    }
  /** What the directory knows of a person is too old to decide on. */
  | { code: 'PERSON_NOT_FRESH' }
  | { code: 'ALREADY_APPROVED'; at: string }
  | { code: 'NOT_APPROVED_BY_YOU' }
  /** The card that was clicked showed something else than what would happen now. */
  | { code: 'CHANGED_SINCE_SHOWN' }
  | { code: 'APPROVAL_EXPIRED'; expiredAt: string }
  | { code: 'NO_APPROVAL_OPEN' }
  | { code: 'NO_APPROVAL_NEEDED' }
  | { code: 'RELEASE_ENDED'; release: ReleaseId; phase: Extract<Phase, { kind: 'ended' }> }
  | { code: 'WRONG_PHASE'; release: ReleaseId; phase: Phase['kind']; command: CommandType }
  | { code: 'IN_FLIGHT'; release: ReleaseId; flag: FlagKey }
  | { code: 'NOT_MISSED'; release: ReleaseId }
  | { code: 'ALREADY_ADVANCED'; release: ReleaseId; by: string }
  /** The last stage has fired: there is none to advance to. */
  | { code: 'NO_NEXT_STAGE'; release: ReleaseId }
  | { code: 'ALREADY_AT'; flag: FlagKey; audience: AudienceKey; at: BasisPoints }
  /** The percentage moved between what the person saw and the command. */
  | { code: 'MOVED_SINCE_SEEN'; flag: FlagKey; audience: AudienceKey; seen: BasisPoints; now: BasisPoints }
  | { code: 'IS_UNRELEASED'; flag: FlagKey; overlay: Unrelease }
  | { code: 'ALREADY_UNRELEASED'; flag: FlagKey; audience: AudienceKey | null; overlay: Unrelease }
  | { code: 'NOT_UNRELEASED'; flag: FlagKey; audience: AudienceKey | null }
  | { code: 'REACHES_NOBODY'; audience: AudienceKey }
  | { code: 'STAGE_CHANGES_NOTHING'; stage: number }
  | {
      code: 'CANNOT_RELEASE_TOGETHER';
      flags: FlagKey[];
      differ: 'seed' | 'bucketBy' | 'audiences' | 'exclusions';
    }
  | { code: 'FIRED_STAGES_ARE_FIXED'; fired: number }
  | { code: 'START_HAS_PASSED'; at: string }
  /** An audience in use may only be narrowed like this; widening it takes a release. */
  | { code: 'AUDIENCE_WOULD_WIDEN'; audience: AudienceKey };
