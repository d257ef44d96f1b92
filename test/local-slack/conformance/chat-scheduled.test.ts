import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

const docs = 'https://docs.slack.dev/reference/methods';
const releases = 'CRELEASES1';
const DAY = 86_400;

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

const now = () => Math.floor(b.clock.now() / 1000);
const schedule = (inSeconds: number, more: object = {}) => {
  b.clock.move(60_000);
  const post_at = now() + inSeconds;
  return b.callAtOnce('chat.scheduleMessage', { channel: releases, text: 'later', post_at, ...more });
};
const texts = async () => {
  const { messages } = await b.call('conversations.history', { channel: releases });
  return (messages as { text: string }[]).map(({ text }) => text);
};

describe(`chat.scheduleMessage (${docs}/chat.scheduleMessage)`, () => {
  it('answers with an id and the time, and posts at that time', async () => {
    const given = await schedule(3600, { text: 'in an hour' });
    expect(given).toMatchObject({
      ok: true,
      channel: releases,
      scheduled_message_id: expect.stringMatching(/^Q/),
    });
    expect(await texts()).not.toContain('in an hour');
    b.clock.move(3_600_000);
    expect(await texts()).toContain('in an hour');
  });

  it('takes a time up to 120 days ahead, and none in the past', async () => {
    expect(await schedule(120 * DAY)).toMatchObject({ ok: true });
    expect(await schedule(120 * DAY + 1)).toMatchObject({ ok: false, error: 'time_too_far' });
    expect(await schedule(1)).toMatchObject({ ok: true });
    expect(await schedule(0)).toMatchObject({ ok: false, error: 'time_in_past' });
  });

  it('never posts a message with metadata', async () => {
    const metadata = { event_type: 'e', event_payload: {} };
    expect(await schedule(60, { text: 'with metadata', metadata })).toMatchObject({ ok: true });
    b.clock.move(3_600_000);
    expect(await texts()).not.toContain('with metadata');
  });

  it('takes 30 messages within five minutes of a channel, and no more', async () => {
    const at = now() + 40 * DAY;
    const one = () => b.call('chat.scheduleMessage', { channel: 'CGENERAL01', text: 'x', post_at: at });
    for (let i = 0; i < 30; i += 1) expect(await one()).toMatchObject({ ok: true });
    expect(await one()).toMatchObject({ ok: false, error: 'restricted_too_many' });
  });

  it('refuses 40,001 characters', async () => {
    expect(await schedule(60, { text: 'x'.repeat(40_001) })).toMatchObject({
      ok: false,
      error: 'msg_too_long',
    });
  });

  it('refuses a time that is no number', async () => {
    expect(await schedule(60, { post_at: 'soon' })).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });
});

describe(`chat.deleteScheduledMessage (${docs}/chat.deleteScheduledMessage)`, () => {
  const remove = (id: unknown) =>
    b.callAtOnce('chat.deleteScheduledMessage', { channel: releases, scheduled_message_id: id });

  it('takes it back before it is posted', async () => {
    const { scheduled_message_id } = await schedule(600, { text: 'taken back' });
    expect(await remove(scheduled_message_id)).toMatchObject({ ok: true });
    b.clock.move(3_600_000);
    expect(await texts()).not.toContain('taken back');
  });

  it('can no longer be done within the last minute', async () => {
    const soon = await schedule(59);
    expect(await remove(soon.scheduled_message_id)).toMatchObject({ error: 'invalid_scheduled_message_id' });
    const later = await schedule(60);
    expect(await remove(later.scheduled_message_id)).toMatchObject({ ok: true });
  });

  it('refuses an unknown id', async () => {
    expect(await remove('Q0000000000')).toMatchObject({ ok: false, error: 'invalid_scheduled_message_id' });
  });
});

describe(`chat.scheduledMessages.list (${docs}/chat.scheduledMessages.list)`, () => {
  it('lists what is to come, soonest first, page by page', async () => {
    await schedule(50 * DAY, { text: 'b' });
    await schedule(49 * DAY, { text: 'a' });
    const oldest = now() + 45 * DAY;
    const latest = now() + 55 * DAY;
    const first = await b.call('chat.scheduledMessages.list', {
      channel: releases,
      oldest,
      latest,
      limit: 1,
    });
    expect(first).toMatchObject({ ok: true, scheduled_messages: [{ text: 'a', channel_id: releases }] });
    const { next_cursor: cursor } = first.response_metadata as { next_cursor: string };
    const second = await b.call('chat.scheduledMessages.list', {
      channel: releases,
      oldest,
      latest,
      limit: 1,
      cursor,
    });
    expect(second).toMatchObject({
      scheduled_messages: [{ text: 'b' }],
      response_metadata: { next_cursor: '' },
    });
  });

  it('refuses a cursor of its own making', async () => {
    const given = await b.call('chat.scheduledMessages.list', { cursor: 'bmV4dDotMQ==' });
    expect(given).toMatchObject({ ok: false, error: 'invalid_cursor' });
  });
});
