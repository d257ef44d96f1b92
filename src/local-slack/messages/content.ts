import * as z from 'zod';
import { identify } from '../blocks/identify.ts';
import { checkBlocks, MOST_TEXT_IN_BLOCKS, textLength } from '../blocks/validate.ts';
import { unsharedFiles } from '../files/in-blocks.ts';
import type { Block } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import type { Install, Metadata } from '../state/model.ts';
import { readJson } from '../web-api/args.ts';
import { type Failure, fail, invalidBlocks } from '../web-api/reply.ts';
import { readMetadata } from './metadata.ts';

/** What an app wrote, checked: the part of a message that every `chat.*` call and response_url shares. */
export type Content = {
  text: string;
  blocks: Block[];
  attachments?: unknown[];
  metadata?: Metadata;
};

export type RawContent = {
  text?: string | undefined;
  blocks?: unknown;
  attachments?: unknown;
  markdown_text?: string | undefined;
  metadata?: unknown;
};

/** Slack cuts longer texts. Source: https://docs.slack.dev/changelog/2018-truncating-really-long-messages */
const MOST_TEXT = 40_000;
/** Source: https://docs.slack.dev/reference/methods/chat.postMessage (markdown_text) */
const MOST_MARKDOWN = 12_000;
/** Source: https://docs.slack.dev/reference/methods/chat.postMessage (too_many_attachments) */
const MOST_ATTACHMENTS = 100;

const attachment = z.looseObject({ blocks: z.unknown().optional() });

/** Checks text, blocks, attachments and metadata by Slack's rules. */
export function readContent(slack: Slack, install: Install, raw: RawContent): Content | Failure {
  if (raw.markdown_text) return readMarkdown(raw, raw.markdown_text);
  const blocks = readBlocks(slack, install, raw.blocks);
  if (!Array.isArray(blocks)) return blocks;
  const attachments = readAttachments(raw.attachments);
  if (!Array.isArray(attachments)) return attachments;
  if (!raw.text && blocks.length === 0 && attachments.length === 0) return fail('no_text');
  const metadata = readMetadata(raw.metadata);
  if (metadata && 'ok' in metadata) return metadata;
  return {
    text: (raw.text ?? '').slice(0, MOST_TEXT),
    blocks,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(metadata ? { metadata } : {}),
  };
}

function readMarkdown(raw: RawContent, text: string): Content | Failure {
  if (raw.text || hasAny(raw.blocks)) return fail('markdown_text_conflict');
  if (text.length > MOST_MARKDOWN) return fail('msg_too_long');
  return { text, blocks: identify([{ type: 'markdown', text }]) };
}

function hasAny(list: unknown): boolean {
  const value = readJson(list);
  return Array.isArray(value) && value.length > 0;
}

/** Blocks as an array or as JSON text; none is an empty list. */
export function readBlocks(slack: Slack, install: Install, raw: unknown): Block[] | Failure {
  if (raw === undefined || raw === null || raw === '') return [];
  const value = readJson(raw);
  if (!Array.isArray(value)) return fail('invalid_blocks_format');
  const checked = checkBlocks(value, 'message', '/blocks');
  if (!checked.ok) return invalidBlocks(checked.faults);
  if (textLength(checked.blocks) > MOST_TEXT_IN_BLOCKS) return fail('msg_blocks_too_long');
  const faults = unsharedFiles(slack, install, checked.blocks, '/blocks');
  return faults.length > 0 ? invalidBlocks(faults) : identify(checked.blocks);
}

function readAttachments(raw: unknown): unknown[] | Failure {
  if (raw === undefined || raw === null || raw === '') return [];
  const parsed = z.array(attachment).safeParse(readJson(raw));
  if (!parsed.success) return fail('invalid_attachments');
  if (parsed.data.length > MOST_ATTACHMENTS) return fail('too_many_attachments');
  for (const [i, { blocks }] of parsed.data.entries()) {
    if (blocks === undefined) continue;
    const checked = checkBlocks(blocks, 'message', `/attachments/${i}/blocks`);
    if (!checked.ok) return invalidBlocks(checked.faults, 'invalid_attachments');
  }
  return parsed.data.map((one, i) => ({ id: i + 1, ...one }));
}
