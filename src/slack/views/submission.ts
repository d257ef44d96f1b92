import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Rejection } from '../../release/rejection.ts';
import type { State } from '../../release/state.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { type Answer, refused } from '../commands/answer.ts';
import { publishHome } from '../events/home.ts';
import type { Asking } from '../listening/asking.ts';
import { attend, isKnown, turnedAway } from '../listening/attend.ts';
import { guarded } from '../listening/guarded.ts';
import type { Parts } from '../listening/parts.ts';
import { placed, placeOf } from '../listening/placed.ts';
import { replyInPlace } from '../listening/reply.ts';
import { signedInteraction } from '../listening/signed.ts';
import type { FormValues } from '../modals/form.ts';
import { loadingModal, messageModal } from '../modals/message.ts';
import { decodeMetadata, type Metadata } from '../modals/metadata.ts';

/** A form that somebody sent. */
export type Submission = { asking: Asking; values: FormValues; metadata: Metadata; state: State };

/** What Slack is told at once, decided on what is in memory; what takes longer comes after. */
export type Submitted =
  | { kind: 'errors'; errors: Record<string, string> }
  /** Another form on top of this one, from which one can go back. */
  | { kind: 'push'; view: ModalView }
  /** Another form in its stead. */
  | { kind: 'update'; view: ModalView }
  /** The form closes, and what comes of it is told where it was opened from. */
  | { kind: 'work'; work: () => Promise<Answer> }
  /** What comes of it is another form, for which the person waits. */
  | { kind: 'wait'; work: () => Promise<Answer> };

export type ViewListener = {
  on: string;
  submit(submission: Submission, parts: Parts): Submitted;
};

export function listenToView(app: App, parts: Parts, listener: ViewListener): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: listener.on }, async (args) => {
    const { ack, body, view } = args;
    const client = parts.connection.clients.answers;
    const place = placeOf(view.private_metadata);
    const asking = attend(parts, signedInteraction(body), place);
    // After a restart: bounded well below the three seconds that Slack waits.
    const why = isKnown(asking, parts) ? null : await turnedAway(asking, parts);
    const metadata = decodeMetadata(view.private_metadata);
    const submission: Submission = {
      asking,
      values: view.state.values,
      metadata: metadata.ok ? metadata.value : {},
      state: parts.state.current().state,
    };
    const submitted = why === null ? listener.submit(submission, parts) : turned(why, asking, parts);
    switch (submitted.kind) {
      case 'errors':
        return ack({ response_action: 'errors', errors: submitted.errors });
      case 'push':
      case 'update':
        return ack({ response_action: submitted.kind, view: placed(submitted.view, place) });
      case 'work':
        await ack({ response_action: 'clear' });
        await guarded(asking, replyInPlace(client, asking), submitted.work);
        break;
      case 'wait':
        await ack({ response_action: 'update', view: loadingModal('One moment') });
        await guarded(asking, replyInView(view.id), submitted.work);
    }
    if (place.channel === null) await publishHome(asking, parts);

    function replyInView(id: string) {
      return async (answer: Answer) => {
        const next = answer.kind === 'modal' ? answer.view : messageModal('Rampart', answer.message);
        await client.views.update({ view_id: id, view: placed(next, place) });
      };
    }
  });
}

function turned(why: Rejection, asking: Asking, parts: Parts): Submitted {
  return { kind: 'work', work: async () => refused(why, asking, parts) };
}
