import type { ClientEvent } from '../../protocol.ts';
import { type Viewer, withMessage } from './viewer.ts';

/**
 * What a viewer sees after something happened. Pure; an event that comes twice changes nothing the second time.
 * @param readAt the machine's time in milliseconds, which Local Slack's clock is counted on from
 */
export function apply(viewer: Viewer, event: ClientEvent, readAt: number): Viewer {
  switch (event.type) {
    case 'message':
    case 'message-changed': {
      const { message } = event;
      const list = withMessage(viewer.messages[message.channel] ?? [], message);
      return { ...viewer, messages: { ...viewer.messages, [message.channel]: list } };
    }
    case 'message-deleted': {
      const list = (viewer.messages[event.channel] ?? []).filter((message) => message.ts !== event.ts);
      return { ...viewer, messages: { ...viewer.messages, [event.channel]: list } };
    }
    case 'conversation': {
      const { conversation } = event;
      return { ...viewer, conversations: { ...viewer.conversations, [conversation.id]: conversation } };
    }
    case 'conversation-left': {
      const { [event.channel]: _left, ...conversations } = viewer.conversations;
      return { ...viewer, conversations };
    }
    case 'modals':
      return { ...viewer, modals: event.modals };
    case 'home':
      return { ...viewer, homes: { ...viewer.homes, [event.appId]: event.view } };
    case 'person': {
      const { person } = event;
      const me = person.id === viewer.me.id ? person : viewer.me;
      return { ...viewer, me, people: { ...viewer.people, [person.id]: person } };
    }
    case 'app':
      return { ...viewer, apps: { ...viewer.apps, [event.app.id]: event.app } };
    case 'clock':
      return { ...viewer, clock: event.clock, clockReadAt: readAt };
  }
}
