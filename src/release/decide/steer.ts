import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import { thenFire } from '../fire.ts';
import type { Release } from '../release.ts';
import type { State } from '../state.ts';
import { findInFlight } from './find.ts';
import { mayNotNarrow, mayNotRelease, notAMember } from './who.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

function wrongPhase(release: Release, command: Command['type']): Decision {
  return refuse({ code: 'WRONG_PHASE', release: release.id, phase: release.phase.kind, command });
}

/** Holds a release where it stands: exposure stays, the bake clock stops. Whoever may take away may also hold. */
export function pause(state: State, command: Of<'pause'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const refused = mayNotNarrow(context);
  if (refused !== null) return refuse(refused);
  const { release } = found.value;
  if (release.phase.kind !== 'waiting' && release.phase.kind !== 'rolling')
    return wrongPhase(release, 'pause');
  return accept({ type: 'Paused', release: release.id, ...traceOf(context), reason: command.reason });
}

/** Lets a paused release go on; the bake keeps what was left of it. What is due and free to go fires at once. */
export function resume(state: State, command: Of<'resume'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  const refused = mayNotRelease(environment, context);
  if (refused !== null) return refuse(refused);
  if (release.phase.kind !== 'paused') return wrongPhase(release, 'resume');
  const trace = traceOf(context);
  const resumed: Event = { type: 'Resumed', release: release.id, ...trace };
  return accept(...thenFire(state, release.id, context.people, trace, [resumed]));
}

/** Skips what is left of the bake and a manual gate, and nothing else: approval and freezes still count. */
export function advance(state: State, command: Of<'advance'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  const refused = mayNotRelease(environment, context);
  if (refused !== null) return refuse(refused);
  if (release.phase.kind !== 'rolling') return wrongPhase(release, 'advance');
  const last = release.firings.at(-1);
  if (last !== undefined && last.advancedBy !== null) {
    return refuse({ code: 'ALREADY_ADVANCED', release: release.id, by: last.advancedBy });
  }
  const trace = traceOf(context);
  const advanced: Event = { type: 'Advanced', release: release.id, ...trace };
  return accept(...thenFire(state, release.id, context.people, trace, [advanced]));
}

/** Watches the stage that is baking for longer. A hold, not an edit: nothing that was approved changes. */
export function extendBake(state: State, command: Of<'extend-bake'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const refused = mayNotNarrow(context);
  if (refused !== null) return refuse(refused);
  const { release } = found.value;
  if (release.firings.length === 0) return wrongPhase(release, 'extend-bake');
  return accept({ type: 'BakeExtended', release: release.id, ...traceOf(context), byMs: command.byMs });
}

/** After a missed start: go now. What was approved stays approved, and the current policy is asked again. */
export function startLate(state: State, command: Of<'start-late'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  const refused = mayNotRelease(environment, context);
  if (refused !== null) return refuse(refused);
  if (release.missed === null) return refuse({ code: 'NOT_MISSED', release: release.id });
  const trace = traceOf(context);
  const started: Event = { type: 'StartedLate', release: release.id, ...trace };
  return accept(...thenFire(state, release.id, context.people, trace, [started]));
}

/** Hands a release to another person, who answers for it from now on. */
export function transfer(state: State, command: Of<'transfer'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const { release, environment } = found.value;
  const refused = mayNotRelease(environment, context);
  if (refused !== null) return refuse(refused);
  const heir = { ...context, by: { kind: 'person', id: command.to } as const };
  const unfit = notAMember(heir, environment.policy.peopleFreshForClickMs);
  if (unfit !== null) return refuse(unfit);
  return accept({
    type: 'OwnershipTransferred',
    release: release.id,
    ...traceOf(context),
    to: command.to,
  });
}

/** Stops a release. Exposure stays as it is; nothing more will be raised. */
export function cancel(state: State, command: Of<'cancel'>, context: Context): Decision {
  const found = findInFlight(state, command.release);
  if (!found.ok) return refuse(found.rejection);
  const refused = mayNotNarrow(context);
  if (refused !== null) return refuse(refused);
  return accept({
    type: 'ReleaseEnded',
    release: command.release,
    ...traceOf(context),
    outcome: 'cancelled',
    reason: command.reason,
  });
}
