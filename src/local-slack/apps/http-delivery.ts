import type { Clock } from '../clock.ts';
import type { StoredApp } from '../state/model.ts';
import { ACK_MS, type Answer, type Parcel } from './parcel.ts';
import { signatureHeaders } from './signature.ts';

/** The address an app gave for this kind of request, if any. */
export function requestUrl(app: StoredApp, { kind, payload }: Parcel): string | undefined {
  const { settings, features } = app.manifest;
  if (kind === 'events_api') return settings.event_subscriptions.request_url;
  if (kind === 'slash_commands')
    return features.slash_commands.find((c) => c.command === payload.command)?.url;
  const { request_url, message_menu_options_url } = settings.interactivity ?? {};
  return payload.type === 'block_suggestion' ? (message_menu_options_url ?? request_url) : request_url;
}

/** Events travel as JSON, commands as a form, interactions as a form with one field. */
function encode({ kind, payload }: Parcel): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}

/** Posts a signed request and waits for its answer, 3 seconds at most. */
export async function deliverByHttp(clock: Clock, app: StoredApp, parcel: Parcel): Promise<Answer> {
  const url = requestUrl(app, parcel);
  if (!url) return { ok: false, reason: 'not_connected' };
  const { body, type } = encode(parcel);
  const abort = new AbortController();
  const cancel = clock.after(ACK_MS, () => abort.abort());
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: abort.signal,
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        // The machine's time: apps compare it with theirs.
        ...signatureHeaders(app.signingSecret, clock.now() - clock.aheadMs(), body),
        ...(parcel.retry
          ? { 'x-slack-retry-num': String(parcel.retry.num), 'x-slack-retry-reason': parcel.retry.reason }
          : {}),
      },
    });
    const text = await response.text();
    if (response.ok) return { ok: true, body: parseAnswer(text) };
    return { ok: false, reason: 'http_error', noRetry: response.headers.get('x-slack-no-retry') === '1' };
  } catch {
    return { ok: false, reason: abort.signal.aborted ? 'timeout' : 'connection_failed' };
  } finally {
    cancel();
  }
}

/** An answer is JSON, or plain text that becomes a message. */
function parseAnswer(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
