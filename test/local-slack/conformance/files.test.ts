import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, bench } from '../support/bench.ts';

const docs = 'https://docs.slack.dev/reference/methods';
/** The smallest PNG there is: one transparent pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

type Upload = { upload_url: string; file_id: string };

const begin = async (args: object = {}) =>
  (await b.call('files.getUploadURLExternal', {
    filename: 'chart.png',
    length: png.length,
    ...args,
  })) as unknown as Upload;
const send = (url: string, body: Buffer) => fetch(url, { method: 'POST', body: new Uint8Array(body) });
const complete = (id: string, more: object = {}) =>
  b.call('files.completeUploadExternal', { files: [{ id }], ...more });
const refuses = async (method: string, args: object, error: string) => {
  expect(await b.call(method, { ...args })).toMatchObject({ ok: false, error });
};

async function uploaded(more: object = {}): Promise<string> {
  const { upload_url, file_id } = await begin();
  await send(upload_url, png);
  await complete(file_id, more);
  return file_id;
}

describe(`files.completeUploadExternal (${docs}/files.completeUploadExternal)`, () => {
  it('shares the very bytes that were sent', async () => {
    const { upload_url, file_id } = await begin();
    expect((await send(upload_url, png)).status).toBe(200);
    const given = await complete(file_id, { channel_id: 'CRELEASES1', initial_comment: 'a chart' });
    expect(given).toMatchObject({
      ok: true,
      files: [{ id: file_id, mimetype: 'image/png', size: png.length }],
    });
    const seen = await (await b.people()).as('mara').sees('a chart');
    expect(seen.message.files).toMatchObject([{ id: file_id, name: 'chart.png' }]);
    const [file] = given.files as { url_private: string }[];
    const bytes = Buffer.from(await (await fetch(String(file?.url_private))).arrayBuffer());
    expect(bytes.equals(png)).toBe(true);
  });

  it('works through the helper of the client', async () => {
    await b.client.filesUploadV2({
      channel_id: 'CRELEASES1',
      filename: 'chart.png',
      file: png,
      title: 'Through the helper',
    });
    await (await b.people()).as('nico').sees('Through the helper');
  });

  it('shares in a thread', async () => {
    const { ts } = await b.call('chat.postMessage', { channel: 'CRELEASES1', text: 'root' });
    await uploaded({ channel_id: 'CRELEASES1', thread_ts: ts });
    const { messages } = await b.call('conversations.replies', { channel: 'CRELEASES1', ts });
    expect(messages).toMatchObject([{}, { files: [{ name: 'chart.png' }] }]);
  });

  it('refuses a file whose bytes never came', async () => {
    const { file_id } = await begin();
    expect(await complete(file_id)).toMatchObject({ ok: false, error: 'file_not_found' });
  });

  it('refuses a file that was completed before', async () => {
    expect(await complete(await uploaded())).toMatchObject({ ok: false, error: 'file_not_found' });
  });

  it('refuses a channel that is not there, and one it is not in', async () => {
    const { upload_url, file_id } = await begin();
    await send(upload_url, png);
    expect(await complete(file_id, { channel_id: 'C0000000000' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('refuses no files, and a thread that is not there', async () => {
    expect(await b.call('files.completeUploadExternal', { files: '[]' })).toMatchObject({
      error: 'invalid_arguments',
    });
    const { upload_url, file_id } = await begin();
    await send(upload_url, png);
    const lost = await complete(file_id, { channel_id: 'CRELEASES1', thread_ts: '1.000000' });
    expect(lost).toMatchObject({ ok: false, error: 'thread_not_found' });
    const wrong = await complete(file_id, { channel_id: 'CRELEASES1', blocks: [{ type: 'nope' }] });
    expect(wrong).toMatchObject({ ok: false, error: 'invalid_blocks' });
  });

  it('shares in 100 channels at once and no more', async () => {
    const { upload_url, file_id } = await begin();
    await send(upload_url, png);
    const channels = (n: number) => Array.from({ length: n }, () => 'CRELEASES1').join(',');
    expect(await complete(file_id, { channels: channels(101) })).toMatchObject({
      error: 'channels_limit_exceeded',
    });
    expect(await complete(file_id, { channels: channels(100) })).toMatchObject({ ok: true });
  });
});

describe(`files.getUploadURLExternal (${docs}/files.getUploadURLExternal)`, () => {
  it('takes bytes of the announced length only', async () => {
    const { upload_url } = await begin({ length: 10 });
    expect((await send(upload_url, png)).status).toBe(400);
  });

  it('takes bytes once', async () => {
    const { upload_url } = await begin();
    expect((await send(upload_url, png)).status).toBe(200);
    expect((await send(upload_url, png)).status).toBe(404);
  });

  it('takes an alternative text of 1,000 characters and no more', async () => {
    const ask = (n: number) => ({ filename: 'x', length: 1, alt_txt: 'x'.repeat(n) });
    expect(await b.call('files.getUploadURLExternal', ask(1000))).toMatchObject({ ok: true });
    await refuses('files.getUploadURLExternal', ask(1001), 'alt_txt_too_large');
  });

  it('refuses no length', () =>
    refuses('files.getUploadURLExternal', { filename: 'x' }, 'invalid_arguments'));

  it('refuses an empty file', async () => {
    await refuses('files.getUploadURLExternal', { filename: 'x', length: 0 }, 'invalid_arguments');
  });

  it('takes one gigabyte and no more', async () => {
    const ask = (length: number) => ({ filename: 'x', length });
    expect(await b.call('files.getUploadURLExternal', ask(1_073_741_824))).toMatchObject({ ok: true });
    await refuses('files.getUploadURLExternal', ask(1_073_741_825), 'file_upload_size_restricted');
  });
});

describe('files', () => {
  it(`files.info describes one (${docs}/files.info)`, async () => {
    const file = await uploaded({ channel_id: 'CRELEASES1' });
    expect(await b.call('files.info', { file })).toMatchObject({
      file: { id: file, user: b.botUser, channels: ['CRELEASES1'] },
    });
    await refuses('files.info', { file: 'F0000000000' }, 'file_not_found');
  });

  it(`files.list lists those of a channel (${docs}/files.list)`, async () => {
    const file = await uploaded({ channel_id: 'CGENERAL01' });
    expect(await b.call('files.list', { channel: 'CGENERAL01' })).toMatchObject({ files: [{ id: file }] });
    await refuses('files.list', { user: 'U0000000000' }, 'user_not_found');
  });

  it(`files.delete deletes one, once (${docs}/files.delete)`, async () => {
    const file = await uploaded();
    expect(await b.call('files.delete', { file })).toMatchObject({ ok: true });
    await refuses('files.delete', { file }, 'file_deleted');
    await refuses('files.info', { file }, 'file_deleted');
  });

  it(`a deleted file leaves a tombstone in its message (${docs}/files.delete)`, async () => {
    const file = await uploaded({ channel_id: 'CRELEASES1', initial_comment: 'soon gone' });
    await b.call('files.delete', { file });
    const { messages } = await b.call('conversations.history', { channel: 'CRELEASES1', limit: 1 });
    expect(messages).toMatchObject([{ text: 'soon gone', files: [{ id: file, mode: 'tombstone' }] }]);
    const boot = await (await fetch(`${b.local.url}/client/boot?user=UMARA00001`)).json();
    const shown = (boot as { messages: { text: string; files: unknown[] }[] }).messages;
    expect(shown.find(({ text }) => text === 'soon gone')?.files).toEqual([]);
    expect((await fetch(`${b.local.url}/files/${file}/chart.png`)).status).toBe(404);
  });

  it(`files.delete leaves the files of others alone (${docs}/files.delete#errors)`, async () => {
    const file = await uploaded();
    const kept = b.local.slack.world.files.get(file);
    if (kept) b.local.slack.world.files.put(file, { ...kept, botId: 'B0000000000' });
    await refuses('files.delete', { file }, 'cant_delete_file');
  });

  it('an image block shows an uploaded file, by id or by url (https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object)', async () => {
    const id = await uploaded();
    const { file } = await b.call('files.info', { file: id });
    const show = (slack_file: object) =>
      b.call('chat.postMessage', {
        channel: 'CRELEASES1',
        text: 'x',
        blocks: [{ type: 'image', alt_text: 'chart', slack_file }],
      });
    expect(await show({ id })).toMatchObject({ ok: true });
    expect(await show({ url: (file as { url_private: string }).url_private })).toMatchObject({ ok: true });
  });

  it('an image block shows nothing but images (https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object)', async () => {
    const { upload_url, file_id } = await begin({ filename: 'notes.txt' });
    await send(upload_url, png);
    await complete(file_id);
    const given = await b.call('chat.postMessage', {
      channel: 'CRELEASES1',
      text: 'x',
      blocks: [{ type: 'image', alt_text: 'chart', slack_file: { id: file_id } }],
    });
    expect(given).toMatchObject({ ok: false, error: 'invalid_blocks' });
  });
});
