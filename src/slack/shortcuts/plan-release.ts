import type { App, GlobalShortcut } from '@slack/bolt';
import { refused } from '../commands/answer.ts';
import { planning } from '../commands/plan.ts';
import { SHORTCUT } from '../ids.ts';
import { NOWHERE } from '../listening/asking.ts';
import { attend, isKnown, turnedAway } from '../listening/attend.ts';
import { guarded } from '../listening/guarded.ts';
import { createOpener } from '../listening/opener.ts';
import type { Parts } from '../listening/parts.ts';
import { replyInModal } from '../listening/reply.ts';
import { signedInteraction } from '../listening/signed.ts';

/** "Plan a release", from anywhere in Slack. */
export function listenToPlanShortcut(app: App, parts: Parts): void {
  app.shortcut<GlobalShortcut>({ type: 'shortcut', callback_id: SHORTCUT.planRelease }, async (args) => {
    await args.ack();
    const { shortcut } = args;
    const client = parts.connection.clients.answers;
    const asking = attend(parts, signedInteraction(shortcut), NOWHERE);
    const opener = createOpener(client, shortcut.trigger_id, NOWHERE);
    if (!isKnown(asking, parts)) await opener.hold('Plan a release');
    await guarded(asking, replyInModal(opener), async () => {
      const why = await turnedAway(asking, parts);
      return why === null
        ? planning({ flag: null, environment: null, when: null }, asking, parts)
        : refused(why, asking, parts);
    });
  });
}
