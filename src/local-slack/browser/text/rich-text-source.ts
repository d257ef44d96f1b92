import type { RichTextBlock, RichTextBlockElement, RichTextSectionElement } from 'slack-blocks-to-jsx';

/** Rich text as mrkdwn that stands for it, to go on writing at. Lists become lines with a dash. */
export function richTextSource(block: RichTextBlock | undefined): string {
  return (block?.elements ?? []).map(blockSource).join('\n\n');
}

function blockSource(element: RichTextBlockElement): string {
  switch (element.type) {
    case 'rich_text_list':
      return element.elements.map((item) => `- ${blockSource(item)}`).join('\n');
    case 'rich_text_preformatted':
      return `\`\`\`\n${element.elements.map(inlineSource).join('')}\n\`\`\``;
    case 'rich_text_quote':
      return element.elements.map(inlineSource).join('').replace(/^/gm, '> ');
    case 'rich_text_section':
      return element.elements.map(inlineSource).join('');
  }
}

function inlineSource(element: RichTextSectionElement): string {
  switch (element.type) {
    case 'text': {
      const { bold, italic, strike, code } = element.style ?? {};
      const marks = [bold && '*', italic && '_', strike && '~', code && '`'].filter(Boolean);
      return `${marks.join('')}${element.text}${marks.reverse().join('')}`;
    }
    case 'user':
      return `<@${element.user_id}>`;
    case 'channel':
      return `<#${element.channel_id}>`;
    case 'usergroup':
      return `<!subteam^${element.usergroup_id}>`;
    case 'broadcast':
      return `<!${element.range}>`;
    case 'emoji':
      return `:${element.name}:`;
    case 'link':
      return element.text === undefined ? `<${element.url}>` : `<${element.url}|${element.text}>`;
    case 'date':
      return `<!date^${element.timestamp}^${element.format}>`;
    case 'color':
      return element.value;
  }
}
