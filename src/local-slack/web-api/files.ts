import * as z from 'zod';
import { fileForApp } from '../files/describe.ts';
import { fileType, mimeType } from '../files/types.ts';
import { readBlocks } from '../messages/content.ts';
import { post } from '../messages/post.ts';
import { nowSeconds } from '../slack.ts';
import { newId } from '../state/ids.ts';
import type { StoredConversation, UploadedFile } from '../state/model.ts';
import { idList, json, readJson, text, whole } from './args.ts';
import { authorOf, threadProblem } from './authorship.ts';
import { threading } from './chat.ts';
import { type Call, method } from './method.ts';
import { type Failure, fail, invalidArguments, isFailure } from './reply.ts';
import { postTarget } from './target.ts';

/** Sources: https://docs.slack.dev/reference/methods/files.getUploadURLExternal and its errors */
const MOST_BYTES = 1024 ** 3;
const MOST_ALT_TEXT = 1000;
/** Source: https://docs.slack.dev/reference/methods/files.completeUploadExternal (channels_limit_exceeded) */
const MOST_CHANNELS = 100;

const getUploadUrl = method('files.getUploadURLExternal', {
  scopes: ['files:write'],
  rate: { tier: 4 },
  args: z.object({ filename: text, length: whole, alt_txt: text.default('') }),
  run: ({ slack, install }, args) => {
    if (args.alt_txt.length > MOST_ALT_TEXT) return fail('alt_txt_too_large');
    if (args.length <= 0) return invalidArguments(['must be greater than 0 [json-pointer:/length]']);
    if (args.length > MOST_BYTES) return fail('file_upload_size_restricted');
    const id = newId('F');
    slack.world.files.put(id, {
      id,
      teamId: install.teamId,
      user: install.botUser,
      botId: install.botId,
      name: args.filename,
      title: args.filename,
      mimetype: mimeType(args.filename),
      filetype: fileType(args.filename),
      size: args.length,
      altText: args.alt_txt,
      createdAt: nowSeconds(slack),
      shares: {},
      state: 'waiting',
    });
    return { ok: true, upload_url: `${slack.url}/upload/v1/${id}`, file_id: id };
  },
});

const wanted = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

const complete = method('files.completeUploadExternal', {
  scopes: ['files:write'],
  rate: { tier: 4 },
  args: z.object({
    files: json,
    channel_id: text.optional(),
    channels: idList.optional(),
    initial_comment: text.default(''),
    thread_ts: text.optional(),
    blocks: json,
  }),
  run: (call, args) => {
    const { slack, install } = call;
    const asked = wanted.safeParse(readJson(args.files));
    if (!asked.success) return invalidArguments(['missing required field: files']);
    const found = asked.data.map(({ id }) => slack.world.files.get(id));
    const uploaded = found.flatMap((file) =>
      file?.state === 'uploaded' && file.teamId === install.teamId ? file : [],
    );
    if (uploaded.length < found.length) return fail('file_not_found');
    const ids = args.channels ?? (args.channel_id ? [args.channel_id] : []);
    if (ids.length > MOST_CHANNELS) return fail('channels_limit_exceeded');
    const targets = ids.map((id) => postTarget(call, id));
    const wrong = targets.find(isFailure);
    if (wrong) return wrong;
    const conversations = targets.flatMap((target) => (isFailure(target) ? [] : target));
    const [first] = conversations;
    const problem = first && threadProblem(call, first.id, args.thread_ts);
    if (problem) return problem;
    const blocks = readBlocks(slack, install, args.blocks);
    if (!Array.isArray(blocks)) return blocks;
    const shared = { text: args.initial_comment, blocks, ...threading(args.thread_ts, false) };
    const files = uploaded.map((file, i) => finish(call, file, asked.data[i]?.title));
    for (const conversation of conversations) share(call, files, conversation, shared);
    return { ok: true, files: files.map((file) => fileForApp(slack, file.id)) };
  },
});

function finish({ slack }: Call, file: UploadedFile, title = file.name): UploadedFile {
  return slack.world.files.put(file.id, { ...file, title, state: 'complete' });
}

function share(
  call: Call,
  files: UploadedFile[],
  conversation: StoredConversation,
  draft: Pick<Parameters<typeof post>[2], 'text' | 'blocks' | 'threadTs'>,
): void {
  const { slack } = call;
  const message = post(slack, conversation, {
    ...authorOf(call, {}),
    ...draft,
    files: files.map(({ id }) => id),
  });
  for (const { id } of files) {
    const file = slack.world.files.get(id);
    if (file)
      slack.world.files.put(id, { ...file, shares: { ...file.shares, [conversation.id]: message.ts } });
  }
}

function ownFile({ slack, install }: Call, id: string): UploadedFile | Failure {
  const file = slack.world.files.get(id);
  if (file?.teamId !== install.teamId || file.state === 'waiting') return fail('file_not_found');
  return file.state === 'deleted' ? fail('file_deleted') : file;
}

const info = method('files.info', {
  scopes: ['files:read'],
  rate: { tier: 4 },
  args: z.object({ file: text }),
  run: (call, args) => {
    const file = ownFile(call, args.file);
    if (isFailure(file)) return file;
    return { ok: true, file: fileForApp(call.slack, file.id), comments: [] };
  },
});

const list = method('files.list', {
  scopes: ['files:read'],
  rate: { tier: 3 },
  args: z.object({
    channel: text.optional(),
    user: text.optional(),
    count: whole.default(100),
    page: whole.default(1),
  }),
  run: ({ slack, install }, args) => {
    if (args.user && !slack.world.people.get(args.user)) return fail('user_not_found');
    const all = slack.world.files.filter(
      (file) =>
        file.teamId === install.teamId &&
        file.state === 'complete' &&
        (!args.channel || args.channel in file.shares) &&
        (!args.user || file.user === args.user),
    );
    const start = (args.page - 1) * args.count;
    return {
      ok: true,
      files: all.slice(start, start + args.count).map((file) => fileForApp(slack, file.id)),
      paging: {
        count: args.count,
        total: all.length,
        page: args.page,
        pages: Math.ceil(all.length / args.count),
      },
    };
  },
});

const remove = method('files.delete', {
  scopes: ['files:write'],
  rate: { tier: 3 },
  args: z.object({ file: text }),
  run: (call, args) => {
    const file = ownFile(call, args.file);
    if (isFailure(file)) return file;
    if (file.botId !== call.install.botId) return fail('cant_delete_file');
    call.slack.world.files.put(file.id, { ...file, state: 'deleted' });
    return { ok: true };
  },
});

export const fileMethods = [getUploadUrl, complete, info, list, remove];
