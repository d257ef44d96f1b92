import { mrkdwn } from '../../../src/local-slack/browser/text/mrkdwn.ts';

/** Every text of a message or view, with what Slack makes of it. */
function textsIn(value: unknown): { type: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value &&
    'text' in value &&
    typeof value.text === 'string' &&
    (value.type === 'mrkdwn' || value.type === 'plain_text')
      ? [{ type: value.type, text: value.text }]
      : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

/** Most texts of a message are the same whatever a person typed: those are looked at once. */
const known = new Map<string, string[]>();

/** What comes alive out of formatted text: mentions, links, channels, dates, emoji; as short names. */
export function liveIn(text: string): string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = findLive(text);
  if (known.size < 2_000) known.set(text, found);
  return found;
}

function findLive(text: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const each of value) walk(each);
      return;
    }
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    if (value.type !== 'text' && !String(value.type).startsWith('rich_text')) {
      const { type, ...rest } = value;
      found.push(`${String(type)} ${JSON.stringify(rest)}`);
    }
    if (value.type === 'rich_text_quote' || value.type === 'rich_text_preformatted') found.push(value.type);
    if ('elements' in value) walk(value.elements);
  };
  walk(mrkdwn(text));
  return found.sort();
}

const EMOJI_NAME = /(?<![\p{L}\p{N}]):[a-z0-9_+'-]+:/u;

/** What comes alive anywhere in a message or view. */
export function allLive(value: unknown): string[] {
  return textsIn(value).flatMap(({ type, text }) => {
    if (type === 'mrkdwn') return liveIn(text);
    return EMOJI_NAME.test(text) ? [`emoji in plain text: ${text}`] : [];
  });
}
