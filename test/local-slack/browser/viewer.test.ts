import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/local-slack/browser/state/apply.ts';
import {
  lastOwnMessage,
  mentionCount,
  rootMessages,
  sidebar,
  slackNow,
  switchable,
  threadMessages,
} from '../../../src/local-slack/browser/state/select.ts';
import { type Viewer, viewerFrom } from '../../../src/local-slack/browser/state/viewer.ts';
import type { ClientEvent } from '../../../src/local-slack/protocol.ts';
import { boot, channel, message } from './picture.ts';

const READ_AT = Date.parse('2025-11-21T12:00:10Z');
const seenAfter = (viewer: Viewer, ...events: ClientEvent[]) =>
  events.reduce((before, event) => apply(before, event, READ_AT), viewer);
const texts = (viewer: Viewer) => rootMessages(viewer, 'C1').map((one) => one.text);

describe('what a viewer sees', () => {
  it('puts messages in order of time, whenever they come', () => {
    const viewer = viewerFrom(boot([message(1, 'U1')]), READ_AT);
    const seen = seenAfter(
      viewer,
      { type: 'message', message: message(3, 'U2') },
      { type: 'message', message: message(2, 'U2') },
    );
    expect(texts(seen)).toEqual(['U1 at 1', 'U2 at 2', 'U2 at 3']);
  });

  it('is not changed by the same event a second time', () => {
    const event: ClientEvent = { type: 'message', message: message(2, 'U2') };
    const once = seenAfter(viewerFrom(boot(), READ_AT), event);
    expect(seenAfter(once, event)).toEqual(once);
  });

  it('follows edits and deletions', () => {
    const viewer = viewerFrom(boot([message(1, 'U1'), message(2, 'U2')]), READ_AT);
    const edited = seenAfter(viewer, {
      type: 'message-changed',
      message: message(1, 'U1', { text: 'better' }),
    });
    expect(texts(edited)).toEqual(['better', 'U2 at 2']);
    const { ts } = message(2, 'U2');
    expect(texts(seenAfter(edited, { type: 'message-deleted', channel: 'C1', ts }))).toEqual(['better']);
  });

  it('keeps replies out of the channel, but for those also sent to it', () => {
    const root = message(1, 'U1');
    const replies = [
      message(2, 'U2', { threadTs: root.ts }),
      message(3, 'U2', { threadTs: root.ts, broadcast: true }),
    ];
    const viewer = viewerFrom(boot([{ ...root, threadTs: root.ts, replyCount: 2 }, ...replies]), READ_AT);
    expect(texts(viewer)).toEqual(['U1 at 1', 'U2 at 3']);
    expect(threadMessages(viewer, 'C1', root.ts).replies).toHaveLength(2);
  });

  it('keeps what only the viewer saw over a lost connection, and nothing else that is gone', () => {
    const hidden = message(2, 'UB', { ephemeral: true });
    const before = seenAfter(viewerFrom(boot([message(1, 'U1')]), READ_AT), {
      type: 'message',
      message: hidden,
    });
    expect(texts(viewerFrom(boot([]), READ_AT, before))).toEqual(['UB at 2']);
  });

  it('forgets a conversation that was left', () => {
    const viewer = viewerFrom(boot(), READ_AT);
    const left = seenAfter(viewer, { type: 'conversation-left', channel: 'C1' });
    expect(sidebar(left).channels.map((one) => one.name)).toEqual(['general']);
  });

  it('takes modals, homes, people, apps and the clock as told', () => {
    const view = { id: 'V1', hash: 'h', title: 'Plan', blocks: [], callbackId: '', appId: 'A1' };
    const seen = seenAfter(
      viewerFrom(boot(), READ_AT),
      { type: 'modals', modals: [{ ...view, type: 'modal' }] },
      { type: 'home', appId: 'A1', view: { ...view, type: 'home' } },
      { type: 'app', app: { id: 'A1', name: 'Deploys', botUser: 'UB', hasHome: true, connected: false } },
      { type: 'person', person: { ...boot().me, title: 'Product manager' } },
      { type: 'clock', clock: { now: '2025-11-22T00:00:00Z', aheadMs: 1, nextDueAt: null, movable: true } },
    );
    expect(seen.modals.map((one) => one.id)).toEqual(['V1']);
    expect(Object.keys(seen.homes)).toEqual(['A1']);
    expect(seen.apps.A1?.connected).toBe(false);
    expect(seen.me.title).toBe('Product manager');
    expect(slackNow(seen, READ_AT + 5_000)).toBe(Date.parse('2025-11-22T00:00:05Z'));
  });
});

describe('what is picked from it', () => {
  it('shows a conversation with an app under the app', () => {
    const dm = { ...channel('D1', 'Deploys'), kind: 'dm' as const, with: 'UB', mentions: 2 };
    const seen = seenAfter(viewerFrom(boot(), READ_AT), { type: 'conversation', conversation: dm });
    expect(sidebar(seen).dms).toEqual([]);
    expect(sidebar(seen).apps[0]?.dm?.id).toBe('D1');
    expect(mentionCount(seen)).toBe(2);
  });

  it('lets one be anyone of the workspace but bots, strangers and the deactivated', () => {
    const me = boot().me;
    const seen = seenAfter(
      viewerFrom(boot(), READ_AT),
      { type: 'person', person: { ...me, id: 'U3', kind: 'external' } },
      { type: 'person', person: { ...me, id: 'U4', kind: 'deactivated' } },
      { type: 'person', person: { ...me, id: 'U5', teamId: 'T2' } },
      { type: 'person', person: { ...me, id: 'U6', kind: 'guest' } },
    );
    expect(switchable(seen).map((person) => person.id)).toEqual(['U1', 'U2', 'U6']);
  });

  it('finds the message that ↑ edits: the last of one’s own, there', () => {
    const root = message(1, 'U1');
    const reply = message(3, 'U1', { threadTs: root.ts });
    const viewer = viewerFrom(boot([root, message(2, 'U2'), reply]), READ_AT);
    expect(lastOwnMessage(viewer, 'C1')?.ts).toBe(root.ts);
    expect(lastOwnMessage(viewer, 'C1', root.ts)?.ts).toBe(reply.ts);
    expect(lastOwnMessage(viewer, 'C2')).toBeNull();
  });
});
