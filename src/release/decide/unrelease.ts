import { EVERYONE } from '../../flag/audience.ts';
import { LONGEST_REASON } from '../../flag/exposure.ts';
import type { FlagKey } from '../../flag/flag.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { own } from '../../flag/own.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import type { Rejection } from '../rejection.ts';
import type { Release, ReleaseId } from '../release.ts';
import type { State } from '../state.ts';
import { findEnvironment, findFlag, releaseOn } from './find.ts';
import { mayNotNarrow } from './who.ts';

/**
 * Takes features away, from everyone or from one audience, at once: no approval, freeze, window, gate or bake time
 * is asked, in any phase. It lays an overlay; the percentages stay underneath for a restore. Of several flags,
 * those that are already taken away are passed over.
 */
export function unrelease(
  state: State,
  command: Extract<Command, { type: 'unrelease' }>,
  context: Context,
): Decision {
  const refused = mayNotNarrow(context);
  if (refused !== null) return refuse(refused);
  const environment = findEnvironment(state, command.environment);
  if (!environment.ok) return refuse(environment.rejection);
  const audience = command.audience === EVERYONE ? null : command.audience;
  if (audience !== null && !state.audiences.has(audience)) {
    return refuse({ code: 'UNKNOWN_AUDIENCE', audience, known: [...state.audiences.keys(), EVERYONE] });
  }

  const trace = traceOf(context);
  const reason = kept(command.reason);
  const taken: Event[] = [];
  const releases = new Map<ReleaseId, Release>();
  const gone = new Set<FlagKey>();
  let already: Rejection | null = null;
  for (const key of new Set(command.flags)) {
    const flag = findFlag(state, key);
    if (!flag.ok) return refuse(flag.rejection);
    const { unreleased } = exposureOf(flag.value, command.environment);
    const overlay =
      unreleased.whole ?? (audience === null ? null : (own(unreleased.audiences, audience) ?? null));
    const release = releaseOn(state, key, command.environment);
    if (overlay !== null) {
      already = { code: 'ALREADY_UNRELEASED', flag: key, audience, overlay };
      gone.add(key);
      // A release that would give it back is stopped all the same.
      if (release !== null && audience === null) releases.set(release.id, release);
      continue;
    }
    if (release !== null) releases.set(release.id, release);
    gone.add(key);
    taken.push({
      type: 'Unreleased',
      ...trace,
      flag: key,
      environment: command.environment,
      audience,
      reason,
      release: release?.id ?? null,
    });
  }
  if (taken.length === 0 && releases.size === 0 && already !== null) return refuse(already);

  const halted = [...releases.values()].flatMap((release) =>
    haltRelease(
      release,
      audience,
      release.flags.every((flag) => gone.has(flag)),
      reason,
      trace,
    ),
  );
  return accept(...taken, ...halted);
}

/** A reason that is too long for the overlay is cut: it must not keep anyone from taking a feature away. */
function kept(reason: string): string {
  if (reason.length <= LONGEST_REASON) return reason;
  // Not within a character that takes two units.
  return `${reason.slice(0, LONGEST_REASON - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * What taking away does to the release in flight: all of its flags from everyone ends it, as cancelled when it had
 * not started; anything less pauses one that is rolling.
 */
function haltRelease(
  release: Release,
  audience: string | null,
  all: boolean,
  reason: string,
  trace: { by: string; at: string },
): Event[] {
  if (audience === null && all) {
    const outcome = release.firings.length === 0 ? 'cancelled' : 'unreleased';
    return [{ type: 'ReleaseEnded', release: release.id, ...trace, outcome, reason }];
  }
  if (release.phase.kind !== 'rolling') return [];
  return [{ type: 'Paused', release: release.id, ...trace, reason: reason || 'un-released in part' }];
}
