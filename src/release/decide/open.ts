import { joinFlags } from '../../flag/coordinate.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { approvalStatus } from '../approval.ts';
import type { Command } from '../command.ts';
import { accept, actorId, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import { evolveAll } from '../evolve.ts';
import { thenFire } from '../fire.ts';
import type { Release } from '../release.ts';
import { flagSet } from '../stage.ts';
import type { State } from '../state.ts';
import { askForApproval } from './ask.ts';
import { findEnvironment, findFlag, releaseOn } from './find.ts';
import { planProblem } from './plan.ts';
import { startProblem } from './start.ts';
import { mayNotRelease } from './who.ts';

export type OpenRelease = Extract<Command, { type: 'open-release' }>;

/**
 * Opens a release: refused where its flags already have one in flight in the environment, cannot be released
 * together, or where a stage would reach nobody. Without need of approval, and with nothing to wait for, its first
 * stage fires in the same commit.
 */
export function openRelease(state: State, command: OpenRelease, context: Context): Decision {
  const environment = findEnvironment(state, command.environment);
  if (!environment.ok) return refuse(environment.rejection);
  const refused = mayNotRelease(environment.value, context);
  if (refused !== null) return refuse(refused);

  const flags = [...new Set(command.flags)];
  for (const key of flags) {
    const flag = findFlag(state, key);
    if (!flag.ok) return refuse(flag.rejection);
    const other = releaseOn(state, key, command.environment);
    if (other !== null) return refuse({ code: 'IN_FLIGHT', release: other.id, flag: key });
    const overlay = exposureOf(flag.value, command.environment).unreleased.whole;
    const raises = command.plan.some((stage) => stage.step.kind === 'raise');
    if (overlay !== null && raises) return refuse({ code: 'IS_UNRELEASED', flag: key, overlay });
  }

  const joined = joinFlags(flagSet(state, command.environment), flags);
  if (!joined.ok)
    return refuse({ code: 'CANNOT_RELEASE_TOGETHER', flags: joined.flags, differ: joined.differ });

  const trace = traceOf(context);
  const seeds = joined.changes.map((change): Event => ({ type: 'SeedTaken', ...trace, ...change }));
  const ready = evolveAll(state, seeds);

  const problem =
    startProblem(command.start, context.now) ??
    planProblem(flagSet(ready, command.environment), flags, command.plan, 0);
  if (problem !== null) return refuse(problem);

  const by = actorId(context.by);
  const release: Release = {
    id: `r${state.releases.size + 1}`,
    title: command.title,
    environment: command.environment,
    flags,
    plan: command.plan,
    start: command.start,
    channel: command.channel ?? state.installation?.channel ?? null,
    owner: by,
    requestedBy: by,
    editors: [by],
    openedAt: trace.at,
    phase: { kind: command.draft ? 'draft' : 'waiting' },
    approvalRequest: null,
    approvals: [],
    firings: [],
    missed: null,
    startedLateBy: null,
  };
  const opened: Event[] = [...seeds, { type: 'ReleaseOpened', ...trace, release }];
  if (command.draft) return accept(...opened);
  const status = approvalStatus(
    evolveAll(state, opened),
    release,
    environment.value.policy,
    context.people,
    context.now,
  );
  const asked =
    status.needed > 0
      ? [...opened, askForApproval(release, status, environment.value.policy, trace)]
      : opened;
  return accept(...thenFire(state, release.id, context.people, trace, asked));
}
