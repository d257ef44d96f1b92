import type { Freeze } from '../environment/freeze.ts';
import type { PersonId } from '../environment/person.ts';
import type { Policy } from '../environment/policy.ts';
import type { Audience, AudienceKey } from '../flag/audience.ts';
import type { BasisPoints } from '../flag/exposure.ts';
import type { EnvironmentKey, Flag, FlagKey } from '../flag/flag.ts';
import type { Plan, Start } from './plan.ts';
import type { ReleaseId } from './release.ts';

/** What anyone may ask of Rampart: imperative, closed, the same from Slack, the API, the CLI and the ticker. */
export type Command =
  | { type: 'install'; channel: string | null; audiences: Audience[] }
  | { type: 'finish-setup'; channel: string | null }
  | { type: 'set-policy'; environment: EnvironmentKey; policy: Policy }
  | { type: 'add-freeze'; environment: EnvironmentKey; freeze: Omit<Freeze, 'by'> }
  | { type: 'lift-freeze'; environment: EnvironmentKey; freeze: string }
  | { type: 'define-audience'; audience: Audience }
  | { type: 'link-me'; targetingKey: string }
  | { type: 'issue-read-key'; id: string; name: string; environment: EnvironmentKey; sha256: string }
  | { type: 'create-flag'; flag: NewFlag }
  | {
      type: 'open-release';
      title: string;
      environment: EnvironmentKey;
      flags: FlagKey[];
      plan: Plan;
      start: Start;
      channel: string | null;
      /** Kept as a draft until its approval is requested. */
      draft: boolean;
    }
  | {
      type: 'ramp';
      flag: FlagKey;
      environment: EnvironmentKey;
      audience: AudienceKey;
      to: BasisPoints;
      /** The percentage that a relative ramp (`+10`) was computed from; null for an absolute one. */
      seen: BasisPoints | null;
      start: Start;
      channel: string | null;
    }
  | { type: 'edit'; release: ReleaseId; title?: string; plan?: Plan; start?: Start; channel?: string | null }
  | { type: 'request-approval'; release: ReleaseId }
  | { type: 'approve'; release: ReleaseId; digest: string }
  | { type: 'withdraw-approval'; release: ReleaseId }
  | { type: 'reject'; release: ReleaseId; reason: string }
  | { type: 'pause'; release: ReleaseId; reason: string }
  | { type: 'resume'; release: ReleaseId }
  | { type: 'advance'; release: ReleaseId }
  | { type: 'extend-bake'; release: ReleaseId; byMs: number }
  | { type: 'start-late'; release: ReleaseId }
  | { type: 'transfer'; release: ReleaseId; to: PersonId }
  | { type: 'cancel'; release: ReleaseId; reason: string }
  | {
      type: 'unrelease';
      flags: FlagKey[];
      environment: EnvironmentKey;
      /** Null: from everyone. */
      audience: AudienceKey | null;
      reason: string;
    }
  | {
      type: 'restore';
      flags: FlagKey[];
      environment: EnvironmentKey;
      audience: AudienceKey | null;
      channel: string | null;
    }
  /** What is due of one release at this moment; asked by the ticker only. */
  | { type: 'tick'; release: ReleaseId };

export type CommandType = Command['type'];

/** A flag as a person describes it; Rampart adds the seed, the moment and the darkness. */
export type NewFlag = Pick<Flag, 'key' | 'description' | 'lifetime' | 'off' | 'variants' | 'owner'>;
