import type { Block, Ts } from '../protocol.ts';
import type { Manifest } from './manifest.ts';

/** What Local Slack remembers. Each record is replaced as a whole and never changed in place. */

export type Workspace = {
  id: string;
  name: string;
  domain: string;
  /** User groups are only for those that pay. */
  plan: 'free' | 'paid';
};

export type StoredPerson = {
  id: string;
  teamId: string;
  name: string;
  realName: string;
  title: string;
  email: string;
  kind: 'owner' | 'admin' | 'member' | 'guest' | 'bot';
  deactivated: boolean;
  tz: string;
  color: string;
  /** Unix seconds. */
  updatedAt: number;
  /** Set for a bot user. */
  botId?: string;
  appId?: string;
};

export type StoredApp = {
  id: string;
  name: string;
  signingSecret: string;
  verificationToken: string;
  appToken: string;
  manifest: Manifest;
};

/** An app in a workspace. */
export type Install = {
  appId: string;
  teamId: string;
  botUser: string;
  botId: string;
  botToken: string;
  scopes: string[];
  /** Its tokens are good for nothing any more. */
  uninstalled?: boolean;
};

type Note = { value: string; creator: string; last_set: number };

export type StoredConversation = {
  id: string;
  teamId: string;
  kind: 'channel' | 'private' | 'dm' | 'group';
  /** Without `#`; empty for a DM. */
  name: string;
  previousNames: string[];
  topic: Note;
  purpose: Note;
  creator: string;
  /** Unix seconds. */
  createdAt: number;
  members: string[];
  archived: boolean;
  /** The workspace's first channel, which nobody may leave. */
  general: boolean;
  /** Other workspaces that share it. */
  sharedWith: string[];
};

export type Metadata = { event_type: string; event_payload: Record<string, unknown> };

export type StoredMessage = {
  ts: Ts;
  channel: string;
  teamId: string;
  user: string;
  subtype?: string;
  botId?: string;
  appId?: string;
  username?: string;
  icons?: Record<string, string>;
  text: string;
  blocks: Block[];
  attachments?: unknown[];
  metadata?: Metadata;
  threadTs?: Ts;
  broadcast?: boolean;
  edited?: { user: string; ts: Ts };
  files?: string[];
  reactions?: { name: string; users: string[] }[];
  /** The only person who sees it; it is never written down. */
  onlyFor?: string;
  /** An app's message that is still being streamed. */
  streaming?: boolean;
};

type TextObject = { type: string; text: string; emoji?: boolean | undefined };

export type StoredView = {
  id: string;
  teamId: string;
  appId: string;
  user: string;
  type: 'modal' | 'home';
  title?: TextObject;
  submit?: TextObject;
  close?: TextObject;
  blocks: Block[];
  privateMetadata: string;
  callbackId: string;
  externalId: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  hash: string;
  rootViewId: string;
  previousViewId: string | null;
  /** What the person last had in its inputs, `[block_id][action_id]`. */
  values: Record<string, Record<string, { type: string; [field: string]: unknown }>>;
};

export type UploadedFile = {
  id: string;
  teamId: string;
  user: string;
  name: string;
  title: string;
  mimetype: string;
  filetype: string;
  size: number;
  altText: string;
  /** Unix seconds. */
  createdAt: number;
  /** Where it was shared: channel id → message ts. */
  shares: Record<string, Ts>;
  /** `waiting` for its bytes, `uploaded`, `complete`, or `deleted`. */
  state: 'waiting' | 'uploaded' | 'complete' | 'deleted';
  botId?: string;
};

export type UserGroup = {
  id: string;
  teamId: string;
  name: string;
  handle: string;
  description: string;
  users: string[];
  channels: string[];
  disabled: boolean;
  createdBy: string;
  updatedBy: string;
  createdAt: number;
  updatedAt: number;
};

export type ScheduledMessage = {
  id: string;
  appId: string;
  teamId: string;
  channel: string;
  /** Unix seconds. */
  postAt: number;
  createdAt: number;
  text: string;
  message: Omit<StoredMessage, 'ts'>;
};

export type ResponseUrl = {
  id: string;
  secret: string;
  appId: string;
  teamId: string;
  channel: string;
  user: string;
  /** The message it may replace. */
  message?: { ts: Ts; ephemeral: boolean };
  threadTs?: Ts;
  uses: number;
  /** Milliseconds since 1970. */
  createdAt: number;
};

export type Pin = { channel: string; ts: Ts; by: string; createdAt: number };

export type Bookmark = {
  id: string;
  channel: string;
  title: string;
  link: string;
  emoji: string;
  type: string;
  createdAt: number;
  updatedAt: number;
  by: string;
};

export type FunctionRun = {
  id: string;
  appId: string;
  teamId: string;
  callbackId: string;
  user: string;
  inputs: Record<string, unknown>;
  state: 'running' | 'succeeded' | 'failed';
  outputs: Record<string, unknown>;
  error: string;
};
