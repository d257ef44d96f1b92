import { inspect } from 'node:util';
import { LogLevel, type Logger as SlackLogger } from '@slack/web-api';
import type { Logger } from 'pino';

/**
 * Slack's libraries log through ours. What they call debugging holds whole payloads and addresses with one-time
 * secrets in them: that is not passed on at any level.
 */
export function createSlackLogger(log: Logger): SlackLogger {
  const child = log.child({ from: 'slack' });
  const words = (parts: unknown[]) => withoutSecrets(parts.map(asText).join(' '));
  return {
    debug: () => undefined,
    info: (...parts) => child.debug(words(parts)),
    warn: (...parts) => child.warn(words(parts)),
    error: (...parts) => child.error(words(parts)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

/** Slack's tokens, one-time websocket tickets, and the addresses and ids that let their holder answer for us. */
const SECRETS = [
  /\b(xox[a-z]|xapp)-[\w-]+/g,
  /\bticket=[\w-]+/g,
  /https?:\/\/[^\s"']+\/(commands|actions|response)\/[^\s"']+/g,
  /(?<="?token"?\s*[:=]\s*["']?)[\w-]{8,}/g,
  /\b\d{6,}\.\d{6,}\.[0-9a-f]{8,}\b/g,
];

function withoutSecrets(text: string): string {
  return SECRETS.reduce((shown, secret) => shown.replace(secret, '[redacted]'), text);
}

function asText(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === 'string' ? part : inspect(part, { depth: 3 });
}
