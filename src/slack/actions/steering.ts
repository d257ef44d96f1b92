import type { Command } from '../../release/command.ts';
import type { Release } from '../../release/release.ts';
import { statusOf } from '../../release/status.ts';
import { carryOut, form } from '../commands/answer.ts';
import { zoneOf } from '../commands/schedule.ts';
import { ACTION, type ActionId } from '../ids.ts';
import { cancelModal } from '../modals/decision.ts';
import { editPlanModal } from '../modals/edit-plan.ts';
import { rescheduleModal } from '../modals/reschedule.ts';
import type { ClickListener } from './click.ts';
import { withRelease } from './release-of.ts';

const HOUR_MS = 3_600_000;

/** A button that is a command about its release, and nothing else. */
function commandButton(on: ActionId, command: (release: Release) => Command): ClickListener {
  return {
    on,
    opens: 'nothing',
    handle: (click, parts) =>
      withRelease(click, parts, (release) => carryOut(command(release), click.asking, parts)),
  };
}

export const pause = commandButton(ACTION.pause, ({ id }) => ({ type: 'pause', release: id, reason: '' }));
export const resume = commandButton(ACTION.resume, ({ id }) => ({ type: 'resume', release: id }));
export const advance = commandButton(ACTION.advance, ({ id }) => ({ type: 'advance', release: id }));
export const startNow = commandButton(ACTION.startNow, ({ id }) => ({ type: 'start-late', release: id }));

/** Watches the stage that runs for as long again, or for an hour where it has no bake time. */
export const extendBake: Omit<ClickListener, 'on'> = {
  opens: 'nothing',
  handle: (click, parts) =>
    withRelease(click, parts, (release) => {
      const stage = release.plan[release.firings.length - 1];
      const byMs = stage === undefined || stage.bakeMs === 0 ? HOUR_MS : stage.bakeMs;
      return carryOut({ type: 'extend-bake', release: release.id, byMs }, click.asking, parts);
    }),
};

export const cancel: ClickListener = {
  on: ACTION.cancel,
  opens: 'form',
  handle: (click, parts) =>
    withRelease(click, parts, (release, state) =>
      form(cancelModal(statusOf(state, release, parts.directory.known(), parts.clock()))),
    ),
};

export const reschedule: ClickListener = {
  on: ACTION.reschedule,
  opens: 'form',
  handle: (click, parts) =>
    withRelease(click, parts, (release) =>
      form(rescheduleModal({ release, viewerZone: zoneOf(click.asking, parts), now: parts.clock() })),
    ),
};

export const editPlan: ClickListener = {
  on: ACTION.editPlan,
  opens: 'form',
  handle: (click, parts) =>
    withRelease(click, parts, (release, state) => form(editPlanModal({ release, state }))),
};
