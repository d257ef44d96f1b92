import type { App } from '@slack/bolt';
import { ACTION } from '../ids.ts';
import type { Parts } from '../listening/parts.ts';
import { flagOptions } from '../modals/flag-options.ts';
import { type ClickListener, idPattern, listenToClicks } from './click.ts';
import { approve, askApproval, reject, withdraw } from './deciding.ts';
import { chooseUnrelease, ramp, restore, unrelease } from './exposing.ts';
import { changes, confirmSchedule, help, list, run, status } from './looking.ts';
import { listenToMenu } from './menu.ts';
import { createFlag, planRelease } from './planning.ts';
import { keepDefaults, linkMe, setUp } from './settings.ts';
import { advance, cancel, editPlan, pause, reschedule, resume, startNow } from './steering.ts';

const BUTTONS: readonly ClickListener[] = [
  approve,
  reject,
  withdraw,
  askApproval,
  pause,
  resume,
  advance,
  startNow,
  cancel,
  reschedule,
  editPlan,
  unrelease,
  chooseUnrelease,
  restore,
  ramp,
  list,
  help,
  status,
  run,
  confirmSchedule,
  changes,
  planRelease,
  createFlag,
  setUp,
  keepDefaults,
  linkMe,
];

export function listenToActions(app: App, parts: Parts): void {
  for (const button of BUTTONS) listenToClicks(app, parts, button);
  listenToMenu(app, parts);
  app.options<'block_suggestion'>(ACTION.pickFlag, async ({ ack, payload }) => {
    await ack({ options: flagOptions(parts.state.current().state, payload.value) });
  });
  // Inputs of forms report their changes; what was filled in comes with the submission.
  app.action(idPattern(ACTION.input), async ({ ack }) => ack());
  app.action(idPattern(ACTION.pickFlag), async ({ ack }) => ack());
}
