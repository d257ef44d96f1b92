import { expect, it } from 'vitest';
import { timeline } from '../../../src/local-slack/browser/state/timeline.ts';
import { message } from './picture.ts';

const shape = (items: ReturnType<typeof timeline>) =>
  items.map((item) => (item.kind === 'message' ? (item.compact ? 'more' : 'message') : item.kind));
const berlin = { tz: 'Europe/Berlin', me: 'U1' };

it('starts each day in the zone of who looks', () => {
  // 22:50 and 23:10 UTC are on both sides of midnight in Berlin, and of nothing in New York.
  const messages = [message(650, 'U1'), message(670, 'U2')];
  expect(shape(timeline(messages, berlin))).toEqual(['day', 'message', 'day', 'message']);
  expect(shape(timeline(messages, { ...berlin, tz: 'America/New_York' }))).toEqual([
    'day',
    'message',
    'message',
  ]);
});

it('repeats no name within five minutes, but after them, after someone else, and for an app’s card', () => {
  const messages = [
    message(0, 'U1'),
    message(4, 'U1'),
    message(10, 'U1'),
    message(11, 'U2'),
    message(12, 'U1'),
  ];
  expect(shape(timeline(messages, berlin))).toEqual([
    'day',
    'message',
    'more',
    'message',
    'message',
    'message',
  ]);
  const cards = [message(0, 'UB', { appId: 'A1' }), message(1, 'UB', { appId: 'A1' })];
  expect(shape(timeline(cards, berlin))).toEqual(['day', 'message', 'message']);
  const lines = [message(0, 'U1'), ...cards];
  const inThread = { ...berlin, inThread: true };
  expect(shape(timeline(lines, inThread))).toEqual(['day', 'message', 'replies', 'message', 'more']);
});

it('marks the first message of others that was not read, once', () => {
  const messages = [message(0, 'U2'), message(1, 'U1'), message(2, 'U2'), message(3, 'U2')];
  const read = { ...berlin, readUpTo: message(0, 'U2').ts };
  expect(shape(timeline(messages, read))).toEqual(['day', 'message', 'message', 'unread', 'message', 'more']);
  const all = { ...berlin, readUpTo: message(3, 'U2').ts };
  expect(shape(timeline(messages, all))).not.toContain('unread');
});

it('counts the replies under the root of a thread', () => {
  const messages = [message(0, 'U1'), message(1, 'U1')];
  expect(shape(timeline(messages, { ...berlin, inThread: true }))).toEqual([
    'day',
    'message',
    'replies',
    'message',
  ]);
});
