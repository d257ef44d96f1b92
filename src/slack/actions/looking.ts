import { statusOf } from '../../release/status.ts';
import { form } from '../commands/answer.ts';
import { answerTo } from '../commands/answer-to.ts';
import { zoneOf } from '../commands/schedule.ts';
import { ACTION, type ActionId } from '../ids.ts';
import { historyModal } from '../modals/history.ts';
import { whatExactlyChanges } from '../modals/what-changes.ts';
import type { Click, ClickListener } from './click.ts';
import { historyOf } from './history-of.ts';
import { withRelease } from './release-of.ts';

/** A button that says what a person could also type. */
function saying(on: ActionId, text: (click: Click) => string): ClickListener {
  return {
    on,
    opens: 'nothing',
    handle: (click, parts) => answerTo(text(click), click.asking, parts),
  };
}

export const list = saying(ACTION.list, () => 'list');
export const help = saying(ACTION.help, () => 'help');
export const status = saying(ACTION.status, ({ value }) => `status ${value.flag ?? value.release ?? ''}`);
export const run = saying(ACTION.run, ({ value }) => value.command ?? '');

/** The command behind it has a time, which the person has now seen. */
export const confirmSchedule: ClickListener = {
  on: ACTION.confirmSchedule,
  opens: 'nothing',
  handle: ({ value, asking }, parts) => answerTo(value.command ?? '', asking, parts, true),
};

export const changes: ClickListener = {
  on: ACTION.changes,
  opens: 'form',
  handle: (click, parts) =>
    withRelease(click, parts, (release, state) => {
      const now = parts.clock();
      const ofRelease = statusOf(state, release, parts.directory.known(), now);
      const viewerZone = zoneOf(click.asking, parts);
      return form(whatExactlyChanges({ status: ofRelease, state, viewerZone, now }));
    }),
};

export const history: Omit<ClickListener, 'on'> = {
  opens: 'slow-form',
  handle: (click, parts) =>
    withRelease(click, parts, async (release, state) =>
      form(historyModal({ release, state, events: await historyOf(release, parts) })),
    ),
};
