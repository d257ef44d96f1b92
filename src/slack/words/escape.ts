import { clipPlain } from './clip.ts';

/** Control characters, and those that turn the direction of text: they can make a line read as something else. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}]/gu;

/** Stands after a character to keep Slack from giving it a meaning; nobody sees it. */
const BREAK = '\u200b';

/** What someone typed, on one line, no longer than `most`, without characters that mislead. */
export function oneLine(text: string, most: number): string {
  return clipPlain(text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim(), most);
}

/**
 * What someone typed, for text that Slack formats: shown letter by letter. No mention, link, emoji, bold or quote
 * comes alive out of it.
 *
 * Slack asks for the three entities (docs.slack.dev/messaging/formatting-message-text); the rest is broken up with
 * zero-width spaces, for Slack's formatting has no escape.
 */
export function escapeText(text: string, most = 300): string {
  return oneLine(text, most)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, (mark) => `${BREAK}${mark}${BREAK}`)
    .replace(/:(?=[\w+'-]+:)/g, `:${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/@(?=here|channel|everyone)/gi, `@${BREAK}`);
}

/** What someone typed, for `plain_text`, where only emoji names would come alive. */
export function plainWords(text: string, most: number): string {
  return oneLine(text, most).replace(/:(?=[\w+'-]+:)/g, `:${BREAK}`);
}

/** What someone typed, in quotes, as part of a sentence of ours. */
export function quoted(text: string, most = 300): string {
  return `“${escapeText(text, most)}”`;
}

/** Something typed or technical, as code: a key, an attribute, a command. */
export function code(text: string, most = 120): string {
  const shown = oneLine(text, most)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('`', 'ˋ')
    .replace(/:(?=\/\/)/g, `:${BREAK}`);
  return `\`${shown === '' ? ' ' : shown}\``;
}
