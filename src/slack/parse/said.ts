import type { BasisPoints } from '../../flag/exposure.ts';

/** A flag's key or a release's number (`r12`) as typed; null when the place tells: the thread of a release. */
export type Target = string | null;

/** Where a ramp is to go: to a percentage, or by some points from where it stands. In basis points. */
export type RampTo = { kind: 'to'; at: BasisPoints } | { kind: 'by'; points: number };

/** Whom `why` asks about: a targeting key, a Slack user by id, or whoever asks. */
export type Whom = { kind: 'id'; id: string } | { kind: 'person'; user: string } | { kind: 'me' };

export type Listing = 'all' | 'mine' | 'waiting' | 'scheduled';

/**
 * What a person said to Rampart, in a command, a mention or a direct message. Names are as typed: whether they
 * exist is looked up afterwards. Environments are null where none was named, times are words still.
 */
export type Said =
  | { verb: 'bare' }
  | { verb: 'help'; about: string | null }
  | { verb: 'new'; target: Target; environment: string | null; when: string | null }
  | {
      verb: 'ramp';
      target: Target;
      to: RampTo;
      /** What it must stand at for this to count, as `from 25%`; null where nobody said. */
      seen: BasisPoints | null;
      audience: string | null;
      environment: string | null;
      when: string | null;
    }
  | { verb: 'status'; target: Target; environment: string | null }
  | { verb: 'list'; which: Listing }
  | {
      verb: 'why';
      target: Target;
      whom: Whom;
      attributes: Record<string, string | number | boolean>;
      environment: string | null;
    }
  | { verb: 'pause'; target: Target; environment: string | null; reason: string }
  | { verb: 'resume'; target: Target; environment: string | null }
  | { verb: 'advance'; target: Target; environment: string | null }
  | { verb: 'extend'; target: Target; environment: string | null; byMs: number }
  | {
      verb: 'unrelease';
      targets: string[];
      audience: string | null;
      environment: string | null;
      reason: string;
    }
  | { verb: 'restore'; targets: string[]; audience: string | null; environment: string | null }
  | { verb: 'approve'; target: Target; environment: string | null }
  | { verb: 'reject'; target: Target; environment: string | null; reason: string }
  | { verb: 'cancel'; target: Target; environment: string | null; reason: string }
  | { verb: 'me'; targetingKey: string | null }
  | { verb: 'freeze'; name: string | null; environment: string | null; until: string; reason: string }
  | { verb: 'unfreeze'; name: string | null; environment: string | null };

/** The words that a command may begin with. */
export type VerbName = Exclude<Said['verb'], 'bare'>;

/** A part of a command that a small word introduces. */
export type Clause = 'for' | 'from' | 'in' | 'when' | 'until' | 'by' | 'because';

/** Why something was not understood, with an example that would be. Nothing was done. */
export type Misunderstanding =
  /** `near` is what it may have meant; `example` is then the whole command with that word put right. */
  | { code: 'UNKNOWN_VERB'; got: string; near: VerbName | null; example: string }
  | { code: 'MISSING'; verb: VerbName; what: Missing; example: string }
  | {
      code: 'BAD_PERCENTAGE';
      verb: VerbName;
      got: string;
      why: 'too-fine' | 'too-high' | 'no-change' | 'not-a-number';
      example: string;
    }
  | { code: 'BAD_DURATION'; verb: VerbName; got: string; example: string }
  | { code: 'LEFT_OVER'; verb: VerbName; got: string; example: string }
  | { code: 'CLAUSE_NOT_HERE'; verb: VerbName; clause: Clause; got: string; example: string }
  | { code: 'CLAUSE_TWICE'; verb: VerbName; clause: Clause; example: string }
  | { code: 'CLAUSE_EMPTY'; verb: VerbName; clause: Clause; example: string }
  /** A person, group or channel was mentioned where a name is wanted. */
  | { code: 'NOT_A_NAME'; verb: VerbName; got: string; wanted: 'flag' | 'audience'; example: string };

export type Missing = 'flag' | 'percentage' | 'person' | 'reason' | 'duration' | 'end';

export type Parsed = { ok: true; said: Said } | { ok: false; problem: Misunderstanding };
