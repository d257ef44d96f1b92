import { clipPlain } from './clip.ts';

/** Control characters, and those that turn the direction of text: they can make a line read as something else. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}]/gu;

/** Stands after a character to keep Slack from giving it a meaning; nobody sees it. */
const BREAK = '\u200b';

/** What someone typed, on one line, no longer than `most`, without characters that mislead. */
function oneLine(text: string, most: number): string {
  return clipPlain(text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim(), most);
}

/** Signs of Slack's formatting, which it has no escape for, and the letters that look like them. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ' };

/**
 * What someone typed, for text that Slack formats: shown letter by letter. No mention, link, emoji, bold or quote
 * comes alive out of it.
 *
 * Slack asks for the three entities (docs.slack.dev/messaging/formatting-message-text). Signs of formatting are
 * replaced by lookalikes, except an underscore between plain letters, which means nothing; what would become an emoji, a
 * link or a quote is broken up with a zero-width space.
 */
export function escapeText(text: string, most = 300): string {
  return entities(oneLine(text, most))
    .replace(/[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(/:(?=[\w+'-]+:|\/\/)/g, `:${BREAK}`)
    .replace(/@(?=here|channel|everyone)/gi, `@${BREAK}`)
    .replace(/^&gt;/, `${BREAK}&gt;`);
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
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
  const shown = entities(oneLine(text, most))
    .replaceAll('`', 'ˋ')
    .replace(/:(?=\/\/)/g, `:${BREAK}`);
  return `\`${shown === '' ? ' ' : shown}\``;
}
