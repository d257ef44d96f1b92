import * as z from 'zod';
import { actionsElement, contextAction, inputElement, sectionAccessory } from './elements.ts';
import { hasOneSource, image, imageSource, ONE_SOURCE } from './image.ts';
import { anyText, blockId, mrkdwn, plainText } from './text.ts';

/** The blocks that every surface has known for long. Source: https://docs.slack.dev/reference/block-kit/blocks */
export const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: sectionAccessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(
    ({ text, fields }) => text !== undefined || fields !== undefined,
    'must provide either `text` or `fields`',
  );

export const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z.array(actionsElement).min(1).max(25),
});

export const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [image, plainText(3000), mrkdwn(3000)]))
    .min(1)
    .max(10),
});

export const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: blockId,
  elements: z.array(contextAction).min(1).max(5),
});

export const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });

export const header = z.strictObject({
  type: z.literal('header'),
  block_id: blockId,
  text: plainText(150),
  level: z.int().min(1).max(4).optional(),
});

export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    block_id: blockId,
    alt_text: z.string().min(1).max(2000),
    title: plainText(2000).optional(),
    ...imageSource,
  })
  .refine(hasOneSource, ONE_SOURCE);

export const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(2000),
  element: inputElement,
  dispatch_action: z.boolean().optional(),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
});

export const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: blockId,
  text: z.string().min(1).max(12_000),
});

const https = z
  .string()
  .max(3000)
  .regex(/^https:\/\//);

export const video = z.strictObject({
  type: z.literal('video'),
  block_id: blockId,
  alt_text: z.string().min(1),
  title: plainText(199),
  thumbnail_url: z.string().min(1),
  video_url: https,
  title_url: https.optional(),
  author_name: z.string().max(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: z.string().optional(),
  description: plainText(3000).optional(),
});
