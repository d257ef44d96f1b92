import type { RichTextBlockElement, RichTextSectionElement } from 'slack-blocks-to-jsx';

const EMOJI = /(?<![\p{L}\p{N}]):([a-z0-9_+'-]+):/gu;

/** Unformatted text as rich text when an emoji name is in it, else null: then the text is all there is to show. */
export function plainText(text: string): RichTextBlockElement[] | null {
  const elements: RichTextSectionElement[] = [];
  let from = 0;
  for (const match of text.matchAll(EMOJI)) {
    if (match.index > from) elements.push({ type: 'text', text: text.slice(from, match.index) });
    elements.push({ type: 'emoji', name: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  if (elements.length === 0) return null;
  if (from < text.length) elements.push({ type: 'text', text: text.slice(from) });
  return [{ type: 'rich_text_section', elements }];
}
