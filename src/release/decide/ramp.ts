import { EVERYONE } from '../../flag/audience.ts';
import { canonicalJson } from '../../flag/canonical.ts';
import type { BasisPoints } from '../../flag/exposure.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { own } from '../../flag/own.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Event } from '../event.ts';
import type { Plan, Stage } from '../plan.ts';
import type { Release } from '../release.ts';
import { flagSet } from '../stage.ts';
import type { State } from '../state.ts';
import { askAgain } from './edit.ts';
import { findEnvironment, findFlag, releaseOn } from './find.ts';
import { openRelease } from './open.ts';
import { planProblem } from './plan.ts';
import { startProblem } from './start.ts';
import { mayNotNarrow, mayNotRelease } from './who.ts';

type Ramp = Extract<Command, { type: 'ramp' }>;

/**
 * `/release ramp checkout 25%`: down is done at once and never gated; up is a stage of the release in flight on
 * the flag, or opens a one-stage release when there is none.
 */
export function ramp(state: State, command: Ramp, context: Context): Decision {
  const flag = findFlag(state, command.flag);
  if (!flag.ok) return refuse(flag.rejection);
  const environment = findEnvironment(state, command.environment);
  if (!environment.ok) return refuse(environment.rejection);
  const { audience } = command;
  if (audience !== EVERYONE && !state.audiences.has(audience)) {
    return refuse({ code: 'UNKNOWN_AUDIENCE', audience, known: [...state.audiences.keys(), EVERYONE] });
  }

  const exposure = exposureOf(flag.value, command.environment);
  const at = own(exposure.percentages, audience) ?? 0;
  if (command.seen !== null && command.seen !== at) {
    return refuse({ code: 'MOVED_SINCE_SEEN', flag: command.flag, audience, seen: command.seen, now: at });
  }
  const release = releaseOn(state, command.flag, command.environment);
  if (command.to < at) return rampDown(command, at, release, context);
  if (exposure.unreleased.whole !== null) {
    return refuse({ code: 'IS_UNRELEASED', flag: command.flag, overlay: exposure.unreleased.whole });
  }
  if (command.to === at) return refuse({ code: 'ALREADY_AT', flag: command.flag, audience, at });

  const stage: Stage = { step: { kind: 'raise', to: { [audience]: command.to } }, bakeMs: 0, gates: [] };
  if (release === null) {
    return openRelease(
      state,
      {
        type: 'open-release',
        title: command.flag,
        environment: command.environment,
        flags: [command.flag],
        plan: [stage],
        start: command.start,
        channel: command.channel,
        draft: false,
      },
      context,
    );
  }
  const refused = mayNotRelease(environment.value, context);
  if (refused !== null) return refuse(refused);
  return addStage(state, command, release, environment.value, stage, context);
}

function rampDown(command: Ramp, from: BasisPoints, release: Release | null, context: Context): Decision {
  const refused = mayNotNarrow(context);
  if (refused !== null) return refuse(refused);
  const trace = traceOf(context);
  const down: Event = {
    type: 'RampedDown',
    ...trace,
    flag: command.flag,
    environment: command.environment,
    audience: command.audience,
    from,
    to: command.to,
    release: release?.id ?? null,
  };
  if (release?.phase.kind !== 'rolling') return accept(down);
  return accept(down, { type: 'Paused', release: release.id, ...trace, reason: 'ramped down' });
}

/**
 * A ramp up on a release in flight becomes its next stage. A person asks for it now, so it does not wait for the
 * bake of the stage before; what it needs of approval is asked like for any edit. Stages that it makes needless
 * are dropped. On a release that has not started, a plan of one ramp of the same audience is replaced.
 */
function addStage(
  state: State,
  command: Ramp,
  release: Release,
  environment: NonNullable<ReturnType<State['environments']['get']>>,
  stage: Stage,
  context: Context,
): Decision {
  const fired = release.plan.slice(0, release.firings.length);
  const ahead = release.plan.slice(fired.length);
  const bakeMs = fired.at(-1)?.bakeMs ?? ahead[0]?.bakeMs ?? 0;
  const replaced = ahead.length === 1 && fired.length === 0 && raisesOnly(ahead[0], command.audience);
  const rest = replaced ? [] : ahead.filter((next) => !coveredBy(next, command));
  const plan: Plan = [...fired, { ...stage, bakeMs: rest.length > 0 ? bakeMs : 0 }, ...rest];

  // What has started cannot start at another time; doing it now instead would be sooner than was asked.
  if (command.start.kind === 'at' && fired.length > 0) {
    return refuse({ code: 'IN_FLIGHT', release: release.id, flag: command.flag });
  }
  const startsAnew = command.start.kind === 'at';
  const start = startsAnew ? command.start : release.start;
  const set = flagSet(state, release.environment);
  const problem =
    (startsAnew ? startProblem(start, context.now) : null) ??
    planProblem(set, release.flags, plan, fired.length);
  if (problem !== null) return refuse(problem);
  if (canonicalJson([plan, start]) === canonicalJson([release.plan, release.start])) {
    return refuse({ code: 'IN_FLIGHT', release: release.id, flag: command.flag });
  }

  const trace = traceOf(context);
  const events: Event[] = [
    {
      type: 'ReleaseEdited',
      release: release.id,
      ...trace,
      title: release.title,
      plan,
      start,
      channel: release.channel,
    },
  ];
  if (release.phase.kind === 'rolling') events.push({ type: 'Advanced', release: release.id, ...trace });
  return accept(...askAgain(state, release, environment, context, events));
}

function raisesOnly(stage: Stage | undefined, audience: string): boolean {
  return stage?.step.kind === 'raise' && Object.keys(stage.step.to).every((key) => key === audience);
}

/** A later stage that raises nothing beyond what the ramp already raised. */
function coveredBy(stage: Stage, command: Ramp): boolean {
  return raisesOnly(stage, command.audience) && stage.step.kind === 'raise'
    ? (own(stage.step.to, command.audience) ?? 0) <= command.to
    : false;
}
