import * as z from 'zod';
import type { ActRequest } from '../protocol.ts';

const element = z.looseObject({ type: z.string() });
const values = z.record(z.string(), z.record(z.string(), element));
const message = z.object({
  message: z.string(),
  channel: z.string(),
  ephemeral: z.boolean().exactOptional(),
});
const view = z.object({ view: z.string() });
const channel = z.string();
const ts = z.string();

const acts = z.discriminatedUnion('type', [
  z.object({ type: z.literal('say'), channel, text: z.string(), threadTs: ts.exactOptional() }),
  z.object({ type: z.literal('edit'), channel, ts, text: z.string() }),
  z.object({ type: z.literal('delete'), channel, ts }),
  z.object({ type: z.literal('react'), channel, ts, name: z.string() }),
  z.object({ type: z.literal('command'), channel, text: z.string() }),
  z.object({
    type: z.literal('click'),
    on: z.union([message, view]),
    blockId: z.string(),
    actionId: z.string(),
    element,
    state: values.exactOptional(),
    stale: z.boolean().exactOptional(),
  }),
  z.object({ type: z.literal('submit'), view: z.string(), values }),
  z.object({ type: z.literal('close'), view: z.string(), clearAll: z.boolean().exactOptional() }),
  z.object({ type: z.literal('open-home'), appId: z.string() }),
  z.object({ type: z.literal('open-dm'), user: z.string() }),
  z.object({ type: z.literal('read'), channel, ts }),
  z.object({ type: z.literal('shortcut'), callbackId: z.string(), appId: z.string() }),
  z.object({ type: z.literal('message-shortcut'), callbackId: z.string(), appId: z.string(), channel, ts }),
  z.object({
    type: z.literal('suggest'),
    on: z.union([view, message]),
    blockId: z.string(),
    actionId: z.string(),
    value: z.string(),
  }),
  z.object({ type: z.literal('join'), channel }),
  z.object({ type: z.literal('leave'), channel }),
  z.object({ type: z.literal('invite'), channel, user: z.string() }),
  z.object({ type: z.literal('create-channel'), name: z.string(), private: z.boolean().exactOptional() }),
  z.object({ type: z.literal('skip'), byMs: z.number() }),
  z.object({ type: z.literal('skip-to-next') }),
]);

/** What a client may send to `/client/act`. */
export const actRequestSchema: z.ZodType<ActRequest> = z.object({
  team: z.string(),
  user: z.string(),
  act: acts,
});
