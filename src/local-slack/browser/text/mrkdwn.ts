import type { RichTextBlockElement, RichTextSectionElement } from 'slack-blocks-to-jsx';
import { angleToken } from './angle-token.ts';
import { closingDelimiter, opensAt } from './delimiters.ts';
import { decodeEntities } from './entities.ts';

/** The styles that mrkdwn can give a run of text. */
export type RunStyle = { bold?: true; italic?: true; strike?: true; code?: true };

const STYLE_OF: Record<string, RunStyle> = {
  '*': { bold: true },
  _: { italic: true },
  '~': { strike: true },
};
const EMOJI = /^:([a-z0-9_+'-]+)(?:::skin-tone-([2-6]))?:/;
const BARE_LINK = /^https?:\/\/[^\s<>|`]+/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Slack's mrkdwn as rich text, by the rules of docs.slack.dev/messaging/formatting-message-text. The rendering
 * library's own mrkdwn parser is CommonMark with patches: it turns escaped `&lt;!here&gt;` into a live mention and
 * drops lines such as `# 1`, so it is only given rich text.
 */
export function mrkdwn(source: string): RichTextBlockElement[] {
  const blocks: RichTextBlockElement[] = [];
  source.split('```').forEach((part, index, parts) => {
    const isCode = index % 2 === 1 && index < parts.length - 1;
    if (isCode) blocks.push(preformatted(part));
    else blocks.push(...paragraphs(index % 2 === 1 ? `\`\`\`${part}` : part));
  });
  return blocks;
}

function preformatted(part: string): RichTextBlockElement {
  const text = decodeEntities(part.replace(/^\n|\n$/g, ''));
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] };
}

/** A blank line starts a new section, as Slack leaves a smaller gap there than a whole line. */
function paragraphs(part: string): RichTextBlockElement[] {
  const blocks: RichTextBlockElement[] = [];
  let lines: string[] = [];
  let quoted = false;
  const flush = () => {
    const text = lines.join('\n');
    lines = [];
    if (text.trim() === '') return;
    blocks.push({ type: quoted ? 'rich_text_quote' : 'rich_text_section', elements: inline(text) });
  };
  let quotesRest = false;
  for (const line of part.split('\n')) {
    const quote = /^(?:>|&gt;){3}|^(?:>|&gt;)/.exec(line);
    if (quote !== null && !quotesRest && /^(?:>|&gt;){3}/.test(line)) quotesRest = true;
    const isQuote = quotesRest || quote !== null;
    if (isQuote !== quoted || (line === '' && !isQuote)) flush();
    quoted = isQuote;
    if (line !== '' || isQuote)
      lines.push(quote === null ? line : line.slice(quote[0].length).replace(/^ /, ''));
  }
  flush();
  return blocks;
}

/** One line or several, without quotes and code blocks. */
function inline(source: string, style: RunStyle = {}): RichTextSectionElement[] {
  const out: RichTextSectionElement[] = [];
  let text = '';
  const styled = Object.keys(style).length > 0 ? { style } : {};
  const flush = () => {
    if (text !== '') out.push({ type: 'text', text: decodeEntities(text), ...styled });
    text = '';
  };
  const push = (...elements: RichTextSectionElement[]) => {
    flush();
    out.push(...elements);
  };
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    const rest = source.slice(at);
    const before = at === 0 ? '' : source.charAt(at - 1);
    const angle = char === '<' && !style.code ? /^<([^<>\n]+)>/.exec(rest) : null;
    const element = angle?.[1] === undefined ? null : angleToken(angle[1], style);
    const end = style.code ? -1 : closingDelimiter(source, at);
    const emoji = char === ':' && !style.code && !WORD.test(before) ? EMOJI.exec(rest) : null;
    const link = char === 'h' && !style.code && !WORD.test(before) ? BARE_LINK.exec(rest) : null;
    if (angle !== null && element !== null) {
      push(element);
      at += angle[0].length;
    } else if (end > 0 && opensAt(source, at)) {
      const inner = source.slice(at + 1, end);
      push(...inline(inner, { ...style, ...(char === '`' ? { code: true } : STYLE_OF[char]) }));
      at = end + 1;
    } else if (emoji?.[1] !== undefined) {
      push({ type: 'emoji', name: emoji[1], ...skinTone(emoji[2]) });
      at += emoji[0].length;
    } else if (link !== null) {
      const url = link[0].replace(/[.,;:!?)'"]+$/, '');
      push({ type: 'link', url: decodeEntities(url), ...styled });
      at += url.length;
    } else {
      text += char;
      at += 1;
    }
  }
  flush();
  return out;
}

function skinTone(digit: string | undefined): { skin_tone?: 2 | 3 | 4 | 5 | 6 } {
  switch (digit) {
    case '2':
      return { skin_tone: 2 };
    case '3':
      return { skin_tone: 3 };
    case '4':
      return { skin_tone: 4 };
    case '5':
      return { skin_tone: 5 };
    case '6':
      return { skin_tone: 6 };
    default:
      return {};
  }
}
