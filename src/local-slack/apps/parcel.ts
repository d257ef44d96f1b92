/** What is brought to an app. Source: https://docs.slack.dev/apis/events-api/using-socket-mode */
export type Parcel = {
  kind: 'events_api' | 'slash_commands' | 'interactive';
  payload: Record<string, unknown>;
  retry?: { num: number; reason: string };
};

/** What came back. Slack waits 3 seconds for it. */
export type Answer =
  | { ok: true; body: unknown }
  | {
      ok: false;
      reason: 'not_connected' | 'timeout' | 'http_error' | 'connection_failed';
      noRetry?: boolean;
    };

/** Source: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
export const ACK_MS = 3000;
