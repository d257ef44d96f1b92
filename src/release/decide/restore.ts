import { EVERYONE } from '../../flag/audience.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { own } from '../../flag/own.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import type { Stage } from '../plan.ts';
import type { State } from '../state.ts';
import { askAgain } from './edit.ts';
import { findEnvironment, findFlag, releaseOn } from './find.ts';
import { openRelease } from './open.ts';
import { mayNotRelease } from './who.ts';

/**
 * Gives back exactly what an un-release took, as a widening like any other: a one-stage release of its own, or,
 * while a release is in flight on the flag, its next stage.
 */
export function restore(
  state: State,
  command: Extract<Command, { type: 'restore' }>,
  context: Context,
): Decision {
  const environment = findEnvironment(state, command.environment);
  if (!environment.ok) return refuse(environment.rejection);
  const refused = mayNotRelease(environment.value, context);
  if (refused !== null) return refuse(refused);
  const audience = command.audience === EVERYONE ? null : command.audience;

  const unreleasedAt: Record<string, string> = {};
  for (const key of command.flags) {
    const flag = findFlag(state, key);
    if (!flag.ok) return refuse(flag.rejection);
    const { unreleased } = exposureOf(flag.value, command.environment);
    const overlay = audience === null ? unreleased.whole : (own(unreleased.audiences, audience) ?? null);
    if (overlay === null) return refuse({ code: 'NOT_UNRELEASED', flag: key, audience });
    unreleasedAt[key] = overlay.at;
  }
  const stage: Stage = { step: { kind: 'restore', audience, unreleasedAt }, bakeMs: 0, gates: [] };

  const [first] = command.flags;
  const release = first === undefined ? null : releaseOn(state, first, command.environment);
  if (release === null) {
    return openRelease(
      state,
      {
        type: 'open-release',
        title: `Restore ${command.flags.join(', ')}`,
        environment: command.environment,
        flags: command.flags,
        plan: [stage],
        start: { kind: 'when-approved' },
        channel: command.channel,
        draft: false,
      },
      context,
    );
  }
  const trace = traceOf(context);
  const fired = release.firings.length;
  const plan = [...release.plan.slice(0, fired), stage, ...release.plan.slice(fired)];
  const events: Event[] = [
    {
      type: 'ReleaseEdited',
      release: release.id,
      ...trace,
      title: release.title,
      plan,
      start: release.start,
      channel: release.channel,
    },
  ];
  if (release.phase.kind === 'rolling') events.push({ type: 'Advanced', release: release.id, ...trace });
  return accept(...askAgain(state, release, environment.value, context, events));
}
