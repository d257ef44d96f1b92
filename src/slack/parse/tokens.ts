/** One word of what a person typed, or one thing that Slack marked: a mention, a link, something in quotes. */
export type Token = {
  kind: 'word' | 'person' | 'group' | 'channel' | 'quoted';
  /** What it says: without quotes and markup; for a mention, Slack's id. */
  text: string;
  /** `text` in lower case, for comparing with the words of the grammar. */
  low: string;
  /** Where it stands in the text that was split. */
  start: number;
  end: number;
};

const PIECE = /<[^<>]*>|"[^"]*"|`[^`]*`|[^\s<>"`]+|[<>"`]/g;

/**
 * Evens out what keyboards and Slack's composer make of plain text: curly quotes, other minus signs and spaces,
 * a space before a percent sign.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u2212\u2013](?=[\d.])/g, '-')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/(\d) +(%|percent\b|pct\b)/gi, '$1$2');
}

/** Splits text as Slack sends it, mentions and entities escaped, into words. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(PIECE)]
    .map((match) => tokenOf(match[0], match.index))
    .filter((token) => token.text !== '' || token.kind === 'quoted');
}

function tokenOf(piece: string, start: number): Token {
  const end = start + piece.length;
  const as = (kind: Token['kind'], text: string): Token => ({
    kind,
    text,
    low: text.toLowerCase(),
    start,
    end,
  });
  if (piece.length > 1 && (piece.startsWith('"') || piece.startsWith('`'))) {
    const inside = unescapeEntities(piece.slice(1, -1).trim());
    return as(piece.startsWith('"') ? 'quoted' : 'word', inside);
  }
  const marked = /^<(@|#|!subteam\^)?([^|>]*)(?:\|([^>]*))?>$/.exec(piece);
  if (marked !== null) {
    const [, sign, id = '', label] = marked;
    if (sign === '@') return as('person', id);
    if (sign === '#') return as('channel', id);
    if (sign !== undefined) return as('group', id);
    // Slack makes links and addresses out of words; what was typed is the label.
    return as('word', unescapeEntities(label ?? id.replace(/^(mailto:|https?:\/\/)/, '')));
  }
  const word = unescapeEntities(piece).replace(/^[*_~(]+(?=.)/, '');
  return as('word', word.replace(/(?<=.)[*~),;!]+$/, ''));
}

/** Undoes the three escapes that Slack makes in text. */
function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The three escapes that Slack makes in text that people type. */
export function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text as the person sees it in Slack: mentions and links by what they show, escapes undone. */
export function asRead(text: string): string {
  const shown = text.replace(
    /<([@#!]?)([^|>]*)(?:\|([^>]*))?>/g,
    (_all, sign: string, id: string, label?: string) =>
      sign === '@' || sign === '#' ? `${sign}${label || id}` : (label ?? id),
  );
  return unescapeEntities(shown);
}
