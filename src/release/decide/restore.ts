import { EVERYONE } from '../../flag/audience.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { own } from '../../flag/own.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import type { Stage } from '../plan.ts';
import { flagSet } from '../stage.ts';
import type { State } from '../state.ts';
import { askAgain } from './edit.ts';
import { findEnvironment, findFlag, releaseOn } from './find.ts';
import { openRelease } from './open.ts';
import { planProblem } from './plan.ts';
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

  const [first = '', ...others] = command.flags;
  const release = releaseOn(state, first, command.environment);
  if (release === null) {
    return openRelease(
      state,
      {
        type: 'open-release',
        title:
          others.length > 1
            ? `Restore ${first} and ${others.length} more`
            : `Restore ${command.flags.join(', ')}`,
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
  if (!others.every((key) => release.flags.includes(key))) {
    return refuse({ code: 'IN_FLIGHT', release: release.id, flag: first });
  }
  const trace = traceOf(context);
  const fired = release.plan.slice(0, release.firings.length);
  const ahead = release.plan.slice(fired.length);
  // It cuts the bake of the stage before it short, so what comes after it bakes for as long.
  const bakeMs = ahead.length > 0 ? (fired.at(-1)?.bakeMs ?? 0) : 0;
  const plan = [...fired, { ...stage, bakeMs }, ...ahead];
  const problem = planProblem(flagSet(state, release.environment), release.flags, plan, fired.length);
  if (problem !== null) return refuse(problem);
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
