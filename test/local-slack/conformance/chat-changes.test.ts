import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

const docs = 'https://docs.slack.dev/reference/methods';
const releases = 'CRELEASES1';
const x = (n: number) => 'x'.repeat(n);
const divider = [{ type: 'divider' }];

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

async function posted(args: object = {}): Promise<string> {
  const { ts } = await b.call('chat.postMessage', { channel: releases, text: 'first', ...args });
  return String(ts);
}

async function read(ts: string, more: object = {}): Promise<Record<string, unknown> | undefined> {
  const { messages } = await b.call('conversations.replies', { channel: releases, ts, ...more });
  return (messages as Record<string, unknown>[] | undefined)?.[0];
}

describe(`chat.update (${docs}/chat.update)`, () => {
  const update = (ts: string, args: object) => b.call('chat.update', { channel: releases, ts, ...args });

  it('answers with the new text and marks the message as edited', async () => {
    const ts = await posted();
    expect(await update(ts, { text: 'second' })).toMatchObject({
      ok: true,
      channel: releases,
      ts,
      text: 'second',
    });
    expect(await read(ts)).toMatchObject({ text: 'second', edited: { user: b.botUser } });
  });

  it('takes a text of 4,000 characters and no more', async () => {
    const ts = await posted();
    expect(await update(ts, { text: x(4000) })).toMatchObject({ ok: true });
    expect(await update(ts, { text: x(4001) })).toMatchObject({ ok: false, error: 'msg_too_long' });
  });

  it('removes the blocks when only a text is given', async () => {
    const ts = await posted({ blocks: divider });
    await update(ts, { text: 'plain' });
    expect(await read(ts)).not.toHaveProperty('blocks');
  });

  it('keeps text and blocks when neither is given', async () => {
    const ts = await posted({ text: 'kept', blocks: divider });
    const metadata = { event_type: 'e', event_payload: {} };
    expect(await update(ts, { metadata })).toMatchObject({ ok: true });
    expect(await read(ts)).toMatchObject({ text: 'kept', blocks: [{ type: 'divider' }] });
  });

  it('marks a message of blocks not as edited', async () => {
    const ts = await posted({ blocks: divider });
    await update(ts, { text: 'x', blocks: divider });
    expect(await read(ts)).not.toHaveProperty('edited');
  });

  it('changes nothing in an archived channel', async () => {
    const { channel: made } = await b.call('conversations.create', { name: 'frozen' });
    const channel = (made as { id: string }).id;
    const { ts } = await b.call('chat.postMessage', { channel, text: 'x' });
    await b.call('conversations.archive', { channel });
    expect(await b.call('chat.update', { channel, ts, text: 'y' })).toMatchObject({ error: 'is_inactive' });
  });

  it('shows a reply in the channel afterwards, if it is one and stays as it is', async () => {
    const root = await posted();
    const reply = await posted({ thread_ts: root });
    expect(await update(root, { reply_broadcast: true })).toMatchObject({ error: 'cant_broadcast_message' });
    expect(await update(reply, { reply_broadcast: true, text: 'x' })).toMatchObject({
      error: 'no_dual_broadcast_content_update',
    });
    expect(await update(reply, { reply_broadcast: true })).toMatchObject({ ok: true });
    const { messages } = await b.call('conversations.history', { channel: releases, limit: 1 });
    expect(messages).toMatchObject([{ ts: reply }]);
  });

  it('removes the attachments when they are not given again', async () => {
    const ts = await posted({ attachments: [{ text: 'x' }] });
    await update(ts, { text: 'plain' });
    expect(await read(ts)).not.toHaveProperty('attachments');
  });

  it('leaves metadata as it was unless told, and removes it when told {}', async () => {
    const metadata = { event_type: 'e', event_payload: { id: 1 } };
    const ts = await posted({ metadata });
    await update(ts, { text: 'second' });
    expect(await read(ts, { include_all_metadata: true })).toMatchObject({ metadata });
    await update(ts, { text: 'third', metadata: {} });
    expect(await read(ts, { include_all_metadata: true })).not.toHaveProperty('metadata');
  });

  it('refuses a message of somebody else', async () => {
    const mara = (await b.people()).as('mara');
    const { message } = await mara.says('mine', { in: '#releases' });
    expect(await update(message.ts, { text: 'x' })).toMatchObject({
      ok: false,
      error: 'cant_update_message',
    });
  });

  it('refuses a message that is not there', async () => {
    expect(await update('1.000000', { text: 'x' })).toMatchObject({ ok: false, error: 'message_not_found' });
  });

  it('does not find an ephemeral message', async () => {
    const { message_ts } = await b.call('chat.postEphemeral', {
      channel: releases,
      user: 'UMARA00001',
      text: 'x',
    });
    const given = await update(String(message_ts), { text: 'y' });
    expect(given).toMatchObject({ ok: false, error: 'message_not_found' });
  });

  it('refuses to leave nothing', async () => {
    expect(await update(await posted(), { text: '', blocks: [] })).toMatchObject({
      ok: false,
      error: 'no_text',
    });
  });
});

describe(`chat.delete (${docs}/chat.delete)`, () => {
  it('takes the message away, once', async () => {
    const ts = await posted();
    expect(await b.call('chat.delete', { channel: releases, ts })).toMatchObject({
      ok: true,
      channel: releases,
      ts,
    });
    expect(await b.call('chat.delete', { channel: releases, ts })).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('refuses a message of somebody else', async () => {
    const { message } = await (await b.people()).as('mara').says('mine', { in: '#releases' });
    const given = await b.call('chat.delete', { channel: releases, ts: message.ts });
    expect(given).toMatchObject({ ok: false, error: 'cant_delete_message' });
  });
});
