import { actor, addressee } from '../apps/interactions.ts';
import type { Act, ActReply } from '../protocol.ts';
import { appOf } from '../slack.ts';
import type { StoredView } from '../state/model.ts';
import { viewForApp } from '../views/describe.ts';
import { openModals, setModals } from '../views/stack.ts';
import { type Acting, carriedOut, trouble } from './acting.ts';
import { installOf } from './click.ts';

/** Closes the modal on top, or the whole stack; tells the app when the modal asked for it. */
export function closeModal(by: Acting, act: Extract<Act, { type: 'close' }>): ActReply {
  const stack = openModals(by.slack, by.person.id);
  const top = stack.at(-1);
  if (top?.id !== act.view) return trouble('view_not_found', 'That form is no longer open.');
  const clears = act.clearAll === true || top.clearOnClose;
  const closed = clears ? [...stack].reverse() : [top];
  setModals(by.slack, by.person.id, clears ? [] : stack.slice(0, -1));
  for (const view of closed) if (view.notifyOnClose) tellClosed(by, view, clears);
  return carriedOut;
}

/** Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed */
function tellClosed(by: Acting, view: StoredView, cleared: boolean): void {
  const { slack, person } = by;
  const install = installOf(by, view.appId, view.teamId);
  if (!install) return;
  void slack.deliverer.deliver(appOf(slack, install), {
    kind: 'interactive',
    payload: {
      type: 'view_closed',
      ...actor(slack, person),
      ...addressee(slack, install),
      view: viewForApp(slack, view),
      is_cleared: cleared,
    },
  });
}
