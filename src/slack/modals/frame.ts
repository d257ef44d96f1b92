import { plain } from '../blocks/kit.ts';
import type { KnownBlock, ModalView } from '../blocks/slack-types.ts';
import { encodeMetadata, type Metadata } from './metadata.ts';

/** Slack's limit for a view. */
const MOST_BLOCKS = 100;

export type Frame = {
  callbackId: string;
  title: string;
  submit?: string;
  close?: string;
  metadata?: Metadata;
  blocks: readonly KnownBlock[];
};

/** A modal within Slack's limits. */
export function modal({ callbackId, title, submit, close, metadata, blocks }: Frame): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title, 24),
    close: plain(close ?? 'Close', 24),
    private_metadata: encodeMetadata(metadata ?? {}),
    blocks: blocks.slice(0, MOST_BLOCKS),
    ...(submit === undefined ? {} : { submit: plain(submit, 24) }),
  };
}
