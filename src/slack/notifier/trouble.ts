import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** What went wrong with a call, by what to do about it. */
export type Trouble =
  /** Try again later. `uncertain`: it may have had its effect all the same. */
  | { kind: 'again'; reason: string; retryAfterMs: number | null; uncertain: boolean }
  /** The message, conversation or person is not there any more, or not for us. */
  | { kind: 'gone'; reason: string }
  /** Slack does not take this content: a bug of ours, which trying again does not mend. */
  | { kind: 'refused'; reason: string };

const GONE: ReadonlySet<string> = new Set([
  'message_not_found',
  'thread_not_found',
  'channel_not_found',
  'is_archived',
  // What `chat.update` says of an archived channel.
  'is_inactive',
  'not_in_channel',
  'cant_update_message',
  'edit_window_closed',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'user_not_found',
  'user_not_visible',
  'user_disabled',
  'cannot_dm_bot',
  'messages_tab_disabled',
]);

const REFUSED: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
]);

export function troubleOf(error: unknown): Trouble {
  if (error instanceof WebAPIRateLimitedError) {
    const retryAfterMs = error.retryAfter * 1_000;
    return { kind: 'again', reason: 'rate limited', retryAfterMs, uncertain: false };
  }
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    if (GONE.has(reason)) return { kind: 'gone', reason };
    if (REFUSED.has(reason)) return { kind: 'refused', reason };
    // Slack's own failures (`internal_error`, `fatal_error`) may come after the effect.
    return { kind: 'again', reason, retryAfterMs: null, uncertain: reason.endsWith('_error') };
  }
  if (error instanceof WebAPIHTTPError || error instanceof WebAPIRequestError) {
    return { kind: 'again', reason: error.message, retryAfterMs: null, uncertain: true };
  }
  throw error;
}

/** The value of a call, or what went wrong with it. */
export async function attempt<T>(
  call: Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; trouble: Trouble }> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) };
  }
}
